import type Database from 'better-sqlite3'
import type { DuplicatePair, Reason, SearchProgress } from '../../../shared/contract/duplicates.ts'
import { findDuplicates } from '../../../shared/analytics/duplicates/find-duplicates.ts'
import { measureNames, scorePair } from '../../../shared/analytics/duplicates/score-pair.ts'
import { loadIdentities } from './load-identities.ts'

/** What a search found, by customers' ids: it holds as long as nobody's record changes. */
export interface Search {
  /** The smaller id first; the surest pair first. */
  readonly pairs: readonly DuplicatePair[]
  readonly skippedBlocks: number
  /** False where nobody has an e-mail, phone or tax id: a name and an address alone never make a duplicate. */
  readonly isAnswerable: boolean
}

/** Pairs between two resting points. */
const STRIDE = 200

/** Searches the live customers for duplicates in steps. Yields progress where a caller may rest. */
export function* searchSteps(db: Database.Database, from?: number): Generator<SearchProgress, Search> {
  if (!canTell(db)) return { pairs: [], skippedBlocks: 0, isAnswerable: false }
  const total = db.prepare('SELECT count(*) FROM customers').pluck().get() as number
  const reading = loadIdentities(db)
  let read = reading.next()
  for (; !read.done; read = reading.next()) yield { phase: 'reading', done: read.value, total }
  const { ids, book } = read.value
  const finding = findDuplicates(book, from === undefined ? {} : { from })
  let found = finding.next()
  for (; !found.done; found = finding.next())
    yield { phase: found.value.phase, done: Math.round(found.value.share * ids.length), total: ids.length }
  const pairs: DuplicatePair[] = []
  for (const { one, other, score } of found.value.pairs) {
    const { reasons, isStrong } = scorePair(book, one, other)
    const likeness = Math.round(measureNames(book, one, other) * 100) / 100
    pairs.push({ one: ids[one]!, other: ids[other]!, score, isStrong, reasons: reasons.map((reason) => withLikeness(reason, likeness)) })
    if (pairs.length % STRIDE === 0) yield { phase: 'grouping', done: pairs.length, total: found.value.pairs.length }
  }
  return { pairs, skippedBlocks: found.value.skippedBlocks, isAnswerable: book.isTelling }
}

function withLikeness(reason: Reason, likeness: number): Reason {
  return reason.kind === 'field' && reason.field === 'name' && reason.agreement !== 'same' ? { ...reason, likeness } : reason
}

/** Whether any record could be told from another: files of orders alone have numbers for names, and need not be read. */
function canTell(db: Database.Database): boolean {
  const filled = "coalesce(email, '') <> '' OR coalesce(phone, '') <> '' OR coalesce(tax_id, '') <> ''"
  return db.prepare(`SELECT EXISTS (SELECT 1 FROM customers WHERE ${filled})`).pluck().get() === 1
}
