import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Rule } from '../../../src/shared/segments/rule.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  const { token } = host.file('taller.cauce')
  await host.client.workspace.createWorkspace({ fileToken: token, title: 'Taller' })
  await host.context.workspace().change(['customers'], (db) => {
    const put = db.prepare(
      "INSERT INTO customers (id, external_id, name, email, city, created_at, updated_at) VALUES (?, ?, ?, ?, ?, '2026-01-01', '2026-01-01')"
    )
    const cities = ['Madrid', 'madrid ', 'Málaga', null]
    for (let id = 1; id <= 20; id++) put.run(id, `C${id}`, `Cliente ${id}`, `c${id}@example.com`, cities[id % 4])
    db.exec("UPDATE customers SET email = 'C3@EXAMPLE.com' WHERE id IN (3, 4)")
    const order = db.prepare('INSERT INTO orders (customer_id, order_date, net_minor) VALUES (?, ?, ?)')
    for (let id = 1; id <= 16; id++) order.run(id, `2026-0${1 + (id % 9)}-15`, id * 1000)
    db.exec("INSERT INTO campaigns (id, name, goal) VALUES (7, 'Otoño', 'winback')")
    db.exec("INSERT INTO walks (id, model_id, model_revision, started_at, updated_at) VALUES (1, 'idic', 1, '2026-05-01', '2026-05-01')")
    db.exec(
      `INSERT INTO walk_steps (walk_id, element_id, position, action_draft) VALUES (1, 'idic.identify', 1, '{"title":"x","owner":"","dueDate":"","segmentId":""}')`
    )
  })
})
afterEach(() => host.end())

const city = (...names: string[]): Rule => ({
  kind: 'group',
  join: 'all',
  not: false,
  rules: [{ kind: 'field', not: false, field: 'city', operator: 'one-of', value: names }]
})
const inSegment = (...ids: string[]): Rule => ({
  kind: 'group',
  join: 'all',
  not: false,
  rules: [{ kind: 'field', not: false, field: 'segment', operator: 'one-of', value: ids }]
})
const named = (name: string) => ({ en: `${name} (en)`, es: name })
const membersOf = async (segmentId: string): Promise<number[]> =>
  (await host.client.customers.listCustomers({ filter: { segmentId }, limit: 100 })).rows.map(({ id }) => id).sort((a, b) => a - b)
const ownIds = async (): Promise<string[]> =>
  (await host.client.segments.listSegments()).filter(({ kind }) => kind === 'own').map(({ id }) => id)

