import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { applyFixes, findFixes } from '../../../src/main/data-host/data-health/find-fixes.ts'
import type { HealthProblem } from '../../../src/shared/contract/data-health.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(() => {
  host = startTestHost()
})
afterEach(() => host.end())

const NEW = '2026-10-30T08:00:00.000Z'
const OLD = '2024-01-10T08:00:00.000Z'

/** Six live customers and one erased, made so that every measure can be worked out by hand. */
async function openSmall(): Promise<void> {
  await host.client.workspace.createWorkspace({ fileToken: host.file('small.cauce').token, title: 'Small' })
  await host.context.workspace().change(['customers'], (db) => {
    const add = db.prepare(
      `INSERT INTO customers (id, name, search_key, email, phone, address, city, country, language, acquisition_channel, acquisition_date, tax_id, status, created_at, updated_at)
       VALUES (@id, @name, lower(@name), @email, @phone, @address, @city, @country, @language, @channel, @acquired, @taxId, @status, @at, @at)`
    )
    const blank = {
      email: null,
      phone: null,
      address: null,
      city: null,
      country: null,
      language: null,
      channel: null,
      acquired: null,
      taxId: null,
      status: 'customer',
      at: NEW
    }
    add.run({
      ...blank,
      id: 1,
      name: 'Ana Ruiz',
      email: 'ana@casa.es',
      phone: '600 112 233',
      address: 'Sol 1',
      city: 'Soria',
      country: 'ES',
      language: 'es',
      channel: 'web',
      acquired: '2026-05-01',
      taxId: '12345678-z'
    })
    add.run({ ...blank, id: 2, name: 'Ana Ruiz', email: 'ana@casa.es', phone: '+34600112233', city: 'Soria', country: 'España' })
    add.run({ ...blank, id: 3, name: 'Luis Gil', email: ' Luis@Casa.ES ', phone: '12', city: 'n/a', at: OLD })
    add.run({
      ...blank,
      id: 4,
      name: 'Eva Sanz',
      email: 'eva(at)casa.es',
      phone: '+52 55 5555 1234',
      country: 'España',
      taxId: '12345678A',
      at: OLD
    })
    add.run({ ...blank, id: 5, name: 'Pan SL', email: 'sin correo', phone: 'xxx', country: 'Francia', taxId: '12345678A' })
    add.run({
      ...blank,
      id: 6,
      name: 'Mar Oliva',
      phone: '600445566',
      taxId: 'B12345678',
      language: 'es',
      channel: 'web',
      address: 'Luna 3',
      city: 'Ávila'
    })
    add.run({ ...blank, id: 7, name: '', status: 'erased' })
    const order = db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor) VALUES (?, ?, ?, 1000)')
    order.run(1, 'P1', '2026-04-30')
    order.run(3, 'P2', '2024-02-01')
    order.run(6, 'P3', '2026-10-31')
    const consent = db.prepare(
      "INSERT INTO consents (customer_id, purpose, channel, status, at, expires_at) VALUES (?, 'marketing', ?, ?, ?, ?)"
    )
    consent.run(1, 'email', 'granted', '2026-01-01', null)
    consent.run(5, 'email', 'granted', '2026-01-01', null)
    consent.run(6, 'email', 'granted', '2026-01-01', '2026-06-01')
    consent.run(4, 'email', 'granted', '2026-01-01', null)
    consent.run(4, 'email', 'withdrawn', '2026-02-01', null)
  })
}

const idsOf = async (problem: HealthProblem): Promise<number[]> =>
  (await host.client.dataHealth.listOffenders({ problem })).rows.map(({ id }) => id)

