import { extname, resolve } from 'node:path'
import type { CustomerRow } from '../../../shared/contract/customers.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { formatMoney, formatNumber, formatShare } from '../../../shared/i18n/formats.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import { type Call, type Command, DATE, requireOption, TEXT } from '../command.ts'
import { InputError } from '../failures.ts'
import { renderTable } from '../table.ts'

const PAGE = 1000
/** What `export` will bring later, so that asking for it is answered and not called a mistake. */
const EXPORTS = ['customers', 'orders', 'segments'] as const
type Exported = (typeof EXPORTS)[number]

async function readMembers(call: Call, segmentId: string): Promise<CustomerRow[]> {
  const { client } = call.session
  const segment = (await client.segments.listSegments()).find(({ id }) => id === segmentId)
  if (!segment) throw new CauceError('not-found')
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

/** Customers are called by the number their own system gave them, where it gave one. */
const labelOf = (row: CustomerRow): string => row.externalId ?? String(row.id)
/** Text that a sheet would run as a formula is kept as text. */
const quote = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`

/** Who is in which segment, one customer, and taking data out. */
export const customerCommands: readonly Command[] = [
  {
    name: 'export',
    args: ['FILE', 'WHAT'],
    options: { out: TEXT },
    run: async (call) => {
      const what = call.arg('WHAT')
      const out = requireOption(call, 'out')
      if (what === 'all' || extname(out).toLowerCase() === '.xlsx')
        throw new InputError(
          'not-yet',
          call.t('notYet', { what: what === 'all' ? 'all' : 'XLSX', instead: 'export FILE customers|orders|segments --out OUT.csv' })
        )
      if (!EXPORTS.includes(what as Exported)) throw new CauceError('invalid-value')
      await call.session.open(call.arg('FILE'))
      const { rows } = await call.session.client.reports.exportData({ what: what as Exported, fileToken: call.session.grant(out) })
      return { json: { rows, path: resolve(out) }, lines: [call.t('savedRows', { path: out, rows })] }
    }
  },
  {
    name: 'segments',
    args: ['FILE'],
    options: { 'as-of': DATE },
    run: async (call) => {
      await call.session.open(call.arg('FILE'), call.option('as-of'))
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
        each.missing ? each.missing.hint[call.language] : ''
      ])
      return {
        json: segments.map(({ id, name, kind, customers, share, revenueMinor, revenueShare, missing }) => ({
          id,
          name,
          kind,
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
      await call.session.open(call.arg('FILE'), call.option('as-of'))
      const members = await readMembers(call, call.arg('SEGMENT'))
      const json = members.map((row) => ({ customer: labelOf(row), id: row.id, name: row.name }))
      const out = call.option('out')
      if (out === undefined)
        return {
          json,
          lines: renderTable(
            [{ title: call.t('id') }, { title: call.t('name') }],
            json.map(({ customer, name }) => [customer, name])
          )
        }
      await atomicWrite(resolve(out), ['customer,name\r\n', ...json.map(({ customer, name }) => `${quote(customer)},${quote(name)}\r\n`)])
      return { json, lines: [call.t('savedRows', { path: out, rows: json.length })] }
    }
  },
  {
    name: 'customer',
    args: ['FILE', 'ID'],
    options: { 'as-of': DATE },
    run: async (call) => {
      await call.session.open(call.arg('FILE'), call.option('as-of'))
      const { client } = call.session
      const page = await client.customers.getCustomer({ id: call.arg('ID') }).catch((error: unknown) => {
        // A number can be our own id as well as somebody's external one, which goes first.
        if (/^[1-9]\d*$/.test(call.arg('ID'))) return client.customers.getCustomer({ id: Number(call.arg('ID')) })
        throw error
      })
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
      const money = (minor: number): string => formatMoney(minor, settings.currency, call.language)
      return {
        json,
        lines: [
          `${externalId ?? String(id)} · ${name}`,
          `${call.t('lifecycle')}: ${lifecycle} · RFM ${String(r ?? '–')}${String(f ?? '–')}${String(m ?? '–')}`,
          `${call.t('orders')}: ${String(orders)} · ${call.t('revenue')}: ${money(revenueMinor)}`,
          `${call.t('segments')}: ${segments.join(', ')}`
        ]
      }
    }
  }
]
