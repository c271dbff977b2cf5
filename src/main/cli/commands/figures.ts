import type { Concentration, LifetimeValue, Rfm, ValueAnalysis } from '../../../shared/contract/value.ts'
import { formatMoney, formatNumber, formatShare, minorDigits } from '../../../shared/i18n/formats.ts'
import { listDaysCounted } from '../../../shared/i18n/windows.ts'
import { type Call, type Command, DATE } from '../command.ts'
import { openWorkspace } from '../files.ts'
import { renderTable } from '../table.ts'

/** The measures of concentration without the curve, which is for drawing. */
const describeConcentration = ({ curve: _curve, ...measures }: Concentration): Omit<Concentration, 'curve'> => measures
const describeRfm = ({ cells: _cells, ...measures }: Rfm): Omit<Rfm, 'cells'> => measures

/** Gamma-Gamma in whole units of the currency, as its parameters are published: the scale and the density change with the unit. */
function describeSpend(spend: LifetimeValue['gammaGamma'], unit: number): unknown {
  if (!spend) return null
  const { customers, ...measures } = spend
  return { ...measures, gamma: spend.gamma / unit, logLikelihood: spend.logLikelihood + customers * Math.log(unit) }
}

function toJson(call: Call, value: ValueAnalysis, currency: string): unknown {
  const { lifetime } = value
  const message = lifetime.reason?.[call.language] ?? call.t('unavailable')
  const unavailable = { unavailable: { code: lifetime.available ? 'no-model' : 'too-few', message } }
  return {
    asOf: value.asOf,
    window: value.window && listDaysCounted(value.window),
    customers: value.customers,
    rfm: describeRfm(value.rfm),
    concentration: describeConcentration(value.concentration),
    concentrationWindow: describeConcentration(value.concentrationWindow),
    lifecycle: value.lifecycle,
    ssc: value.ssc,
    revenueWindowMinor: value.revenueWindowMinor,
    revenuePreviousMinor: value.revenuePreviousMinor,
    bgnbd: lifetime.bgnbd ? { ...lifetime.bgnbd, unit: 'week', converged: true } : unavailable,
    gammaGamma: describeSpend(lifetime.gammaGamma, 10 ** minorDigits(currency)) ?? unavailable,
    equityMinor: lifetime.totalMinor,
    retention: value.retention,
    holdout: null
  }
}

/** What customers are worth. */
export const figureCommands: readonly Command[] = [
  {
    name: 'value',
    args: ['FILE'],
    options: { 'as-of': DATE, 'calibrate-until': DATE, horizon: { pattern: /^\d+$/ } },
    run: async (call) => {
      await openWorkspace(call)
      const { client } = call.session
      const value = await client.value.getValue()
      const { settings } = (await client.workspace.getState()) ?? { settings: { currency: 'EUR' } }
      const { concentration, rfm } = value
      const money = (minor: number): string => formatMoney(minor, settings.currency, call.language)
      const share = (part: number | null): string => (part === null ? '–' : formatShare(part, call.language))
      const lines = [
        `${value.asOf ?? '–'} · ${formatNumber(value.customers, call.language)} ${call.t('customers')} · ${money(concentration.totalMinor)}`,
        `20 % → ${share(concentration.top20Share)} · Gini ${concentration.gini === null ? '–' : formatNumber(concentration.gini, call.language, 4)} · 80 % ← ${String(concentration.customersFor80 ?? '–')}`,
        ...renderTable(
          [{ title: 'RFM' }, { title: call.t('customers'), right: true }, { title: call.t('revenue'), right: true }],
          rfm.segments.map(({ id, customers, revenueMinor }) => [id, formatNumber(customers, call.language), money(revenueMinor)])
        )
      ]
      return { json: toJson(call, value, settings.currency), lines }
    }
  }
]
