import { useQuery } from '@tanstack/react-query'
import { IconUsers } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeReason, Homes, ModelHomes } from '../../../shared/contract/compare.ts'
import type { SegmentSummary } from '../../../shared/contract/segments.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import { findInView, listEvidenceInView } from '../../../shared/models/list-in-view.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { runCommand } from '../../stores/commands.ts'
import { goToImport, navigate } from '../../stores/route.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { useMasked } from '../../stores/mask.ts'
import { ModelCard, type LitElement } from './ModelCard.tsx'
import { SegmentPicker, SubjectCustomer } from './SubjectPickers.tsx'
import type { ViewProps } from './view-props.ts'

/** A segment or a customer, and where it lives in every model. */
export function HomesView({ comparison, models, renderThumbnail, onChange }: ViewProps): ReactNode {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const { segmentId, customerId } = comparison
  if (workspace && workspace.counts.customers + workspace.counts.orders === 0)
    return (
      <div className="compare-body">
        <EmptyState
          icon={<IconUsers size={40} stroke={1.2} />}
          title={t('compare.emptyTitle')}
          text={t('compare.emptyText')}
          action={
            <>
              <Button onClick={goToImport}>{t('compare.import')}</Button>
              <Button variant="subtle" onClick={() => runCommand('workspace.sample')}>
                {t('menu.workspace.sample')}
              </Button>
            </>
          }
        />
      </div>
    )
  return (
    <div className="compare-body">
      <div className="compare-pickers">
        <SegmentPicker
          segmentId={segmentId ?? null}
          onPick={(id) => {
            navigate({ screen: 'compare', ...withoutSubject(comparison), ...(id === null ? {} : { segmentId: id }) })
          }}
        />
        <span className="muted compare-or">{t('compare.or')}</span>
        <SubjectCustomer
          customerId={customerId ?? null}
          onPick={(id) => {
            navigate({ screen: 'compare', ...withoutSubject(comparison), ...(id === null ? {} : { customerId: id }) })
          }}
        />
      </div>
      {segmentId === undefined && customerId === undefined ? (
        <EmptyState title={t('compare.pickTitle')} text={t('compare.pickText')} />
      ) : (
        <FoundHomes
          key={segmentId ?? customerId}
          subject={segmentId === undefined ? { customerId: customerId ?? 0 } : { segmentId }}
          {...{ models, renderThumbnail, onChange }}
        />
      )}
    </div>
  )
}

function withoutSubject({ segmentId: _segment, customerId: _customer, ...rest }: ViewProps['comparison']): ViewProps['comparison'] {
  return rest
}

type Subject = { segmentId: string } | { customerId: number }

function FoundHomes({ subject, models, renderThumbnail }: { subject: Subject } & Omit<ViewProps, 'comparison'>): ReactNode {
  const { t } = useTranslation()
  const homes = useQuery(orpc.compare.findHomes.queryOptions({ input: subject }))
  return (
    <Answer query={homes}>
      {(found) => (
        <>
          {'segmentId' in subject ? <SegmentLine segment={found.segments[0]} /> : <CustomerLine id={subject.customerId} homes={found} />}
          <div className="compare-cards">
            {models.map((model) => (
              <HomesCard key={model.whole.id} {...{ model, homes: found, isSegment: 'segmentId' in subject, renderThumbnail }} />
            ))}
          </div>
          <p className="muted compare-links">{t('compare.linksFrom')}</p>
        </>
      )}
    </Answer>
  )
}

/** The segment's rule and size, once for all models. */
function SegmentLine({ segment }: { segment: SegmentSummary | undefined }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  if (!segment) return null
  return (
    <p className="compare-subject" data-testid="compare-subject">
      <SegmentDot color={segmentColor(segment.id)} /> <strong>{text(segment.name)}</strong> <SegmentSize segment={segment} />{' '}
      <span className="muted">{text(segment.rule)}</span>
      {segment.missing && <span className="compare-missing">{t('compare.noAnswer', { hint: text(segment.missing.hint) })}</span>}
    </p>
  )
}

function CustomerLine({ id, homes }: { id: number; homes: Homes }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const customer = useQuery(orpc.customers.getCustomer.queryOptions({ input: { id } }))
  const count = homes.segments.length
  const masked = useMasked()
  const name = masked.name(id, customer.data?.row.name ?? '')
  return (
    <p className="compare-subject" data-testid="compare-subject">
      {count === 0 ? t('compare.customerNowhere', { name }) : t('compare.customerIn', { name, count, formatted: formats.count(count) })}
    </p>
  )
}

