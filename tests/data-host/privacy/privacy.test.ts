import { copyFileSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { TABLES } from '../../../src/main/data-host/privacy/columns.ts'
import { isShape, type DiagramItem } from '../../../src/shared/diagrams/diagram.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'
import { canary, countInBytes, EMAIL, listTextColumns, NAME, PHONE, plantCanaries, TAX } from './plant-canaries.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('w.cauce').token, title: 'Casa' })
  await host.context.workspace().change(['customers'], plantCanaries)
})
afterEach(() => host.end())

const path = (): string => host.context.workspace().path
/** Everything that tells who customer 1 is: their identity, and what was planted in columns that erasing empties. */
const TELLING = [
  NAME,
  EMAIL,
  PHONE,
  TAX,
  ...Object.entries(TABLES).flatMap(([table, { texts, isDeleted }]) =>
    Object.entries(texts).flatMap(([column, { erase }]) => (isDeleted || erase !== 'keep' ? [canary(table, column)] : []))
  )
]

describe('every text column', () => {
  it('has a decision, and every decision a column', () => {
    const decided = Object.entries(TABLES).flatMap(([table, { texts }]) => Object.keys(texts).map((column) => `${table}.${column}`))
    const there = listTextColumns(host.context.workspace().read).map(({ table, column }) => `${table}.${column}`)
    expect(decided.sort()).toEqual(there.sort())
  })
})

describe('everything about a person', () => {
  it('holds what was planted in every column about them, and every text that names them', async () => {
    const { path: out, token } = host.file('person.json')
    await host.client.privacy.exportPerson({ id: 1, format: 'json', language: 'es', fileToken: token })
    const text = readFileSync(out, 'utf8')
    const planted = Object.entries(TABLES).flatMap(([table, { texts }]) => Object.keys(texts).map((column) => canary(table, column)))
    const inFile = planted.filter((each) => countInBytes(path(), each) > 0)
    expect(inFile.length).toBeGreaterThan(15)
    // What an import that was undone kept under another id is nobody's row any more.
    expect(inFile.filter((each) => !text.includes(each))).toEqual([canary('import_after', 'after')])
    for (const said of ['prima de', 'Llamar a', 'Visto a', 'Taza para', 'dicho por', 'Carta de', 'clientes']) expect(text).toContain(said)
    expect(text).not.toContain('otra@casa.es')
  })

  it('is one readable document in both languages', async () => {
    for (const language of ['es', 'en'] as const) {
      const { text } = await host.client.privacy.renderPerson({ id: 1, language })
      expect(text).toContain(NAME)
      expect(text).toContain(canary('interactions', 'subject'))
      expect(text).toContain(language === 'es' ? 'Consentimientos' : 'Consents')
      expect(text).not.toMatch(/privacy\.(?:tables|document|columns)/)
      expect(text).not.toContain('<script')
    }
  })

  it('is not handed out while identities are hidden', async () => {
    await host.client.privacy.setMask({ isOn: true })
    await expect(
      host.client.privacy.exportPerson({ id: 1, format: 'json', language: 'es', fileToken: host.file('p.json').token })
    ).rejects.toMatchObject({ data: { code: 'identities-hidden' } })
  })
})

