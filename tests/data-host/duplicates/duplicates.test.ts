import type Database from 'better-sqlite3'
import { afterEach, describe, expect, it } from 'vitest'
import { computeMetric } from '../../../src/main/data-host/evidence/model-evidence.ts'
import { metricCustomerIds } from '../../../src/main/data-host/evidence/metric-customers.ts'
import { ensureFigures, ensureStoredFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import type { Metric } from '../../../src/shared/contract/models.ts'
import { startTestHost } from '../../support/local-host.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

const STAMP = '2020-01-01T00:00:00.000Z'
type Row = [
  id: number,
  name: string,
  email?: string | null,
  phone?: string | null,
  address?: string | null,
  city?: string | null,
  taxId?: string | null
]

function addCustomers(db: Database.Database, rows: readonly Row[]): void {
  const insert = db.prepare(
    'INSERT INTO customers (id, name, email, phone, address, city, tax_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)'
  )
  for (const [id, name, email = null, phone = null, address = null, city = null, taxId = null] of rows)
    insert.run(id, name, email, phone, address, city, taxId, STAMP, STAMP)
}

/** 10, 12, 15 and 16 are Begoña; 20 and 21 a bakery; 30 and 31 a family; 40 stands alone. */
function fillShop(db: Database.Database): void {
  addCustomers(db, [
    [10, 'Begoña Núñez Gil', 'bego@correo.example', '600 111 222', null, 'Soria'],
    [12, 'NUÑEZ GIL, Begoña', 'Bego@Correo.example'],
    [15, 'Sra. Begona Nunez Gil', null, '+34 600 111 222', 'Calle Real 8', 'Soria'],
    [16, 'Begoña Núñez Gil', null, null, 'C/ Real, 8', 'Soria'],
    [20, 'Panadería Sol, S.L.', null, null, null, null, 'B-12345678'],
    [21, 'PANADERIA SOL', null, null, null, null, 'b12345678'],
    [30, 'Andrés Gil Peña', null, '975 222 333', 'Calle Luna 3', 'Soria'],
    [31, 'Lucía Gil Peña', null, '975 222 333', 'Calle Luna 3', 'Soria'],
    [40, 'Otro', 'sin correo', '0', '-', '-']
  ])
  db.prepare("UPDATE customers SET address = 'Calle Real 8' WHERE id = 10").run()
}

describe('duplicates among the customers', () => {
  let test: TestWorkspace | undefined
  afterEach(() => {
    test?.close()
    test = undefined
  })
  const open = async (fill: (db: Database.Database) => void): Promise<Figures> => {
    test = await openTestWorkspace(fill)
    return ensureFigures(test.workspace, resourcesDir)
  }
  const read = async (figures: Figures): Promise<{ members: number[] | null; metric: Metric; listed: (number[] | null)[] }> => {
    const { workspace } = test!
    const metric = await computeMetric(workspace, 'k_duplicate_rate', resourcesDir, figures)
    const members = figures.segmentMembers('s_duplicates')
    const listed = await Promise.all(
      (['numerator', 'denominator'] as const).map((part) => metricCustomerIds(workspace, figures, 'k_duplicate_rate', part))
    )
    return { members: members && [...members], metric: metric!, listed: listed.map((ids) => ids && [...ids]) }
  }

  it('are the members of the segment, with customers alone', async () => {
    const { members, metric, listed } = await read(await open(fillShop))
    expect(members).toEqual([10, 12, 15, 16, 20, 21])
    expect(metric).toMatchObject({ numerator: 4, denominator: 9, listable: true, missing: null, window: null })
    expect(metric.value).toBeCloseTo(400 / 9)
    // All of a group but its oldest, which a merge would keep.
    expect(listed).toEqual([
      [12, 15, 16, 21],
      [10, 12, 15, 16, 20, 21, 30, 31, 40]
    ])
  })

  it('merged and erased records are not compared', async () => {
    const { members, metric } = await read(
      await open((db) => {
        fillShop(db)
        db.prepare('UPDATE customers SET merged_into_id = 10 WHERE id IN (12, 15, 16)').run()
        db.prepare("UPDATE customers SET status = 'erased' WHERE id = 21").run()
      })
    )
    expect(members).toEqual([])
    expect(metric).toMatchObject({ value: 0, numerator: 0, denominator: 5 })
  })

  it('have no answer, instead of none, where nobody has an e-mail, a phone or a tax id', async () => {
    const figures = await open((db) => {
      addCustomers(db, [
        [1, 'Ana Gil', 'no tiene', null, 'Calle Real 8', 'Soria'],
        [2, 'Ana Gil', null, '0', 'Calle Real 8', 'Soria']
      ])
    })
    const { members, metric, listed } = await read(figures)
    expect(members).toBeNull()
    expect(figures.segmentSummary('s_duplicates')).toMatchObject({ customers: null, missing: { code: 'needs-data', needs: ['customers'] } })
    expect(metric).toMatchObject({ value: null, numerator: null, missing: { code: 'needs-data', needs: ['customers'] } })
    expect(listed).toEqual([null, null])
  })

  it('follow every change of the records', async () => {
    await open(fillShop)
    await test!.workspace.change(['customers'], (db) => db.prepare("UPDATE customers SET tax_id = '99X' WHERE id = 21").run())
    const { members } = await read(await ensureFigures(test!.workspace, resourcesDir))
    expect(members).toEqual([10, 12, 15, 16])
  })

  it('bring their revenue of the window, also of the one before', async () => {
    const figures = await open((db) => {
      fillShop(db)
      db.prepare("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (12, '2025-01-01', 100), (30, '2026-01-01', 100)").run()
    })
    expect(figures.segmentSummary('s_duplicates')).toMatchObject({ customers: 6, revenueMinor: 0, missing: null })
    expect((await figures.previous()).segmentSummary('s_duplicates')).toMatchObject({ customers: 6, revenueMinor: 100 })
  })
})

describe('groups kept in the file', () => {
  /** More than are searched anew at every opening; every hundredth is the one before over again. */
  const CUSTOMERS = 6000
  const fillMany = (db: Database.Database): void => {
    addCustomers(
      db,
      Array.from({ length: CUSTOMERS }, (_, i): Row => {
        const person = i % 100 === 99 ? i - 1 : i
        return [i + 1, `Cliente ${String(person)}`, `cliente${String(person)}@correo.example`]
      })
    )
  }
  const keptIn = (test: TestWorkspace): unknown =>
    test.workspace.read.prepare("SELECT data_number FROM figure_cache WHERE key = 'duplicates-2'").pluck().get()

  it('are those found, are read at the next opening, and give way when the data change', async () => {
    const test = await openTestWorkspace(fillMany)
    const found = await ensureStoredFigures(test.workspace, resourcesDir)
    expect(found.duplicates.groups).toBe(CUSTOMERS - CUSTOMERS / 100)
    expect(keptIn(test)).toBe(found.dataNumber)

    // A sign in the kept groups shows that they are read, not found again.
    test.workspace.write
      .prepare(
        `UPDATE figure_cache SET content = CAST(replace(CAST(content AS TEXT), '"skippedBlocks":0', '"skippedBlocks":7') AS BLOB) WHERE key = 'duplicates-2/search/0'`
      )
      .run()
    const again = await ensureFigures(test.reopen(), resourcesDir)
    expect(again.duplicates).toEqual({ ...found.duplicates, skippedBlocks: 7 })
    expect(again.segmentMembers('s_duplicates')).toEqual(found.segmentMembers('s_duplicates'))

    await test.workspace.change(['customers'], (db) =>
      db.prepare("UPDATE customers SET email = 'solo@correo.example' WHERE id = 100").run()
    )
    const changed = await ensureStoredFigures(test.workspace, resourcesDir)
    expect(changed.duplicates).toMatchObject({ groups: found.duplicates.groups + 1, skippedBlocks: 0 })
    expect(keptIn(test)).toBe(changed.dataNumber)
    test.close()
  })
})

describe('the sample business', () => {
  it('has a few people entered twice, and Identify of IDIC says how many', async () => {
    const host = startTestHost()
    await host.client.workspace.createWorkspace({ fileToken: host.file('espiga.cauce').token, sampleId: 'la-espiga' })
    const { elements } = await host.client.models.getEvidence({ modelId: 'idic' })
    const identify = elements.find(({ id }) => id === 'idic.identify')
    const metric = identify?.metrics.find(({ id }) => id === 'k_duplicate_rate')
    expect(metric).toMatchObject({ missing: null, listable: true })
    expect(metric?.value).toBeGreaterThan(0)
    expect(metric?.value).toBeLessThan(2)
    expect(identify?.segments.find(({ id }) => id === 's_duplicates')?.customers).toBeGreaterThanOrEqual(2)

    const { customerIds, duplicates } = await ensureFigures(host.context.workspace(), resourcesDir)
    const find = host.context
      .workspace()
      .read.prepare<[number], { email: string; phone: string }>('SELECT email, phone FROM customers WHERE id = ?')
    for (const [position, first] of duplicates.groupOf.entries()) {
      const one = find.get(customerIds[first]!)
      const other = find.get(customerIds[position]!)
      expect(one?.email === other?.email || one?.phone === other?.phone).toBe(true)
    }
    await host.end()
  })
})
