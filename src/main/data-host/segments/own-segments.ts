import type Database from 'better-sqlite3'
import type { Missing } from '../../../shared/contract/segments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { findPosition } from '../figures/find-position.ts'
import type { SegmentAnswer } from './evaluate.ts'

/** Id of the own segment that says at whom the business aims (domain section 5: the rule saved as "target"). */
export const TARGET_SEGMENT = 'target'

interface OwnSegment {
  id: string
  en: string
  es: string
  hasRule: 0 | 1
}

const FIXED_LIST: Text = { en: 'A fixed list of customers.', es: 'Una lista fija de clientes.' }
const OWN_RULE: Text = { en: 'A rule of your own.', es: 'Una regla propia.' }
const NO_MEMBERS: Missing = {
  code: 'needs-rule',
  needs: [],
  hint: { en: 'This segment has no list of customers yet.', es: 'Este segmento aún no tiene una lista de clientes.' }
}

/** The name of an own segment; null when there is none of that id. */
export function readOwnSegmentName(db: Database.Database, id: string): Text | null {
  return db.prepare<[string], Text>('SELECT name_en AS en, name_es AS es FROM segments WHERE id = ?').get(id) ?? null
}

/**
 * Answers of a person's own segments, by name: their newest list of members up to the as-of date. `ids`: the live
 * customers, ascending; `revenueWindow` in parallel.
 */
export function answerOwnSegments(
  db: Database.Database,
  ids: Int32Array,
  revenueWindow: Float64Array,
  asOf: string | null
): Map<string, SegmentAnswer> {
  const own = db
    .prepare<[], OwnSegment>('SELECT id, name_en AS en, name_es AS es, rule IS NOT NULL AS hasRule FROM segments ORDER BY name_en, id')
    .all()
  const members = db
    .prepare<[{ id: string; asOf: string }], number>(
      `SELECT customer_id FROM segment_members WHERE segment_id = @id
       AND as_of = (SELECT max(as_of) FROM segment_members WHERE segment_id = @id AND as_of <= @asOf)`
    )
    .pluck()
  return new Map(
    own.map(({ id, en, es, hasRule }): [string, SegmentAnswer] => {
      const listed = members.all({ id, asOf: asOf ?? '9999-12-31' })
      const definition = {
        id,
        name: { en, es },
        group: 'own' as const,
        rule: hasRule ? OWN_RULE : FIXED_LIST,
        needs: [],
        hint: null,
        source: 'A'
      }
      if (listed.length === 0) return [id, { definition, mask: null, missing: NO_MEMBERS, customers: 0, revenueWindow: 0 }]
      return [id, { definition, missing: null, ...countListed(listed, ids, revenueWindow) }]
    })
  )
}

function countListed(
  listed: readonly number[],
  ids: Int32Array,
  revenueWindow: Float64Array
): Pick<SegmentAnswer, 'customers' | 'revenueWindow'> & { mask: Uint8Array } {
  const mask = new Uint8Array(ids.length)
  let [customers, revenue] = [0, 0]
  for (const customer of listed) {
    const i = findPosition(ids, customer)
    if (i < 0) continue
    mask[i] = 1
    customers++
    revenue += revenueWindow[i]!
  }
  return { mask, customers, revenueWindow: revenue }
}
