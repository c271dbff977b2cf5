import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import type { Ink } from '../../ui/charts/marks.ts'
import { useFormats } from '../../ui/formats.tsx'
import { listBuyers } from './list-buyers.ts'
import { useBasis } from './use-basis.ts'
import { useValueChoices } from './value-choices.ts'

const INKS: Readonly<Record<'a' | 'b' | 'c', Ink>> = { a: 'accent', b: 'seg-loyal', c: 'faint' }

/** How few customers bring the first 80 % of the revenue, how many the next 15 %, and how many the last 5 %. */
export function AbcChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const scope = useValueChoices((choices) => choices.scope)
  const { abc, customers, totalMinor } = scope === 'all' ? analysis.concentration : analysis.concentrationWindow
  const classes = useMemo(
    () =>
      abc.map((each) => ({
        ...each,
        name: t(`value.abc.classes.${each.id}`),
        ofCustomers: customers === 0 ? 0 : each.customers / customers,
        ofRevenue: totalMinor === 0 ? 0 : each.totalMinor / totalMinor
      })),
    [abc, customers, totalMinor, t]
  )
  const layout = useMemo(
    () =>
      layOutBars({
        rowHeight: 38,
        bars: classes.map((each) => ({
          id: `abc-${each.id}`,
          name: each.name,
          value: each.customers,
          text: `${formats.count(each.customers)} · ${formats.share(each.ofCustomers, 1, true)}`,
          ink: INKS[each.id],
          facts: [
            [t('value.named.customers'), formats.count(each.customers)],
            [t('value.abc.ofCustomers'), formats.share(each.ofCustomers, 1, true)],
            [t('value.named.revenue'), formats.money(each.totalMinor)],
            [t('value.abc.ofRevenue'), formats.share(each.ofRevenue, 1, true)]
          ]
        }))
      }),
    [classes, formats, t]
  )
  const [first, rest] = [classes[0], classes.at(-1)]
  const window = scope === 'all' ? null : analysis.window
  return (
    <ChartFrame
      id="value-abc"
      title={t('value.abc.title')}
      takeaway={
        first && rest
          ? t('value.abc.takeaway', {
              count: first.customers,
              customers: formats.count(first.customers),
              share: formats.share(first.ofCustomers),
              rest: formats.share(rest.ofCustomers)
            })
          : t('value.concentration.none')
      }
      basis={basis({ asOf: analysis.asOf, window, customers, more: [t('value.revenueMeasure'), t('value.abc.unit')] })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.abc.class'), type: 'text' },
          { title: t('value.named.customers'), type: 'count' },
          { title: t('value.abc.ofCustomers'), type: 'share' },
          { title: t('value.named.revenue'), type: 'money' },
          { title: t('value.abc.ofRevenue'), type: 'share' }
        ],
        rows: classes.map((each) => [each.name, each.customers, each.ofCustomers, each.totalMinor, each.ofRevenue])
      }}
      explanation={
        <ExplainFigure
          id="f_abc"
          name={t('value.abc.title')}
          value={first ? formats.count(first.customers) : null}
          worked={
            first
              ? `${formats.money(first.totalMinor)} / ${formats.money(totalMinor)} = ${formats.share(first.ofRevenue, 2)} ≥ ${formats.share(0.8)}`
              : null
          }
          window={window}
          asOf={analysis.asOf}
          unit="count"
          fewData={customers < 30}
          facts={classes.map((each) => [each.name, `${formats.count(each.customers)} · ${formats.money(each.totalMinor)}`])}
          customers={listBuyers(scope, customers, t)}
        />
      }
      note={t('value.abc.note')}
    />
  )
}
