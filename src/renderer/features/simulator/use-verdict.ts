import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/formats.tsx'
import type { SimulationResult } from './use-simulation.ts'

const last = (values: readonly number[]): number => values.at(-1) ?? 0

/** In one sentence, which of the two leaves more. */
export function useVerdict(result: SimulationResult): string {
  const { t } = useTranslation()
  const { money } = useFormats()
  const { win, keep, values } = result
  const [won, kept] = [last(win.profit), last(keep.profit)]
  const difference = money(Math.abs(won - kept))
  const words = { months: values.horizon, amount: money(values.amount), difference }
  if (won < 0 && kept < 0) return t('simulator.verdict.neither', words)
  if (difference === money(0)) return t('simulator.verdict.even', words)
  return t(won > kept ? 'simulator.verdict.win' : 'simulator.verdict.keep', words)
}