describe('a segment by rule', () => {
  it('is in lists, filters and on a customer, in plain words, and follows the data', async () => {
    const { segments, customers } = host.client
    const { id } = await segments.createSegment({ name: named('De Madrid'), rule: city('MADRID') })
    const summary = (await segments.listSegments()).find((each) => each.id === id)
    expect(summary).toMatchObject({ kind: 'own', customers: 10, share: 0.5, missing: null })
    expect(summary?.rule).toEqual({ en: 'Customers whose city is “MADRID”.', es: 'Clientes cuya ciudad es «MADRID».' })
    expect(await membersOf(id)).toEqual([1, 4, 5, 8, 9, 12, 13, 16, 17, 20])
    expect((await customers.getCustomer({ id: 5 })).segments).toContain(id)
    await host.context.workspace().change(['customers'], (db) => {
      db.exec("UPDATE customers SET city = 'Soria' WHERE id = 5")
    })
    expect(await membersOf(id)).toEqual([1, 4, 8, 9, 12, 13, 16, 17, 20])
  })

  it('changes, copies and comes back through undo', async () => {
    const { segments, workspace } = host.client
    const { id } = await segments.createSegment({ name: named('De Madrid'), rule: city('Madrid'), owner: 'Ana' })
    await segments.updateSegment({ id, rule: city('Malaga'), proposition: 'Pan los lunes' })
    expect(await membersOf(id)).toEqual([2, 6, 10, 14, 18])
    expect(await workspace.undo()).toMatchObject({ kind: 'segment-changed', details: { nameEs: 'De Madrid' } })
    expect(await membersOf(id)).toHaveLength(10)
    expect(await segments.getSegment({ id })).toMatchObject({ owner: 'Ana', proposition: null, isTarget: false, problems: [] })
    const copy = await segments.duplicateSegment({ id, name: named('Copia') })
    const builtIn = await segments.duplicateSegment({ id: 's_active', name: named('Mis activos') })
    expect(await membersOf(copy.id)).toEqual(await membersOf(id))
    expect(await membersOf(builtIn.id)).toEqual(await membersOf('s_active'))
    await workspace.undo()
    await workspace.undo()
    expect(await ownIds()).toEqual([id])
    expect(await codeOf(() => segments.updateSegment({ id: 's_active', owner: 'Ana' }))).toBe('segment-built-in')
  })

  it('refuses a rule that leads back to itself, through other segments too', async () => {
    const { segments } = host.client
    const first = await segments.createSegment({ name: named('Uno'), rule: city('Madrid') })
    const second = await segments.createSegment({ name: named('Dos'), rule: inSegment(first.id, 's_active') })
    expect(await codeOf(() => segments.updateSegment({ id: first.id, rule: inSegment(second.id) }))).toBe('rule-cycle')
    expect(await codeOf(() => segments.createSegment({ name: named('x'), rule: inSegment('s_target_prospects'), isTarget: true }))).toBe(
      'rule-cycle'
    )
    expect(await codeOf(() => segments.createSegment({ name: named('x'), rule: inSegment('own_gone') }))).toBe('rule-incomplete')
    const answer = await segments.countRule({ rule: inSegment(second.id), segmentId: first.id })
    expect(answer).toMatchObject({ state: 'incomplete', problems: [{ path: [0] }] })
    expect(await ownIds()).toEqual([second.id, first.id])
  })

  it('says at whom the business aims', async () => {
    const { segments } = host.client
    expect((await segments.listSegments()).find(({ id }) => id === 's_target_prospects')?.missing?.code).toBe('needs-rule')
    await host.context.workspace().change(['customers'], (db) => {
      db.exec("UPDATE customers SET created_at = '2026-09-01' WHERE id > 16")
    })
    expect(await segments.createSegment({ name: named('Objetivo'), rule: city('madrid'), isTarget: true })).toEqual({ id: 'target' })
    expect(await membersOf('s_target_prospects')).toEqual([17, 20])
    expect(await codeOf(() => segments.createSegment({ name: named('x'), rule: city('x'), isTarget: true }))).toBe('segment-target-there')
  })
})

