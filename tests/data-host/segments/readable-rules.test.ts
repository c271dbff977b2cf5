import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SegmentSummary } from '../../../src/shared/contract/segments.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
let segments: SegmentSummary[]
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('rules.cauce').token })
  await host.client.workspace.updateSettings({ windowDays: 180, newDays: 45 })
  segments = await host.client.segments.listSegments()
})
afterAll(() => host.end())

it("says every rule in sentences, with the workspace's own days", () => {
  const ruleOf = (id: string): unknown => segments.find((segment) => segment.id === id)?.rule
  expect(ruleOf('s_new')).toEqual({ en: 'First order in the last 45 days.', es: 'Primer pedido en los últimos 45 días.' })
  expect(ruleOf('s_active')).toEqual({ en: 'At least one order in the last 180 days.', es: 'Al menos un pedido en los últimos 180 días.' })
})

it('leaves no symbol or open placeholder in a rule', () => {
  const rules = segments.flatMap(({ id, rule }) => [`${id}: ${rule.en}`, `${id}: ${rule.es}`])
  expect(rules.filter((rule) => /[{}∈≥]|N_|T_|\b(in|en) W\b/.test(rule))).toEqual([])
})