describe('the measures', () => {
  beforeEach(openSmall)

  it('are those worked out by hand', async () => {
    const health = await host.client.dataHealth.getHealth()
    expect(health.customers).toBe(6)
    const of = Object.fromEntries(health.dimensions.map(({ id, ...ratio }) => [id, ratio]))
    // Weights filled and well formed: 10, 7 (name, e-mail, phone, city), 4 (name, e-mail), 4 (name, phone), 2, 8 of 10 each.
    expect(of['completeness']).toEqual({ numerator: 35, denominator: 60, value: (100 * 35) / 60 })
    // 1 and 2 share everything: five customers behind six records.
    expect(of['uniqueness']).toEqual({ numerator: 5, denominator: 6, value: (100 * 5) / 6 })
    // E-mails written: 4, one ill-formed; phones written: 5, one ill-formed.
    expect(of['validity']).toEqual({ numerator: 7, denominator: 9, value: (100 * 7) / 9 })
    // 3 and 4 were last touched in 2024.
    expect(of['timeliness']).toEqual({ numerator: 4, denominator: 6, value: (100 * 4) / 6 })
    // 1 bought before being won, 4 has a Mexican phone in Spain, 5 agreed to e-mail without having one.
    expect(of['consistency']).toEqual({ numerator: 3, denominator: 6, value: 50 })
    expect(health.index).toBeCloseTo(0.3 * (3500 / 60) + 0.25 * (500 / 6) + 0.2 * (700 / 9) + 0.15 * (400 / 6) + 0.1 * 50, 10)
    expect(health.records.complete).toBe(2)
    expect(health.fields.find(({ id }) => id === 'email')).toEqual({ id: 'email', weight: 2, filled: 4, valid: 3 })
    expect(health.fields.find(({ id }) => id === 'taxId')).toEqual({ id: 'taxId', weight: 0, filled: 4, valid: null })
  })

  it('equal the figures of the catalogue', async () => {
    const health = await host.client.dataHealth.getHealth()
    const value = (id: string): number | null => health.dimensions.find((each) => each.id === id)?.value ?? null
    const metric = async (id: string): Promise<number | null> => (await host.client.models.getMetric({ id })).value
    expect(value('completeness')).toBeCloseTo((await metric('k_field_completeness')) ?? Number.NaN, 10)
    expect(value('uniqueness')).toBeCloseTo(100 - ((await metric('k_duplicate_rate')) ?? Number.NaN), 10)
    expect(value('timeliness')).toBeCloseTo((await metric('k_data_freshness')) ?? Number.NaN, 10)
    const segment = (await host.client.segments.listSegments()).find(({ id }) => id === 's_incomplete')
    expect(health.problems.find(({ id }) => id === 'incomplete')?.count).toBe(segment?.customers)
  })

  it.each([
    ['incomplete', [2, 3, 4, 5]],
    ['missing-email', [5, 6]],
    ['missing-city', [3, 4, 5]],
    ['invalid-email', [4]],
    ['invalid-phone', [3]],
    ['invalid-taxId', [4, 6]],
    ['placeholder', [3, 5]],
    ['duplicate', [1, 2]],
    ['stale', [3, 4]],
    ['acquired-late', [1]],
    ['phone-country', [4]],
    ['consent-unreachable', [5]]
  ] as const)('%s lists %j', async (problem, expected) => {
    expect(await idsOf(problem)).toEqual(expected)
    const { problems } = await host.client.dataHealth.getHealth()
    expect(problems.find(({ id }) => id === problem)?.count).toBe(expected.length)
  })

  it('takes own weights, undone like any other change', async () => {
    const weights = { completeness: 0, uniqueness: 1, validity: 0, timeliness: 0, consistency: 0 }
    await host.client.dataHealth.setWeights(weights)
    expect(await host.client.dataHealth.getHealth()).toMatchObject({ index: (100 * 5) / 6, isOwnWeights: true, weights })
    await host.client.workspace.undo()
    expect((await host.client.dataHealth.getHealth()).isOwnWeights).toBe(false)
  })

  it('have no answer for nobody', async () => {
    await host.client.workspace.createWorkspace({ fileToken: host.file('empty.cauce').token, title: 'Empty' })
    const health = await host.client.dataHealth.getHealth()
    expect(health.index).toBeNull()
    expect(health.dimensions.map(({ value }) => value)).toEqual([null, null, null, null, null])
    expect(await host.client.dataHealth.drawSample({})).toEqual([])
  })
})