describe('countRule', () => {
  it('counts the whole and its parts, with revenue and the first customers', async () => {
    const rule: Rule = {
      ...city('Madrid'),
      rules: [...city('Madrid').rules, { kind: 'field', not: false, field: 'revenue', operator: 'ge', value: 9000 }]
    }
    const answer = await host.client.segments.countRule({ rule })
    expect(answer).toMatchObject({
      state: 'counted',
      customers: 4,
      share: 0.2,
      revenueMinor: 50_000,
      asOf: '2026-09-15',
      parts: [
        { path: [0], customers: 10 },
        { path: [1], customers: 8 },
        { path: [], customers: 4 }
      ]
    })
    expect(answer.state === 'counted' && answer.first.map(({ id }) => id)).toEqual([9, 12, 13, 16])
    expect(await host.client.segments.listRuleCustomers({ rule, offset: 1, limit: 2 })).toMatchObject({
      total: 4,
      rows: [{ id: 12 }, { id: 13 }]
    })
  })

  it('says which condition is not complete and what the data lacks, instead of a number', async () => {
    const { segments } = host.client
    expect(await segments.countRule({ rule: city() })).toMatchObject({ state: 'incomplete', problems: [{ path: [0] }] })
    const surveyed: Rule = {
      kind: 'group',
      join: 'any',
      not: false,
      rules: [{ kind: 'records', not: true, subject: 'surveys', measure: 'count', of: null, operator: 'ge', value: 1, where: [] }]
    }
    const answer = await segments.countRule({ rule: surveyed })
    expect(answer).toMatchObject({ state: 'incomplete', problems: [{ path: [0] }] })
    const { id } = await segments.createSegment({ name: named('Sin encuesta'), rule: surveyed })
    expect((await segments.listSegments()).find((each) => each.id === id)?.missing).toMatchObject({
      code: 'needs-data',
      needs: ['surveys']
    })
  })

  it('lets the newest count of a draft win', async () => {
    const { segments } = host.client
    const older = segments.countRule({ rule: city('Madrid'), draft: 'a' })
    const other = segments.countRule({ rule: city('Madrid'), draft: 'b' })
    const newer = segments.countRule({ rule: city('Málaga'), draft: 'a' })
    expect(await older).toEqual({ state: 'superseded' })
    expect(await other).toMatchObject({ state: 'counted', customers: 10 })
    expect(await newer).toMatchObject({ state: 'counted', customers: 5 })
  })
})

describe('a fixed list', () => {
  it('is made from pasted numbers and e-mails, and says whom it did not find', async () => {
    const { segments, workspace } = host.client
    const text = `Customer\nC1, "c2@EXAMPLE.com"; 9\tC1\nnadie@example.com\nc3@example.com`
    const made = await segments.createList({ name: named('Feria'), source: { from: 'text', text } })
    expect(made).toMatchObject({ changed: 3, customers: 3, unknown: ['Customer', 'nadie@example.com'], ambiguous: ['c3@example.com'] })
    expect(await membersOf(made.id)).toEqual([1, 2, 9])
    expect(await codeOf(() => segments.createList({ name: named('x'), source: { from: 'text', text: 'nadie' } }))).toBe(
      'segment-no-members'
    )
    await workspace.undo()
    expect(await ownIds()).toEqual([])
    await workspace.redo()
    expect(await membersOf(made.id)).toEqual([1, 2, 9])
  })

  it('takes members in and lets them go', async () => {
    const { segments, workspace } = host.client
    const { id } = await segments.createList({ name: named('Lista'), source: { from: 'rule', rule: city('Málaga') } })
    expect(await segments.addMembers({ id, source: { from: 'customers', ids: [1, 2, 999] } })).toMatchObject({ changed: 1, customers: 6 })
    expect(await segments.removeMembers({ id, source: { from: 'text', text: 'C2 ' } })).toMatchObject({ changed: 1, customers: 5 })
    expect(await membersOf(id)).toEqual([1, 6, 10, 14, 18])
    await workspace.undo()
    expect(await membersOf(id)).toEqual([1, 2, 6, 10, 14, 18])
    const rule = await segments.createSegment({ name: named('Regla'), rule: city('Madrid') })
    expect(await codeOf(() => segments.addMembers({ id: rule.id, source: { from: 'customers', ids: [1] } }))).toBe('segment-not-list')
  })
})

describe('a list without any order', () => {
  it('is kept under the day of today, and holds when orders of the past come in', async () => {
    await host.context.workspace().change(['customers'], (db) => {
      db.exec('DELETE FROM orders')
    })
    const { segments } = host.client
    const { id } = await segments.createList({ name: named('Feria'), source: { from: 'customers', ids: [3, 4] } })
    const [snapshot] = (await segments.getSegment({ id })).snapshots
    expect(snapshot).toEqual({ asOf: host.context.now().toISOString().slice(0, 10), customers: 2 })
    expect(await membersOf(id)).toEqual([3, 4])
    await host.context.workspace().change(['customers'], (db) => {
      db.exec("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2020-03-01', 500)")
    })
    expect(await membersOf(id)).toEqual([3, 4])
    await segments.addMembers({ id, source: { from: 'customers', ids: [5] } })
    expect(await membersOf(id)).toEqual([3, 4, 5])
  })
})

