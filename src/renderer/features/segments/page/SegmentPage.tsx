import { Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconChartCircles, IconCopy, IconDots, IconPencil, IconSitemap, IconTrash, IconUsers } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readMarks } from '../../../../shared/contract/explanations.ts'
import type { OwnSegment, SegmentSummary } from '../../../../shared/contract/segments.ts'
import { segmentColor } from '../../../../shared/domain/segment-colors.ts'
import { ExplainFigure } from '../../../api/ExplainFigure.tsx'
import { ExplainSegment } from '../../../api/ExplainSegment.tsx'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useCommand } from '../../../stores/commands.ts'
import { navigate, showCustomers } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { SegmentDot, StatePill } from '../../../ui/StatePill.tsx'
import { Reading } from '../builder/Reading.tsx'
import { copyName } from '../copy-name.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { FactsCard } from './FactsCard.tsx'
import { MembersCard } from './MembersCard.tsx'
import { MovementCard } from './MovementCard.tsx'
import { UsesCard } from './UsesCard.tsx'
import './page.css'

/** One segment: its rule, its figures, where it is used, and of an own one what can be changed. */
export function SegmentPage({ segmentId }: { segmentId: string }): ReactNode {
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const summary = segments.data?.find(({ id }) => id === segmentId)
  const own = useQuery(orpc.segments.getSegment.queryOptions({ input: { id: segmentId }, enabled: summary?.kind === 'own' }))
  return (
    <div className="page">
      <div className="page-inner">
        <Answer query={segments}>
          {() => (summary ? <Details summary={summary} own={summary.kind === 'own' ? (own.data ?? null) : null} /> : <Gone />)}
        </Answer>
      </div>
    </div>
  )
}

/** It was deleted, here or by undo. */
function Gone(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="empty" data-testid="segment-gone">
      <h2>{t('segments.gone')}</h2>
      <Button
        onClick={() => {
          navigate({ screen: 'segments' })
        }}
      >
        {t('segments.toList')}
      </Button>
    </div>
  )
}

function Details({ summary, own }: { summary: SegmentSummary; own: OwnSegment | null }): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const name = text(summary.name)
  const isOwn = summary.kind === 'own'
  useTopBar({ title: t('frame.titles.segments'), subtitle: name })
  return (
    <div data-testid="segment-page" data-segment={summary.id}>
      <nav className="segment-crumb">
        <button
          type="button"
          className="table-toggle"
          onClick={() => {
            navigate({ screen: 'segments' })
          }}
          data-testid="segment-back"
        >
          ← {t('segments.toList')}
        </button>
      </nav>
      <header className="page-head segment-head">
        <div>
          <h1>
            <SegmentDot color={segmentColor(summary.id)} /> {name}
          </h1>
          <p>
            {t(isOwn ? (own && own.rule === null ? 'segments.ownList' : 'segments.ownRule') : 'segments.builtIn', {
              group: t(`segments.groups.${summary.group}`)
            })}
          </p>
        </div>
        <Actions summary={summary} own={own} />
      </header>
      <Figures summary={summary} />
      <div className="segment-columns">
        <div className="segment-column">
          {own?.rule && <Reading reading={summary.rule} />}
          {!isOwn && (
            <Card className="rule-reading">
              <Caption>{t('segments.rule')}</Caption>
              <p>{summary.rule[language]}</p>
              <small className="faint">
                {t('segments.source', {
                  source: readMarks(summary.source)
                    .map((mark) => t(`explanation.marks.${mark}`))
                    .join(' · ')
                })}
              </small>
            </Card>
          )}
          {own && own.problems.length > 0 && (
            <Card className="segment-broken">
              <ul>
                {own.problems.map((problem) => (
                  <li key={problem.path.join()}>{text(problem.text)}</li>
                ))}
              </ul>
            </Card>
          )}
          {own && own.rule === null && <MembersCard segment={own} />}
          {own && <MovementCard segment={own} />}
        </div>
        <div className="segment-column">
          <UsesCard segmentId={summary.id} />
          {own && <FactsCard key={own.id} segment={own} />}
        </div>
      </div>
    </div>
  )
}

const ICON = { size: 16, stroke: 1.6 }