describe('erasing', () => {
  it('leaves nothing of the person in the bytes of the file', async () => {
    for (const each of [NAME, EMAIL, PHONE, TAX]) expect(countInBytes(path(), each)).toBeGreaterThan(0)
    const answer = await host.client.privacy.erasePeople({ ids: [1], reason: `lo pidió ${NAME}` })
    expect(answer).toEqual({ erased: 1, isTraceless: true })
    expect(TELLING.filter((each) => countInBytes(path(), each) > 0)).toEqual([])
    // Somebody else is still there, with the note that named the person.
    expect(countInBytes(path(), 'otra@casa.es')).toBeGreaterThan(0)
  })

  it('keeps the orders and their figures', async () => {
    const totals = (): unknown =>
      host.context
        .workspace()
        .read.prepare('SELECT count(*) AS orders, sum(net_minor) AS net, count(customer_id) AS known FROM orders')
        .get()
    const before = totals()
    const metric = async (): Promise<unknown> => (await host.client.models.getMetric({ id: 'k_identified_sales' })).value
    const identified = await metric()
    await host.client.privacy.erasePeople({ ids: [1], reason: '' })
    expect(totals()).toEqual(before)
    expect(await metric()).toEqual(identified)
    const { read } = host.context.workspace()
    expect(read.prepare('SELECT status, name, email FROM customers WHERE id = 1').get()).toEqual({
      status: 'erased',
      name: '',
      email: null
    })
    expect((await host.client.workspace.checkIntegrity()).ok).toBe(true)
    expect((await host.client.customers.listCustomers({})).total).toBe(1)
  })

  it('can’t be taken back, and leaves what can be', async () => {
    await host.client.privacy.erasePeople({ ids: [1], reason: '' })
    const undone = await host.client.workspace.undo()
    expect(undone.kind).toBe('walk-step')
    expect(JSON.stringify(undone)).not.toContain(NAME)
  })

  it('is written down without the person, and reaches an older copy', async () => {
    await host.client.workspace.closeWorkspace()
    const older = host.file('older.cauce')
    copyFileSync(`${host.folder}/w.cauce`, older.path)
    await host.client.workspace.openWorkspace({ fileToken: host.file('w.cauce').token })
    await host.client.privacy.erasePeople({ ids: [1, 1], reason: 'lo pidió' })
    expect(await host.client.privacy.listErasures()).toMatchObject([{ customerId: 1, reason: 'lo pidió' }])
    expect(await host.client.privacy.reapplyErasures({ fileToken: older.token })).toEqual({ erased: 1 })
    expect(TELLING.filter((each) => countInBytes(older.path, each) > 0)).toEqual([])
    expect(countInBytes(older.path, 'otra@casa.es')).toBeGreaterThan(0)
    expect(await host.client.privacy.reapplyErasures({ fileToken: older.token })).toEqual({ erased: 0 })
  })

  it('takes the person out of what diagrams are linked to, now, in their versions and in the log, and out of the ids of shapes', async () => {
    const { client } = host
    const shape = (id: string, customerIds: number[]): DiagramItem => ({
      ...makeShape(id, { label: `"${NAME}" y más`, link: { to: 'customers', customerIds } }),
      // As wide as the number that is looked for: a number is no name.
      width: 998877
    })
    await host.context.workspace().change(['customers'], (db) => db.exec("UPDATE customers SET external_id = '998877' WHERE id = 1"))
    const items = [shape(`Jefe ${NAME}`, [1, 2]), shape('both', [2, 1]), shape('only', [1]), makeLine('l', `Jefe ${NAME}`, 'only')]
    const source = { from: 'content' as const, content: makeContent(items) }
    const { id } = await client.diagrams.createDiagram({ name: 'Equipo', source, language: 'es' })
    const { id: versionId } = await client.diagrams.saveVersion({ id, name: 'Primera' })
    const { text } = await client.privacy.renderPerson({ id: 1, language: 'es' })
    expect(text.match(/Equipo: /g)).toHaveLength(3)
    await client.diagrams.editDiagram({ id, edit: 'all', patch: { put: [shape('both', [1])] } })
    await client.diagrams.editDiagram({ id, edit: 'gone', patch: { remove: ['only'] } })
    await client.privacy.erasePeople({ ids: [1], reason: '' })
    expect(countInBytes(path(), NAME)).toBe(0)
    const linked = async (): Promise<unknown> => {
      const diagram = await client.diagrams.getDiagram({ id })
      return Object.fromEntries(
        diagram.items.filter(isShape).map((item) => [item.id, item.link?.to === 'customers' ? item.link.customerIds : null])
      )
    }
    expect(await linked()).toEqual({ 'Jefe ▇▇▇': [2], both: null })
    const { items: now } = await client.diagrams.getDiagram({ id })
    expect(now.find((item) => item.id === 'l')).toMatchObject({ from: { shapeId: 'Jefe ▇▇▇' } })
    expect(now.find((item) => item.id === 'both')).toMatchObject({ label: '"▇▇▇" y más', width: 998877 })
    const { content } = await client.diagrams.getVersion({ versionId })
    expect(JSON.stringify(content)).not.toMatch(/\[1\]|\[1,|,1\]/u)
    // What was done is taken back step by step, without the person.
    await client.workspace.undo()
    await client.workspace.undo()
    expect(await linked()).toEqual({ 'Jefe ▇▇▇': [2], both: [2], only: null })
    expect((await client.workspace.checkIntegrity()).ok).toBe(true)
  })

  it('takes those merged into the person with them', async () => {
    await host.context.workspace().change(['customers'], (db) => db.exec('UPDATE customers SET merged_into_id = 1 WHERE id = 2'))
    await host.client.privacy.erasePeople({ ids: [1], reason: '' })
    expect(countInBytes(path(), 'otra@casa.es')).toBe(0)
  })
})