describe('snapshots', () => {
  it('freeze the members under the as-of date and tell who came and went', async () => {
    const { segments, workspace } = host.client
    const { id } = await segments.createSegment({ name: named('De Madrid'), rule: city('Madrid') })
    expect(await segments.takeSnapshot({ id })).toEqual({ asOf: '2026-09-15', customers: 10 })
    await host.context.workspace().change(['customers'], (db) => {
      db.exec("UPDATE customers SET city = 'Soria' WHERE id IN (1, 4); UPDATE customers SET city = 'Madrid' WHERE id = 2")
      db.exec("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2026-10-20', 100)")
    })
    expect(await segments.compareSnapshots({ id, before: '2026-09-15', after: 'now' })).toEqual({ entered: 1, left: 2, stayed: 8 })
    const left = await segments.listMovement({ id, before: '2026-09-15', after: 'now', part: 'left' })
    expect(left.rows.map((row) => row.id)).toEqual([1, 4])
    await segments.takeSnapshot({ id })
    expect((await segments.getSegment({ id })).snapshots).toEqual([
      { asOf: '2026-10-20', customers: 9 },
      { asOf: '2026-09-15', customers: 10 }
    ])
    await segments.deleteSnapshot({ id, asOf: '2026-09-15' })
    expect(await codeOf(() => segments.compareSnapshots({ id, before: '2026-09-15', after: 'now' }))).toBe('not-found')
    await workspace.undo()
    expect((await segments.getSegment({ id })).snapshots).toHaveLength(2)
  })
})

describe('findOverlap', () => {
  it('parts the customers of three segments into regions that are disjoint and complete', async () => {
    const { segments } = host.client
    const { id } = await segments.createSegment({ name: named('De Madrid'), rule: city('Madrid') })
    const ids = [id, 's_active', 's_all']
    const { regions, segments: sets } = await segments.findOverlap({ ids })
    expect(regions.map(({ region }) => region)).toEqual(['100', '010', '110', '001', '101', '011', '111'])
    expect(regions.reduce((sum, { customers }) => sum + customers, 0)).toBe(20)
    const seen = new Set<number>()
    for (const { region, customers } of regions) {
      const list = await segments.listRegion({ ids, region })
      expect(list.total).toBe(customers)
      for (const row of list.rows) {
        expect(seen.has(row.id)).toBe(false)
        seen.add(row.id)
      }
    }
    sets.forEach((set, place) => {
      const inside = regions.filter(({ region }) => region[place] === '1').reduce((sum, { customers }) => sum + customers, 0)
      expect(inside).toBe(set.customers)
    })
    expect(await codeOf(() => segments.listRegion({ ids, region: '000' }))).toBe('invalid-value')
  })
})

