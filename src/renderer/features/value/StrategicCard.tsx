import { Button, SegmentedControl, Tooltip } from '@mantine/core'
import { IconAward, IconBulb, IconCoinOff, IconDoorEnter, IconEyeOff } from '@tabler/icons-react'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import type { StrategicReason } from '../../../shared/contract/value-groups.ts'
import { STRATEGIC_REASONS } from '../../../shared/contract/value-groups.ts'
import type { FlagKind, StrategicRow } from '../../../shared/contract/value-tables.ts'
import { client, orpc } from '../../api/client.ts'
import { ExplainSegment } from '../../api/ExplainSegment.tsx'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { navigate, showCustomers } from '../../stores/route.ts'
import { useMasked } from '../../stores/mask.ts'
import { Card } from '../../ui/Card.tsx'
import { ExportTable } from '../../ui/charts/ExportTable.tsx'
import type { ChartData } from '../../ui/charts/table.ts'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { FlagForm } from './FlagForm.tsx'
import { SIGNIFICANT_FLAGS, useFlagging } from './flags.ts'
import { useBasis } from './use-basis.ts'
import { collectRows, findRow, PAGE_ROWS, usePagesInSight } from './use-pages.ts'

const ICONS: Readonly<Record<FlagKind, typeof IconAward>> = {
  benchmark: IconAward,
  inspiration: IconBulb,
  door_opener: IconDoorEnter,
  cost_magnet: IconCoinOff,
  exclude: IconEyeOff
}
type Choice = 'everybody' | 'excluded' | StrategicReason
type Column = DataColumn<StrategicRow, 'rank'>

/** Who is strategically significant, why, and the flags a person gives by hand. */
export function StrategicCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const masked = useMasked()
  const [choice, setChoice] = useState<Choice>('everybody')
  const { pages, onRange } = usePagesInSight()
  const asked = {
    ...(choice === 'everybody' || choice === 'excluded' ? {} : { reason: choice }),
    excluded: choice === 'excluded'
  }
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...orpc.value.listStrategic.queryOptions({ input: { ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS } }),
      placeholderData: keepPreviousData
    }))
  })
  const newest = answers.find(({ data }) => data !== undefined)?.data
  const failed = answers.find(({ error }) => error !== null)
  const columns = useStrategicColumns(newest?.measure ?? 'revenue')
  if (failed) return <ErrorNotice error={readError(failed.error)} onRetry={() => void failed.refetch()} />
  const countOf = (reason: StrategicReason): number => newest?.counts.find((each) => each.reason === reason)?.customers ?? 0
  const shown: Choice[] = [
    'everybody',
    ...STRATEGIC_REASONS.filter((reason) => countOf(reason) > 0 || choice === reason),
    ...((newest?.excludedCount ?? 0) > 0 || choice === 'excluded' ? (['excluded'] as const) : [])
  ]
  const { ssc } = analysis
  return (
    <Card className="card-roomy value-wide" data-testid="value-ssc">
      <header className="value-head">
        <div className="chart-heading">
          <h2>{t('value.ssc.title')}</h2>
          <ExplainSegment id="s_ssc" name={t('value.ssc.title')} />
        </div>
        <div className="value-tools">
          <ExportTable name={t('value.ssc.title')} collect={collect} data-testid="ssc-export" />
          <FlagForm />
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => {
              showCustomers({ segmentId: 's_ssc' })
            }}
            data-testid="ssc-open"
          >
            {t('value.ssc.open')}
          </Button>
        </div>
      </header>
      <p className="chart-takeaway" data-testid="value-ssc-takeaway">
        {ssc?.revenueShare == null
          ? t('value.ssc.none')
          : t('value.ssc.takeaway', {
              count: ssc.customers,
              customers: formats.count(ssc.customers),
              share: formats.share(ssc.revenueShare),
              measure: t(`value.measures.${ssc.measure}`)
            })}
      </p>
      {shown.length > 2 && (
        <SegmentedControl
          size="xs"
          aria-label={t('value.ssc.choose')}
          value={choice}
          onChange={(value) => {
            setChoice(shown.find((each) => each === value) ?? 'everybody')
          }}
          data={shown.map((value) => ({ value, label: labelChoice(value) }))}
          className="value-choice"
        />
      )}
      <div className="value-table" style={{ height: Math.min(420, 44 + 38 * Math.max(1, newest?.total ?? 8)) }}>
        {newest?.total === 0 ? (
          <p className="muted">{t('value.ssc.empty')}</p>
        ) : (
          <DataTable
            key={choice}
            label={t('value.ssc.title')}
            total={newest?.total ?? 0}
            columns={columns}
            rowAt={(index) => findRow(pages, answers, index)}
            sort={{ by: 'rank', descending: false }}
            onSort={() => undefined}
            onOpen={({ customerId }) => {
              navigate({ screen: 'customers', filter: { segmentId: 's_ssc' }, customerId })
            }}
            onRange={onRange}
            onCopy={(text) => void shell('copyText', { text })}
          />
        )}
      </div>
      <p className="chart-note">{t('value.ssc.note')}</p>
      <p className="chart-basis">
        {basis({ asOf: analysis.asOf, window: analysis.window, more: [t(`value.measures.${newest?.measure ?? 'revenue'}`)] })}
      </p>
    </Card>
  )

  async function collect(): Promise<ChartData> {
    const rows = await collectRows((page) => client.value.listStrategic({ ...asked, ...page }))
    const measure = newest?.measure ?? 'revenue'
    return {
      columns: [
        { title: t('value.ssc.columns.rank'), type: 'count' },
        { title: t('value.ssc.columns.id'), type: 'text' },
        { title: t('value.ssc.columns.name'), type: 'text' },
        { title: t('value.ssc.columns.reasons'), type: 'text' },
        { title: t('value.ssc.columns.lifecycle'), type: 'text' },
        { title: t(`value.ssc.columns.${measure}`), type: 'money' },
        { title: t('value.ssc.columns.share'), type: 'share' },
        { title: t('value.clv.columns.clv'), type: 'money' },
        { title: t('value.ssc.columns.flags'), type: 'text' }
      ],
      rows: rows.map((row) => [
        row.rank,
        masked.hide(row.externalId),
        masked.name(row.customerId, row.name),
        nameReasons(row, t).join(' · '),
        t(`kinds.lifecycle.${row.lifecycle}`),
        row.currentMinor,
        row.share,
        row.clvMinor,
        row.flags.map(({ kind }) => t(`value.reasons.${kind}`)).join(' · ')
      ])
    }
  }

  function labelChoice(value: Choice): string {
    if (value === 'everybody') return t('value.ssc.everybody')
    if (value === 'excluded') return `${t('value.ssc.excluded')} · ${formats.count(newest?.excludedCount ?? 0)}`
    return `${t(`value.reasons.${value}`)} · ${formats.count(countOf(value))}`
  }
}

