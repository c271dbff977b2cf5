import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IMPORTANCE, barrierKey } from '../../../src/shared/contract/assessments.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

const MARCH = '2026-03-01T10:00:00.000Z'
const JUNE = '2026-06-01T10:00:00.000Z'
let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

async function report(modelId: string, language: 'es' | 'en', format: 'md' | 'html'): Promise<string> {
  const { id: walkId } = await host.client.walks.startWalk({ modelId })
  return (await host.client.reports.renderReport({ modelId, walkId, language, format })).text
}

describe('the report of a walk', () => {
  it('holds the last round beside the one before: score, level, radar, and who differs', async () => {
    const { client } = host
    const rate = (round: string, participant: string, reality: number, evidence = ''): Promise<unknown> =>
      client.assessments.saveRating({
        modelId: 'gartner',
        round,
        participant,
        elementId: 'gartner.vision',
        statementId: 's1',
        intention: 4,
        reality,
        evidence
      })
    await rate(MARCH, 'Ana', 0)
    await rate(JUNE, 'Ana', 4, 'Acta <b>de enero</b>')
    await rate(JUNE, 'Luis', 0)
    await client.assessments.nameRound({ modelId: 'gartner', round: JUNE, name: 'Taller de junio' })
    await client.assessments.setElementTarget({ modelId: 'gartner', elementId: 'gartner.vision', target: 82.5 })
    const html = await report('gartner', 'es', 'html')
    // Ana 100, Luis 30: median 65; in March 30.
    for (const words of [
      'Evaluación',
      '65,0 de 100',
      'Gestionado',
      '+35,0',
      'Ana, Luis',
      'Taller de junio · 1 jun 2026',
      '1 mar 2026',
      'Objetivo',
      '82,5',
      'Conversar antes'
    ])
      expect(html).toContain(words)
    expect(html).toMatch(/<figure class="small"><svg[^>]*role="img"/)
    expect(html).toContain('0 (Luis)')
    const markdown = await report('gartner', 'en', 'md')
    for (const words of ['## Assessment', '65.0 of 100', 'Managed', 'Discuss first', 'are ours']) expect(markdown).toContain(words)
  })

  it('gives Payne’s verdict with its reasons', async () => {
    const { client } = host
    const base = { modelId: 'payne', round: MARCH, participant: 'Ana' }
    const marks = { strategy: [5, 3], value: [4, 2], multichannel: [3, 4], information: [2, 5], performance: [5, 1] } as const
    for (const [name, [importance, performance]] of Object.entries(marks)) {
      const elementId = `payne.${name}`
      await client.assessments.saveRating({ ...base, elementId, statementId: IMPORTANCE, importance })
      await client.assessments.saveRating({ ...base, elementId, statementId: 's1', performance })
    }
    for (const id of ['skills', 'investment', 'data', 'benefits', 'boundaries'])
      await client.assessments.saveRating({ ...base, elementId: 'payne.impl_readiness', statementId: barrierKey(id), reality: 3 })
    const markdown = await report('payne', 'es', 'md')
    for (const words of [
      'Preparación: Piloto',
      'El índice es 40,8: de 40 a 59',
      'Evaluación de desempeño tiene la máxima importancia',
      'Las barreras pesan 71,4 de 100',
      'al menos 71,4 de 100',
      'Concentrarse aquí'
    ])
      expect(markdown).toContain(words)
  })

  it('says nothing of ratings where there are none, nor without a walk', async () => {
    expect(await report('qci', 'en', 'md')).not.toContain('## Assessment')
    await host.client.assessments.saveRating({
      modelId: 'idic',
      round: MARCH,
      participant: 'Ana',
      elementId: 'idic.identify',
      statementId: 's1',
      reality: 1
    })
    const alone = await host.client.reports.renderReport({ modelId: 'idic', language: 'en', format: 'md' })
    expect(alone.text).not.toContain('## Assessment')
    expect(await report('idic', 'en', 'md')).toContain('Where to begin: Identify is the first step below 50')
  })
})