describe('a segment in use', () => {
  it('of the app tells the elements that look at it, without the links a person took away', async () => {
    const { segments, models } = host.client
    const keysOf = async (): Promise<string[]> => (await segments.listUses({ id: 's_ssc' })).map(({ key }) => key)
    const before = await keysOf()
    expect(before).toContain('element:payne:payne.strategy')
    expect(new Set(before).size).toBe(before.length)
    await models.unlinkSegment({ modelId: 'payne', elementId: 'payne.strategy', segmentId: 's_ssc' })
    expect(await keysOf()).toEqual(before.filter((key) => key !== 'element:payne:payne.strategy'))
    expect(await codeOf(() => segments.listUses({ id: 's_nothing' }))).toBe('segment-built-in')
  })

  it('is deleted only when every use was seen, and one undo brings all back', async () => {
    const { segments, models, plan, workspace } = host.client
    const { id } = await segments.createSegment({ name: named('De Madrid'), rule: city('Madrid') })
    const other = await segments.createSegment({ name: named('Otro'), rule: inSegment(id, 's_ssc') })
    await models.linkSegment({ modelId: 'idic', elementId: 'idic.identify', segmentId: id })
    await plan.addAction({ title: 'Llamar', owner: 'Ana', dueDate: '2026-12-01', segmentId: id })
    await host.context.workspace().change(['segments'], (db) => {
      db.prepare('UPDATE campaigns SET segment_id = ? WHERE id = 7').run(id)
      db.prepare("UPDATE walk_steps SET action_draft = json_set(action_draft, '$.segmentId', ?)").run(id)
    })
    const uses = await segments.listUses({ id })
    expect(uses.map(({ kind, effect }) => `${kind} ${effect}`)).toEqual([
      'element removed',
      'action removed',
      'draft removed',
      'segment rewritten',
      'campaign removed'
    ])
    const before = await membersOf(other.id)
    expect(await codeOf(() => segments.deleteSegment({ id, confirmed: uses.slice(1).map(({ key }) => key) }))).toBe('segment-in-use')
    await segments.deleteSegment({ id, confirmed: uses.map(({ key }) => key) })
    expect(await ownIds()).toEqual([other.id])
    expect(await membersOf(other.id)).toEqual(before)
    expect((await plan.listActions({})).map(({ segmentId }) => segmentId)).toEqual([null])
    const used = () =>
      host.context
        .workspace()
        .read.prepare("SELECT c.segment_id AS campaign, w.action_draft ->> '$.segmentId' AS draft FROM campaigns c, walk_steps w")
        .get()
    expect(used()).toEqual({ campaign: null, draft: '' })
    await workspace.undo()
    expect(used()).toEqual({ campaign: id, draft: id })
    expect(await segments.listUses({ id })).toEqual(uses)
    expect(await membersOf(id)).toHaveLength(10)
    await workspace.redo()
    expect(await ownIds()).toEqual([other.id])
  })
})

describe('listFields', () => {
  it('offers what the data holds, each value once however it is spelt', async () => {
    await host.context.workspace().change(['customers'], (db) => {
      db.exec(
        `UPDATE customers SET needs_tags = 'pan; Bollería' WHERE id < 4; UPDATE customers SET attributes = '{"Talla":"L","Puntos":"12","Socio":true,"Código":"12"}' WHERE id < 3;
         INSERT INTO attributes (id, name, type) VALUES ('Código', 'Código', 'text')`
      )
    })
    const { groups, subjects } = await host.client.segments.listFields()
    const field = (id: string) => groups.flatMap(({ fields }) => fields).find((each) => each.id === id)
    expect(field('city')?.choices).toEqual([
      { value: 'Madrid', name: { en: 'Madrid', es: 'Madrid' }, customers: 10 },
      { value: 'Málaga', name: { en: 'Málaga', es: 'Málaga' }, customers: 5 }
    ])
    expect(field('tags')?.choices?.map(({ value, customers }) => [value, customers])).toEqual([
      ['Bollería', 3],
      ['pan', 3]
    ])
    expect(field('attribute:number:Puntos')).toMatchObject({ type: 'number', name: { es: 'Puntos' } })
    expect(field('attribute:boolean:Socio')).toMatchObject({ type: 'boolean', operators: ['yes', 'no'] })
    // Declared as text: a number in every row does not make it one.
    expect(field('attribute:text:Código')).toMatchObject({ type: 'text' })
    expect(field('attribute:text:Talla')?.choices).toMatchObject([{ value: 'L', customers: 2 }])
    expect(field('segment')?.choices?.find(({ value }) => value === 's_all')?.customers).toBe(20)
    expect(subjects.find(({ id }) => id === 'orders')?.isEmpty).toBe(false)
    expect(subjects.find(({ id }) => id === 'surveys')?.isEmpty).toBe(true)
  })
})
