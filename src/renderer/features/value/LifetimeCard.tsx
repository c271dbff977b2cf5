import { TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import type { LIFETIME_SORTS, LifetimeRow } from '../../../shared/contract/value-tables.ts'
import { client, orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { navigate } from '../../stores/route.ts'
import { useMasked } from '../../stores/mask.ts'
import { Card } from '../../ui/Card.tsx'
import { ExportTable } from '../../ui/charts/ExportTable.tsx'
import type { ChartData } from '../../ui/charts/table.ts'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { roundAmount } from './round-amount.ts'
import { useBasis } from './use-basis.ts'
import { collectRows, findRow, PAGE_ROWS, usePagesInSight } from './use-pages.ts'

type Sort = { by: (typeof LIFETIME_SORTS)[number]; descending: boolean }
/** What a single customer's value is uncertain by (domain 6.6). */
const AROUND = 0.5

/** Everybody who bought, with the probability that they are still customers and what they may bring. */
export function LifetimeCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const masked = useMasked()
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const isPredicted = analysis.lifetime.available
  const [sort, setSort] = useState<Sort>({ by: isPredicted ? 'clv' : 'margin', descending: true })
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 180)
  const { pages, onRange } = usePagesInSight()
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...orpc.value.listLifetimes.queryOptions({
        input: { offset: page * PAGE_ROWS, limit: PAGE_ROWS, sort, ...(search === '' ? {} : { search }) }
      }),
      placeholderData: keepPreviousData
    }))
  })
  const columns = useLifetimeColumns(isPredicted)
  const failed = answers.find(({ error }) => error !== null)
  if (failed) return <ErrorNotice error={readError(failed.error)} onRetry={() => void failed.refetch()} />
  const newest = answers.find(({ data }) => data !== undefined)?.data
  const { lifetime } = analysis
  return (
    <Card className="card-roomy value-wide" data-testid="value-lifetimes">
      <header className="value-head">
        <div className="chart-heading">
          <h2>{t(isPredicted ? 'value.clv.title' : 'value.clv.historyTitle')}</h2>
          <ExplainFigure id="f_clv" name={t('value.clv.title')} asOf={analysis.asOf} unit="currency" />
        </div>
        <div className="value-tools">
          <ExportTable
            name={t(isPredicted ? 'value.clv.title' : 'value.clv.historyTitle')}
            collect={collect}
            data-testid="lifetime-export"
          />
          <TextInput
            size="xs"
            w={220}
            aria-label={t('value.clv.search')}
            placeholder={t('value.clv.search')}
            leftSection={<IconSearch size={15} stroke={1.6} />}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value)
            }}
            data-testid="lifetime-search"
          />
        </div>
      </header>
      <p className="chart-takeaway">{t(isPredicted ? 'value.clv.aid' : 'value.clv.historyText')}</p>
      <div className="value-table" style={{ height: 44 + 38 * Math.min(10, Math.max(3, newest?.total ?? 10)) }}>
        <DataTable
          key={JSON.stringify([sort, search])}
          label={t('value.clv.title')}
          total={newest?.total ?? 0}
          columns={columns}
          rowAt={(index) => findRow(pages, answers, index)}
          sort={sort}
          onSort={setSort}
          onOpen={({ customerId }) => {
            navigate({ screen: 'customers', customerId })
          }}
          onRange={onRange}
          onCopy={(text) => void shell('copyText', { text })}
        />
      </div>
      {isPredicted && <p className="chart-note">{t('value.clv.aliveNote')}</p>}
      <p className="chart-basis">
        {basis({
          asOf: analysis.asOf,
          window: null,
          ...(newest ? { customers: newest.total } : {}),
          more: isPredicted
            ? [
                t('value.matrix.horizon', {
                  months: lifetime.horizonMonths,
                  discount: formats.share(lifetime.yearlyDiscount)
                }),
                t('value.clv.ordersHorizon', { weeks: newest?.horizonWeeks ?? 52 })
              ]
            : []
        })}
      </p>
    </Card>
  )

  async function collect(): Promise<ChartData> {
    const rows = await collectRows((page) => client.value.listLifetimes({ ...page, sort, ...(search === '' ? {} : { search }) }))
    return {
      columns: [
        { title: t('value.ssc.columns.id'), type: 'text' },
        { title: t('value.ssc.columns.name'), type: 'text' },
        { title: t('value.clv.columns.x'), type: 'count' },
        { title: t('value.clv.columns.age'), type: 'number' },
        ...(isPredicted
          ? ([
              { title: `${t('value.clv.columns.alive')} (BG/NBD)`, type: 'share' },
              { title: `${t('value.clv.columns.alive')} (MBG/NBD)`, type: 'share' },
              { title: t('value.clv.columns.orders'), type: 'number' },
              { title: t('value.clv.columns.spend'), type: 'money' },
              { title: t('value.clv.columns.clv'), type: 'money' }
            ] as const)
          : []),
        { title: t('value.clv.columns.margin'), type: 'money' }
      ],
      rows: rows.map((row) => [
        masked.hide(row.externalId),
        masked.name(row.customerId, row.name),
        row.x,
        row.ageWeeks,
        ...(isPredicted ? [row.alive, row.aliveCautious, row.expectedOrders, row.expectedSpendMinor, row.clvMinor] : []),
        row.marginMinor
      ])
    }
  }
}

