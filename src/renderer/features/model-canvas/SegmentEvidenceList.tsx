import type { ReactNode } from 'react'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { SegmentEvidence } from '../../../shared/contract/models.ts'
import { ExplainSegment } from '../../api/ExplainSegment.tsx'
import { showCustomers } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot } from '../../ui/StatePill.tsx'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'

interface SegmentEvidenceListProps {
  segments: readonly SegmentEvidence[]
  /** Takes the link away; without it, the list is another element's and only to be read. */
  onRemove?: (segment: SegmentEvidence) => void
}

/** The segments an element is linked to, each leading to its members; one the data can't answer says what it needs. */
export function SegmentEvidenceList({ segments, onRemove }: SegmentEvidenceListProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const ordered = [...segments].sort((a, b) => Number(a.customers === null) - Number(b.customers === null))
  return (
    <ul className="segment-list">
      {ordered.map((segment) => (
        <li key={segment.id}>
          {segment.customers === null ? (
            <div className="segment-row segment-row-missing">
              <span className="segment-ring" aria-hidden />
              <span>
                {text(segment.name)}
                <LinkedByHand segment={segment} />
                {segment.missing && <small>{text(segment.missing.hint)}</small>}
              </span>
            </div>
          ) : (
            <>
              <KnownSegment segment={segment} customers={segment.customers} />
              <ExplainSegment id={segment.id} name={text(segment.name)} />
            </>
          )}
          {onRemove && (
            <button
              type="button"
              className="remove-button"
              aria-label={t('evidenceEdit.unlink', { segment: text(segment.name) })}
              title={t('evidenceEdit.unlink', { segment: text(segment.name) })}
              onClick={() => {
                onRemove(segment)
              }}
              data-testid={`unlink-${segment.id}`}
            >
              <IconX size={13} stroke={1.8} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

function KnownSegment({ segment, customers }: { segment: SegmentEvidence; customers: number }): ReactNode {
  const { t } = useTranslation()
  const { text, count, share } = useFormats()
  const ofRevenue = segment.revenueShare === null ? '' : share(segment.revenueShare)
  return (
    <button
      type="button"
      className="segment-row"
      title={t('canvas.panel.show')}
      data-testid={`panel-segment-${segment.id}`}
      onClick={() => {
        showCustomers({ segmentId: segment.id })
      }}
    >
      <SegmentDot color={segmentColor(segment.id)} />
      <span>
        {text(segment.name)}
        <LinkedByHand segment={segment} />
        {segment.note && <small>{text(segment.note)}</small>}
      </span>
      <b>{count(customers)}</b>
      <span className="segment-share">
        {ofRevenue}
        <span className="visually-hidden"> {t('canvas.panel.share')}</span>
      </span>
    </button>
  )
}

function LinkedByHand({ segment }: { segment: SegmentEvidence }): ReactNode {
  const { t } = useTranslation()
  return segment.link === 'added' ? <small>{t('evidenceEdit.linked')}</small> : null
}
