import type Database from 'better-sqlite3'
import type { Row } from '../database/changes.ts'

interface Consent {
  purpose: string
  channel: string
  status: 'granted' | 'denied' | 'withdrawn'
  at: string
}

/** The one that wins is the higher. */
const STRICTNESS = { granted: 0, denied: 1, withdrawn: 2 } as const

/** The newest consent of a customer for every purpose and channel. */
function readNewest(db: Database.Database, customerId: number): Map<string, Consent> {
  const rows = db
    .prepare<[number], Consent>('SELECT purpose, channel, status, at FROM consents WHERE customer_id = ? ORDER BY at, id')
    .all(customerId)
  return new Map(rows.map((row) => [JSON.stringify([row.purpose, row.channel]), row]))
}

/**
 * Consents to write so that after a merge the most restrictive of both customers' newest ones is the newest (domain 6.11,
 * step 5): for every purpose and channel where a stricter answer of one would else lie under a later, milder one of the other.
 */
export function restrictConsents(db: Database.Database, keepId: number, mergeId: number, now: Date): Row[] {
  const kept = readNewest(db, keepId)
  const merged = readNewest(db, mergeId)
  return [...merged].flatMap(([key, other]) => {
    const own = kept.get(key)
    if (!own || own.status === other.status) return []
    const [strict, mild] = STRICTNESS[own.status] > STRICTNESS[other.status] ? [own, other] : [other, own]
    if (strict.at > mild.at) return []
    return [{ purpose: strict.purpose, channel: strict.channel, status: strict.status, at: now.toISOString(), source: 'merge' }]
  })
}

/** What `restrictConsents` would leave stricter than the kept customer's own newest answer. */
export function listRestricted(
  db: Database.Database,
  keepId: number,
  mergeIds: readonly number[]
): Pick<Consent, 'purpose' | 'channel' | 'status'>[] {
  const kept = readNewest(db, keepId)
  const strictest = new Map<string, Consent>()
  for (const id of mergeIds)
    for (const [key, other] of readNewest(db, id)) {
      const own = strictest.get(key) ?? kept.get(key)
      if (own && STRICTNESS[other.status] > STRICTNESS[own.status]) strictest.set(key, other)
    }
  return [...strictest.values()].map(({ purpose, channel, status }) => ({ purpose, channel, status }))
}
