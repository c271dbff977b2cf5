import { Select } from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementEvidence, SegmentEvidence } from '../../../shared/contract/models.ts'
import { client, orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, withdrawOffer } from '../../ui/notify.tsx'
import { attemptEdit } from './attempt-edit.ts'
import { SegmentEvidenceList } from './SegmentEvidenceList.tsx'

/** The segments at an element, and what a person may change about them: link, unlink, bring back the model's own. */
export function SegmentLinks({ modelId, evidence }: { modelId: string; evidence: ElementEvidence }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { segments, removedSegments } = evidence
  const place = { modelId, elementId: evidence.id }
  // What was said about this element's links no longer holds once they change again.
  const subject = `links ${modelId} ${evidence.id}`
  const link = async (segmentId: string): Promise<void> => {
    if (await attemptEdit(() => client.models.linkSegment({ ...place, segmentId }))) withdrawOffer(subject)
  }
  const restore = async (): Promise<void> => {
    if (await attemptEdit(() => client.models.restoreSegments(place))) withdrawOffer(subject)
  }
  const unlink = async ({ id, name }: SegmentEvidence): Promise<void> => {
    if (!(await attemptEdit(() => client.models.unlinkSegment({ ...place, segmentId: id })))) return
    const offer = { label: t('evidenceEdit.undo'), run: () => void link(id) }
    notify(t('evidenceEdit.unlinked', { segment: text(name) }), offer, subject)
  }
  return (
    <>
      <SegmentEvidenceList segments={segments} onRemove={(segment) => void unlink(segment)} />
      <div className="segment-actions">
        <LinkPicker linked={segments.map(({ id }) => id)} onPick={(segmentId) => void link(segmentId)} />
        {removedSegments.length > 0 && (
          <button
            type="button"
            className="quiet-action"
            title={t('evidenceEdit.removed', { names: removedSegments.map(({ name }) => text(name)).join(', ') })}
            onClick={() => void restore()}
            data-testid="restore-segments"
          >
            <IconArrowBackUp size={14} stroke={1.8} aria-hidden />
            {t('evidenceEdit.restore', { count: removedSegments.length })}
          </button>
        )}
      </div>
    </>
  )
}

/** Every segment that is not here yet, built-in or own, found by typing. */
function LinkPicker({ linked, onPick }: { linked: readonly string[]; onPick: (segmentId: string) => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const segments = useQuery({ ...orpc.segments.listSegments.queryOptions(), enabled: isOpen })
  const close = (): void => {
    setIsOpen(false)
  }
  if (!isOpen)
    return (
      <button
        type="button"
        className="quiet-action"
        onClick={() => {
          setIsOpen(true)
        }}
        data-testid="link-segment"
      >
        <IconPlus size={14} stroke={1.8} aria-hidden />
        {t('evidenceEdit.link')}
      </button>
    )
  const choices = (segments.data ?? []).filter(({ id }) => !linked.includes(id))
  return (
    <Select
      aria-label={t('evidenceEdit.link')}
      placeholder={t('evidenceEdit.linkFind')}
      className="link-picker"
      size="xs"
      searchable
      autoFocus
      defaultDropdownOpened
      data={choices.map(({ id, name, kind }) => ({
        value: id,
        label: kind === 'own' ? `${text(name)} (${t('evidenceEdit.own')})` : text(name)
      }))}
      nothingFoundMessage={t(segments.data && choices.length === 0 ? 'evidenceEdit.linkAll' : 'evidenceEdit.linkNone')}
      maxDropdownHeight={260}
      onChange={(id) => {
        close()
        if (id !== null) onPick(id)
      }}
      onBlur={close}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close()
      }}
      data-editing
      data-testid="link-find"
    />
  )
}