function useLifetimeColumns(isPredicted: boolean): readonly DataColumn<LifetimeRow, Sort['by']>[] {
  const masked = useMasked()
  const { t } = useTranslation()
  const formats = useFormats()
  const around = (minor: number | null): string =>
    minor === null
      ? '—'
      : minor <= 0
        ? formats.money(minor)
        : `${formats.money(roundAmount(minor * (1 - AROUND), 2))} – ${formats.money(roundAmount(minor * (1 + AROUND), 2))}`
  const orNone = (value: number | null, write: (value: number) => string): string => (value === null ? '—' : write(value))
  const known: readonly DataColumn<LifetimeRow, Sort['by']>[] = [
    {
      id: 'name',
      header: t('value.ssc.columns.name'),
      width: 'minmax(140px, 1.8fr)',
      sort: 'name',
      render: ({ customerId, name }) => masked.name(customerId, name)
    },
    { id: 'x', header: t('value.clv.columns.x'), width: '104px', sort: 'x', align: 'end', render: ({ x }) => formats.count(x) },
    {
      id: 'quiet',
      header: t('value.clv.columns.age'),
      width: '104px',
      sort: 'age',
      align: 'end',
      hideBelow: 1240,
      render: ({ ageWeeks }) => formats.count(Math.round(ageWeeks))
    }
  ]
  const history: DataColumn<LifetimeRow, Sort['by']> = {
    id: 'margin',
    header: t('value.clv.columns.margin'),
    width: 'minmax(110px, 0.8fr)',
    sort: 'margin',
    align: 'end',
    hideBelow: isPredicted ? 1240 : 0,
    render: ({ marginMinor }) => formats.money(marginMinor)
  }
  if (!isPredicted) return [...known, history]
  return [
    ...known,
    {
      id: 'alive',
      header: t('value.clv.columns.alive'),
      width: 'minmax(120px, 0.9fr)',
      sort: 'alive',
      align: 'end',
      render: ({ alive, aliveCautious, x }) => {
        const shown = x === 0 ? aliveCautious : alive
        return shown === null ? (
          '—'
        ) : (
          <span className="alive">
            <span className="alive-track" aria-hidden>
              <span style={{ width: `${String(shown * 100)}%` }} />
            </span>
            <span className="alive-share">{x === 0 ? `${formats.share(shown, 0)}*` : formats.share(shown, 0)}</span>
          </span>
        )
      }
    },
    {
      id: 'orders',
      header: t('value.clv.columns.orders'),
      width: '110px',
      sort: 'expectedOrders',
      align: 'end',
      render: ({ expectedOrders }) => orNone(expectedOrders, (value) => formats.count(value, 1, true))
    },
    {
      id: 'spend',
      header: t('value.clv.columns.spend'),
      width: '110px',
      sort: 'expectedSpend',
      align: 'end',
      hideBelow: 860,
      render: ({ expectedSpendMinor }) => orNone(expectedSpendMinor, (value) => formats.money(value))
    },
    {
      id: 'clv',
      header: t('value.clv.columns.clv'),
      width: 'minmax(90px, 0.7fr)',
      sort: 'clv',
      align: 'end',
      render: ({ clvMinor }) => <strong>{orNone(clvMinor, (value) => `≈ ${formats.money(roundAmount(value, 2))}`)}</strong>
    },
    {
      id: 'range',
      header: t('value.clv.columns.range'),
      width: 'minmax(130px, 1fr)',
      align: 'end',
      render: ({ clvMinor }) => <span className="muted">{around(clvMinor)}</span>
    },
    history
  ]
}
