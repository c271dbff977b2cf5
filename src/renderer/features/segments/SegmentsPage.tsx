import { IconChartPie2, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup, type SegmentSummary } from '../../../shared/contract/segments.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { goToImport, navigate, showCustomers } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import './segments.css'

/** Every segment by group; below, the ones the data can't answer, with what to bring in. */
export function SegmentsPage(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  if (workspace && workspace.counts.customers + workspace.counts.orders === 0)
    return <EmptyPage icon={<IconChartPie2 size={40} stroke={1.2} />} area="segments" onImport={goToImport} />
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('frame.titles.segments')}</h1>
            <p>
              {workspace?.asOf
                ? t('segments.intro', { date: formats.date(workspace.asOf), days: workspace.settings.windowDays })
                : t('segments.introUndated')}
            </p>
          </div>
        </header>
        <Answer query={segments}>
          {(list) => (
            <div className="segment-groups">
              {SegmentGroup.options.map((group) => (
                <Group key={group} group={group} segments={list.filter((segment) => segment.group === group && segment.missing === null)} />
              ))}
              <Unanswered segments={list.filter(({ missing }) => missing !== null)} />
            </div>
          )}
        </Answer>
      </div>
    </div>
  )
}

function Group({ group, segments }: { group: SegmentGroup; segments: readonly SegmentSummary[] }): ReactNode {
  const { t } = useTranslation()
  if (segments.length === 0) return null
  return (
    <Card>
      <Caption>{t(`segments.groups.${group}`)}</Caption>
      <table className="plain-table segment-table">
        <thead>
          <tr>
            <th>{t('segments.columns.name')}</th>
            <th className="num">{t('segments.columns.customers')}</th>
            <th className="num">{t('segments.columns.share')}</th>
            <th className="num">{t('segments.columns.revenue')}</th>
            <th className="num">{t('segments.columns.revenueShare')}</th>
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <SegmentRow key={segment.id} segment={segment} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function SegmentRow({ segment }: { segment: SegmentSummary }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const name = formats.text(segment.name)
  const open = (): void => {
    showCustomers({ segmentId: segment.id })
  }
  return (
    <tr className="row-link" onClick={open} data-testid={`segment-${segment.id}`} data-count={segment.customers}>
      <td>
        <div className="segment-name">
          <SegmentDot color={segmentColor(segment.id)} />
          <button
            type="button"
            className="link-button"
            onClick={(event) => {
              event.stopPropagation()
              open()
            }}
          >
            {name}
          </button>
          <button
            type="button"
            className="segment-models"
            aria-label={t('compare.inModelsOf', { name })}
            title={t('compare.inModelsOf', { name })}
            data-testid={`segment-models-${segment.id}`}
            onClick={(event) => {
              event.stopPropagation()
              navigate({ screen: 'compare', view: 'homes', segmentId: segment.id })
            }}
          >
            <IconSitemap size={15} stroke={1.6} aria-hidden />
          </button>
        </div>
        <div className="segment-rule">{formats.text(segment.rule)}</div>
      </td>
      <td className="num segment-count">{formats.count(segment.customers ?? 0)}</td>
      <td className="num muted">{segment.share === null ? '' : formats.share(segment.share)}</td>
      <td className="num">{segment.revenueMinor === null ? '' : formats.money(segment.revenueMinor)}</td>
      <td className="num muted">
        {segment.revenueShare !== null && (
          <span className="share-cell">
            {formats.share(segment.revenueShare)}
            <span className="share-bar" aria-hidden>
              <span style={{ width: `${Math.max(0, Math.min(1, segment.revenueShare)) * 100}%`, background: segmentColor(segment.id) }} />
            </span>
          </span>
        )}
      </td>
    </tr>
  )
}

function Unanswered({ segments }: { segments: readonly SegmentSummary[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (segments.length === 0) return null
  return (
    <Card className="unanswered">
      <Caption>{t('segments.unanswered')}</Caption>
      <p className="muted">{t('segments.unansweredText')}</p>
      <ul>
        {segments.map(({ id, name, missing }) => (
          <li key={id} data-testid={`segment-${id}`}>
            <span className="unanswered-name">{formats.text(name)}</span>
            <StatePill tone="missing">
              {missing?.code === 'needs-data'
                ? t('segments.needs', { kinds: missing.needs.map((kind) => t(`kinds.${kind}`)).join(', ') })
                : t(`segments.${missing?.code ?? 'needs-data'}`)}
            </StatePill>
            <span className="unanswered-hint">{missing && formats.text(missing.hint)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
