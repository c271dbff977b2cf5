import { resolve } from 'node:path'
import type { BackTest, LifetimePage } from '../../../shared/contract/value-tables.ts'
import type { Concentration, LifetimeValue, Rfm, ValueAnalysis } from '../../../shared/contract/value.ts'
import { formatMoney, formatNumber, formatShare, minorDigits } from '../../../shared/i18n/formats.ts'
import { listDaysCounted } from '../../../shared/i18n/windows.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { type Call, type Command, DATE, type OptionRule, TEXT } from '../command.ts'
import { quote } from '../csv-text.ts'
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

/** The back-test as the document has it; the model's own error stands beside the naive rules'. */
function describeHoldout(call: Call, test: BackTest | null): unknown {
  if (!test) return null
  if (!test.available) return { unavailable: { code: 'too-few', message: test.reason?.[call.language] ?? call.t('unavailable') } }
  const { available: _available, reason: _reason, bgnbd: _bgnbd, gammaGamma: _gammaGamma, tracking: _tracking, ...rest } = test
  return { ...rest, predicted: test.model?.orders ?? null }
}

/** With a day of calibration the models are those fitted up to it. */
function toJson(call: Call, value: ValueAnalysis, currency: string, test: BackTest | null): unknown {
  const isCalibrated = test !== null && call.option('calibrate-until') !== undefined
  const models = isCalibrated ? test : value.lifetime
  const message = models.reason?.[call.language] ?? call.t('unavailable')
  const unavailable = { unavailable: { code: models.available ? 'no-model' : 'too-few', message } }
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
    bgnbd: models.bgnbd ? { ...models.bgnbd, unit: 'week', converged: true } : unavailable,
    gammaGamma: describeSpend(models.gammaGamma, 10 ** minorDigits(currency)) ?? unavailable,
    equityMinor: value.lifetime.totalMinor,
    retention: value.retention,
    holdout: describeHoldout(call, test)
  }
}

const DEFAULT_TEST_WEEKS = 26
const DEFAULT_CLV_WEEKS = 52
const MOST_WEEKS = 520
const WEEKS: OptionRule = { pattern: /^[1-9]\d{0,2}$/, fits: (weeks) => Number(weeks) <= MOST_WEEKS }

/** Asked for by either option: it takes a fit of its own. */
async function readBackTest(call: Call): Promise<BackTest | null> {
  const [until, weeks] = [call.option('calibrate-until'), call.option('horizon')]
  if (until === undefined && weeks === undefined) return null
  return call.session.client.value.getBackTest({
    calibratedUntil: until ?? null,
    weeks: weeks === undefined ? DEFAULT_TEST_WEEKS : Number(weeks)
  })
}

/** What the back-test found, as a sentence. */
function tellTest(call: Call, test: BackTest | null): string[] {
  if (!test) return []
  if (!test.model) return [test.reason?.[call.language] ?? call.t('unavailable')]
  const count = (orders: number): string => formatNumber(Math.round(orders), call.language)
  const told = call.t('backTest', { weeks: test.weeks, predicted: count(test.model.orders), actual: count(test.actual) })
  return [`${told} ${call.t(test.usable ? 'backTestUsable' : 'backTestUnusable')}`]
}

const PAGE = 1000

async function readLifetimes(call: Call): Promise<LifetimePage> {
  const horizonWeeks = Number(call.option('horizon') ?? DEFAULT_CLV_WEEKS)
  const rows: LifetimePage['rows'] = []
  for (;;) {
    const page = await call.session.client.value.listLifetimes({ offset: rows.length, limit: PAGE, horizonWeeks })
    rows.push(...page.rows)
    if (page.rows.length === 0 || rows.length >= page.total) return { ...page, rows }
  }
}

const CLV_COLUMNS = [
  'customer',
  'x',
  'tx',
  'T',
  'pAlive',
  'pAliveCautious',
  'expectedOrders',
  'expectedSpendMinor',
  'clvMinor',
  'historicalMarginMinor'
] as const