describe('fixes', () => {
  beforeEach(openSmall)
  const read = (column: string): unknown[] =>
    host.context.workspace().read.prepare(`SELECT ${column} FROM customers WHERE id < 7 ORDER BY id`).pluck().all()

  it('write telephones as E.164 and leave what is none', async () => {
    const preview = await host.client.dataHealth.previewFix({ fix: 'phone', country: 'ES' })
    expect(preview).toMatchObject({ total: 3, left: 1 })
    expect(preview.rows.map(({ id, after }) => [id, after])).toEqual([
      [1, '+34600112233'],
      [4, '+525555551234'],
      [6, '+34600445566'],
      [3, null]
    ])
    expect(await host.client.dataHealth.applyFix({ fix: 'phone', country: 'ES' })).toEqual({ changed: 3, left: 1 })
    expect(read('phone')).toEqual(['+34600112233', '+34600112233', '12', '+525555551234', 'xxx', '+34600445566'])
    expect((await host.client.dataHealth.previewFix({ fix: 'phone', country: 'ES' })).total).toBe(0)
    expect(await host.client.workspace.undo()).toMatchObject({ kind: 'fixed-phone', details: { count: 3 } })
    expect(read('phone')).toEqual(['600 112 233', '+34600112233', '12', '+52 55 5555 1234', 'xxx', '600445566'])
  })

  it('write e-mails small and without spaces, and the search finds them', async () => {
    expect(await host.client.dataHealth.applyFix({ fix: 'email', country: 'ES' })).toEqual({ changed: 1, left: 1 })
    expect(read('email')).toEqual(['ana@casa.es', 'ana@casa.es', 'luis@casa.es', 'eva(at)casa.es', 'sin correo', null])
    expect((await host.client.customers.listCustomers({ filter: { search: 'luis@casa.es' } })).total).toBe(1)
  })

  it('fix a record as it stands when somebody changed it since it was looked at', async () => {
    const workspace = host.context.workspace()
    const found = await findFixes(workspace, 'phone', 'ES')
    await workspace.change(['customers'], (db) => db.prepare("UPDATE customers SET phone = '911 22 33 44' WHERE id = 1").run())
    await workspace.change(['customers'], (db) => db.prepare('UPDATE customers SET phone = NULL WHERE id = 4').run())
    await workspace.changeInSteps(['customers'], (db) => applyFixes(db, found, 'phone', 'ES', new Date()))
    expect(read('phone')).toEqual(['+34911223344', '+34600112233', '12', null, 'xxx', '+34600445566'])
  })

  it('empty placeholders', async () => {
    const preview = await host.client.dataHealth.previewFix({ fix: 'placeholder', country: 'ES' })
    expect(preview.rows.map(({ id, field, before, after }) => [id, field, before, after])).toEqual([
      [3, 'city', 'n/a', ''],
      [5, 'email', 'sin correo', ''],
      [5, 'phone', 'xxx', '']
    ])
    expect(await host.client.dataHealth.applyFix({ fix: 'placeholder', country: 'ES' })).toEqual({ changed: 2, left: 0 })
    expect(read('city')).toEqual(['Soria', 'Soria', null, null, null, 'Ávila'])
    expect(await idsOf('placeholder')).toEqual([])
  })

  it('write tax numbers whose check digits fit', async () => {
    expect(await host.client.dataHealth.applyFix({ fix: 'taxId', country: 'ES' })).toEqual({ changed: 1, left: 2 })
    expect(read('tax_id')[0]).toBe('12345678Z')
  })
})

describe('accuracy', () => {
  beforeEach(openSmall)

  it('is what was marked, with its interval, and stays when another sample is drawn', async () => {
    const sample = await host.client.dataHealth.drawSample({ size: 4 })
    expect(sample).toHaveLength(4)
    expect(await host.client.dataHealth.getSample()).toEqual(sample)
    await host.client.dataHealth.markValue({ customerId: 1, field: 'email', correct: true })
    await host.client.dataHealth.markValue({ customerId: 1, field: 'phone', correct: false })
    await host.client.dataHealth.markValue({ customerId: 2, field: 'phone', correct: true })
    const { accuracy } = await host.client.dataHealth.getHealth()
    expect(accuracy).toMatchObject({ customers: 2, checked: 3, correct: 2, share: 2 / 3 })
    expect(accuracy.low).toBeLessThan(2 / 3)
    expect(accuracy.fields).toEqual([
      { id: 'email', checked: 1, correct: 1 },
      { id: 'phone', checked: 2, correct: 1 }
    ])
    await host.client.dataHealth.drawSample({})
    expect((await host.client.dataHealth.getHealth()).accuracy.checked).toBe(3)
    await host.client.dataHealth.markValue({ customerId: 1, field: 'email', correct: null })
    expect((await host.client.dataHealth.getHealth()).accuracy.checked).toBe(2)
    await host.client.workspace.undo()
    expect((await host.client.dataHealth.getHealth()).accuracy.checked).toBe(3)
    await host.client.dataHealth.clearMarks()
    expect((await host.client.dataHealth.getHealth()).accuracy).toMatchObject({ checked: 0, share: null })
  })
})
