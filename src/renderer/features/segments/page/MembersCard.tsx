import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListOutcome, MemberSource, OwnSegment } from '../../../../shared/contract/segments.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'

type Way = 'text' | 'segment'

/** Puts people into a fixed list, or takes them out: pasted numbers and addresses, or everybody of a segment. */
export function MembersCard({ segment }: { segment: OwnSegment }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const source = useMemberSource(segment.id)
  const change = useMutation({
    mutationFn: ({ isAdding, from }: { isAdding: boolean; from: MemberSource }) =>
      isAdding
        ? client.segments.addMembers({ id: segment.id, source: from })
        : client.segments.removeMembers({ id: segment.id, source: from }),
    onSuccess: source.clear
  })
  const run = (isAdding: boolean): void => {
    if (source.value) change.mutate({ isAdding, from: source.value })
  }
  return (
    <Card className="segment-members" data-testid="segment-members">
      <Caption>{t('segments.members.title')}</Caption>
      <p className="muted">
        {t('segments.members.text', { count: segment.summary.customers ?? 0, formatted: count(segment.summary.customers ?? 0) })}
      </p>
      {source.fields}
      {change.error && <ErrorNotice error={readError(change.error)} />}
      {change.data && <Outcome outcome={change.data} isAdding={change.variables.isAdding} />}
      <div className="segment-buttons">
        <Button
          variant="default"
          disabled={!source.value}
          loading={change.isPending}
          onClick={() => {
            run(true)
          }}
          data-testid="members-add"
        >
          {t('segments.members.add')}
        </Button>
        <Button
          variant="default"
          disabled={!source.value}
          loading={change.isPending}
          onClick={() => {
            run(false)
          }}
          data-testid="members-remove"
        >
          {t('segments.members.remove')}
        </Button>
      </div>
    </Card>
  )
}

interface SourceControl {
  /** Null: nothing given yet. */
  readonly value: MemberSource | null
  readonly fields: ReactNode
  readonly clear: () => void
}

/** The fields that say whom: shared by a list's page and the form of a new list. `exceptId`: no source for itself. */
export function useMemberSource(exceptId: string | null): SourceControl {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const [way, setWay] = useState<Way>('text')
  const [typed, setTyped] = useState('')
  const [picked, setPicked] = useState<string | null>(null)
  const fromText: MemberSource | null = typed.trim() === '' ? null : { from: 'text', text: typed }
  const fromSegment: MemberSource | null = picked === null ? null : { from: 'segment', segmentId: picked }
  return {
    value: way === 'text' ? fromText : fromSegment,
    clear: () => {
      setTyped('')
      setPicked(null)
    },
    fields: (
      <>
        <SegmentedControl
          size="xs"
          aria-label={t('segments.members.way')}
          value={way}
          onChange={(next) => {
            setWay(next === 'segment' ? 'segment' : 'text')
          }}
          data={(['text', 'segment'] as const).map((value) => ({ value, label: t(`segments.members.ways.${value}`) }))}
        />
        {way === 'text' ? (
          <Textarea
            label={t('segments.members.typed')}
            description={t('segments.members.typedHelp')}
            autosize
            minRows={3}
            maxRows={10}
            value={typed}
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value)
            }}
            data-testid="members-text"
          />
        ) : (
          <Select
            label={t('segments.members.segment')}
            placeholder={t('segmentBuilder.copyRuleFind')}
            searchable
            value={picked}
            data={(segments.data ?? [])
              .filter(({ id, missing }) => id !== exceptId && missing === null)
              .map(({ id, name }) => ({ value: id, label: text(name) }))}
            onChange={setPicked}
          />
        )}
      </>
    )
  }
}

/** How many came in or went, and which entries nobody was found for. */
export function Outcome({ outcome, isAdding }: { outcome: ListOutcome; isAdding: boolean }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const { changed, unknown, unknownTotal, ambiguous, ambiguousTotal } = outcome
  const missed = [
    ['unknown', unknown, unknownTotal],
    ['ambiguous', ambiguous, ambiguousTotal]
  ] as const
  return (
    <div className="segment-outcome" role="status" data-testid="members-outcome">
      <p>{t(isAdding ? 'segments.members.added' : 'segments.members.removed', { count: changed, formatted: count(changed) })}</p>
      {missed.map(([kind, entries, total]) =>
        total === 0 ? null : (
          <p key={kind} className="tone-attention">
            {t(`segments.members.${kind}`, { count: total, formatted: count(total), entries: entries.slice(0, 12).join(', ') })}
          </p>
        )
      )}
    </div>
  )
}
