import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { type Recipe, type Step, type StepKind } from '../../../shared/cleaning/recipe.ts'

/** The columns a recipe can work on. */
export interface RecipeColumn {
  readonly name: string
  readonly field: string | null
  readonly isAdded: boolean
}

/** The order in which the menu offers them: what is asked for most comes first. */
export const STEP_KINDS: readonly StepKind[] = [
  'trim',
  'case',
  'phone',
  'email',
  'tax-id',
  'date',
  'blank',
  'merge',
  'map',
  'replace',
  'split-name',
  'join'
]

/** Fields whose columns a new step of the kind begins with. */
const USUAL_FIELDS: Readonly<Partial<Record<StepKind, readonly string[]>>> = {
  case: ['name', 'last_name', 'second_last_name', 'customer_name'],
  phone: ['phone', 'customer_phone'],
  email: ['email', 'customer_email'],
  'tax-id': ['tax_id', 'customer_tax_id'],
  date: ['order_date', 'birth_date', 'acquisition_date', 'date'],
  merge: ['city', 'customer_city', 'region', 'category', 'channel'],
  map: ['status', 'channel', 'category', 'city'],
  'split-name': ['name', 'customer_name'],
  join: ['name', 'last_name', 'second_last_name']
}
/** Words for nothing that a new step begins with. */
const USUAL_WORDS = ['n/a', '-', 'xxx', 'sin correo', 'sin teléfono', 'no tiene']

export const nextId = (): string => crypto.randomUUID().slice(0, 8)

/** A step to begin with; columns that it usually works on are chosen. */
export function startStep(kind: StepKind, columns: readonly RecipeColumn[], added: readonly [string, string, string, string]): Step {
  const usual = USUAL_FIELDS[kind] ?? []
  const chosen = columns.filter(({ field }) => field !== null && usual.includes(field)).map(({ name }) => name)
  const first = chosen.slice(0, 1)
  const id = nextId()
  const base = { id, on: true } as const
  const starts: { [K in StepKind]: Extract<Step, { kind: K }> } = {
    trim: { ...base, kind: 'trim', columns: 'all' },
    case: { ...base, kind: 'case', columns: chosen, to: 'names' },
    'split-name': {
      ...base,
      kind: 'split-name',
      column: first[0] ?? '',
      order: 'given-first',
      into: [added[0], added[1], added[2]]
    },
    join: { ...base, kind: 'join', columns: chosen, separator: ' ', into: added[3] },
    phone: { ...base, kind: 'phone', columns: chosen, country: 'ES' },
    email: { ...base, kind: 'email', columns: chosen, domains: {} },
    'tax-id': { ...base, kind: 'tax-id', columns: chosen, country: 'ES' },
    date: { ...base, kind: 'date', columns: chosen, order: 'dmy' },
    replace: { ...base, kind: 'replace', columns: 'all', find: '', with: '', mode: 'text', ignoreCase: false },
    map: { ...base, kind: 'map', columns: first, values: [] },
    merge: { ...base, kind: 'merge', columns: first, groups: [] },
    blank: { ...base, kind: 'blank', columns: 'all', words: USUAL_WORDS }
  }
  return starts[kind]
}

/** The columns a step works on. */
export function columnsOf(step: Step): readonly string[] | 'all' {
  return step.kind === 'split-name' ? [step.column] : step.columns
}

/** Whether the step says enough to be done. */
export function isComplete(step: Step): boolean {
  const columns = columnsOf(step)
  if (columns !== 'all' && (columns.length === 0 || columns.includes(''))) return false
  if (step.kind === 'replace') return step.find !== ''
  if (step.kind === 'map') return step.values.length > 0
  if (step.kind === 'merge') return step.groups.length > 0
  if (step.kind === 'blank') return step.words.length > 0
  if (step.kind === 'join') return step.into.trim() !== ''
  if (step.kind === 'split-name') return step.into.every((name) => name.trim() !== '')
  return true
}

/** The step put in, in place of the one with its id or at the end. */
export function putStep({ steps }: Recipe, step: Step): Recipe {
  return { steps: steps.some(({ id }) => id === step.id) ? steps.map((each) => (each.id === step.id ? step : each)) : [...steps, step] }
}

/** What does best before what: a word for nothing is no phone, and spellings are compared when they are tidy. */
const BEST_ORDER: readonly StepKind[] = ['trim', 'blank', 'split-name', 'case', 'email', 'phone', 'tax-id', 'merge']

/** A step the data asked for, put where it does best among those there are. */
export function placeStep({ steps }: Recipe, step: Step): Recipe {
  const rank = BEST_ORDER.indexOf(step.kind)
  const at = steps.findIndex(({ kind }) => BEST_ORDER.indexOf(kind) > rank)
  return { steps: at < 0 ? [...steps, step] : steps.toSpliced(at, 0, step) }
}

export function removeStep({ steps }: Recipe, id: string): Recipe {
  return { steps: steps.filter((step) => step.id !== id) }
}

/** One place up (-1) or down (+1). */
export function moveStep({ steps }: Recipe, id: string, by: -1 | 1): Recipe {
  const from = steps.findIndex((step) => step.id === id)
  const step = steps[from]
  const to = from + by
  if (!step || to < 0 || to >= steps.length) return { steps }
  return { steps: steps.toSpliced(from, 1).toSpliced(to, 0, step) }
}

/** Where the columns of a new step go by themselves: the parts of a name to the fields of names, in place of the whole. */
export function fieldsOfStep(step: Step, columns: readonly RecipeColumn[]): Record<string, string | null> {
  if (step.kind !== 'split-name') return {}
  const field = columns.find(({ name }) => name === step.column)?.field
  if (field !== 'name') return {}
  const [given, surname, second] = step.into
  return { [step.column]: null, [given]: 'name', [surname]: 'last_name', [second]: 'second_last_name' }
}

/** The import with only the steps before the one with this id: what a new or changed step finds. */
export function settingsBefore(settings: ImportSettings, id: string): ImportSettings {
  const steps = settings.recipe?.steps ?? []
  const at = steps.findIndex((step) => step.id === id)
  return { ...settings, recipe: { steps: at < 0 ? steps : steps.slice(0, at) } }
}
