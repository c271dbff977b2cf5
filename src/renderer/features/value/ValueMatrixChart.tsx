import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { MATRIX_CUTS, QUADRANTS } from '../../../shared/contract/value-groups.ts'
import type { ValueMatrix } from '../../../shared/contract/value-tables.ts'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { navigate, showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutScatter, type Shape } from '../../ui/charts/lay-out-scatter.ts'
import type { Ink } from '../../ui/charts/marks.ts'
import { useFormats } from '../../ui/formats.tsx'
import { bendMoney, findMoneyTicks } from './money-scale.ts'
import { roundAmount } from './round-amount.ts'
import { useBasis } from './use-basis.ts'
import { chooseValue, useValueChoices } from './value-choices.ts'

type Quadrant = (typeof QUADRANTS)[number]
const STYLES: Readonly<Record<Quadrant, { ink: Ink; shape: Shape }>> = {
  mvc: { ink: 'seg-champ', shape: 'disc' },
  mgc: { ink: 'seg-new', shape: 'diamond' },
  maintain: { ink: 'muted', shape: 'ring' },
  below_zero: { ink: 'seg-risk', shape: 'cross' }
}

/** What customers bring now, against what they are expected to bring: most valuable, most growable, maintain, below zero. */
export function ValueMatrixChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const cut = useValueChoices((choices) => choices.cut)
  const matrix = useQuery(orpc.value.getValueMatrix.queryOptions({ input: { cut } }))
  return <Answer query={matrix}>{(found) => (found.available ? <Matrix matrix={found} analysis={analysis} /> : null)}</Answer>
}

