import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { dayOfIsoDate, isoDateOfDay } from '../../../src/shared/domain/day-number.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

let test: TestWorkspace | undefined
afterEach(() => {
  test?.close()
  test = undefined
})

const LAST = dayOfIsoDate('2025-12-31')
const ago = (days: number): string => isoDateOfDay(LAST - days)

async function open(fill: (db: Database.Database) => void): Promise<(id: string) => number[] | null> {
  test = await openTestWorkspace(fill)
  const figures: Figures = await ensureFigures(test.workspace, resourcesDir)
  return (id) => {
    const members = figures.segmentMembers(id)
    return members && [...members]
  }
}
function addCustomer(db: Database.Database, id: number, row: Record<string, string | number | null> = {}): void {
  const all = { id, name: `C${id}`, created_at: '2020-01-01', updated_at: '2020-01-01', ...row }
  db.prepare(
    `INSERT INTO customers (${Object.keys(all).join(', ')}) VALUES (${Object.keys(all)
      .map(() => '?')
      .join(', ')})`
  ).run(Object.values(all))
}
function buy(db: Database.Database, id: number, ...daysAgo: number[]): void {
  for (const days of daysAgo) db.prepare('INSERT INTO orders (customer_id, order_date, net_minor) VALUES (?, ?, 1000)').run(id, ago(days))
}

describe('the ten named RFM segments', () => {
  /** One customer for every cell of the grid: number 10·R + F. Five of equal recency and of equal frequency share each score. */
  const fillGrid = (db: Database.Database): void => {
    for (let r = 1; r <= 5; r++)
      for (let f = 1; f <= 5; f++) {
        addCustomer(db, 10 * r + f)
        buy(db, 10 * r + f, ...Array.from({ length: f }, (_, k) => 10 * (5 - r) + k))
      }
  }

  it('cut the grid as the scheme says, each cell once', async () => {
    const membersOf = await open(fillGrid)
    expect({
      champions: membersOf('s_champions'),
      loyal: membersOf('s_loyal'),
      potentialLoyalist: membersOf('s_potential_loyalist'),
      newRfm: membersOf('s_new_rfm'),
      promising: membersOf('s_promising'),
      needAttention: membersOf('s_need_attention'),
      aboutToSleep: membersOf('s_about_to_sleep'),
      atRisk: membersOf('s_at_risk'),
      cantLose: membersOf('s_cant_lose'),
      hibernating: membersOf('s_hibernating')
    }).toEqual({
      champions: [54, 55],
      loyal: [34, 35, 44, 45],
      potentialLoyalist: [42, 43, 52, 53],
      newRfm: [51],
      promising: [41],
      needAttention: [33],
      aboutToSleep: [31, 32],
      atRisk: [13, 14, 23, 24],
      cantLose: [15, 25],
      hibernating: [11, 12, 21, 22]
    })
  })

  it('want ten customers with an order', async () => {
    const membersOf = await open((db) => {
      for (let id = 1; id <= 9; id++) {
        addCustomer(db, id)
        buy(db, id, id)
      }
    })
    expect(membersOf('s_champions')).toBeNull()
  })
})

describe('segments of time', () => {
  /** With few gaps the usual one is 60 days: at risk after 90 days of silence, lapsed after 180, lost after 365. */
  const fillTimes = (db: Database.Database): void => {
    for (let id = 1; id <= 12; id++) addCustomer(db, id, id === 7 ? { status: 'lost' } : {})
    buy(db, 1, 90)
    buy(db, 2, 91)
    buy(db, 3, 180)
    buy(db, 4, 181)
    buy(db, 5, 365)
    buy(db, 6, 366)
    buy(db, 7, 10)
    buy(db, 8, 401, 5)
    buy(db, 9, 185, 5)
    buy(db, 10, 0)
    buy(db, 11, 89, 89)
    buy(db, 12, 184, 5)
    addCustomer(db, 13, { created_at: ago(364), status: 'prospect' })
    addCustomer(db, 14, { created_at: ago(365), status: 'prospect' })
    addCustomer(db, 15, { created_at: ago(2000) })
    db.prepare(`INSERT INTO interactions (customer_id, at, direction, kind) VALUES (15, ?, 'in', 'enquiry')`).run(ago(900))
    addCustomer(db, 16, { merged_into_id: 1 })
    addCustomer(db, 17, { status: 'erased' })
    buy(db, 17, 3)
  }

  it.each([
    ['s_all', [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]],
    ['s_active', [1, 2, 3, 4, 7, 8, 9, 10, 11, 12]],
    ['s_new', [7, 10, 11]],
    // Two orders of one day are one purchase, but 11 is new.
    ['s_one_time', [1, 2, 3, 4, 5, 6]],
    ['s_cooling', [2, 3]],
    ['s_lapsed', [4, 5]],
    ['s_lost', [6, 7]],
    // A silence of exactly 180 days is enough to have come back, one of 179 is not.
    ['s_won_back', [8, 9]],
    ['s_prospects', [13, 15]]
  ])('%s', async (id, members) => {
    const membersOf = await open(fillTimes)
    expect(membersOf(id)).toEqual(members)
  })

  it('s_target_prospects: the prospects in the segment the business aims at', async () => {
    const membersOf = await open((db) => {
      fillTimes(db)
      db.prepare(`INSERT INTO segments (id, name_en, name_es) VALUES ('target', 'Target', 'Objetivo')`).run()
      for (const id of [1, 14, 15])
        db.prepare(`INSERT INTO segment_members (segment_id, customer_id, as_of) VALUES ('target', ?, ?)`).run(id, ago(10))
    })
    expect(membersOf('s_target_prospects')).toEqual([15])
  })
})

describe('segments of the records', () => {
  it('s_incomplete: less than 8 of 10 points; name, e-mail and phone count two, the rest one', async () => {
    const full = { name: 'Ana Ruiz', email: 'ana@example.org', phone: '+34 600 111 222', address: 'Calle Mayor 1', city: 'Zamora' }
    const membersOf = await open((db) => {
      addCustomer(db, 1, full)
      addCustomer(db, 2, { ...full, city: null })
      addCustomer(db, 3, { ...full, email: 'ana@', acquisition_channel: 'web' })
      addCustomer(db, 4, { ...full, email: null, acquisition_channel: 'web', language: 'es' })
    })
    expect(membersOf('s_incomplete')).toEqual([2, 3])
  })

  it('s_duplicates: whoever shares an e-mail and a name; merged records are settled', async () => {
    const membersOf = await open((db) => {
      addCustomer(db, 1, { name: 'Ana Ruiz', email: 'ana@example.org' })
      addCustomer(db, 2, { name: 'Ana Ruiz', email: 'ANA@example.org' })
      addCustomer(db, 3, { name: 'Luis Vega', email: 'luis@example.org' })
      addCustomer(db, 4, { name: 'Luis Vega', email: 'luis@example.org', merged_into_id: 3 })
    })
    expect(membersOf('s_duplicates')).toEqual([1, 2])
  })
})
