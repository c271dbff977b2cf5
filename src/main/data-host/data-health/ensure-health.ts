import { type DataHealth, type HealthProblem, IndexWeights, type Offender } from '../../../shared/contract/data-health.ts'
import { HEALTH_FIELDS } from '../../../shared/analytics/data-health/fields.ts'
import type { OpenWorkspace } from '../context.ts'
import { HEALTH_KEY_PREFIX } from '../database/settings.ts'
import type { Figures } from '../figures/figures.ts'
import { CONTACT_COLUMNS, type ContactRow } from './contact-columns.ts'
import { describeHealth } from './describe-health.ts'
import { type Screening, screenRecords } from './screening.ts'

export const WEIGHTS_KEY = `${HEALTH_KEY_PREFIX}weights`

/** Figures change with the data and the as-of date, and with them what is kept here. */
const kept = new WeakMap<Figures['customerIds'], { dataNumber: number; asOf: string | null; screening: Promise<Screening> }>()

/** Every record looked through; done once for every state of the data. */
export function ensureScreening(workspace: OpenWorkspace, figures: Figures): Promise<Screening> {
  const known = kept.get(figures.customerIds)
  if (known?.dataNumber === figures.dataNumber && known.asOf === figures.asOf) return known.screening
  const screening = screenRecords(workspace.read, figures)
  kept.set(figures.customerIds, { dataNumber: figures.dataNumber, asOf: figures.asOf, screening })
  screening.catch(() => kept.delete(figures.customerIds))
  return screening
}

/** The weights a person chose for the index; null: those the app comes with. */
function readWeights(workspace: OpenWorkspace): IndexWeights | null {
  const stored = workspace.read.prepare<[string], string>('SELECT value FROM settings WHERE key = ?').pluck().get(WEIGHTS_KEY)
  const weights = IndexWeights.safeParse(stored === undefined ? null : JSON.parse(stored))
  return weights.success ? weights.data : null
}

export async function measureHealth(workspace: OpenWorkspace, figures: Figures): Promise<DataHealth> {
  return describeHealth(workspace.read, await ensureScreening(workspace, figures), readWeights(workspace))
}

/** One page of those who have a problem, by our id. */
export async function listOffenders(
  workspace: OpenWorkspace,
  figures: Figures,
  { problem, offset, limit }: { problem: HealthProblem; offset: number; limit: number }
): Promise<{ total: number; rows: Offender[] }> {
  const positions = (await ensureScreening(workspace, figures)).positions.get(problem) ?? new Int32Array()
  const ids = Array.from(positions.subarray(offset, offset + limit), (i) => figures.customerIds[i]!)
  const find = workspace.read.prepare<[number], ContactRow>(`SELECT ${CONTACT_COLUMNS} FROM customers WHERE id = ?`)
  const rows = ids.flatMap((id) => {
    const row = find.get(id)
    return row ? [{ id, name: row.name || row.externalId || `#${String(id)}`, city: row.city, value: readValue(row, problem) }] : []
  })
  return { total: positions.length, rows }
}

/** What is written where the problem is. */
function readValue(row: ContactRow, problem: HealthProblem): string | null {
  if (problem === 'phone-country') return [row.phone, row.country].filter(Boolean).join(' · ')
  const field = HEALTH_FIELDS.find((each) => problem === `invalid-${each}`)
  return field ? row[field] : null
}
