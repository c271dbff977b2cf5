import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import { useFormats } from '../../ui/formats.tsx'
import { listBuyers } from './list-buyers.ts'
import { useBasis } from './use-basis.ts'
import { useValueChoices } from './value-choices.ts'

/** What the best fifth brings elsewhere (domain 1.1 and 6.3): the saying, and the averages that were measured. */
const PUBLISHED = [
  { id: 'saying', share: 0.8 },
  { id: 'packaged', share: 0.73 },
  { id: 'listed', share: 0.67 },
  { id: 'subscription', share: 0.59 }
] as const

/** The measured share beside the saying and the published averages. */
export function PublishedChart({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const scope = useValueChoices((choices) => choices.scope)
  const concentration = scope === 'all' ? analysis.concentration : analysis.concentrationWindow
  const { top20Share, customers } = concentration
  const rows = useMemo(() => {
    const own = top20Share === null ? [] : [{ id: 'yours', name: t('value.published.yours'), share: top20Share, isReference: false }]
    const others = PUBLISHED.map(({ id, share }) => ({ id, name: t(`value.published.${id}`), share, isReference: true }))
    return [...own, ...others].sort((a, b) => b.share - a.share)
  }, [t, top20Share])
  const layout = useMemo(
    () =>
      layOutBars({
        most: 1,
        rowHeight: 30,
        bars: rows.map(({ id, name, share, isReference }) => ({
          id,
          name,
          value: share,
          // The published averages are whole per cents, and a column is of one precision.
          text: formats.share(share, 0),
          ink: isReference ? 'faint' : 'accent',
          isReference,
          facts: [[t('value.concentration.columnValue'), formats.share(share)]]
        }))
      }),
    [rows, formats, t]
  )
  const below = PUBLISHED.filter(({ share }) => top20Share !== null && top20Share < share).length
  return (
    <ChartFrame
      id="value-published"
      title={t('value.published.title')}
      takeaway={
        top20Share === null ? t('value.concentration.none') : t(`value.published.place${below}`, { share: formats.share(top20Share) })
      }
      basis={basis({ asOf: analysis.asOf, window: scope === 'all' ? null : analysis.window, customers })}
      layout={layout}
      explanation={
        <ExplainFigure
          id="f_top20_share"
          name={t('value.published.title')}
          value={top20Share === null ? null : formats.share(top20Share)}
          worked={
            top20Share === null
              ? null
              : `${formats.money(Math.round(top20Share * concentration.totalMinor))} / ${formats.money(concentration.totalMinor)} = ${formats.share(top20Share)}`
          }
          facts={PUBLISHED.map(({ id, share }) => [t(`value.published.${id}`), formats.share(share)])}
          window={scope === 'all' ? null : analysis.window}
          asOf={analysis.asOf}
          unit="%"
          fewData={customers < 30}
          customers={listBuyers(scope, customers, t)}
        />
      }
      data={{
        columns: [
          { title: t('value.published.whose'), type: 'text' },
          { title: t('value.published.share'), type: 'share', decimals: 0 }
        ],
        rows: rows.map(({ name, share }) => [name, share])
      }}
      controls={
        <div>
          <div className="figure-value value-big" data-testid="top20-share">
            {top20Share === null ? '—' : formats.share(top20Share)}
          </div>
          <p className="muted">{t('value.concentration.big')}</p>
        </div>
      }
      credit={t('value.published.sources')}
      note={
        <>
          {customers < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
          <p>{t('value.published.sources')}</p>
        </>
      }
    />
  )
}