function Matrix({ matrix, analysis }: { matrix: ValueMatrix; analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { points, measure, cut, customers, currentCutMinor, projectedCutMinor, quadrants } = matrix
  const layout = useMemo(() => {
    const unit = 10 * 10 ** minorDigits(formats.currency)
    const axisOf = (amounts: readonly number[], title: string) => {
      const [low, high] = [Math.min(0, ...amounts), Math.max(unit, ...amounts)]
      const ticks = findMoneyTicks(low, high, unit)
      // The drawing ends a little beyond the last customer, not at the next power of ten.
      return {
        low: bendMoney(low, unit) - (low < 0 ? 0.12 : 0.06),
        high: bendMoney(high, unit) + 0.12,
        ticks: ticks
          .filter((amount) => amount >= low * 1.01 && amount <= high * 1.2)
          .map((amount) => ({ value: bendMoney(amount, unit), text: formats.money(amount) })),
        title
      }
    }
    return layOutScatter({
      height: 430,
      x: axisOf(
        points.map(({ currentMinor }) => currentMinor),
        t(`value.matrix.current.${measure}`)
      ),
      y: axisOf(
        points.map(({ projectedMinor }) => projectedMinor),
        t('value.matrix.projected')
      ),
      cutX:
        currentCutMinor === null
          ? null
          : { value: bendMoney(currentCutMinor, unit), text: t('value.matrix.line', { amount: formats.money(currentCutMinor) }) },
      cutY:
        projectedCutMinor === null
          ? null
          : { value: bendMoney(projectedCutMinor, unit), text: t('value.matrix.line', { amount: formats.money(projectedCutMinor) }) },
      corners: [
        { place: 'topRight', text: t('value.matrix.quadrants.mvc') },
        { place: 'topLeft', text: t('value.matrix.quadrants.mgc') },
        { place: 'bottomRight', text: t('value.matrix.quadrants.maintain') }
      ],
      points: points.map(({ currentMinor, projectedMinor, customers: heads, quadrant, customerId, name }, at) => ({
        id: `matrix-${String(at)}`,
        x: bendMoney(currentMinor, unit),
        y: bendMoney(projectedMinor, unit),
        weight: heads,
        group: QUADRANTS.indexOf(quadrant),
        ...STYLES[quadrant],
        name: name ?? t('value.ofCustomers', { count: heads, formatted: formats.count(heads) }),
        facts: [
          [t('value.matrix.quadrant'), t(`value.matrix.quadrants.${quadrant}`)],
          [t(`value.matrix.current.${measure}`), formats.money(currentMinor)],
          [t('value.matrix.projectedShort'), `≈ ${formats.money(roundAmount(projectedMinor, 2))}`]
        ],
        open: () => {
          if (customerId === null) showCustomers({ value: { by: 'quadrant', quadrant, cut } })
          else navigate({ screen: 'customers', filter: { value: { by: 'quadrant', quadrant, cut } }, customerId })
        }
      }))
    })
  }, [points, measure, cut, currentCutMinor, projectedCutMinor, formats, t])
  const of = (id: Quadrant): ValueMatrix['quadrants'][number] =>
    quadrants.find((each) => each.id === id) ?? { id, customers: 0, currentMinor: 0, projectedMinor: 0 }
  return (
    <ChartFrame
      id="value-matrix"
      className="value-wide"
      title={t('value.matrix.title')}
      takeaway={t('value.matrix.takeaway', {
        mvc: formats.count(of('mvc').customers),
        mgc: formats.count(of('mgc').customers),
        belowZero: formats.count(of('below_zero').customers)
      })}
      basis={basis({
        asOf: analysis.asOf,
        window: analysis.window,
        customers,
        more: [
          t('value.matrix.horizon', { months: analysis.lifetime.horizonMonths, discount: formats.share(analysis.lifetime.yearlyDiscount) })
        ]
      })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.matrix.who'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: t('value.matrix.quadrant'), type: 'text' },
          { title: t(`value.matrix.current.${measure}`), type: 'money' },
          { title: t('value.matrix.projectedShort'), type: 'money' }
        ],
        rows: points.map((point) => [
          point.name ?? t('value.matrix.group'),
          point.customers,
          t(`value.matrix.quadrants.${point.quadrant}`),
          point.currentMinor,
          point.projectedMinor
        ])
      }}
      explanation={
        <ExplainFigure
          id="f_projected_value"
          name={t('value.matrix.title')}
          window={analysis.window}
          asOf={analysis.asOf}
          unit="currency"
          customers={QUADRANTS.map((quadrant) => ({
            label: t(`value.matrix.quadrants.${quadrant}`),
            count: of(quadrant).customers,
            filter: { value: { by: 'quadrant' as const, quadrant, cut } }
          }))}
        />
      }
      controls={
        <SegmentedControl
          size="xs"
          aria-label={t('value.matrix.cut')}
          value={cut}
          onChange={(value) => {
            chooseValue({ cut: MATRIX_CUTS.find((each) => each === value) ?? 'top20' })
          }}
          data={MATRIX_CUTS.map((value) => ({ value, label: t(`value.matrix.cuts.${value}`) }))}
        />
      }
      note={[t('value.matrix.segments'), ...(matrix.binned ? [t('value.matrix.binned')] : [])].join(' ')}
      aside={
        <ul className="quadrant-list">
          {QUADRANTS.map((quadrant) => {
            const { customers: heads, currentMinor, projectedMinor } = of(quadrant)
            return (
              <li key={quadrant}>
                <button
                  type="button"
                  disabled={heads === 0}
                  onClick={() => {
                    showCustomers({ value: { by: 'quadrant', quadrant, cut } })
                  }}
                  data-testid={`quadrant-${quadrant}`}
                  data-count={heads}
                >
                  <ShapeKey {...STYLES[quadrant]} />
                  <span>
                    <strong>{t(`value.matrix.quadrants.${quadrant}`)}</strong>
                    <small>{t(`value.matrix.means.${quadrant}`)}</small>
                    {heads === 0 ? (
                      <small>{t('value.matrix.nobody')}</small>
                    ) : (
                      <>
                        <small>{t('value.matrix.now', { amount: formats.money(currentMinor) })}</small>
                        <small>{t('value.matrix.later', { amount: formats.money(roundAmount(projectedMinor)) })}</small>
                      </>
                    )}
                  </span>
                  <b>{formats.count(heads)}</b>
                </button>
              </li>
            )
          })}
        </ul>
      }
    />
  )
}

const KEY_SHAPES: Readonly<Record<Shape, ReactNode>> = {
  disc: <circle cx={8} cy={8} r={5.5} fillOpacity={0.55} />,
  ring: <circle cx={8} cy={8} r={5.5} fill="none" />,
  diamond: <path d="M8 1.5L14.5 8L8 14.5L1.5 8Z" fillOpacity={0.55} />,
  cross: <path d="M3 3L13 13M13 3L3 13" strokeWidth={2.2} fill="none" />
}

function ShapeKey({ ink, shape }: { ink: Ink; shape: Shape }): ReactNode {
  return (
    <svg width={16} height={16} aria-hidden style={{ fill: `var(--${ink})`, stroke: `var(--${ink})`, strokeWidth: 1.4 }}>
      {KEY_SHAPES[shape]}
    </svg>
  )
}