describe('consents', () => {
  beforeEach(() =>
    host.context.workspace().change(['customers'], (db) => {
      const add = db.prepare('INSERT INTO consents (customer_id, purpose, channel, status, at, expires_at) VALUES (2, ?, ?, ?, ?, ?)')
      add.run('marketing', 'email', 'granted', '2025-01-01', null)
      add.run('marketing', 'email', 'withdrawn', '2026-01-01', null)
      add.run('marketing', 'sms', 'granted', '2025-01-01', '2026-01-01')
      add.run('servicio', 'phone', 'granted', '2025-01-01', null)
    })
  )

  it('say what rules now, with what has run out', async () => {
    const register = await host.client.privacy.listConsents({})
    expect(register.states).toEqual([
      { state: 'granted', count: 2 },
      { state: 'denied', count: 0 },
      { state: 'withdrawn', count: 1 },
      { state: 'expired', count: 1 }
    ])
    expect(register.rows.find(({ channel, customerId }) => channel === 'email' && customerId === 2)).toMatchObject({
      state: 'withdrawn',
      entries: 2
    })
    expect(register.purposes).toEqual(['marketing', 'servicio'])
  })

  it('say who may be contacted, and what runs out soon', async () => {
    const may = await host.client.privacy.listConsents({ filter: { purpose: 'marketing', state: 'granted' } })
    expect([may.total, may.customers, may.rows[0]?.customerId]).toEqual([1, 1, 1])
    expect((await host.client.privacy.listConsents({ filter: { expiresWithinDays: 30 } })).total).toBe(1)
    expect((await host.client.privacy.listConsents({ filter: { expiresWithinDays: 3 } })).total).toBe(0)
    expect((await host.client.privacy.listConsents({ filter: { search: 'canarínez' } })).total).toBe(0)
    expect((await host.client.privacy.listConsents({ filter: { search: 'otra per' } })).total).toBe(3)
  })

  it('are exported, masked while identities are hidden', async () => {
    const { path: out, token } = host.file('c.csv')
    expect(await host.client.privacy.exportConsents({ fileToken: token, language: 'es' })).toEqual({ rows: 4 })
    expect(readFileSync(out, 'utf8')).toContain(NAME)
    await host.client.privacy.setMask({ isOn: true })
    await host.client.privacy.exportConsents({ fileToken: token, language: 'es' })
    const masked = readFileSync(out, 'utf8')
    expect(masked).toContain('Cliente 0001')
    for (const each of [NAME, canary('consents', 'source')]) expect(masked).not.toContain(each)
  })
})

