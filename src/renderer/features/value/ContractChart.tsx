import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RetentionProjection } from '../../../shared/contract/value-tables.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutLines, type ChartLine } from '../../ui/charts/lay-out-lines.ts'
import { findTicks } from '../../ui/charts/scales.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { ContractExample } from './contract-examples.ts'

interface ContractChartProps {
  projection: RetentionProjection
  survivors: readonly number[]
  example: ContractExample | null
}

/** Who was there and who will be: the curve typed and the one projected. */
export function ContractChart({ projection, survivors, example }: ContractChartProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { survival, renewal, alpha, beta, expectedTenure } = projection
  const start = survivors[0] ?? 1
  const known = useMemo(() => survivors.slice(0, survival.length).map((count) => count / start), [survivors, survival.length, start])
  const layout = useMemo(() => {
    const renewalFact = (x: number): readonly (readonly [string, string])[] => {
      const share = renewal[x - 1]
      return share === undefined ? [] : [[t('value.contract.renewal'), formats.share(share)]]
    }
    const line = (
      id: 'known' | 'projected',
      shares: readonly number[],
      look: Pick<ChartLine, 'name' | 'ink' | 'dash' | 'hasDots'>
    ): ChartLine => ({
      id,
      ...look,
      points: shares.map((y, x) => ({
        x,
        y,
        name: t('value.contract.after', { count: x, formatted: formats.count(x) }),
        facts: [[t(`value.contract.${id}`), formats.share(y)], ...(id === 'projected' ? renewalFact(x) : [])]
      }))
    })
    const end = survival.length - 1
    const last = known.length - 1
    return layOutLines({
      height: 300,
      x: {
        low: 0,
        high: end,
        ticks: findTicks(0, end, 6)
          .filter((value) => Number.isInteger(value) && value <= end)
          .map((value) => ({ value, text: formats.count(value) })),
        title: t('value.contract.axisRenewals')
      },
      y: {
        low: 0,
        high: 1,
        ticks: findTicks(0, 1).map((value) => ({ value, text: formats.share(value) })),
        title: t('value.contract.axisLeft')
      },
      lines: [
        line('known', known, { ink: 'ink', hasDots: true }),
        line('projected', survival, { name: t('value.contract.projected'), ink: 'accent', dash: '7 5' })
      ],
      guides: [
        ...(last < end
          ? [{ from: [last, 0], to: [last, 1], ink: 'signal', text: t('value.contract.from'), side: 'belowRight' } as const]
          : []),
        // Named under its end, where the projected curve does not run.
        {
          from: [last, known[last] ?? 0],
          to: [last, known[last] ?? 0],
          ink: 'ink',
          text: t('value.contract.known'),
          side: 'below'
        } as const
      ]
    })
  }, [known, survival, renewal, formats, t])
  const periods = survival.length - 1
  const [first, last] = [renewal[0] ?? 0, renewal.at(-1) ?? 0]
  return (
    <ChartFrame
      id="value-contract-curve"
      title={t('value.contract.curve')}
      takeaway={t('value.contract.takeaway', {
        count: periods,
        periods: formats.count(periods),
        share: formats.share(survival.at(-1) ?? 0),
        first: formats.share(first),
        last: formats.share(last)
      })}
      basis={[
        t(example === null ? 'value.contract.typed' : 'value.contract.typedExample', {
          example: example === null ? '' : t(`value.contract.${example}`)
        }),
        t('value.contract.model')
      ].join(' · ')}
      layout={layout}
      data={{
        columns: [
          { title: t('value.contract.axisRenewals'), type: 'count' },
          { title: t('value.contract.known'), type: 'share' },
          { title: t('value.contract.projected'), type: 'share' },
          { title: t('value.contract.renewal'), type: 'share' }
        ],
        rows: survival.map((share, x) => [x, known[x] ?? null, share, x === 0 ? null : (renewal[x - 1] ?? null)])
      }}
      explanation={
        <ExplainFigure
          id="f_contract_retention"
          name={t('value.contract.curve')}
          value={formats.share(survival.at(-1) ?? 0)}
          facts={[
            ['α', formats.count(alpha ?? 0, 3)],
            ['β', formats.count(beta ?? 0, 3)],
            ...(expectedTenure === null
              ? []
              : [[t('value.contract.stay', { periods: formats.count(survival.length) }), formats.count(expectedTenure, 1)] as const])
          ]}
          unit="%"
        />
      }
      note={t('value.contract.note')}
    />
  )
}
