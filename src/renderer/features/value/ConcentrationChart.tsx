import { SegmentedControl } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Concentration, ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutLines, type Guide } from '../../ui/charts/lay-out-lines.ts'
import { useFormats } from '../../ui/formats.tsx'
import { listConcentrationFigures } from './concentration-figures.ts'
import { listBuyers } from './list-buyers.ts'
import { useBasis } from './use-basis.ts'
import { chooseValue, useValueChoices } from './value-choices.ts'

const STEEP = 0.02
/** Points enough for the eye and not too many for the keys: all of the steep beginning, then one per per cent. */
function thinOut(curve: Concentration['curve']): Concentration['curve'] {
  let next = 0
  return curve.filter(({ customers }, at) => {
    const isKept = customers <= STEEP || customers >= next - 1e-9 || at === curve.length - 1
    if (isKept) next = (Math.floor(customers * 100 + 1e-9) + 1) / 100
    return isKept
  })
}

const FIFTH = 0.2
const PERCENTS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** How much of the revenue the best customers bring, with the best fifth and the 80 % marked. */
export function ConcentrationChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const scope = useValueChoices((choices) => choices.scope)
  const concentration = scope === 'all' ? analysis.concentration : analysis.concentrationWindow
  const { top20Share, top20Customers, customersFor80, customers, largestShare, topThreeShare } = concentration
  const curve = useMemo(() => thinOut(concentration.curve), [concentration])
  const layout = useMemo(() => {
    const ticks = PERCENTS.map((value) => ({ value, text: formats.share(value) }))
    const guides: Guide[] = [{ from: [0, 0], to: [1, 1], ink: 'faint', dash: '2 5' }]
    if (top20Share !== null) {
      // A fifth of few customers is rounded up: the mark stands where the curve is.
      const at = Math.max(FIFTH, top20Customers / customers)
      guides.push({
        from: [at, 0],
        to: [at, top20Share],
        ink: 'signal',
        text: t('value.concentration.top20', { share: formats.share(top20Share) }),
        // Where the curve is flat there is room below it; where it is steep, to its right.
        side: top20Share > 0.55 ? 'belowRight' : 'right',
        spot: 'dot'
      })
      // Where the two marks would lie on each other, the words of the chart beside it tell them apart.
      if (Math.abs(top20Share - 0.8) > 0.05)
        guides.push({
          from: [FIFTH, 0.8],
          to: [FIFTH, 0.8],
          ink: 'muted',
          text: t('value.concentration.saying'),
          side: top20Share < 0.8 ? 'above' : 'below',
          spot: 'diamond'
        })
    }
    if (customersFor80 !== null && customers > 0) {
      const at = customersFor80 / customers
      guides.push({ from: [0, 0.8], to: [at, 0.8], ink: 'accent' })
      guides.push({ from: [at, 0], to: [at, 0.8], ink: 'accent' })
    }
    return layOutLines({
      height: 380,
      x: { low: 0, high: 1, ticks, title: t('value.concentration.axisCustomers') },
      y: { low: 0, high: Math.max(1, ...curve.map(({ value }) => value)), ticks, title: t('value.concentration.axisValue') },
      lines: [
        {
          id: 'curve',
          ink: 'accent',
          hasArea: true,
          points: curve.map(({ customers: x, value: y }) => ({
            x,
            y,
            name: t('value.concentration.point', { share: formats.share(x) }),
            facts: [[t('value.concentration.columnValue'), formats.share(y)]]
          }))
        }
      ],
      guides
    })
  }, [curve, customers, customersFor80, formats, t, top20Customers, top20Share])
  const for80Share = customersFor80 === null || customers === 0 ? null : customersFor80 / customers
  const takeaway =
    top20Share === null || customersFor80 === null || for80Share === null
      ? t('value.concentration.none')
      : t('value.concentration.takeaway', {
          share: formats.share(top20Share),
          count: customersFor80,
          customers: formats.count(customersFor80),
          for80: formats.share(for80Share)
        })
  const window = scope === 'all' ? null : analysis.window
  const isDependent = (largestShare ?? 0) > 0.2 || (customers >= 6 && (topThreeShare ?? 0) > 0.5)
  return (
    <ChartFrame
      id="value-concentration"
      title={t('value.concentration.title')}
      takeaway={takeaway}
      basis={basis({ asOf: analysis.asOf, window, customers, more: [t('value.revenueMeasure')] })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.concentration.columnCustomers'), type: 'share' },
          { title: t('value.concentration.columnValue'), type: 'share' }
        ],
        rows: curve.map(({ customers: x, value }) => [x, value])
      }}
      explanation={
        <ExplainFigure
          id="f_top20_share"
          name={t('value.concentration.title')}
          value={top20Share === null ? null : formats.share(top20Share)}
          worked={
            top20Share === null
              ? null
              : `${formats.money(Math.round(top20Share * concentration.totalMinor))} / ${formats.money(concentration.totalMinor)} = ${formats.share(top20Share)}`
          }
          facts={listConcentrationFigures(concentration, formats, t).map(({ name, value }) => [name, value])}
          window={window}
          asOf={analysis.asOf}
          unit="%"
          fewData={customers < 30}
          customers={listBuyers(scope, customers, t)}
        />
      }
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('value.concentration.scope')}
          value={scope}
          onChange={(next) => {
            chooseValue({ scope: next === 'window' ? 'window' : 'all' })
          }}
          data={[
            { value: 'all', label: t('value.concentration.scopeAll') },
            { value: 'window', label: t('value.concentration.scopeWindow', { days: analysis.window?.days ?? 365 }) }
          ]}
        />
      }
      note={
        <>
          {customers < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
          {isDependent && <p className="tone-attention">{t('value.concentration.dependent')}</p>}
        </>
      }
    />
  )
}
