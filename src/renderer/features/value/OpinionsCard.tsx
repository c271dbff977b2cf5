import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import type { Opinions } from '../../../shared/contract/value-tables.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ExplainKpi } from '../../api/ExplainMetric.tsx'
import { bringIn } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutBars } from '../../ui/charts/lay-out-bars.ts'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { useBasis } from './use-basis.ts'

const KINDS = ['nps', 'csat', 'ces'] as const
type Kind = (typeof KINDS)[number]

/** What customers say of themselves: recommendation, satisfaction, effort, each with how sure it is. */
export function OpinionsCard({ analysis }: { analysis: ValueAnalysis }): ReactNode {
  const opinions = useQuery(orpc.value.getOpinions.queryOptions())
  return <Answer query={opinions}>{(found) => <Asked opinions={found} analysis={analysis} />}</Answer>
}

interface AskedProps {
  opinions: Opinions
  analysis: ValueAnalysis
}

function Asked({ opinions, analysis }: AskedProps): ReactNode {
  const { t } = useTranslation()
  const basis = useBasis()
  const { nps, csat } = opinions
  if (nps.respondents + csat.respondents > 0) return <OpinionsChart opinions={opinions} analysis={analysis} />
  const isEmpty = opinions.ces.respondents === 0
  return (
    <Card className="card-roomy value-wide" data-testid="value-opinions">
      <h2>{t('value.opinions.title')}</h2>
      {isEmpty ? (
        <>
          <p className="value-text">{t('value.opinions.none')}</p>
          <Button
            variant="default"
            onClick={() => {
              bringIn(['surveys'])
            }}
            data-testid="opinions-import"
          >
            {t('value.import')}
          </Button>
        </>
      ) : (
        <>
          <OpinionFigures opinions={opinions} asOf={analysis.asOf} />
          <p className="chart-basis">{basis({ asOf: analysis.asOf, window: analysis.window })}</p>
        </>
      )}
    </Card>
  )
}

function OpinionsChart({ opinions, analysis }: AskedProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const { nps, csat } = opinions
  const groups = useMemo(() => {
    const satisfied = Math.round(((csat.value ?? 0) / 100) * csat.respondents)
    return [
      { id: 'promoters', answers: nps.promoters, of: nps.respondents, ink: 'accent' },
      { id: 'passives', answers: nps.passives, of: nps.respondents, ink: 'faint' },
      { id: 'detractors', answers: nps.detractors, of: nps.respondents, ink: 'signal' },
      { id: 'satisfied', answers: satisfied, of: csat.respondents, ink: 'accent' },
      { id: 'others', answers: csat.respondents - satisfied, of: csat.respondents, ink: 'faint' }
    ]
      .filter(({ of }) => of > 0)
      .map((group) => ({ ...group, name: t(`value.opinions.groups.${group.id}`), share: group.answers / group.of }))
  }, [nps, csat, t])
  const layout = useMemo(
    () =>
      layOutBars({
        most: 1,
        rowHeight: 34,
        bars: groups.map(({ id, name, answers, of, share, ink }) => ({
          id,
          name,
          value: share,
          text: formats.share(share, 1, true),
          ink: ink === 'accent' ? 'accent' : ink === 'signal' ? 'signal' : 'faint',
          facts: [
            [t('value.opinions.answers'), t('value.cohorts.of', { part: formats.count(answers), all: formats.count(of) })],
            [t('value.opinions.share'), formats.share(share, 1, true)]
          ]
        }))
      }),
    [groups, formats, t]
  )
  return (
    <ChartFrame
      id="value-opinions"
      className="value-wide"
      title={t('value.opinions.title')}
      takeaway={t('value.opinions.aid')}
      basis={basis({ asOf: analysis.asOf, window: analysis.window, more: [t('value.opinions.latest')] })}
      layout={layout}
      data={{
        columns: [
          { title: t('value.opinions.group'), type: 'text' },
          { title: t('value.opinions.answers'), type: 'count' },
          { title: t('value.opinions.share'), type: 'share' },
          { title: t('value.opinions.figure'), type: 'number' },
          { title: t('value.opinions.margin'), type: 'number' }
        ],
        rows: [
          ...groups.map(({ name, answers, share }) => [name, answers, share, null, null]),
          ...KINDS.filter((kind) => opinions[kind].respondents > 0).map((kind) => [
            t(`value.opinions.${kind}`),
            opinions[kind].respondents,
            null,
            opinions[kind].value,
            opinions[kind].margin
          ])
        ]
      }}
      controls={<OpinionFigures opinions={opinions} asOf={analysis.asOf} />}
      note={KINDS.filter((kind) => opinions[kind].respondents > 0)
        .map((kind) => t(`value.opinions.notes.${kind}`))
        .join(' ')}
    />
  )
}

function OpinionFigures({ opinions, asOf }: { opinions: Opinions; asOf: string | null }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <div className="equity opinions">
      {KINDS.filter((kind) => opinions[kind].respondents > 0).map((kind) => {
        const { value, margin, few, respondents } = opinions[kind]
        return (
          <section key={kind} data-testid={`opinion-${kind}`}>
            <div className="chart-heading">
              <h3>{t(`value.opinions.${kind}`)}</h3>
              {explain(kind)}
            </div>
            <div className={few ? 'figure-value value-big muted' : 'figure-value value-big'}>
              {value === null ? '—' : WRITE[kind].value(value, formats)}
            </div>
            <p className="value-range">
              {margin !== null && t('value.opinions.plusMinus', { margin: WRITE[kind].margin(margin, formats) })}
            </p>
            <p className={few ? 'tone-attention' : 'muted'}>
              {t(few ? 'value.opinions.fewAnswers' : 'value.opinions.ofAnswers', {
                count: respondents,
                formatted: formats.count(respondents)
              })}
            </p>
          </section>
        )
      })}
    </div>
  )

  function explain(kind: Kind): ReactNode {
    if (kind !== 'ces') return <ExplainKpi id={`k_${kind}`} name={t(`value.opinions.${kind}`)} />
    const { value, few, respondents } = opinions.ces
    return (
      <ExplainFigure
        id="f_ces"
        name={t('value.opinions.ces')}
        value={value === null ? null : WRITE.ces.value(value, formats)}
        facts={[[t('value.opinions.answers'), formats.count(respondents)]]}
        asOf={asOf}
        fewData={few}
      />
    )
  }
}

/** Each in its own unit: points from −100 to 100, per cent, and the scale the answers were given on. */
const WRITE: Readonly<Record<Kind, Record<'value' | 'margin', (figure: number, formats: Formats) => string>>> = {
  nps: {
    value: (figure, { count }) => count(Math.round(figure)),
    margin: (figure, { count }) => count(Math.round(figure))
  },
  csat: {
    value: (figure, { share }) => share(figure / 100),
    margin: (figure, { count }) => `${count(figure, 1)} pp`
  },
  ces: {
    value: (figure, { count }) => count(figure, 1),
    margin: (figure, { count }) => count(figure, 1)
  }
}
