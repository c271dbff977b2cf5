import { extname, resolve } from 'node:path'
import type { CustomerPage, CustomerRow } from '../../../shared/contract/customers.ts'
import { formatMoney, formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { type Call, type Command, DATE, requireOption, TEXT } from '../command.ts'
import { quote } from '../csv-text.ts'
import { InputError, isRefusedAs, UsageError } from '../failures.ts'
import { openWorkspace } from '../files.ts'
import { renderTable } from '../table.ts'

const PAGE = 1000
const EXPORTS = ['customers', 'orders', 'segments', 'all'] as const

async function readMembers(call: Call, segmentId: string): Promise<CustomerRow[]> {
  const { client } = call.session
  const segment = (await client.segments.listSegments()).find(({ id }) => id === segmentId)
  if (!segment) throw new InputError('not-found', call.t('noSegment', { id: segmentId, file: call.arg('FILE') }), { what: segmentId })
  if (segment.missing)
    throw new InputError(segment.missing.code, call.t('segmentWithoutAnswer', { id: segmentId, hint: segment.missing.hint[call.language] }))
  const members: CustomerRow[] = []
  for (let total = 1; members.length < total;) {
    const page = await client.customers.listCustomers({ offset: members.length, limit: PAGE, filter: { segmentId } })
    members.push(...page.rows)
    total = page.rows.length === 0 ? 0 : page.total
  }
  return members
}

/** By the external id; a number can be our own id as well, and is looked for as such when nobody has it as an external one. */
async function readCustomer(call: Call, id: string): Promise<CustomerPage> {
  for (const key of /^[1-9]\d{0,14}$/.test(id) ? [id, Number(id)] : [id]) {
    try {
      return await call.session.client.customers.getCustomer({ id: key })
    } catch (error) {
      if (!isRefusedAs(error, 'not-found')) throw error
    }
  }
  throw new InputError('not-found', call.t('noCustomer', { id, file: call.arg('FILE') }), { what: id })
}

/** Customers are called by the number their own system gave them, where it gave one. */
const labelOf = (row: CustomerRow): string => row.externalId ?? String(row.id)

/** Who is in which segment, one customer, and taking data out. */
export const customerCommands: readonly Command[] = [
  {
    name: 'export',
    args: ['FILE', 'WHAT'],
    options: { out: TEXT },
    run: async (call) => {
      const what = call.arg('WHAT')
      const out = requireOption(call, 'out')
      const table = EXPORTS.find((each) => each === what)
      if (!table) throw new UsageError('badArgument', { name: 'WHAT', value: what, values: EXPORTS.join('|') })
      const format = extname(out).toLowerCase() === '.xlsx' ? 'xlsx' : 'csv'
      // One file of commas holds one table.
      if (table === 'all' && format === 'csv') throw new UsageError('allIsWorkbook')
      await openWorkspace(call, out)
      const { language } = call
      const { rows } = await call.session.client.reports.exportData({ what: table, format, language, fileToken: call.session.grant(out) })
      return {
        json: { rows, path: resolve(out) },
        lines: [call.t('savedRows', { path: out, count: rows, n: formatNumber(rows, call.language) })]
      }
    }
  },
  {
    name: 'segments',
    args: ['FILE'],
    options: { 'as-of': DATE },
    run: async (call) => {
      await openWorkspace(call)
      const segments = await call.session.client.segments.listSegments()
      const { settings } = (await call.session.client.workspace.getState()) ?? { settings: { currency: 'EUR' } }
      const titles = [
        { title: call.t('id') },
        { title: call.t('name') },
        ...['customers', 'share', 'revenue', 'revenueShare'].map((key) => ({ title: call.t(key), right: true })),
        { title: '' }
      ]
      const cells = segments.map((each) => [
        each.id,
        each.name[call.language],
        each.customers === null ? null : formatNumber(each.customers, call.language),
        each.share === null ? null : formatShare(each.share, call.language),
        each.revenueMinor === null ? null : formatMoney(each.revenueMinor, settings.currency, call.language),
        each.revenueShare === null ? null : formatShare(each.revenueShare, call.language),
        // A person's own rule stands nowhere else on the command line.
        each.missing ? each.missing.hint[call.language] : each.kind === 'own' ? each.rule[call.language] : ''
      ])
      return {
        json: segments.map(({ id, name, kind, rule, customers, share, revenueMinor, revenueShare, missing }) => ({
          id,
          name,
          kind,
          ...(kind === 'own' && { rule }),
          customers,
          share,
          revenueMinor,
          revenueShare,
          missing
        })),
        lines: renderTable(titles, cells)
      }
    }
  },
  {
    name: 'members',
    args: ['FILE', 'SEGMENT'],
    options: { out: TEXT, 'as-of': DATE },
    run: async (call) => {
      const out = call.option('out')
      await openWorkspace(call, out)
      const members = await readMembers(call, call.arg('SEGMENT'))
      const json = members.map((row) => ({ customer: labelOf(row), id: row.id, name: row.name }))
      if (out === undefined)
        return {
          json,
          lines: renderTable(
            [{ title: call.t('id') }, { title: call.t('name') }],
            json.map(({ customer, name }) => [customer, name])
          )
        }
      await atomicWrite(resolve(out), ['customer,name\r\n', ...json.map(({ customer, name }) => `${quote(customer)},${quote(name)}\r\n`)])
      return { json, lines: [call.t('savedRows', { path: out, count: json.length, n: formatNumber(json.length, call.language) })] }
    }
  },
  {
    name: 'customer',
    args: ['FILE', 'ID'],
    options: { 'as-of': DATE },
    run: async (call) => {
      await openWorkspace(call)
      const { client } = call.session
      const page = await readCustomer(call, call.arg('ID'))
      const { row, timeline, segments, elements, ...identity } = page
      const { id, externalId, name, email, city, lifecycle, orders, revenueMinor, lastOrderDate, r, f, m, rfmSegment, isSsc } = row
      const { averageOrderMinor, recencyDays, revenueWindowMinor, timelineTotal: _timelineTotal, ...rest } = identity
      const json = {
        identity: { id, externalId, name, email, city, ...rest },
        orders: {
          count: orders,
          lastOrderDate,
          averageOrderMinor,
          recencyDays,
          list: timeline
            .filter(({ kind }) => kind === 'order')
            .map(({ at, label, amountMinor }) => ({ date: at.slice(0, 10), label, amountMinor }))
        },
        scores: { r, f, m, rfmSegment },
        lifecycle,
        value: { revenueMinor, revenueWindowMinor, isSsc },
        segments,
        elements
      }
      const { settings } = (await client.workspace.getState()) ?? { settings: { currency: 'EUR' } }
      const names = new Map((await client.segments.listSegments()).map((segment) => [segment.id, segment.name]))
      const money = (minor: number): string => formatMoney(minor, settings.currency, call.language)
      return {
        json,
        lines: [
          `${externalId ?? String(id)} · ${name}`,
          `${call.t('lifecycle')}: ${translate(call.language, `kinds.lifecycle.${lifecycle}`)} · RFM ${String(r ?? '–')}${String(f ?? '–')}${String(m ?? '–')}`,
          `${call.t('orders')}: ${formatNumber(orders, call.language)} · ${call.t('revenue')}: ${money(revenueMinor)}`,
          `${call.t('segments')}: ${segments.map((each) => names.get(each)?.[call.language] ?? each).join(', ')}`
        ]
      }
    }
  }
]