/** Why a customer is in the list. What a person said comes first: that is what nobody could guess. */
function nameReasons({ reasons, flags }: StrategicRow, t: TFunction): string[] {
  return [...reasons]
    .sort((a, b) => Number(a === 'top_value') - Number(b === 'top_value'))
    .map((reason) => {
      const why = flags.find(({ kind }) => kind === reason)?.reason ?? ''
      return why === '' ? t(`value.reasons.${reason}`) : `${t(`value.reasons.${reason}`)}: ${why}`
    })
}

function useStrategicColumns(measure: 'margin' | 'revenue'): readonly Column[] {
  const masked = useMasked()
  const { t } = useTranslation()
  const formats = useFormats()
  return [
    {
      id: 'rank',
      header: t('value.ssc.columns.rank'),
      width: '52px',
      align: 'end',
      render: ({ rank }) => (rank === null ? '—' : formats.count(rank))
    },
    {
      id: 'name',
      header: t('value.ssc.columns.name'),
      width: 'minmax(140px, 1.5fr)',
      render: ({ customerId, name }) => masked.name(customerId, name)
    },
    {
      id: 'reasons',
      header: t('value.ssc.columns.reasons'),
      width: 'minmax(150px, 2fr)',
      render: (row) => {
        const words = nameReasons(row, t)
        return <span title={words.join(' · ')}>{words.join(' · ')}</span>
      }
    },
    {
      id: 'lifecycle',
      header: t('value.ssc.columns.lifecycle'),
      width: '116px',
      hideBelow: 1000,
      render: ({ lifecycle }) => (
        <StatePill tone={lifecycle === 'active' || lifecycle === 'won_back' || lifecycle === 'new' ? 'good' : 'attention'}>
          {t(`kinds.lifecycle.${lifecycle}`)}
        </StatePill>
      )
    },
    {
      id: 'current',
      header: t(`value.ssc.columns.${measure}`),
      width: 'minmax(96px, 0.8fr)',
      align: 'end',
      render: ({ currentMinor }) => formats.money(currentMinor)
    },
    {
      id: 'share',
      header: t('value.ssc.columns.share'),
      width: '76px',
      align: 'end',
      render: ({ share }) => (share === null ? '—' : formats.share(share, 1, true))
    },
    { id: 'flags', header: t('value.ssc.columns.flags'), width: '158px', render: (row) => <FlagButtons row={row} /> }
  ]
}

/** One small button per flag, pressed when it is set. */
function FlagButtons({ row: { customerId, name: real, flags } }: { row: StrategicRow }): ReactNode {
  const masked = useMasked()
  const name = masked.name(customerId, real)
  const { t } = useTranslation()
  const { change, isBusy } = useFlagging()
  return (
    <span className="flag-buttons">
      {([...SIGNIFICANT_FLAGS, 'exclude'] as const).map((kind) => {
        const isSet = flags.some((flag) => flag.kind === kind)
        const Icon = ICONS[kind]
        const label = t(`value.flags.${kind}`)
        return (
          <Tooltip key={kind} label={label}>
            <button
              type="button"
              aria-pressed={isSet}
              aria-label={`${label}: ${name}`}
              disabled={isBusy}
              onClick={(event) => {
                event.stopPropagation()
                change({ customerId, name, kind, isSet: !isSet })
              }}
              data-testid={`flag-${kind}`}
            >
              <Icon size={16} stroke={1.7} aria-hidden />
            </button>
          </Tooltip>
        )
      })}
    </span>
  )
}
