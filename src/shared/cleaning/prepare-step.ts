import { WRITE_CASE } from './letter-case.ts'
import type { Step, StepKind } from './recipe.ts'
import { type PreparedStep, prepareCells, rememberCells, type StepPlace } from './step-run.ts'
import { keyOfValue, trimSpaces } from './text-steps.ts'

type StepOf<K extends StepKind> = Extract<Step, { kind: K }>
type Prepare<K extends StepKind> = (step: StepOf<K>, place: StepPlace) => PreparedStep

const PREPARE: { [K in StepKind]?: Prepare<K> } = {
  trim: ({ columns }, place) => prepareCells(columns, place, trimSpaces),
  case: ({ columns, to }, place) => prepareCells(columns, place, WRITE_CASE[to]),
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

/** Makes one step ready for the columns that are there before it. */
export function prepareStep<K extends StepKind>(step: StepOf<K>, place: StepPlace): PreparedStep {
  const prepare: Prepare<K> | undefined = PREPARE[step.kind]
  return prepare ? prepare(step, place) : { run: null, reads: [], problem: null }
}
