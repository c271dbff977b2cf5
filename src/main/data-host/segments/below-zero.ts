import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import type { Figures } from '../figures/figures.ts'

/** 1: active, and the margin in W does not cover the cost to serve in W, whatever the predicted value says. */
export function findBelowZero({ profile, costToServe }: Figures): Uint8Array {
  return profile.isActive.map((isActive, i) => (isActive === 1 && profile.marginWindow[i]! < (costToServe?.[i] ?? 0) ? 1 : 0))
}

/** An empty segment does not mean that nobody costs more than they leave today: its rule says how many do. */
export function addBelowZero(segment: SegmentSummary, figures: Figures): SegmentSummary {
  const note = tellBelowZero(segment, figures)
  return note ? { ...segment, rule: { en: `${segment.rule.en} ${note.en}`, es: `${segment.rule.es} ${note.es}` } } : segment
}

/** The same beside the segment's size, where its rule is not read: with what keeps them out of it. */
export function describeBelowZero(segment: Pick<SegmentSummary, 'id' | 'missing'>, figures: Figures): Text | null {
  const note = tellBelowZero(segment, figures)
  return (
    note && {
      en: `${note.en} Those with a predicted value (CLV) above zero are not in this segment.`,
      es: `${note.es} Los que tienen un valor previsto (CLV) por encima de cero no están en este segmento.`
    }
  )
}

/** How many active customers cost more than they leave now, for the segment that a predicted value keeps them out of; null for the others. */
function tellBelowZero({ id, missing }: Pick<SegmentSummary, 'id' | 'missing'>, figures: Figures): Text | null {
  if (id !== 's_bz' || missing) return null
  const count = findBelowZero(figures).reduce((sum, byte) => sum + byte, 0)
  return {
    en: `Active customers whose margin does not cover their cost to serve: ${formatNumber(count, 'en')}.`,
    es: `Clientes activos cuyo margen no cubre su costo de servir: ${formatNumber(count, 'es')}.`
  }
}
