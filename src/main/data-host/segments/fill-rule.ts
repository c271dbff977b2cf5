import { deriveThresholds, type LifecycleThresholds } from '../../../shared/analytics/lifecycle.ts'
import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import type { Settings } from '../../../shared/contract/workspace.ts'

/** What the rules of `catalogue/segments.json` may name in braces: days, as this workspace counts them. */
export function listRuleNumbers(settings: Settings, thresholds: LifecycleThresholds | null): Readonly<Record<string, number>> {
  const { riskDays, lapsedDays, lostDays } = thresholds ?? deriveThresholds(new Map(), settings.newDays)
  return { window: settings.windowDays, newDays: settings.newDays, risk: riskDays, lapsed: lapsedDays, lost: lostDays }
}

/** The segment with the workspace's own numbers in its rule: "First order in the last 90 days." */
export function fillRule(segment: SegmentSummary, numbers: Readonly<Record<string, number>>): SegmentSummary {
  const fill = (text: string): string =>
    text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const days = numbers[name]
      return days === undefined ? placeholder : String(Math.round(days))
    })
  return { ...segment, rule: { en: fill(segment.rule.en), es: fill(segment.rule.es) } }
}
