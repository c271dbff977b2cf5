import { findClusters, type ValueCount } from '../../../../shared/cleaning/clusters.ts'
import type { ClusterMethod } from '../../../../shared/cleaning/cluster-methods.ts'
import { nameColumns } from '../../../../shared/cleaning/recipe.ts'
import { type CountedColumn, suggestSteps } from '../../../../shared/cleaning/suggest.ts'
import type { SpellingCluster, StepSuggestion } from '../../../../shared/contract/cleaning.ts'
import { ColumnProfile } from '../reading/profile-columns.ts'
import { readRecords } from '../reading/read-records.ts'
import { isBlank } from '../reading/split.ts'
import type { ImportJob } from '../run/run-context.ts'
import { startCleaner } from './start-cleaner.ts'

/** What is asked of the values of a file. */
export type StudyQuestion =
  | { what: 'suggestions'; country: string }
  | { what: 'spellings'; column: string; method: ClusterMethod }
  | { what: 'values'; column: string }
export type StudyAnswer =
  | { what: 'suggestions'; suggestions: StepSuggestion[] }
  | { what: 'spellings'; clusters: SpellingCluster[]; distinct: number }
  | { what: 'values'; values: ValueCount[]; distinct: number }

const STUDIED_ROWS = 100_000
/** A column with more different values is no list of anything; what comes after is not counted. */
const MOST_VALUES = 100_000
const SHOWN_VALUES = 500

class ValueCounter {
  readonly profile = new ColumnProfile()
  readonly #counts = new Map<string, number>()

  add(cell: string): void {
    if (cell.trim() === '') return
    this.profile.add(cell)
    const count = this.#counts.get(cell)
    if (count !== undefined || this.#counts.size < MOST_VALUES) this.#counts.set(cell, (count ?? 0) + 1)
  }

  list(): ValueCount[] {
    return [...this.#counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count)
  }
}

interface Counted {
  names: string[]
  counters: ValueCounter[]
}

/** Counts the values of the columns that `isAsked`, cleaned, in the first rows of the file. */
function countColumns({ path, settings }: ImportJob, isAsked: (name: string, index: number) => boolean, stop: () => void): Counted {
  const { headerRow } = settings.dialect
  let cleaner = startCleaner(settings.recipe, [])
  let names: string[] = []
  let counters: ValueCounter[] = []
  let asked: number[] = []
  let record = 0
  let rows = 0
  readRecords(
    path,
    settings.dialect,
    (cells) => {
      const index = record++
      if (index < headerRow) return true
      if (index === headerRow) {
        cleaner = startCleaner(settings.recipe, cells)
        names = nameColumns(cleaner.headers)
        counters = names.map(() => new ValueCounter())
        asked = names.flatMap((name, at) => (isAsked(name, at) ? [at] : []))
        return true
      }
      if (isBlank(cells)) return true
      const cleaned = cleaner.clean(cells)
      for (const at of asked) counters[at]?.add(cleaned[at] ?? '')
      return ++rows < STUDIED_ROWS
    },
    { onPiece: stop }
  )
  return { names, counters }
}

/** Looks at the values of a file as an import would read them. `job`: made ready, its settings may lack columns. */
export function studyFile(job: ImportJob, question: StudyQuestion, stopIfCancelled: () => void): StudyAnswer {
  if (question.what === 'suggestions') {
    const fields = new Map(job.settings.columns.map(({ index, field }) => [index, field]))
    const { names, counters } = countColumns(job, (_, index) => fields.has(index), stopIfCancelled)
    const columns = names.flatMap((name, at): CountedColumn[] => {
      const counter = counters[at]
      return counter && fields.has(at) ? [{ name, field: fields.get(at) ?? null, type: counter.profile.type, values: counter.list() }] : []
    })
    return { what: 'suggestions', suggestions: suggestSteps(columns, question.country) }
  }
  const { names, counters } = countColumns(job, (name) => name === question.column, stopIfCancelled)
  const values = counters[names.indexOf(question.column)]?.list() ?? []
  return question.what === 'values'
    ? { what: 'values', values: values.slice(0, SHOWN_VALUES), distinct: values.length }
    : { what: 'spellings', clusters: findClusters(values, question.method), distinct: values.length }
}
