import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { runCommand } from '../../../stores/commands.ts'
import { useMasked } from '../../../stores/mask.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import type { FormKind } from './record-forms.ts'
import { useEntryWords, type Entry } from './use-entry-words.ts'

type Kind = TimelineEntry['kind']
const KINDS = TimelineEntry.shape.kind.options
const FORM: Readonly<Record<Kind, FormKind>> = {
  order: 'order',
  interaction: 'interaction',
  complaint: 'complaint',
  survey: 'survey',
  consent: 'consent',
  campaign: 'member'
}
const PAGE = 50

interface TimelineProps {
  customerId: number
  today: string
  /** Opens the form of a new record, or of the one with this id. */
  onEdit: (kind: FormKind, id?: number) => void
}

/** Everything that happened with the customer, the newest first: by kind, page by page, each added, changed or deleted here. */
export function Timeline({ customerId, today, onEdit }: TimelineProps): ReactNode {
  const { t } = useTranslation()
  const [kind, setKind] = useState<Kind | null>(null)
  const [limit, setLimit] = useState(PAGE)
  const query = useQuery({
    ...orpc.customerEdits.listTimeline.queryOptions({ input: { customerId, kinds: kind === null ? [] : [kind], limit } }),
    placeholderData: keepPreviousData
  })
  return (
    <Card className="customer-card customer-timeline" data-testid="customer-timeline">
      <header className="customer-card-head">
        <Caption>{t('customerPage.timeline.title')}</Caption>
        <AddMenu onEdit={onEdit} />
      </header>
      <Answer query={query}>
        {({ total, counts, entries }) => (
          <>
            <KindFilter
              counts={counts}
              kind={kind}
              onPick={(next) => {
                setKind(next)
                setLimit(PAGE)
              }}
            />
            {entries.length === 0 && <p className="muted">{t(`customerPage.timeline.${kind === null ? 'empty' : 'emptyKind'}`)}</p>}
            <ol className="timeline timeline-full">
              {entries.map((entry) => (
                <TimelineRow
                  key={`${entry.kind}-${String(entry.id)}`}
                  customerId={customerId}
                  entry={entry}
                  today={today}
                  onEdit={onEdit}
                />
              ))}
            </ol>
            {entries.length < total && (
              <div className="timeline-more">
                <span className="faint">{t('customerPage.timeline.shown', { shown: entries.length, total })}</span>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={query.isPlaceholderData}
                  onClick={() => {
                    setLimit(Math.min(1000, limit + 4 * PAGE))
                  }}
                  disabled={limit >= 1000}
                >
                  {t('customerPage.timeline.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </Answer>
    </Card>
  )
}

function AddMenu({ onEdit }: Pick<TimelineProps, 'onEdit'>): ReactNode {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.6} />} data-testid="timeline-add">
          {t('customerPage.timeline.add')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {KINDS.map((kind) => (
          <Menu.Item
            key={kind}
            data-testid={`timeline-add-${kind}`}
            onClick={() => {
              onEdit(FORM[kind])
            }}
          >
            {t(`customerPage.${kind === 'campaign' ? 'addTitles' : 'kinds'}.${kind}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          onClick={() => {
            onEdit('new-campaign')
          }}
        >
          {t('customerPage.form.newCampaign')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface KindFilterProps {
  counts: Readonly<Record<Kind, number>>
  kind: Kind | null
  onPick: (kind: Kind | null) => void
}

function KindFilter({ counts, kind, onPick }: KindFilterProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const there = KINDS.filter((each) => counts[each] > 0 || each === kind)
  if (there.length < 2) return null
  const chip = (id: Kind | null, name: string, count: number): ReactNode => (
    <button
      key={id ?? 'all'}
      type="button"
      className="kind-chip"
      aria-pressed={kind === id}
      data-testid={`timeline-kind-${id ?? 'all'}`}
      onClick={() => {
        onPick(id)
      }}
    >
      {name} <span className="kind-count">{formats.count(count)}</span>
    </button>
  )
  const all = KINDS.reduce((sum, each) => sum + counts[each], 0)
  return (
    <div className="kind-chips" role="group" aria-label={t('customerPage.timeline.title')}>
      {chip(null, t('customerPage.timeline.all'), all)}
      {there.map((each) => chip(each, t(`customerPage.filters.${each}`), counts[each]))}
    </div>
  )
}

interface TimelineRowProps extends TimelineProps {
  entry: Entry
}

function TimelineRow({ customerId, entry, today, onEdit }: TimelineRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const { title, detail } = useEntryWords()(entry)
  const { kind, id, at, amountMinor } = entry
  const what = `${title}, ${at === '' ? '' : formats.date(at)}`
  const fail = (error: unknown): void => {
    notifyError(readError(error))
  }
  const remove = useMutation({
    mutationFn: async () => {
      if (kind === 'campaign') await client.customerEdits.removeMembers({ campaignId: id, customerIds: [customerId] })
      else if (kind !== 'consent') await client.customerEdits.deleteRecord({ kind, id })
    },
    onSuccess: () => {
      notify(t('customerPage.timeline.deleted', { what }), { label: t('common.undo'), run: () => void runCommand('edit.undo') })
    },
    onError: fail
  })
  const resolve = useMutation({
    mutationFn: () =>
      client.customerEdits.updateRecord({ kind: 'complaint', id, fields: { resolvedAt: at.slice(0, 10) > today ? at : today } }),
    onError: fail
  })
  return (
    <li data-kind={kind} data-testid={`entry-${kind}-${String(id)}`}>
      <div className="timeline-date">{at === '' ? '–' : formats.date(at)}</div>
      <div className="timeline-what">
        <div className="timeline-title">
          {title}
          {entry.isOpen && <StatePill tone="attention">{t('customerPage.timeline.open')}</StatePill>}
        </div>
        {detail !== '' && <div className="faint small">{masked.isOn ? masked.hide(detail) : detail}</div>}
      </div>
      {entry.isOpen && (
        <Button
          variant="default"
          size="compact-xs"
          loading={resolve.isPending}
          data-testid={`resolve-${String(id)}`}
          onClick={() => {
            resolve.mutate()
          }}
        >
          {t('customerPage.timeline.resolve')}
        </Button>
      )}
      <div className="timeline-amount">{amountMinor !== null && formats.money(amountMinor, { exact: true })}</div>
      <div className="timeline-buttons">
        {kind !== 'consent' && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('customerPage.timeline.edit', { what })}
              data-testid={`edit-${kind}-${String(id)}`}
              onClick={() => {
                onEdit(FORM[kind], id)
              }}
            >
              <IconPencil size={16} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('customerPage.timeline.delete', { what })}
              loading={remove.isPending}
              data-testid={`delete-${kind}-${String(id)}`}
              onClick={() => {
                remove.mutate()
              }}
            >
              <IconTrash size={16} stroke={1.6} />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  )
}
