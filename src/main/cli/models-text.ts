import { translate } from '../../shared/i18n/translate.ts'
import { readHolders } from '../../shared/models/hold.ts'
import type { Model } from '../../shared/models/model.ts'
import { tellAuthors } from '../../shared/models/tell-authors.ts'
import type { Call } from './command.ts'
import { renderTable, wrapText } from './table.ts'

/** The models, a line each: what there is of everything in it. */
export function listModels({ t, language }: Call, models: readonly Model[]): string[] {
  return renderTable(
    [
      { title: t('id') },
      { title: t('name') },
      { title: t('elements'), right: true },
      { title: t('relations'), right: true },
      { title: t('views'), right: true }
    ],
    models.map(({ id, name, elements, relations, variants }) => [
      id,
      name[language],
      elements.length,
      relations.length,
      variants.length || 1
    ])
  )
}

/** One model to read: what it is, its views, its elements as they are nested, and the order of a walk. */
export function describeModel({ t, language }: Call, model: Model): string[] {
  const { name, summary, elements, relations, variants, walk } = model
  const kindOf = (kind: string): string => translate(language, `canvas.kind.${kind.replaceAll(' ', '_')}`)
  return [
    `${name[language]} (${model.id})`,
    ...[tellAuthors(model, language)].filter(Boolean),
    ...wrapText(summary[language]),
    '',
    `${t('counted', { elements: elements.length, relations: relations.length })} ${t('walked', { count: walk.length })}`,
    '',
    ...renderTable(
      [
        { title: t('number'), right: true },
        { title: t('element') },
        { title: t('id') },
        { title: t('kind') },
        { title: t('step'), right: true }
      ],
      listNested(model).map(({ element, depth }) => [
        element.order ?? '',
        `${'· '.repeat(depth)}${element.name[language]}`,
        element.id,
        kindOf(element.kind),
        walk.includes(element.id) ? walk.indexOf(element.id) + 1 : ''
      ])
    ),
    ...(variants.length === 0 ? [] : ['', `${t('views')}:`]),
    ...variants.flatMap((variant) => [
      `  ${variant.id}: ${variant.name[language]}`,
      ...wrapText(variant.note[language]).map((line) => `    ${line}`)
    ])
  ]
}

interface Nested {
  readonly element: Model['elements'][number]
  readonly depth: number
}

/** Every element, what is inside another after it. */
function listNested(model: Model): Nested[] {
  const holders = readHolders(model)
  const listFrom = (holder: string | undefined, depth: number): Nested[] =>
    model.elements
      .filter(({ id }) => holders.get(id) === holder)
      .flatMap((element) => [{ element, depth }, ...listFrom(element.id, depth + 1)])
  return listFrom(undefined, 0)
}
