import type { z } from 'zod'
import { LANGUAGES, type Text } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import { applyVariant, isPlain } from './apply-variant.ts'
import { Model } from './model.ts'

/** The ids a model file may name: what the catalogues of the app hold. */
export interface KnownIds {
  kpis: ReadonlySet<string>
  segments: ReadonlySet<string>
}
export interface ModelCheck {
  /** The model, when nothing is wrong with it. */
  model: Model | null
  /** Every problem found, each as `path: what is wrong` in both languages. */
  problems: Text[]
}

type Rule = (model: Model, known: KnownIds) => Text[]

const RULES: readonly Rule[] = [
  checkUniqueElementIds,
  checkElementPrefix,
  checkParents,
  checkRelations,
  checkWalk,
  checkCatalogueIds,
  checkPositions,
  checkVariants,
  checkTexts
]

/**
 * Checks the content of one model file. Pure: give it the parsed JSON. Shape first (all of its problems), then the rules
 * between parts; the rules only run on a file of the right shape.
 */
export function checkModel(content: unknown, known: KnownIds): ModelCheck {
  const parsed = Model.safeParse(content)
  if (!parsed.success) return { model: null, problems: parsed.error.issues.map(describeIssue) }
  const problems = [...findUnknownKeys(content, parsed.data, []), ...RULES.flatMap((rule) => rule(parsed.data, known))]
  return { model: problems.length === 0 ? parsed.data : null, problems }
}

/** One problem in both languages: `path: what is wrong`. An empty path is the file as a whole. */
export function describeProblem(path: string, key: string, params: Record<string, string | number> = {}): Text {
  const [es, en] = LANGUAGES.map(
    (language) =>
      `${path === '' ? translate(language, 'checks.model.wholeFile') : path}: ${translate(language, `checks.model.${key}`, params)}`
  )
  return { en: en ?? '', es: es ?? '' }
}

/** What the reader of shapes found, in our words: its own are for programmers, and English. */
function describeIssue(issue: z.core.$ZodIssue): Text {
  const path = formatPath(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? describeProblem(path, 'missing')
        : describeType(path, issue.expected)
    case 'too_small':
      return describeProblem(path, 'tooFew', { least: String(issue.minimum) })
    case 'too_big':
      return describeProblem(path, 'tooMany', { most: String(issue.maximum) })
    case 'invalid_format':
      return describeProblem(path, 'wrongFormat')
    case 'invalid_value':
      return describeProblem(path, 'wrongValue', { values: issue.values.map(String).join(', ') })
    default:
      return describeProblem(path, 'notValid')
  }
}

function describeType(path: string, expected: string): Text {
  const [es, en] = LANGUAGES.map((language) => {
    const key = `checks.model.types.${expected}`
    const name = translate(language, key)
    return name === key ? expected : name
  })
  return {
    en: describeProblem(path, 'wrongType', { expected: en ?? expected }).en,
    es: describeProblem(path, 'wrongType', { expected: es ?? expected }).es
  }
}

/** Names the file has and a model does not: a slip of the pen there would go unseen, since reading leaves them out. */
function findUnknownKeys(content: unknown, read: unknown, path: readonly PropertyKey[]): Text[] {
  if (Array.isArray(content) && Array.isArray(read))
    return content.flatMap((entry: unknown, index) => findUnknownKeys(entry, read[index], [...path, index]))
  if (typeof content !== 'object' || content === null || typeof read !== 'object' || read === null) return []
  const known = new Map<string, unknown>(Object.entries(read))
  return Object.entries(content).flatMap(([key, entry]) =>
    known.has(key) ? findUnknownKeys(entry, known.get(key), [...path, key]) : [describeProblem(formatPath([...path, key]), 'unknownKey')]
  )
}

