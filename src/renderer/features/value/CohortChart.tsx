import { Input, NumberInput, SegmentedControl, Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { COHORT_GRIDS, COHORT_PERIODS } from '../../../shared/contract/value-groups.ts'
import type { CohortRow, CohortTable } from '../../../shared/contract/value-tables.ts'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutGrid, type GridCell, type GridRow } from '../../ui/charts/lay-out-grid.ts'
import { tint } from '../../ui/charts/marks.ts'
import type { ChartColumn } from '../../ui/charts/table.ts'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { listBuyers } from './list-buyers.ts'
import { nameCohort } from './name-cohort.ts'
import { useBasis } from './use-basis.ts'
import { sumCohorts, workSecond } from './work-cohorts.ts'
import { chooseValue, COHORT_MEASURES, useValueChoices, type CohortMeasure } from './value-choices.ts'

/** Columns and rows (the latest) there is room for in the drawing; the table behind it has them all. */
const MOST_COLUMNS = 25
const MOST_ROWS = 36
const isShare = (measure: CohortMeasure): boolean => measure === 'retention' || measure === 'revenueRetention'
const isMoney = (measure: CohortMeasure): boolean => measure === 'revenueMinor' || measure === 'cumulativeMarginMinor'

/** A figure short enough for a cell: `43`, `1,2k`. */
function writeShort(value: number, measure: CohortMeasure, formats: Formats): string {
  if (isShare(measure)) return formats.count(value * 100)
  const plain = isMoney(measure) ? value / 10 ** minorDigits(formats.currency) : value
  if (Math.abs(plain) >= 1_000_000) return `${formats.count(plain / 1_000_000, 1)}M`
  return Math.abs(plain) >= 10_000
    ? `${formats.count(plain / 1000)}k`
    : Math.abs(plain) >= 1000
      ? `${formats.count(plain / 1000, 1)}k`
      : formats.count(plain)
}

function writeWhole(value: number, measure: CohortMeasure, formats: Formats): string {
  if (isShare(measure)) return formats.share(value)
  return isMoney(measure) ? formats.money(value) : formats.count(value)
}

/** Who first bought together: how many of them, or how much of their revenue, is still there later. */
export function CohortChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const options = useValueChoices((choices) => choices.cohorts)
  const [cost, setCost] = useState<number | null>(null)
  const [acquisitionCostMinor] = useDebouncedValue(cost, 250)
  const cohorts = useQuery({
    ...orpc.value.getCohorts.queryOptions({ input: { ...options, acquisitionCostMinor } }),
    placeholderData: keepPreviousData
  })
  return <Answer query={cohorts}>{(table) => <Cohorts table={table} analysis={analysis} cost={cost} onCost={setCost} />}</Answer>
}

interface CohortsProps {
  table: CohortTable
  analysis: ValueAnalysis
  cost: number | null
  onCost: (costMinor: number | null) => void
}

