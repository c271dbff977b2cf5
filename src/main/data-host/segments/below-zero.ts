import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import type { Figures } from '../figures/figures.ts'

/** 1: active, and the margin in W does not cover the cost to serve in W, whatever the predicted value says. */
export function findBelowZero({ profile, costToServe }: Figures): Uint8Array {
  return profile.isActive.map((isActive, i) => (isActive === 1 && profile.marginWindow[i]! < (costToServe?.[i] ?? 0) ? 1 : 0))
}

/** An empty segment does not mean that nobody costs more than they leave today: its rule says how many do. */
export function addBelowZero(segment: SegmentSummary, figures: Figures): SegmentSummary {
  if (segment.id !== 's_bz' || segment.missing) return segment
  const count = findBelowZero(figures).reduce((sum, byte) => sum + byte, 0)
  const { en, es } = segment.rule
  return {
    ...segment,
    rule: {
      en: `${en} Active customers whose margin does not cover their cost to serve: ${formatNumber(count, 'en')}.`,
      es: `${es} Clientes activos cuyo margen no cubre su costo de servir: ${formatNumber(count, 'es')}.`
    }
  }
}
