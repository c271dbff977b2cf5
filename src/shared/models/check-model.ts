import type { z } from 'zod'
import { Model } from './model.ts'

/** The ids a model file may name: what the catalogues of the app hold. */
export interface KnownIds {
  kpis: ReadonlySet<string>
  segments: ReadonlySet<string>
}
export interface ModelCheck {
  /** The model, when nothing is wrong with it. */
  model: Model | null
  /** Every problem found, each as `path: what is wrong`. */
  problems: string[]
}

type Rule = (model: Model, known: KnownIds) => string[]

const RULES: readonly Rule[] = [
  checkUniqueElementIds,
  checkElementPrefix,
  checkParents,
  checkRelations,
  checkWalk,
  checkCatalogueIds,
  checkPositions,
  checkTexts
]

/**
 * Checks the content of one model file. Pure: give it the parsed JSON. Shape first (all of its problems), then the rules
 * between parts; the rules only run on a file of the right shape.
 */
export function checkModel(content: unknown, known: KnownIds): ModelCheck {
  const parsed = Model.safeParse(content)
  if (!parsed.success) return { model: null, problems: parsed.error.issues.map(describeIssue) }
  const problems = RULES.flatMap((rule) => rule(parsed.data, known))
  return { model: problems.length === 0 ? parsed.data : null, problems }
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${formatPath(issue.path)}: ${issue.message}`
}

function formatPath(path: readonly PropertyKey[]): string {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return text.replace(/^\./, '') || '(file)'
}

function checkUniqueElementIds(model: Model): string[] {
  return findRepeated(model.elements.map(({ id }) => id)).map(
    (index) => `elements[${index}].id: "${model.elements[index]?.id ?? ''}" is used twice`
  )
}

/** Element ids are `model.element`: a saved walk finds its model by them. */
function checkElementPrefix(model: Model): string[] {
  return model.elements.flatMap(({ id }, index) =>
    id.startsWith(`${model.id}.`) ? [] : [`elements[${index}].id: "${id}" does not start with "${model.id}."`]
  )
}

function checkParents(model: Model): string[] {
  const parents = new Map(model.elements.map(({ id, parent }) => [id, parent]))
  return model.elements.flatMap(({ id, parent }, index) => {
    if (parent === null) return []
    if (!parents.has(parent)) return [`elements[${index}].parent: no element "${parent}"`]
    return isOnCycle(id, parents) ? [`elements[${index}].parent: "${id}" is inside itself`] : []
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

function checkRelations(model: Model): string[] {
  const ids = new Set(model.elements.map(({ id }) => id))
  const missing = model.relations.flatMap((relation, index) =>
    (['from', 'to'] as const).flatMap((end) =>
      ids.has(relation[end]) ? [] : [`relations[${index}].${end}: no element "${relation[end]}"`]
    )
  )
  const repeated = findRepeated(model.relations.map(({ from, to, kind }) => `${from} ${kind} ${to}`)).map(
    (index) => `relations[${index}]: the same relation is there twice`
  )
  return [...missing, ...repeated]
}

function checkWalk(model: Model): string[] {
  const ids = new Set(model.elements.map(({ id }) => id))
  const missing = model.walk.flatMap((id, index) => (ids.has(id) ? [] : [`walk[${index}]: no element "${id}"`]))
  const repeated = findRepeated(model.walk).map((index) => `walk[${index}]: "${model.walk[index] ?? ''}" is visited twice`)
  return [...missing, ...repeated]
}

function checkCatalogueIds(model: Model, known: KnownIds): string[] {
  return model.elements.flatMap((element, index) => [
    ...element.kpis.flatMap((id, position) =>
      known.kpis.has(id) ? [] : [`elements[${index}].kpis[${position}]: no KPI "${id}" in the catalogue`]
    ),
    ...element.segments.flatMap((id, position) =>
      known.segments.has(id) ? [] : [`elements[${index}].segments[${position}]: no segment "${id}" in the catalogue`]
    )
  ])
}

function checkPositions(model: Model): string[] {
  const [canvasWidth, canvasHeight] = model.canvas
  return model.elements.flatMap(({ position: [x, y, width, height] }, index) => {
    if (width <= 0 || height <= 0) return [`elements[${index}].position: width and height must be above 0`]
    if (x < 0 || y < 0 || x + width > canvasWidth || y + height > canvasHeight)
      return [`elements[${index}].position: lies outside the canvas of ${canvasWidth} × ${canvasHeight}`]
    return []
  })
}

/** Every text in both languages, wherever it stands in the file. */
function checkTexts(model: Model): string[] {
  return findEmptyTexts(model, [])
}

function findEmptyTexts(value: unknown, path: readonly PropertyKey[]): string[] {
  if (Array.isArray(value)) return value.flatMap((entry: unknown, index) => findEmptyTexts(entry, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && 'es' in value)
    return (['en', 'es'] as const).flatMap((language) => (isBlank(value[language]) ? [`${formatPath([...path, language])}: is empty`] : []))
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
