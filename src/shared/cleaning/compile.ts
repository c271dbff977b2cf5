import { nameColumns, type Recipe, type Step, type StepProblem, type StepReport } from './recipe.ts'
import { prepareStep } from './prepare-step.ts'
import type { CleaningTools, StepRun, Tell } from './step-run.ts'

/** A recipe made ready for the rows of one file. */
export interface CompiledRecipe {
  /** Headers with those of the added columns after them. */
  readonly headers: string[]
  /** Columns of the file that a step looks at, by index. */
  readonly reads: ReadonlySet<number>
  /** The cleaned row: as many cells as `headers`. The row given is not changed. */
  clean: (cells: readonly string[]) => readonly string[]
  /** What every step did so far, in the recipe's order; steps that are off did nothing. */
  report: () => StepReport[]
}

const SAMPLES = 5

/** Counts what one step does. */
class StepCounter implements Tell {
  readonly #step: Step
  problem: StepProblem | null = null
  #rows = 0
  #unread = 0
  #hasChanged = false
  #hasUnread = false
  readonly #samples = new Map<string, string>()
  readonly #unreadSamples = new Set<string>()

  constructor(step: Step) {
    this.#step = step
  }

  changed(before: string, after: string): void {
    this.#hasChanged = true
    if (this.#samples.size < SAMPLES) this.#samples.set(before, after)
  }

  unread(value: string): void {
    this.#hasUnread = true
    if (this.#unreadSamples.size < SAMPLES) this.#unreadSamples.add(value)
  }

  endRow(): void {
    if (this.#hasChanged) this.#rows++
    if (this.#hasUnread) this.#unread++
    this.#hasChanged = false
    this.#hasUnread = false
  }

  /** The row was left as it was: what was told of it does not count. */
  failRow(error: unknown): void {
    this.#hasChanged = false
    this.#hasUnread = false
    this.problem ??= { code: 'step-failed', detail: error instanceof Error ? error.message : '', rows: 0 }
    this.problem.rows++
  }

  report(): StepReport {
    return {
      id: this.#step.id,
      rows: this.#rows,
      unread: this.#unread,
      samples: [...this.#samples].map(([before, after]) => ({ before, after })),
      unreadSamples: [...this.#unreadSamples],
      problem: this.problem
    }
  }
}

interface ReadyStep {
  run: StepRun | null
  counter: StepCounter
}

/**
 * Makes a recipe ready for a file with these headers. A step that cannot be done (its column is not there, its pattern
 * can't be read) is reported and the others run; a step that is off still adds its columns, blank, so that what was mapped
 * to the columns after them stays mapped.
 */
export function compileRecipe(recipe: Recipe, headers: readonly string[], tools: CleaningTools): CompiledRecipe {
  const names = nameColumns(headers)
  const allHeaders = headers.map((header) => header.trim())
  const reads = new Set<number>()
  const steps = recipe.steps.map((step): ReadyStep => {
    const counter = new StepCounter(step)
    const ready = prepareStep(step, {
      names,
      tools,
      add: (name) => {
        const added = nameColumns([...names, name]).at(-1) ?? name
        allHeaders.push(added)
        return names.push(added) - 1
      }
    })
    counter.problem = ready.problem
    if (!step.on) return { run: null, counter: new StepCounter(step) }
    for (const index of ready.reads) if (index < headers.length) reads.add(index)
    return { run: ready.run, counter }
  })
  let rows = 0
  return {
    headers: allHeaders,
    reads,
    clean: (cells) => {
      rows++
      if (recipe.steps.length === 0) return cells
      let row = padRow(cells, allHeaders.length, headers.length)
      for (const { run, counter } of steps) if (run !== null) row = runStep(run, row, counter)
      return row
    },
    report: () =>
      steps.map(({ run, counter }) => {
        const report = counter.report()
        // A step that never ran, or lacks a column, left every row.
        return report.problem && report.problem.code !== 'step-failed' && (run === null || report.problem.rows === 0)
          ? { ...report, problem: { ...report.problem, rows } }
          : report
      })
  }
}

/** As many cells as there are columns; what a row has beyond the file's own columns makes no room in the added ones. */
function padRow(cells: readonly string[], width: number, own: number): string[] {
  const row = cells.slice(0, own)
  while (row.length < width) row.push('')
  return row
}

function runStep(run: StepRun, row: string[], counter: StepCounter): string[] {
  const next = row.slice()
  try {
    run(next, counter)
    counter.endRow()
    return next
  } catch (error) {
    counter.failRow(error)
    return row
  }
}