describe('retention', () => {
  it('lists who is due and erases nobody by itself', async () => {
    expect((await host.client.privacy.listDue({})).total).toBe(0)
    await host.client.privacy.setRetention({ years: 1 })
    expect((await host.client.privacy.listDue({})).total).toBe(0)
    await host.context.workspace().change(['customers'], (db) => {
      db.exec(
        "UPDATE orders SET order_date = '2019-03-01' WHERE customer_id = 2; UPDATE customers SET acquisition_date = '2018-01-01' WHERE id = 2"
      )
    })
    expect(await host.client.privacy.listDue({})).toMatchObject({
      total: 1,
      before: '2025-11-01',
      rows: [{ id: 2, lastActivity: '2019-03-01' }]
    })
    await host.client.workspace.undo()
    expect(await host.client.privacy.getRetention()).toEqual({ years: null })
    expect((await host.client.customers.listCustomers({})).total).toBe(2)
  })
})

describe('the training copy', () => {
  it('has nobody real in its bytes, and the same figures', async () => {
    const { path: out, token } = host.file('training.cauce')
    expect(await host.client.privacy.pseudonymise({ fileToken: token })).toEqual({ customers: 2 })
    const planted = Object.entries(TABLES).flatMap(([table, { texts, isLeftOut }]) =>
      Object.entries(texts).flatMap(([column, { training }]) => (isLeftOut || training !== 'keep' ? [canary(table, column)] : []))
    )
    expect(
      [NAME, EMAIL, PHONE, TAX, 'otra@casa.es', 'Otra Persona', 'Casa', ...planted].filter((each) => countInBytes(out, each) > 0)
    ).toEqual([])
    const before = host.context.workspace().read.prepare('SELECT id, order_date, net_minor, customer_id FROM orders').all()
    await host.client.workspace.openWorkspace({ fileToken: token })
    const { read } = host.context.workspace()
    expect(read.prepare('SELECT id, order_date, net_minor, customer_id FROM orders').all()).toEqual(before)
    expect((await host.client.workspace.checkIntegrity()).ok).toBe(true)
    const { rows } = await host.client.customers.listCustomers({})
    expect(rows.map(({ email }) => email)).toEqual(expect.arrayContaining(['cliente.1@example.invalid', 'cliente.2@example.invalid']))
    expect((await host.client.workspace.getState())?.undo).toBeNull()
  })

  it('moves every date by the same days when asked', async () => {
    const { token } = host.file('moved.cauce')
    await host.client.privacy.pseudonymise({ fileToken: token, shiftDays: -10 })
    await host.client.workspace.openWorkspace({ fileToken: token })
    const dates = host.context.workspace().read.prepare('SELECT order_date FROM orders ORDER BY id').pluck().all()
    expect(dates).toEqual(['2026-02-19', '2026-02-19'])
  })

  it('keeps every figure of the sample business', async () => {
    const { token } = host.file('sample.cauce')
    await host.client.workspace.createWorkspace({ fileToken: token, sampleId: 'la-espiga' })
    const real = host.context.workspace().read.prepare<[], string>("SELECT DISTINCT name FROM customers WHERE name <> ''").pluck().all()
    const ids = ['k_field_completeness', 'k_retention', 'k_identified_sales', 'k_customer_equity', 'k_nps', 'k_contactable']
    const measure = (): Promise<unknown[]> => Promise.all(ids.map(async (id) => (await host.client.models.getMetric({ id })).value))
    const before = await measure()
    const copy = host.file('sample-training.cauce')
    await host.client.privacy.pseudonymise({ fileToken: copy.token })
    await host.client.workspace.openWorkspace({ fileToken: copy.token })
    expect(await measure()).toEqual(before)
    const bytes = readFileSync(copy.path).toString('latin1')
    expect(real.filter((name) => bytes.includes(Buffer.from(name, 'utf8').toString('latin1')))).toEqual([])
  })
})