function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${String(part)}]` : `.${String(part)}`)).join('')
  return text.replace(/^\./, '')
}

function checkUniqueElementIds(model: Model): Text[] {
  return findRepeated(model.elements.map(({ id }) => id)).map((index) =>
    describeProblem(`elements[${String(index)}].id`, 'idTwice', { id: model.elements[index]?.id ?? '' })
  )
}

/** Element ids are `model.element`: a saved walk finds its model by them. */
function checkElementPrefix(model: Model): Text[] {
  return model.elements.flatMap(({ id }, index) =>
    id.startsWith(`${model.id}.`) ? [] : [describeProblem(`elements[${String(index)}].id`, 'wrongPrefix', { id, prefix: `${model.id}.` })]
  )
}

function checkParents(model: Model): Text[] {
  const parents = new Map(model.elements.map(({ id, parent }) => [id, parent]))
  return model.elements.flatMap(({ id, parent }, index) => {
    if (parent === null) return []
    if (!parents.has(parent)) return [describeProblem(`elements[${String(index)}].parent`, 'noElement', { id: parent })]
    return isOnCycle(id, parents) ? [describeProblem(`elements[${String(index)}].parent`, 'insideItself', { id })] : []
  })
}

function isOnCycle(id: string, parents: ReadonlyMap<string, string | null>): boolean {
  const seen = new Set<string>()
  let current = parents.get(id) ?? null
  while (current !== null && !seen.has(current)) {
    if (current === id) return true
    seen.add(current)
    current = parents.get(current) ?? null
  }
  return false
}

function checkRelations(model: Model): Text[] {
  const ids = new Set(model.elements.map(({ id }) => id))
  const missing = model.relations.flatMap((relation, index) =>
    (['from', 'to'] as const).flatMap((end) =>
      ids.has(relation[end]) ? [] : [describeProblem(`relations[${String(index)}].${end}`, 'noElement', { id: relation[end] })]
    )
  )
  const repeated = findRepeated(model.relations.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).map((index) =>
    describeProblem(`relations[${String(index)}]`, 'relationTwice')
  )
  return [...missing, ...repeated]
}

function checkWalk(model: Model): Text[] {
  const ids = new Set(model.elements.map(({ id }) => id))
  const missing = model.walk.flatMap((id, index) => (ids.has(id) ? [] : [describeProblem(`walk[${String(index)}]`, 'noElement', { id })]))
  const repeated = findRepeated(model.walk).map((index) =>
    describeProblem(`walk[${String(index)}]`, 'visitedTwice', { id: model.walk[index] ?? '' })
  )
  return [...missing, ...repeated]
}

function checkCatalogueIds(model: Model, known: KnownIds): Text[] {
  return model.elements.flatMap((element, index) => [
    ...element.kpis.flatMap((id, position) =>
      known.kpis.has(id) ? [] : [describeProblem(`elements[${String(index)}].kpis[${String(position)}]`, 'noKpi', { id })]
    ),
    ...element.segments.flatMap((id, position) =>
      known.segments.has(id) ? [] : [describeProblem(`elements[${String(index)}].segments[${String(position)}]`, 'noSegment', { id })]
    )
  ])
}

function checkPositions(model: Model): Text[] {
  return model.elements.flatMap(({ position }, index) => checkPosition(model, position, `elements[${String(index)}].position`))
}

function checkPosition({ canvas }: Model, [x, y, width, height]: Model['elements'][number]['position'], path: string): Text[] {
  const [canvasWidth, canvasHeight] = canvas
  if (width <= 0 || height <= 0) return [describeProblem(path, 'noSize')]
  if (x < 0 || y < 0 || x + width > canvasWidth || y + height > canvasHeight)
    return [describeProblem(path, 'outsideCanvas', { width: canvasWidth, height: canvasHeight })]
  return []
}

/** A variant speaks of what the model has, leaves something of it, and the first is the model as it stands. */
function checkVariants(model: Model): Text[] {
  const ids = new Set(model.elements.map(({ id }) => id))
  const repeated = findRepeated(model.variants.map(({ id }) => id)).map((index) =>
    describeProblem(`variants[${String(index)}].id`, 'idTwice', { id: model.variants[index]?.id ?? '' })
  )
  const [first] = model.variants
  const plain = first && !isPlain(first) ? [describeProblem('variants[0]', 'firstNotPlain')] : []
  const wrong = model.variants.flatMap((variant, index) => {
    const path = `variants[${String(index)}]`
    const named = [
      ...variant.hides.map((id, at) => ({ id, at: `${path}.hides[${String(at)}]` })),
      ...variant.changes.map(({ id }, at) => ({ id, at: `${path}.changes[${String(at)}].id` })),
      ...variant.addsRelations.flatMap(({ from, to }, at) => [
        { id: from, at: `${path}.addsRelations[${String(at)}].from` },
        { id: to, at: `${path}.addsRelations[${String(at)}].to` }
      ]),
      ...(variant.walk ?? []).map((id, at) => ({ id, at: `${path}.walk[${String(at)}]` }))
    ]
    const missing = named.flatMap(({ id, at }) => (ids.has(id) ? [] : [describeProblem(at, 'noElement', { id })]))
    const unknown = variant.hidesRelations.flatMap((hidden, at) =>
      model.relations.some(({ from, to, kind }) => from === hidden.from && to === hidden.to && kind === hidden.kind)
        ? []
        : [describeProblem(`${path}.hidesRelations[${String(at)}]`, 'noRelation')]
    )
    const places = variant.changes.flatMap(({ position }, at) =>
      position ? checkPosition(model, position, `${path}.changes[${String(at)}].position`) : []
    )
    const unsaid = variant.changes.flatMap((change, at) =>
      (['name', 'definition'] as const).flatMap((key) =>
        change.ownMeaning && !change[key] ? [describeProblem(`${path}.changes[${String(at)}].${key}`, 'missing')] : []
      )
    )
    const twice = findRepeated(variant.walk ?? []).map((at) =>
      describeProblem(`${path}.walk[${String(at)}]`, 'visitedTwice', { id: variant.walk?.[at] ?? '' })
    )
    const isEmpty = missing.length === 0 && model.walk.some((id) => ids.has(id)) && applyVariant(model, variant).walk.length === 0
    return [...missing, ...unknown, ...places, ...unsaid, ...twice, ...(isEmpty ? [describeProblem(path, 'nothingLeft')] : [])]
  })
  return [...repeated, ...plain, ...wrong]
}

/** Every text in both languages, wherever it stands in the file. */
function checkTexts(model: Model): Text[] {
  return findEmptyTexts(model, [])
}

function findEmptyTexts(value: unknown, path: readonly PropertyKey[]): Text[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => findEmptyTexts(entry, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value)
    return (['en', 'es'] as const).flatMap((language) =>
      isBlank(value[language]) ? [describeProblem(formatPath([...path, language]), 'emptyText')] : []
    )
  return Object.entries(value).flatMap(([key, entry]) => findEmptyTexts(entry, [...path, key]))
}

function isBlank(value: unknown): boolean {
  return typeof value !== 'string' || value.trim() === ''
}

/** Positions of the second and later occurrences. */
function findRepeated(values: readonly string[]): number[] {
  const seen = new Set<string>()
  return values.flatMap((value, index) => {
    if (seen.has(value)) return [index]
    seen.add(value)
    return []
  })
}
