import { createEmailCleaner } from './email.ts'
import { WRITE_CASE } from './letter-case.ts'
import { Pattern } from './pattern/match.ts'
import { PatternError } from './pattern/parse.ts'
import { createPhoneCleaner } from './phone.ts'
import type { Step, StepKind } from './recipe.ts'
import { splitName } from './split-name.ts'
import { type CleanCell, type PreparedStep, prepareCells, refuseStep, rememberCells, type StepPlace } from './step-run.ts'
import { createTaxIdCleaner } from './tax-id.ts'
import { keyOfValue, trimSpaces } from './text-steps.ts'

type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
type Prepare<K extends StepKind> = (step: StepOf<K>, place: StepPlace) => PreparedStep

const PREPARE: { [K in StepKind]: Prepare<K> } = {
  trim: ({ columns }, place) => prepareCells(columns, place, trimSpaces),
  case: ({ columns, to }, place) => prepareCells(columns, place, WRITE_CASE[to]),
  'split-name': prepareSplit,
  join: prepareJoin,
  phone: ({ columns, country }, place) => {
    const clean = createPhoneCleaner(country)
    return clean ? prepareCells(columns, place, rememberCells(clean)) : refuseStep('country-unknown', country)
  },
  email: ({ columns, domains }, place) => prepareCells(columns, place, createEmailCleaner(domains)),
  'tax-id': ({ columns, country }, place) => prepareCells(columns, place, createTaxIdCleaner(country)),
  date: ({ columns, order }, place) =>
    prepareCells(
      columns,
      place,
      rememberCells((value) => place.tools.readDate(value, order))
    ),
  replace: prepareReplace,
  map: ({ columns, values }, place) => {
    const table = new Map(values.map(({ from, to }) => [keyOfValue(from), to]))
    return prepareCells(columns, place, (value) => table.get(keyOfValue(value)) ?? value)
  },
  merge: ({ columns, groups }, place) => {
    const table = new Map(groups.flatMap(({ to, from }) => from.map((spelling) => [spelling, to] as const)))
    return prepareCells(columns, place, (value) => table.get(value) ?? value)
  },
  blank: ({ columns, words }, place) => {
    const empty = new Set(words.map(keyOfValue))
    return prepareCells(
      columns,
      place,
      rememberCells((value) => (empty.has(keyOfValue(value)) ? '' : value))
    )
  }
}

/** Adds the three parts; blank rows and names that are no names give blank parts. */
function prepareSplit({ column, order, into }: StepOf<'split-name'>, { names, add }: StepPlace): PreparedStep {
  const from = names.indexOf(column)
  // Added whether or not the column is there: what was mapped to later columns keeps its place.
  const places = into.map(add)
  if (from < 0) return refuseStep('column-missing', column)
  return {
    reads: [from],
    problem: null,
    run: (cells, tell) => {
      const before = cells[from] ?? ''
      if (before.trim() === '') return
      const parts = splitName(before, order)
      places.forEach((place, at) => {
        cells[place] = parts[at] ?? ''
      })
      tell.changed(before, parts.filter(Boolean).join(' | '))
    }
  }
}

function prepareJoin({ columns, separator, into }: StepOf<'join'>, { names, add }: StepPlace): PreparedStep {
  const found = columns.map((name) => names.indexOf(name))
  const place = add(into)
  const reads = found.filter((index) => index >= 0)
  const missing = columns.filter((_, at) => (found[at] ?? -1) < 0)
  const problem = missing.length === 0 ? null : refuseStep('column-missing', missing.join(', ')).problem
  if (reads.length === 0) return { run: null, reads, problem }
  return {
    reads,
    problem,
    run: (cells, tell) => {
      const parts = reads.map((index) => (cells[index] ?? '').trim()).filter(Boolean)
      if (parts.length === 0) return
      const joined = parts.join(separator)
      cells[place] = joined
      tell.changed(parts.join(' | '), joined)
    }
  }
}

/** Longer cells are left as they stand: a search and its repeats take as long as both are long. */
const MAX_SEARCHED = 20_000

function prepareReplace({ columns, find, with: replacement, mode, ignoreCase }: StepOf<'replace'>, place: StepPlace): PreparedStep {
  try {
    const pattern = mode === 'pattern' ? new Pattern(find, { ignoreCase }) : null
    // Every letter that means something in a pattern is escaped: this looks for the text alone.
    const text = new RegExp(find.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), ignoreCase ? 'giu' : 'gu')
    const clean: CleanCell = (value) => {
      if (value.length > MAX_SEARCHED) return null
      return pattern ? pattern.replaceAll(value, replacement) : value.replace(text, () => replacement)
    }
    return prepareCells(columns, place, rememberCells(clean))
  } catch (error) {
    if (error instanceof PatternError) return refuseStep('pattern-unreadable', find)
    throw error
  }
}

/** Makes one step ready for the columns that are there before it. */
export function prepareStep<K extends StepKind>(step: StepOf<K>, place: StepPlace): PreparedStep {
  const prepare: Prepare<K> = PREPARE[step.kind]
  return prepare(step, place)
}