/** Times in weeks; `pAlive` by BG/NBD, `pAliveCautious` by MBG/NBD, which does not take it for certain that one-time buyers stay. */
function describeLifetime(row: LifetimePage['rows'][number]): Record<(typeof CLV_COLUMNS)[number], string | number | null> {
  return {
    customer: row.externalId ?? String(row.customerId),
    x: row.x,
    tx: row.txWeeks,
    T: row.ageWeeks,
    pAlive: row.alive,
    pAliveCautious: row.aliveCautious,
    expectedOrders: row.expectedOrders,
    expectedSpendMinor: row.expectedSpendMinor,
    clvMinor: row.clvMinor,
    historicalMarginMinor: row.marginMinor
  }
}

/** What customers are worth. */
export const figureCommands: readonly Command[] = [
  {
    name: 'value',
    args: ['FILE'],
    options: { 'as-of': DATE, 'calibrate-until': DATE, horizon: WEEKS },
    run: async (call) => {
      await openWorkspace(call)
      const { client } = call.session
      const value = await client.value.getValue()
      const test = await readBackTest(call)
      const { settings } = (await client.workspace.getState()) ?? { settings: { currency: 'EUR' } }
      const { concentration, rfm } = value
      const money = (minor: number): string => formatMoney(minor, settings.currency, call.language)
      const share = (part: number | null): string => (part === null ? '–' : formatShare(part, call.language))
      const lines = [
        `${value.asOf ?? '–'} · ${formatNumber(value.customers, call.language)} ${call.t('customers')} · ${money(concentration.totalMinor)}`,
        `20 % → ${share(concentration.top20Share)} · Gini ${concentration.gini === null ? '–' : formatNumber(concentration.gini, call.language, 4)} · 80 % ← ${String(concentration.customersFor80 ?? '–')}`,
        ...tellTest(call, test),
        ...renderTable(
          [{ title: 'RFM' }, { title: call.t('customers'), right: true }, { title: call.t('revenue'), right: true }],
          rfm.segments.map(({ id, customers, revenueMinor }) => [id, formatNumber(customers, call.language), money(revenueMinor)])
        )
      ]
      return { json: toJson(call, value, settings.currency, test), lines }
    }
  },
  {
    name: 'clv',
    args: ['FILE'],
    options: { out: TEXT, horizon: WEEKS, 'as-of': DATE },
    run: async (call) => {
      const out = call.option('out')
      await openWorkspace(call, out)
      const { reason, rows } = await readLifetimes(call)
      const { settings } = (await call.session.client.workspace.getState()) ?? { settings: { currency: 'EUR' } }
      const json = rows.map(describeLifetime)
      const said = reason ? [reason[call.language]] : []
      if (out !== undefined) {
        const lines = json.map((row) => CLV_COLUMNS.map((column) => quoteCell(row[column])).join(','))
        await atomicWrite(resolve(out), [`${CLV_COLUMNS.join(',')}\r\n`, ...lines.map((line) => `${line}\r\n`)])
        return {
          json,
          lines: [...said, call.t('savedRows', { path: out, count: rows.length, n: formatNumber(rows.length, call.language) })]
        }
      }
      const number = (value: number | null, digits: number): string | null =>
        value === null ? null : formatNumber(value, call.language, digits)
      const money = (minor: number | null): string | null => (minor === null ? null : formatMoney(minor, settings.currency, call.language))
      const titles = ['x', 'tx', 'T', 'P(alive)', call.t('orders'), call.t('nextOrder'), 'CLV']
      return {
        json,
        lines: [
          ...said,
          ...renderTable(
            [{ title: call.t('id') }, ...titles.map((title) => ({ title, right: true }))],
            rows.map((row) => [
              row.externalId ?? String(row.customerId),
              String(row.x),
              number(row.txWeeks, 1),
              number(row.ageWeeks, 1),
              number(row.alive, 3),
              number(row.expectedOrders, 3),
              money(row.expectedSpendMinor),
              money(row.clvMinor)
            ])
          )
        ]
      }
    }
  }
]

/** A customer's own number may hold anything; text that a sheet would run as a formula is kept as text. */
function quoteCell(cell: string | number | null): string {
  return cell === null ? '' : typeof cell === 'number' ? String(cell) : quote(cell)
}
