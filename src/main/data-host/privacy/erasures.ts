import type Database from 'better-sqlite3'
import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { PRIVACY_KEY_PREFIX } from '../database/settings.ts'
import type { Person } from './persons-rows.ts'

export const HASH_KEY = `${PRIVACY_KEY_PREFIX}key`

/** A person as keyed hashes alone: nobody reads a name out of it, and who holds the name and the key can tell. */
const Hashes = z.object({ record: z.array(z.string()), number: z.array(z.string()), contact: z.array(z.string()) })
type Hashes = z.infer<typeof Hashes>

interface Identity {
  id: number
  createdAt: string
  externalId: string | null
  email: string | null
  phone: string | null
  taxId: string | null
}
const IDENTITY = 'id, created_at AS createdAt, external_id AS externalId, email, phone, tax_id AS taxId'

/** The key of the hashes, made when first needed. */
export function readHashKey(db: Database.Database): string {
  const stored = db.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(HASH_KEY)
  if (stored !== undefined) return z.string().parse(JSON.parse(stored))
  const key = randomBytes(32).toString('hex')
  db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)').run(HASH_KEY, JSON.stringify(key))
  return key
}

function hashIdentity({ id, createdAt, externalId, email, phone, taxId }: Identity, key: string): Hashes {
  const hash = (kind: string, value: string): string => createHmac('sha256', key).update(`${kind}:${value}`).digest('hex')
  const hashIf = (kind: string, value: string | null | undefined): string[] => (value ? [hash(kind, value)] : [])
  return {
    record: [hash('record', `${String(id)}:${createdAt}`)],
    number: hashIf('number', externalId),
    contact: [
      ...hashIf('email', email?.trim().toLowerCase()),
      ...hashIf('phone', phone?.replace(/\D/g, '').slice(-9)),
      ...hashIf('tax', taxId?.replace(/[^\p{L}\p{N}]/gu, '').toUpperCase())
    ]
  }
}

/** Writes the erasure into the ledger; call it while the person's row still says who they are. */
export function keepErasure(db: Database.Database, person: Person, reason: string, now: Date): void {
  const key = readHashKey(db)
  const find = db.prepare<[number], Identity>(`SELECT ${IDENTITY} FROM customers WHERE id = ?`)
  const hashes = person.ids.flatMap((id) => {
    const identity = find.get(id)
    return identity ? [hashIdentity(identity, key)] : []
  })
  const joined: Hashes = {
    record: hashes.flatMap(({ record }) => record),
    number: hashes.flatMap(({ number }) => number),
    contact: hashes.flatMap(({ contact }) => contact)
  }
  db.prepare('INSERT INTO erasures (customer_id, hashes, at, reason) VALUES (?, ?, ?, ?)').run(
    person.ids[0] ?? 0,
    JSON.stringify(joined),
    now.toISOString(),
    reason
  )
}

export interface Erasure {
  id: number
  customerId: number
  at: string
  reason: string
}

/** The ledger, newest first. */
export function listErasures(db: Database.Database): Erasure[] {
  return db.prepare<[], Erasure>('SELECT id, customer_id AS customerId, at, reason FROM erasures ORDER BY id DESC').all()
}

/**
 * Ids of live customers of an older copy (`db`) whom the ledger of `ledger` names: by the record itself, by the number of
 * their system, or by two of e-mail, phone and tax number (one alone a family shares). `batchId`: only of those this import made.
 */
export function findErased(
  ledger: Database.Database,
  db: Database.Database,
  batchId: number | null = null
): { id: number; reason: string }[] {
  const entries = ledger
    .prepare<[], { hashes: string; reason: string }>('SELECT hashes, reason FROM erasures ORDER BY id')
    .all()
    .flatMap(({ hashes, reason }) => {
      const parsed = Hashes.safeParse(JSON.parse(hashes))
      return parsed.success ? [{ ...parsed.data, reason }] : []
    })
  if (entries.length === 0) return []
  const key = readHashKey(ledger)
  const surely = new Map(entries.flatMap(({ record, number, reason }) => [...record, ...number].map((hash) => [hash, reason] as const)))
  const contacts = new Map<string, number[]>()
  for (const [place, { contact }] of entries.entries())
    for (const hash of contact) contacts.set(hash, [...(contacts.get(hash) ?? []), place])
  const found: { id: number; reason: string }[] = []
  const live = db.prepare<[{ batchId: number | null }], Identity>(
    `SELECT ${IDENTITY} FROM customers WHERE status <> 'erased' AND (@batchId IS NULL OR batch_id = @batchId)`
  )
  for (const identity of live.iterate({ batchId })) {
    const { record, number, contact } = hashIdentity(identity, key)
    const sure = [...record, ...number].map((hash) => surely.get(hash)).find((reason) => reason !== undefined)
    const places = contact.flatMap((hash) => contacts.get(hash) ?? [])
    const twice = places.find((place, index) => places.indexOf(place) < index)
    const reason = sure ?? (twice === undefined ? undefined : entries[twice]?.reason)
    if (reason !== undefined) found.push({ id: identity.id, reason })
  }
  return found
}
