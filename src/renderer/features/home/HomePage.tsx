import { Button, Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '../../../shared/contract/plan.ts'
import type { ValueAnalysis } from '../../../shared/contract/value.ts'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { DATA_KINDS } from '../../../shared/contract/base.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { viewModel } from '../../../shared/models/apply-variant.ts'
import { findInView } from '../../../shared/models/list-in-view.ts'
import type { Model } from '../../../shared/models/model.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { ExplainKpi } from '../../api/ExplainMetric.tsx'
import { sortByNewest } from '../../api/walks.ts'
import { useModels } from '../../api/models.ts'
import { useHideText } from '../../stores/hidden-texts.ts'
import { navigate, showCustomers } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { useFormats, type Formats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import './home.css'

/** The workspace at a glance. `models` is the row of models, which another feature draws. */
export function HomePage({ workspace, models }: { workspace: WorkspaceState; models: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const value = useQuery(orpc.value.getValue.queryOptions())
  const facts = { customers: formats.count(workspace.counts.customers), orders: formats.count(workspace.counts.orders) }
  const { firstOrderDate: from, lastOrderDate: to } = workspace
  const hasData = workspace.counts.customers + workspace.counts.orders > 0
  return (
    <div className="page">
      <div className="page-inner home">
        <header className="page-head">
          <div>
            <h1 data-testid="home-title">{workspace.settings.title}</h1>
            <p data-testid="home-facts">
              {!hasData
                ? t('home.factsEmpty')
                : from && to
                  ? t('home.factsDates', { ...facts, from: formats.date(from), to: formats.date(to) })
                  : t('home.facts', facts)}
            </p>
          </div>
        </header>
        {hasData && <Answer query={value}>{(analysis) => <Figures analysis={analysis} workspace={workspace} />}</Answer>}
        <div className={hasData ? 'home-middle' : 'home-middle home-middle-alone'}>
          <NextStep workspace={workspace} />
          {hasData && <DueActions asOf={new Date().toISOString().slice(0, 10)} />}
        </div>
        <section>
          <Caption>{t('home.models')}</Caption>
          {models}
        </section>
      </div>
    </div>
  )
}

function Figures({ analysis, workspace }: { analysis: ValueAnalysis; workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const hasOrders = workspace.counts.orders > 0
  const { retention, ssc, revenueWindowMinor, revenuePreviousMinor } = analysis
  const change = revenuePreviousMinor > 0 ? revenueWindowMinor / revenuePreviousMinor - 1 : null
  const points = retention.share !== null && retention.previousShare !== null ? (retention.share - retention.previousShare) * 100 : null
  const days = workspace.settings.windowDays
  const missing = DATA_KINDS.filter((kind) => kind !== 'campaigns' && workspace.counts[kind] === 0)
  const all = DATA_KINDS.length - 1
  const asked = { window: analysis.window, asOf: analysis.asOf }
  return (
    <div className="home-figures">
      <Card
        corner={
          <ExplainFigure
            id="f_revenue"
            name={days === 365 ? t('home.revenueYear') : t('home.revenue', { days })}
            value={hasOrders ? formats.money(revenueWindowMinor, { exact: true }) : null}
            unit="currency"
            worked={change === null ? null : workChange(revenueWindowMinor, revenuePreviousMinor, change, formats)}
            {...asked}
            customers={[{ label: t('home.activeCustomers'), filter: { segmentId: 's_active' } }]}
          />
        }
        onClick={() => {
          navigate({ screen: 'value' })
        }}
      >
        <Figure
          label={days === 365 ? t('home.revenueYear') : t('home.revenue', { days })}
          value={hasOrders ? formats.money(revenueWindowMinor) : null}
          note={
            change === null
              ? t(hasOrders ? 'home.noPrevious' : 'home.none')
              : t('home.versus', { change: signed(formats.share(Math.abs(change)), change) })
          }
          tone={tone(change)}
          data-testid="home-revenue"
        />
      </Card>
      <Card
        corner={
          <ExplainFigure
            id="f_ssc"
            name={t('home.ssc')}
            value={ssc ? formats.count(ssc.customers) : null}
            unit="count"
            fewData={ssc !== null && ssc.customers < FEW_DATA}
            {...asked}
            customers={ssc ? [{ label: t('home.ssc'), count: ssc.customers, filter: { segmentId: 's_ssc' } }] : []}
          />
        }
        onClick={() => {
          showCustomers({ segmentId: 's_ssc' })
        }}
      >
        <Figure
          label={t('home.ssc')}
          value={ssc ? formats.count(ssc.customers) : null}
          note={
            ssc?.revenueShare != null
              ? t(ssc.measure === 'margin' ? 'home.sscMarginShare' : 'home.sscShare', { share: formats.share(ssc.revenueShare, 0) })
              : t('home.none')
          }
          data-testid="home-ssc"
        />
      </Card>
      <Card
        corner={<ExplainKpi id="k_retention" name={t('home.retention')} />}
        onClick={() => {
          if (retention.share === null) navigate({ screen: 'value' })
          else showCustomers({ metric: { id: 'k_retention', part: 'numerator' } })
        }}
      >
        <Figure
          label={t('home.retention')}
          value={retention.share === null ? null : formats.share(retention.share)}
          note={
            points === null
              ? retention.share === null
                ? t('home.noPrevious')
                : t('home.kept', { kept: formats.count(retention.kept), before: formats.count(retention.before) })
              : t('home.points', { change: signed(formats.count(Math.abs(points), 1), points) })
          }
          tone={tone(points)}
          data-testid="home-retention"
        />
      </Card>
      <Card
        corner={
          <ExplainFigure
            id="f_data_kinds"
            name={t('home.data')}
            value={t('home.dataKinds', { have: all - missing.length, all })}
            facts={DATA_KINDS.map((kind) => [t(`kinds.${kind}`), formats.count(workspace.counts[kind])] as const)}
          />
        }
        onClick={() => {
          // The segments say what they lack and why; with nothing in yet, the way in says more.
          if (missing.length === all) navigate({ screen: 'import' })
          else navigate({ screen: 'segments' })
        }}
      >
        <Figure
          label={t('home.data')}
          value={t('home.dataKinds', { have: all - missing.length, all })}
          note={
            missing.length === 0
              ? t('home.dataComplete')
              : t('home.dataMissing', { kinds: missing.map((kind) => t(`kinds.${kind}`)).join(', ') })
          }
          data-testid="home-data"
        />
      </Card>
    </div>
  )
}

/** Below this many customers a figure is shown as few data. */
const FEW_DATA = 30

/** `€2,864.10 / €2,697.00 − 1 = +6.2%` */
const workChange = (now: number, before: number, change: number, { money, share }: Formats): string =>
  `${money(now, { exact: true })} / ${money(before, { exact: true })} − 1 = ${signed(share(Math.abs(change)), change)}`

const signed = (text: string, value: number): string => `${value < 0 ? '−' : '+'}${text}`
const tone = (change: number | null): 'plain' | 'good' | 'attention' =>
  change === null || Math.abs(change) < 0.0005 ? 'plain' : change > 0 ? 'good' : 'attention'

/** What Home and the other screens hold once there are data. */
const WILL_BE = ['figures', 'segments', 'models'] as const

/** One primary button: what is most worth doing now. */
function NextStep({ workspace }: { workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  const walks = useQuery(orpc.walks.listWalks.queryOptions())
  const models = useModels()
  const hasData = workspace.counts.customers + workspace.counts.orders > 0
  return (
    <Card className="card-roomy" data-testid="home-next">
      <Caption>{t('home.nextStep')}</Caption>
      {workspace.counts.orders === 0 && (
        <Advice
          title={t(hasData ? 'home.ordersTitle' : 'home.importTitle')}
          text={t(hasData ? 'home.ordersText' : 'home.importText')}
          button={t('home.import')}
          onClick={() => {
            navigate({ screen: 'import' })
          }}
        />
      )}
      {!hasData && (
        <dl className="will-be">
          {WILL_BE.map((what) => (
            <div key={what}>
              <dt>{t(`home.willBe.${what}`)}</dt>
              <dd>{t(`home.willBe.${what}Text`)}</dd>
            </div>
          ))}
        </dl>
      )}
      {workspace.counts.orders > 0 && (
        <Answer query={walks}>{(list) => <WalkAdvice walks={list} models={models.data?.models ?? []} />}</Answer>
      )}
    </Card>
  )
}

function WalkAdvice({ walks, models }: { walks: readonly WalkSummary[]; models: readonly Model[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [newest] = sortByNewest(walks)
  const model = models.find(({ id }) => id === newest?.modelId) ?? models[0]
  if (!model) return <p className="muted">{t('reports.noModels')}</p>
  const name = formats.text(model.name)
  if (!newest)
    return (
      <Advice
        title={t('home.startTitle', { model: name })}
        text={t('home.startText')}
        button={t('home.start')}
        onClick={() => {
          navigate({ screen: 'models', modelId: model.id })
        }}
      />
    )
  if (newest.finishedAt)
    return (
      <Advice
        title={t('home.reviewTitle', { model: name })}
        text={t('home.reviewText')}
        button={t('home.review')}
        onClick={() => {
          navigate({ screen: 'reports', walkId: newest.id })
        }}
      />
    )
  const inView = viewModel(model, newest.view ?? undefined)
  const element = newest.currentElementId === null ? undefined : findInView(inView, newest.currentElementId)
  const step = element ? inView.view.walk.indexOf(element.id) + 1 : 0
  const text = element
    ? t('home.continueText', { element: formats.text(element.name), step, steps: newest.steps })
    : t('home.closingText', { steps: newest.steps })
  return (
    <Advice
      title={t('home.continueTitle', { model: name })}
      text={text}
      button={t('home.continue')}
      onClick={() => {
        navigate({ screen: 'walk', walkId: newest.id })
      }}
    />
  )
}

function Advice({ title, text, button, onClick }: { title: string; text: string; button: string; onClick: () => void }): ReactNode {
  return (
    <div className="advice">
      <h3>{title}</h3>
      <p>{text}</p>
      <Button onClick={onClick} data-testid="home-next-button">
        {button}
      </Button>
    </div>
  )
}

function DueActions({ asOf }: { asOf: string }): ReactNode {
  const { t } = useTranslation()
  const actions = useQuery(orpc.plan.listActions.queryOptions({ input: {} }))
  return (
    <Card className="card-roomy" data-testid="home-due">
      <Caption>{t('home.due')}</Caption>
      <Answer query={actions}>
        {(list) => {
          const open = list.filter(({ status }) => status === 'open').sort((a, b) => a.dueDate.localeCompare(b.dueDate))
          if (open.length === 0) return <NothingDue />
          return open.slice(0, 3).map((action) => <DueAction key={action.id} action={action} isOverdue={action.dueDate < asOf} />)
        }}
      </Answer>
    </Card>
  )
}

/** Segments that most often ask for an action, the most pressing first. */
const WORTH_A_LOOK = ['s_open_complaint', 's_cant_lose', 's_cooling', 's_winback', 's_no_consent', 's_one_time', 's_incomplete']
const LOOKS = 3

/** Without actions: where one may be due. */
function NothingDue(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const found = WORTH_A_LOOK.flatMap((id) => segments.data?.filter((each) => each.id === id && (each.customers ?? 0) > 0) ?? [])
  return (
    <>
      <p className="muted">{t('home.noDue')}</p>
      {found.length > 0 && (
        <>
          <p className="look-first">{t('home.lookFirst')}</p>
          <ul className="looks">
            {found.slice(0, LOOKS).map((segment) => (
              <li key={segment.id}>
                <button
                  type="button"
                  onClick={() => {
                    showCustomers({ segmentId: segment.id })
                  }}
                  data-testid={`look-${segment.id}`}
                >
                  <SegmentDot color={segmentColor(segment.id)} />
                  <span>{formats.text(segment.name)}</span>
                  <b>{formats.count(segment.customers ?? 0)}</b>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function DueAction({ action, isOverdue }: { action: Action; isOverdue: boolean }): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  const formats = useFormats()
  const finish = useMutation({
    mutationFn: () => client.plan.updateAction({ id: action.id, status: 'done' }),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <div className="due-action">
      <Checkbox
        aria-label={t('home.markDone', { title: hideText(action.title) })}
        checked={false}
        onChange={() => {
          finish.mutate()
        }}
      />
      <div>
        <div>{hideText(action.title)}</div>
        <div className="faint">
          {hideText(action.owner)} · {formats.date(action.dueDate)}
        </div>
      </div>
      {isOverdue && <StatePill tone="attention">{t('home.overdue')}</StatePill>}
    </div>
  )
}
