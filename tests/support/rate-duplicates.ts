import { findDuplicates, type FoundDuplicates } from '../../src/shared/analytics/duplicates/find-duplicates.ts'
import { normaliseIdentity, type IdentityRecord } from '../../src/shared/analytics/duplicates/identity.ts'
import { RecordBook } from '../../src/shared/analytics/duplicates/record-book.ts'

export function makeBook(records: readonly IdentityRecord[]): RecordBook {
  const book = new RecordBook()
  for (const record of records) book.add(normaliseIdentity(record))
  return book
}

export function searchBook(book: RecordBook, distinct: readonly (readonly [number, number])[] = []): FoundDuplicates {
  const steps = findDuplicates(book, { distinct })
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
  }
}

/** A record of a labelled set: `truth` names who it stands for, `source` the list it comes from. */
export interface Labelled {
  readonly truth: string | number
  readonly source?: number
  readonly record: IdentityRecord
}

export interface Rating {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

/**
 * How many of the pairs that are one were found, and how many of the found are one; the search sees no label. With
 * `isLink`, only pairs of two sources count.
 */
export function rateSearch(list: readonly Labelled[], { isLink = false } = {}): Rating {
  const { groupOf } = searchBook(makeBook(list.map(({ record }) => record)))
  const found = countPairs(list, isLink, (i) => groupOf[i]!)
  const there = countPairs(list, isLink, (i) => list[i]!.truth)
  const right = countPairs(list, isLink, (i) => `${String(groupOf[i])} ${String(list[i]!.truth)}`)
  const precision = right / found
  const recall = right / there
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

function countPairs(list: readonly Labelled[], isLink: boolean, keyOf: (i: number) => string | number): number {
  const groups = new Map<string | number, Labelled[]>()
  for (const [i, each] of list.entries()) groups.set(keyOf(i), [...(groups.get(keyOf(i)) ?? []), each])
  const choose = (n: number): number => (n * (n - 1)) / 2
  return [...groups.values()].reduce((sum, group) => {
    const first = group.filter(({ source }) => source === 0).length
    return sum + (isLink ? first * (group.length - first) : choose(group.length))
  }, 0)
}
