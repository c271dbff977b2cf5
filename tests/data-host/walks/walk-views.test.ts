import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

const idsOf = (walk: { stepList: readonly { elementId: string }[] }): string[] =>
  walk.stepList.map(({ elementId }) => elementId.slice(elementId.indexOf('.') + 1))

describe('a walk of one view of a model', () => {
  it('visits what the view shows, in the order the view gives it', async () => {
    const { startWalk } = host.client.walks
    expect(idsOf(await startWalk({ modelId: 'buttle', view: '2020s' }))).toEqual([
      'cpa',
      'proposition',
      'lifecycle',
      'sup_it_data',
      'sup_procurement',
      'network',
      'sup_leadership_culture',
      'sup_hr',
      'profitability'
    ])
    expect(idsOf(await startWalk({ modelId: 'buttle', view: '2004' })).slice(5, 9)).toEqual([
      'sup_leadership_culture',
      'sup_it_data',
      'sup_hr',
      'sup_procurement'
    ])
    const book = idsOf(await startWalk({ modelId: 'qci', view: 'book' }))
    expect(book).toEqual(expect.arrayContaining(['cma', 'infra_information', 'infra_process']))
    expect(book).not.toEqual(expect.arrayContaining(['external_environment']))
    expect(idsOf(await startWalk({ modelId: 'idic', view: 'source' }))).toEqual(['identify', 'differentiate', 'interact', 'customize'])
  })

  it('keeps its view, whatever is begun after it; the model as it stands has none', async () => {
    const { client } = host
    const newer = await client.walks.startWalk({ modelId: 'buttle', view: '2020s' })
    const first = await client.walks.startWalk({ modelId: 'buttle', view: '2001' })
    const plain = await client.walks.startWalk({ modelId: 'buttle' })
    const gone = await client.walks.startWalk({ modelId: 'buttle', view: 'gone' })
    expect((await client.walks.listWalks()).map(({ id, view }) => [id, view]).toSorted()).toEqual([
      [newer.id, '2020s'],
      [first.id, null],
      [plain.id, null],
      [gone.id, null]
    ])
    expect((await client.walks.getWalk({ id: newer.id })).view).toBe('2020s')
  })

  it('refuses to begin at what the view leaves out', async () => {
    await expect(host.client.walks.startWalk({ modelId: 'buttle', view: '2020s', elementId: 'buttle.intimacy' })).rejects.toMatchObject({
      data: { code: 'not-found' }
    })
    const walk = await host.client.walks.startWalk({ modelId: 'buttle', view: '2020s', elementId: 'buttle.network' })
    expect(walk.currentElementId).toBe('buttle.network')
  })

  it('asks and measures nothing where the view means something else, and all of it where it means the same', async () => {
    const { client } = host
    const { id: walkId } = await client.walks.startWalk({ modelId: 'buttle', view: '2020s' })
    await client.walks.saveStep({ walkId, elementId: 'buttle.cpa', decision: 'Look for new demand' })
    await client.walks.goToStep({ walkId, elementId: 'buttle.profitability' })
    await client.walks.saveStep({ walkId, elementId: 'buttle.profitability', score: 2 })
    const walk = await client.walks.goToStep({ walkId, elementId: null })
    const stepOf = (id: string): (typeof walk.stepList)[number] | undefined => walk.stepList.find(({ elementId }) => elementId === id)
    expect(stepOf('buttle.cpa')).toMatchObject({ status: 'done', answers: [], evidence: null })
    expect(stepOf('buttle.profitability')?.answers).toHaveLength(3)
    expect(stepOf('buttle.profitability')?.evidence?.metrics.map(({ id }) => id)).toContain('k_customer_margin')
  })

  it('comes back in its view when its deletion is undone', async () => {
    const { client } = host
    const { id } = await client.walks.startWalk({ modelId: 'buttle', view: '2020s' })
    await client.walks.deleteWalk({ walkId: id })
    await client.workspace.undo()
    const other = await client.walks.startWalk({ modelId: 'buttle' })
    expect(new Map((await client.walks.listWalks()).map((walk) => [walk.id, walk.view]))).toEqual(
      new Map([
        [id, '2020s'],
        [other.id, null]
      ])
    )
  })

  it('is entered as its view asks for', async () => {
    const entry = async (modelId: string, view: string | null): Promise<string> =>
      (await host.client.walks.getEntry({ modelId, view })).title.en
    expect(await entry('buttle', '2020s')).toBe('Walk the newer chain')
    expect(await entry('buttle', null)).toContain('significant customers')
    expect(await entry('qci', 'book')).toContain('CMAT')
    expect(await entry('qci', 'dimensions')).toBe('Score the eight activities')
    // Same steps, same meaning: what is said of the model holds.
    expect(await entry('gartner', 'blocks')).toBe('Radar of eight')
    expect(await entry('idic', 'source')).toBe('Walk the four steps')
  })
})

describe('the report of a view', () => {
  const write = async (request: { modelId: string; walkId?: number; view?: string }): Promise<string> =>
    (await host.client.reports.renderReport({ ...request, language: 'en', format: 'md' })).text

  it('tells a walk in the view it was begun in, with its names, its order and no figure that is not its own', async () => {
    const { client } = host
    const { id: walkId } = await client.walks.startWalk({ modelId: 'buttle', view: '2020s' })
    for (const id of ['cpa', 'sup_it_data', 'network'])
      await client.walks.saveStep({ walkId, elementId: `buttle.${id}`, decision: `Decided at ${id}` })
    // Asked for in another view, it is still the view of the walk.
    const text = await write({ modelId: 'buttle', walkId, view: '2004' })
    const headings = text.split('\n').flatMap((line) => (/^## \d/.test(line) ? [line.slice(3)] : []))
    expect(headings).toEqual(['1. Identify opportunity', '1. Data and analytics', '3. Network relationships'])
    expect(text).toContain('- View: new chain, 2020s')
    expect(text).toContain('This view pairs it with “Customer portfolio analysis”')
    expect(text).not.toContain('Customer intimacy')
    expect(text).not.toContain('Gini')
    expect(text).toContain('Customer profitability: ')
    expect(text).toContain('Net margin per active customer')
  })

  it('tells the evidence in the view asked for', async () => {
    const book = await write({ modelId: 'qci', view: 'book' })
    expect(book).toContain('Enquiry management')
    expect(book).not.toContain('External environment')
    expect(await write({ modelId: 'qci' })).toContain('External environment')
  })

  it('draws the same view, with the walk or without', async () => {
    const { client } = host
    const { id: walkId } = await client.walks.startWalk({ modelId: 'buttle', view: '2020s' })
    const draw = async (request: { walkId?: number; view?: string }): Promise<string> =>
      (await client.reports.renderDiagram({ modelId: 'buttle', language: 'en', ...request })).svg
    expect(await draw({ walkId })).toContain('Identify')
    expect(await draw({ view: '2020s' })).toContain('Identify')
    expect(await draw({})).not.toContain('Identify opportunity')
  })

  it('leaves what nobody answered to one line each', async () => {
    const { client } = host
    const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'qci' })
    await client.walks.saveStep({ walkId, elementId: 'qci.act_targeting', score: 3 })
    const text = await write({ modelId: 'qci', walkId })
    expect(text.match(/^## \d+\. /gm)).toHaveLength(1)
    const passed = text.slice(text.indexOf('## Steps not answered'), text.indexOf('## Elements without a step'))
    expect(passed.match(/^- /gm)).toHaveLength(stepList.length - 1)
    expect(text.match(/No decision written down/g)).toHaveLength(2)
  })
})
