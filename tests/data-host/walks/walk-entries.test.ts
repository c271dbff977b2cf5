import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

/** The models' entry points, as the domain reference's table of the five states them. */
const reference = new URL('../../../../shared/domain.md', import.meta.url)
const MODELS = ['idic', 'qci', 'payne', 'gartner', 'buttle'] as const
let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

describe('how each model is walked', () => {
  it('begins where its entry says: steps, activities, readiness, any block, the portfolio', async () => {
    const first = async (modelId: string): Promise<string | null> => (await host.client.walks.startWalk({ modelId })).currentElementId
    expect(await Promise.all(MODELS.map(first))).toEqual([
      'idic.identify',
      'qci.act_targeting',
      'payne.impl_readiness',
      'gartner.vision',
      'buttle.cpa'
    ])
    const entries = await Promise.all(MODELS.map((modelId) => host.client.walks.getEntry({ modelId })))
    expect(entries.map(({ order }) => order)).toEqual(['sequence', 'sequence', 'sequence', 'any', 'sequence'])
    expect(entries.filter(({ assessFirst }) => assessFirst).map(({ modelId }) => modelId)).toEqual(['payne', 'gartner'])
    for (const { title, lead } of entries) for (const text of [title, lead]) expect(text.en).not.toBe(text.es)
    expect(await codeOf(() => host.client.walks.getEntry({ modelId: 'nowhere' }))).toBe('not-found')
  })

  it('goes round the ring, through the five processes, and down the chain before what supports them', async () => {
    const walkOf = async (modelId: string): Promise<string[]> =>
      (await host.client.walks.startWalk({ modelId })).stepList.map(({ elementId }) => elementId.slice(modelId.length + 1))
    expect((await walkOf('qci')).slice(0, 8)).toEqual([
      'act_targeting',
      'act_conversion',
      'act_welcome',
      'act_basics',
      'act_retention',
      'act_value',
      'act_dissatisfaction',
      'act_winback'
    ])
    expect((await walkOf('payne')).slice(0, 6)).toEqual([
      'impl_readiness',
      'strategy',
      'value',
      'multichannel',
      'information',
      'performance'
    ])
    const buttle = await walkOf('buttle')
    expect(buttle.slice(0, 5)).toEqual(['cpa', 'intimacy', 'network', 'proposition', 'lifecycle'])
    expect(buttle.at(-1)).toBe('profitability')
    expect(await walkOf('gartner')).toHaveLength(8)
  })

  it('can be taken in any order where the model has none, to the end', async () => {
    const { client } = host
    const { id: walkId, stepList } = await client.walks.startWalk({ modelId: 'gartner', elementId: 'gartner.metrics' })
    const order = [...stepList.map(({ elementId }) => elementId)].reverse()
    for (const [index, elementId] of order.entries()) {
      await client.walks.saveStep({ walkId, elementId, score: (index % 5) + 1, decision: `Decisión ${elementId}` })
      await client.walks.goToStep({ walkId, elementId: order[index + 1] ?? null })
    }
    const walk = await client.walks.finishWalk({ walkId })
    expect([walk.doneSteps, walk.steps]).toEqual([8, 8])
  })

  it.each(MODELS)('%s: has room for every step in the report, with its diagram, in both languages', async (modelId) => {
    const { client } = host
    const model = await client.models.getModel({ id: modelId })
    const { id: walkId } = await client.walks.startWalk({ modelId })
    for (const elementId of model.walk) await client.walks.saveStep({ walkId, elementId, score: 3, decision: `Decidido en ${elementId}` })
    for (const language of ['es', 'en'] as const) {
      const html = (await client.reports.renderReport({ modelId, walkId, language, format: 'html' })).text
      const markdown = (await client.reports.renderReport({ modelId, walkId, language, format: 'md' })).text
      expect(html).toContain('<svg')
      for (const elementId of model.walk) {
        const element = model.elements.find(({ id }) => id === elementId)
        expect(html).toContain(`Decidido en ${elementId}`)
        expect(markdown).toContain(`Decidido en ${elementId.replaceAll('_', '\\_')}`)
        for (const question of element?.questions ?? []) expect(html).toContain(question[language].slice(0, 20).replaceAll('"', '&quot;'))
      }
    }
  })
})

describe.skipIf(!existsSync(reference))('the entry points of the domain reference', () => {
  it('are those shown, word for word in English where it gives words', async () => {
    const row = readFileSync(reference, 'utf8')
      .split('\n')
      .find((line) => line.startsWith('| walk-through entry |'))
    const quoted = [...(row ?? '').matchAll(/"([^"]+)"/g)].map((match) => match[1]?.toLowerCase())
    const entries = await Promise.all(MODELS.map((modelId) => host.client.walks.getEntry({ modelId })))
    const shown = entries.map(({ title }) =>
      title.en.toLowerCase().replace('the significant customers', 'sscs').replace('then the five', 'then five')
    )
    expect(shown).toEqual(quoted)
  })
})
