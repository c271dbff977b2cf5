import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { metricDefinitions } from '../../../src/main/data-host/evidence/metrics/index.ts'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import { loadKpis } from '../../../src/main/data-host/models/load-catalogue.ts'
import { loadModels } from '../../../src/main/data-host/models/load-models.ts'
import type { ModelEvidence } from '../../../src/shared/contract/models.ts'
import { LANGUAGES, type Text } from '../../../src/shared/domain/text.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { resourcesDir } from './tiny-workspace.ts'

const { models } = loadModels(resourcesDir)
const folder = mkdtempSync(join(tmpdir(), 'cauce-elements-'))
const { client, context } = createLocalHost({ resourcesDir, now: () => new Date('2026-11-05T09:00:00.000Z') })

beforeAll(async () => {
  await client.workspace.createWorkspace({ fileToken: context.files.grant(join(folder, 'sample.cauce')), sampleId: 'la-espiga' })
})
afterAll(() => {
  context.workspace().close()
  rmSync(folder, { recursive: true, force: true })
})

/** A sentence in every language, none of them a key nobody wrote a text for, none with an unfilled value. */
function expectWords(text: Text | null | undefined, what: string): void {
  for (const language of LANGUAGES) {
    expect(text?.[language] ?? '', `${what} (${language})`).toMatch(/\p{L}{2}/u)
    expect(text?.[language], `${what} (${language})`).not.toMatch(/^(evidence|segments)\.|\{\{|NaN|undefined/)
  }
}

function expectAnswers({ elements }: ModelEvidence): void {
  for (const { id, stateReason, metrics, segments } of elements) {
    expectWords(stateReason, id)
    for (const metric of metrics) {
      const what = `${id} ${metric.id}`
      if (metric.missing) expectWords(metric.missing.hint, what)
      else {
        expect(Number.isFinite(metric.value), what).toBe(true)
        expectWords(metric.numeratorName, what)
        expectWords(metric.denominatorName, what)
        if (metric.listable) expectWords(metric.listed?.numerator, what)
        if (metric.listable) expectWords(metric.listed?.denominator, what)
      }
    }
    for (const segment of segments) {
      if (segment.missing) expectWords(segment.missing.hint, `${id} ${segment.id}`)
      else expect(segment.customers, `${id} ${segment.id}`).toBeGreaterThanOrEqual(0)
    }
  }
}

describe.each(models.map((model) => [model.id, model] as const))('%s on the sample business', (modelId, model) => {
  it('answers every element with figures and segments, or says what is missing', async () => {
    const evidence = await client.models.getEvidence({ modelId })
    expect(evidence.elements.map(({ id, metrics }) => [id, metrics.map((metric) => metric.id)])).toEqual(
      model.elements.map(({ id, kpis }) => [id, kpis])
    )
    expectAnswers(evidence)
  })

  it('says of no element that what it contains lacks data when it contains nothing', async () => {
    const { elements } = await client.models.getEvidence({ modelId })
    const inside = translate('en', 'evidence.state.containedNone')
    for (const { id, stateReason } of elements) {
      const containsNothing =
        !model.elements.some(({ parent }) => parent === id) && !model.relations.some(({ kind, from }) => kind === 'contains' && from === id)
      if (containsNothing) expect(stateReason.en, id).not.toContain(inside)
    }
  })

  it('has an element with a value', async () => {
    const { elements } = await client.models.getEvidence({ modelId })
    expect(elements.some(({ metrics }) => metrics.some(({ value }) => value !== null))).toBe(true)
  })
})

describe('the catalogue of KPIs', () => {
  it('has one definition for each, and none beside', () => {
    const ids = loadKpis(resourcesDir).map(({ id }) => id)
    expect(metricDefinitions.map(({ id }) => id).sort()).toEqual([...ids].sort())
  })

  it('names no figure that waits for an analysis still to come', async () => {
    const notYet = translate('en', 'evidence.missing.metric')
    for (const { id } of await client.models.listKpis())
      expect((await client.models.getMetric({ id })).missing?.hint.en, id).not.toBe(notYet)
  })
})