function Actions({ summary, own }: { summary: SegmentSummary; own: OwnSegment | null }): ReactNode {
  const { t } = useTranslation()
  const [isDeleting, setIsDeleting] = useState(false)
  const edit = (): void => {
    navigate({ screen: 'segments', view: 'build', segmentId: summary.id })
  }
  const copy = (): void => {
    client.segments
      .duplicateSegment({ id: summary.id, name: copyName(summary.name) })
      .then(({ id }) => {
        notify(t('segments.copied'))
        navigate({ screen: 'segments', view: 'segment', segmentId: id })
      })
      .catch((error: unknown) => {
        notifyError(readError(error))
      })
  }
  const isRule = own?.rule != null
  useCommand('segment.edit', edit, isRule)
  return (
    <div className="segment-head-actions">
      <Button
        variant="default"
        leftSection={<IconUsers {...ICON} />}
        disabled={summary.customers === null || summary.customers === 0}
        onClick={() => {
          showCustomers({ segmentId: summary.id })
        }}
        data-testid="segment-customers"
      >
        {t('segments.showCustomers')}
      </Button>
      {isRule && (
        <Button leftSection={<IconPencil {...ICON} />} onClick={edit} data-testid="segment-edit">
          {t('segments.editRule')}
        </Button>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" px={9} aria-label={t('segments.more')} title={t('segments.more')} data-testid="segment-menu">
            <IconDots size={18} stroke={1.6} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={copy} data-testid="segment-copy">
            {t('segments.copy')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconChartCircles {...ICON} />}
            onClick={() => {
              navigate({ screen: 'segments', view: 'overlap', ids: [summary.id] })
            }}
          >
            {t('segments.compareWith')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconSitemap {...ICON} />}
            onClick={() => {
              navigate({ screen: 'compare', view: 'homes', segmentId: summary.id })
            }}
          >
            {t('segments.inModels')}
          </Menu.Item>
          {own && (
            <>
              <Menu.Divider />
              <Menu.Item
                leftSection={<IconTrash {...ICON} />}
                className="segment-danger"
                onClick={() => {
                  setIsDeleting(true)
                }}
                data-testid="segment-delete"
              >
                {t('segments.delete')}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {isDeleting && (
        <DeleteDialog
          id={summary.id}
          name={summary.name}
          onClose={() => {
            setIsDeleting(false)
          }}
        />
      )}
    </div>
  )
}

function Figures({ summary }: { summary: SegmentSummary }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { customers, share, revenueMinor, revenueShare, missing } = summary
  if (missing)
    return (
      <Card className="segment-missing">
        <StatePill tone="missing">
          {missing.code === 'needs-data'
            ? t('segments.needs', { kinds: missing.needs.map((kind) => t(`kinds.${kind}`)).join(', ') })
            : t(`segments.${missing.code}`)}
        </StatePill>
        <p>{formats.text(missing.hint)}</p>
      </Card>
    )
  const behind = [
    { label: formats.text(summary.name), ...(customers === null ? {} : { count: customers }), filter: { segmentId: summary.id } }
  ]
  return (
    <div className="segment-figures">
      <Card>
        <Figure
          label={t('segments.columns.customers')}
          value={customers === null ? null : formats.count(customers)}
          note={share === null ? '' : t('segments.ofBase', { share: formats.share(share) })}
          explain={<ExplainSegment id={summary.id} name={formats.text(summary.name)} />}
          data-testid="segment-size"
        />
      </Card>
      <Card>
        <Figure
          label={t('segments.columns.revenue')}
          value={revenueMinor === null ? null : formats.money(revenueMinor)}
          note={revenueShare === null ? '' : t('segments.ofAllRevenue', { share: formats.share(revenueShare) })}
          explain={
            revenueMinor !== null && (
              <ExplainFigure
                id="f_segment_revenue"
                name={t('segments.columns.revenue')}
                value={formats.money(revenueMinor, { exact: true })}
                unit="currency"
                customers={behind}
              />
            )
          }
        />
      </Card>
      <Card>
        <Figure
          label={t('segments.perCustomer')}
          value={revenueMinor === null || !customers ? null : formats.money(Math.round(revenueMinor / customers))}
          note={share && revenueShare !== null ? t('segments.timesAverage', { times: formats.count(revenueShare / share, 1) }) : ''}
          explain={
            revenueMinor !== null &&
            customers !== null &&
            customers > 0 && (
              <ExplainFigure
                id="f_segment_mean"
                name={t('segments.perCustomer')}
                value={formats.money(Math.round(revenueMinor / customers), { exact: true })}
                unit="currency"
                worked={`${formats.money(revenueMinor, { exact: true })} / ${formats.count(customers)} = ${formats.money(Math.round(revenueMinor / customers), { exact: true })}`}
                fewData={customers < 30}
                customers={behind}
              />
            )
          }
        />
      </Card>
    </div>
  )
}