function SegmentSize({ segment }: { segment: SegmentSummary }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (segment.customers === null) return null
  const customers = formats.count(segment.customers)
  return (
    <span className="compare-size">
      {segment.revenueShare === null
        ? t('compare.sizeOnly', { count: segment.customers, customers })
        : t('compare.size', { count: segment.customers, customers, share: formats.share(segment.revenueShare) })}
    </span>
  )
}

interface HomesCardProps {
  model: ModelView
  homes: Homes
  /** One segment was asked for, not a customer. */
  isSegment: boolean
  renderThumbnail: ViewProps['renderThumbnail']
}

function HomesCard({ model, homes, isSegment, renderThumbnail }: HomesCardProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const mine = homes.models.find(({ modelId }) => modelId === model.whole.id)
  const segments = new Map(homes.segments.map((segment) => [segment.id, segment]))
  const reasonsAt = new Map((mine?.homes ?? []).map(({ elementId, reasons }) => [elementId, reasons]))
  const { shown, absent } = listEvidenceInView(model, [...reasonsAt.keys()])
  const nameOf = (id: string): string => {
    const element = findInView(model, id)
    return element ? text(element.name) : id
  }
  return (
    <ModelCard
      {...{ model, absent, renderThumbnail }}
      nothing={t('compare.nowhere')}
      lit={shown.map((element) => {
        const reasons = reasonsAt.get(element.id) ?? []
        return {
          elementId: element.id,
          ...(isSegment ? describeHome(element, reasons, segments) : { detail: listReasons(reasons, segments) })
        }
      })}
    >
      <Removed
        removed={(mine?.removed ?? []).filter(({ elementId }) => listEvidenceInView(model, [elementId]).absent === 0)}
        nameOf={nameOf}
        segments={segments}
      />
    </ModelCard>
  )
}

type Segments = ReadonlyMap<string, SegmentSummary>

/** One segment is the only reason: its size at the end of the line, and what the element asks about it underneath. */
function describeHome(element: ModelElement, reasons: readonly HomeReason[], segments: Segments): Omit<LitElement, 'elementId'> {
  const [reason] = reasons
  const segment = reason && segments.get(reason.segmentId)
  return {
    detail: <Asked element={element} isAdded={reason?.origin === 'added'} />,
    aside: segment && <SegmentFigures segment={segment} />
  }
}

function listReasons(reasons: readonly HomeReason[], segments: Segments): ReactNode {
  return reasons.map((reason) => <Reason key={reason.segmentId} reason={reason} segment={segments.get(reason.segmentId)} />)
}

function Asked({ element, isAdded }: { element: ModelElement; isAdded: boolean }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const asked = element.prompt ?? element.questions[0] ?? element.definition
  return (
    <span className="compare-definition">
      {text(asked)} {isAdded && <StatePill tone="accent">{t('compare.byHand')}</StatePill>}
    </span>
  )
}

/** `146 · 72.3%`, in words for whoever can't see the columns. */
function SegmentFigures({ segment }: { segment: SegmentSummary }): ReactNode {
  const formats = useFormats()
  if (segment.customers === null) return <span className="compare-figures">—</span>
  return (
    <span className="compare-figures">
      <span className="visually-hidden">
        <SegmentSize segment={segment} />
      </span>
      <span aria-hidden>
        <b>{formats.count(segment.customers)}</b> {segment.revenueShare !== null && formats.share(segment.revenueShare)}
      </span>
    </span>
  )
}

function Reason({ reason, segment }: { reason: HomeReason; segment: SegmentSummary | undefined }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  if (!segment) return null
  return (
    <span className="compare-reason">
      <SegmentDot color={segmentColor(segment.id)} />
      <span>
        {text(segment.name)} {reason.origin === 'added' && <StatePill tone="accent">{t('compare.byHand')}</StatePill>}
      </span>
      <SegmentFigures segment={segment} />
    </span>
  )
}

interface RemovedProps {
  removed: ModelHomes['removed']
  nameOf: (elementId: string) => string
  segments: ReadonlyMap<string, SegmentSummary>
}

function Removed({ removed, nameOf, segments }: RemovedProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  if (removed.length === 0) return null
  const names = removed.map(({ elementId, segmentId }) => {
    const segment = segments.get(segmentId)
    return segments.size > 1 && segment ? `${nameOf(elementId)} (${text(segment.name)})` : nameOf(elementId)
  })
  return (
    <p className="compare-removed muted">
      {t('compare.removed')} {names.join(', ')}
    </p>
  )
}
