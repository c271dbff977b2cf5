import { SHAPE_KINDS, SHAPE_SETS, type ShapeKind, type ShapeSet } from '../../../../shared/diagrams/diagram.ts'
import { foldText } from '../../../../shared/diagrams/edits/find.ts'
import { translate } from '../../../../shared/i18n/translate.ts'

/** What is needed in any diagram comes first. */
const SETS: readonly ShapeSet[] = ['basic', ...SHAPE_SETS.filter((set) => set !== 'basic')]

/** Everything a kind may be called: its name and its set's, in both languages. */
const textOf = (set: ShapeSet, kind: ShapeKind): string =>
  foldText(
    (['en', 'es'] as const)
      .flatMap((language) => [translate(language, `diagramShapes.kinds.${kind}`), translate(language, `diagramShapes.sets.${set}`)])
      .join('\n')
  )

/** The sets with the kinds whose names hold every word of the query, in either language, accents and case aside. */
export function findKinds(query: string): { set: ShapeSet; kinds: ShapeKind[] }[] {
  const words = foldText(query).split(/\s+/).filter(Boolean)
  return SETS.map((set) => ({
    set,
    kinds: SHAPE_KINDS[set].filter((kind) => {
      const text = textOf(set, kind)
      return words.every((word) => text.includes(word))
    })
  })).filter(({ kinds }) => kinds.length > 0)
}
