import type { SchemaObject as ListedObject } from '../../../../shared/contract/diagrams.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { isJunction, listNeighbours, listRelations } from './relations.ts'
import { kindOfObject, type Label, type Schema } from './schema.ts'

/** A label in the person's language where the app's table has it in both, else as the source says it. */
export function readLabel(label: Label | null, language: Language): string | null {
  return label === null || typeof label === 'string' ? label : label[language]
}

/** The objects as the list offers them: the source's own first, each part by label. */
export function listObjects(schema: Schema, language: Language): ListedObject[] {
  const neighbours = listNeighbours(schema)
  const isThere = (name: string): boolean => schema.objects.has(name)
  const pointedAt = new Set(
    [...schema.objects.values()]
      .filter(({ isFromSource }) => isFromSource)
      .flatMap((object) => listRelations(object, isThere).filter(({ field }) => !field.isCompleted))
      .map(({ to }) => to)
  )
  const byLabel = new Intl.Collator(language, { sensitivity: 'base', numeric: true })
  return [...schema.objects.values()]
    .map((object) => ({
      name: object.name,
      label: (readLabel(object.label, language) ?? object.name).slice(0, 300),
      kind: kindOfObject(object),
      isCustom: kindOfObject(object) !== 'standard',
      fields: object.fields.size,
      relations: listRelations(object, isThere).length,
      isCompleted: [...object.fields.values()].some(({ isCompleted }) => isCompleted),
      isJunction: isJunction(object),
      isSuggested: object.isFromSource || pointedAt.has(object.name),
      pointsAt: [...new Set(listRelations(object, isThere).map(({ to }) => to))].filter((name) => name !== object.name).toSorted(),
      relatedTo: [...(neighbours.get(object.name) ?? [])].toSorted()
    }))
    .toSorted((a, b) => Number(b.isSuggested) - Number(a.isSuggested) || byLabel.compare(a.label, b.label) || (a.name < b.name ? -1 : 1))
}