function Cohorts({ table, analysis, cost, onCost }: CohortsProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const measure = useValueChoices((choices) => choices.cohortMeasure)
  const { options, rows, average, columns, olderCohorts } = table
  const shown = Math.min(columns, MOST_COLUMNS)
  const period = options.by === 'channel' || options.grid === 'anniversary' ? 'bins' : options.by
  const unit = t(`value.cohorts.units.${period}`)
  const layout = useMemo(() => {
    const values = rows
      .slice(-MOST_ROWS)
      .flatMap((row) => row[measure].slice(isShare(measure) ? 1 : 0, shown))
      .filter((value) => value !== null)
      .sort((one, other) => one - other)
    // One cohort far above the rest would leave the others without a tint: the strongest one starts a little earlier.
    const most = Math.max(1e-9, values[Math.floor(values.length * 0.97)] ?? 0, isShare(measure) ? 0 : 1)
    const words = {
      measure: t(`value.cohorts.measures.${measure}`),
      customers: t('value.named.customers'),
      unfinished: t('value.cohorts.unfinished')
    }
    const drawn = rows.slice(-MOST_ROWS).map((row): GridRow => {
      const name = nameCohort(row, options.by, formats, t)
      return {
        name,
        note: formats.count(row.size),
        cells: Array.from({ length: shown }, (_, column): GridCell | null => cellOf(row, name, column, most))
      }
    })
    const mean = measure === 'customers' || measure === 'revenueMinor' ? null : average[measure]
    const summary: GridRow[] = mean
      ? [
          {
            name: t('value.cohorts.mean'),
            isSummary: true,
            cells: Array.from({ length: shown }, (_, column): GridCell | null => {
              const value = mean[column] ?? null
              return value === null
                ? null
                : {
                    id: `mean-${String(column)}`,
                    name: t('value.cohorts.meanCell', { column, unit }),
                    facts: [[words.measure, writeWhole(value, measure, formats)]],
                    text: writeShort(value, measure, formats),
                    fill: tint('accent', isShare(measure) && column === 0 ? 0 : value / most)
                  }
            })
          }
        ]
      : []
    return layOutGrid({
      rows: [...summary, ...drawn],
      columns: Array.from({ length: shown }, (_, column) => String(column)),
      cellHeight: 26,
      columnTitle: t('value.cohorts.after', { unit }),
      rowTitle: t('value.cohorts.cohort'),
      widestCell: 90
    })

    function cellOf(row: CohortRow, name: string, column: number, most: number): GridCell | null {
      const value = row[measure][column]
      if (value === undefined) return null
      const cellName = t('value.cohorts.cell', { cohort: name, column, unit })
      const id = `cohort-${row.id}-${String(column)}`
      if (value === null) return { id, name: cellName, facts: [['', words.unfinished]], text: '', fill: { ink: 'paper' }, isHatched: true }
      const customers = row.customers[column]
      return {
        id,
        name: cellName,
        facts: [
          [words.measure, writeWhole(value, measure, formats)],
          ...(customers == null || measure === 'customers'
            ? []
            : [
                [
                  words.customers,
                  t('value.cohorts.of', { part: formats.count(customers), all: formats.count(row.observed[column] ?? row.size) })
                ] as const
              ])
        ],
        text: writeShort(value, measure, formats),
        // The first column is whole by definition: it says nothing, so it stays pale.
        fill: isShare(measure) && column === 0 ? { ink: 'paper' } : tint('accent', value / most),
        open: () => {
          showCustomers({ value: { by: 'cohort', options, cohort: row.id, column } })
        }
      }
    }
  }, [rows, average, measure, options, shown, unit, formats, t])
  const second = average.retention[1] ?? null
  const sixth = average.retention[6] ?? null
  const isOfCustomers = !isMoney(measure) && measure !== 'revenueRetention'
  // With older cohorts out of sight, or cut by channel, the rows at hand are not all there is to add up.
  const isWhole = isOfCustomers && olderCohorts === 0 && options.by !== 'channel'
  const type: ChartColumn['type'] = isShare(measure) ? 'share' : isMoney(measure) ? 'money' : 'count'
  return (
    <ChartFrame
      id="value-cohorts"
      className="value-wide"
      title={t('value.cohorts.title')}
      takeaway={
        second === null
          ? t('value.cohorts.none')
          : [
              t(`value.cohorts.takeaway.${options.grid}`, { share: formats.share(second), next: t(`value.cohorts.next.${period}`) }),
              ...(sixth === null
                ? []
                : [t('value.cohorts.takeawaySix', { share: formats.share(sixth), sixth: t(`value.cohorts.sixth.${period}`) })]),
              ...(olderCohorts === 0 && options.by !== 'channel' ? [t('value.cohorts.firstCounts')] : [])
            ].join(' ')
      }
      basis={basis({
        asOf: table.asOf,
        window: null,
        customers: rows.reduce((sum, { size }) => sum + size, 0),
        more: [t(`value.cohorts.gridRules.${options.grid}`)]
      })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.cohorts.cohort'), type: 'text' },
          { title: t('value.cohorts.size'), type: 'count' },
          ...Array.from({ length: columns }, (_, column): ChartColumn => ({ title: `${unit} ${String(column)}`, type })),
          ...(cost === null ? [] : [{ title: t('value.cohorts.payback'), type: 'count' as const }])
        ],
        rows: [
          ...rows.map((row) => [
            nameCohort(row, options.by, formats, t),
            row.size,
            ...Array.from({ length: columns }, (_, column) => row[measure][column] ?? null),
            ...(cost === null ? [] : [row.paybackColumn])
          ]),
          ...(measure === 'customers' || measure === 'revenueMinor'
            ? []
            : [
                [
                  t('value.cohorts.mean'),
                  null,
                  ...Array.from({ length: columns }, (_, column) => average[measure][column] ?? null),
                  ...(cost === null ? [] : [average.paybackColumn])
                ]
              ])
        ]
      }}
      explanation={
        <ExplainFigure
          id={isOfCustomers ? 'f_cohort' : 'f_cohort_revenue'}
          name={t('value.cohorts.title')}
          {...(isWhole && second !== null
            ? {
                value: formats.share(second),
                worked: workSecond(rows, second, formats),
                customers: listBuyers(
                  'all',
                  sumCohorts(rows, ({ size }) => size),
                  t
                )
              }
            : {})}
          window={null}
          asOf={table.asOf}
          unit="%"
        />
      }
      controls={
        <>
          <Select
            size="xs"
            w={150}
            label={t('value.cohorts.by')}
            allowDeselect={false}
            value={options.by}
            data={COHORT_PERIODS.map((value) => ({ value, label: t(`value.cohorts.periods.${value}`) }))}
            onChange={(value) => {
              const by = COHORT_PERIODS.find((each) => each === value) ?? 'month'
              chooseValue({ cohorts: { by, grid: by === 'channel' ? 'anniversary' : options.grid } })
            }}
            data-testid="cohort-by"
          />
          <div className="control-stack">
            <Input.Label size="xs">{t('value.cohorts.grid')}</Input.Label>
            <SegmentedControl
              size="xs"
              aria-label={t('value.cohorts.grid')}
              value={options.grid}
              disabled={options.by === 'channel'}
              onChange={(value) => {
                chooseValue({ cohorts: { ...options, grid: COHORT_GRIDS.find((each) => each === value) ?? 'calendar' } })
              }}
              data={COHORT_GRIDS.map((value) => ({ value, label: t(`value.cohorts.grids.${value}`) }))}
              data-testid="cohort-grid"
            />
          </div>
          <Select
            size="xs"
            w={250}
            label={t('value.cohorts.measure')}
            allowDeselect={false}
            value={measure}
            data={COHORT_MEASURES.map((value) => ({ value, label: t(`value.cohorts.measures.${value}`) }))}
            onChange={(value) => {
              chooseValue({ cohortMeasure: COHORT_MEASURES.find((each) => each === value) ?? 'retention' })
            }}
            data-testid="cohort-measure"
          />
          {measure === 'cumulativeMarginMinor' && (
            <NumberInput
              size="xs"
              w={190}
              label={t('value.cohorts.cost', { currency: formats.currency })}
              min={0}
              hideControls
              decimalSeparator={formats.language === 'es' ? ',' : '.'}
              value={cost === null ? '' : cost / 10 ** minorDigits(formats.currency)}
              onChange={(value) => {
                onCost(typeof value === 'number' ? Math.round(value * 10 ** minorDigits(formats.currency)) : null)
              }}
              data-testid="cohort-cost"
            />
          )}
        </>
      }
      note={
        <>
          {cost !== null && measure === 'cumulativeMarginMinor' && (
            <p>
              {average.paybackColumn === null
                ? t('value.cohorts.noPayback')
                : t('value.cohorts.paysBack', { column: average.paybackColumn, unit })}
            </p>
          )}
          <p>{t(`value.cohorts.notes.${options.grid}`)}</p>
          {columns > shown && <p>{t('value.cohorts.moreColumns', { shown, columns })}</p>}
          {rows.length > MOST_ROWS && <p>{t('value.cohorts.moreRows', { shown: MOST_ROWS, rows: rows.length })}</p>}
          {olderCohorts === 0 && options.by !== 'channel' && <p>{t('value.cohorts.first')}</p>}
          {olderCohorts > 0 && <p>{t('value.cohorts.older', { count: olderCohorts, formatted: formats.count(olderCohorts) })}</p>}
          {analysis.customers < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
        </>
      }
    />
  )
}
