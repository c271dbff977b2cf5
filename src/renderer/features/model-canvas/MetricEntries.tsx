import './evidence-edit.css'
import { Button, Textarea } from '@mantine/core'
import { IconPencil, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { KpiEntry, Metric } from '../../../shared/contract/models.ts'
import { formatFigure } from '../../../shared/i18n/figures.ts'
import { readFigure } from '../../../shared/i18n/read-figure.ts'
import { client, orpc } from '../../api/client.ts'
import type { ReadError } from '../../api/errors.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { attemptEdit, isAboutEntry, readRefusal } from './attempt-edit.ts'
import { FigureField } from './FigureField.tsx'

/** For a figure that customer data cannot hold: a value to write down, and what was written down before. */
export function MetricEntries({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const close = (): void => {
    setIsOpen(false)
  }
  return (
    <div className="entries">
      {isOpen ? (
        <EntryForm metric={metric} onClose={close} />
      ) : (
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconPencil size={14} stroke={1.7} aria-hidden />}
          onClick={() => {
            setIsOpen(true)
          }}
          data-testid={`enter-${metric.id}`}
        >
          {t('evidenceEdit.enter')}
        </Button>
      )}
      <EntryHistory metric={metric} />
    </div>
  )
}

function EntryForm({ metric: { kpi, asOf }, onClose }: { metric: Metric; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { text, currency, language } = useFormats()
  const [value, setValue] = useState('')
  const [at, setAt] = useState(asOf ?? '')
  const [note, setNote] = useState('')
  const [refusal, setRefusal] = useState<ReadError | null>(null)
  const refused = refusal && t(`errors.${refusal.code}`, refusal.details)
  const isDayRefused = refusal?.code === 'entry-date'
  const read = readFigure(value, kpi.unit, currency, language)
  const save = async (): Promise<void> => {
    if (read === null || at === '') return
    const entry = { kpiId: kpi.id, at, value: read, note: note.trim() === '' ? null : note.trim() }
    const found = await readRefusal(() => client.models.enterKpi(entry))
    if (found === null) onClose()
    else if (isAboutEntry(found)) setRefusal(found)
    else notifyError(found)
  }
  return (
    <form
      className="entry-form"
      data-editing
      aria-label={t('evidenceEdit.enterOf', { kpi: text(kpi.name) })}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="entry-row">
        <FigureField
          unit={kpi.unit}
          label={t('evidenceEdit.value')}
          isFocused
          draft={value}
          onDraft={(draft) => {
            setRefusal(null)
            setValue(draft)
          }}
          refusal={isDayRefused ? null : refused}
          onEnter={() => void save()}
          data-testid={`entry-value-${kpi.id}`}
        />
        <DateField
          label={t('evidenceEdit.day')}
          value={at}
          onChange={(day) => {
            setRefusal(null)
            setAt(day)
          }}
          isLive
          refusal={isDayRefused ? refused : null}
          data-testid={`entry-day-${kpi.id}`}
        />
      </div>
      <Textarea
        label={t('evidenceEdit.note')}
        placeholder={t('evidenceEdit.notePlaceholder')}
        size="xs"
        autosize
        minRows={1}
        maxRows={5}
        maxLength={2000}
        value={note}
        onChange={({ currentTarget }) => {
          setNote(currentTarget.value)
        }}
        data-testid={`entry-note-${kpi.id}`}
      />
      <div className="entry-buttons">
        <Button size="compact-sm" variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={read === null || at === ''} data-testid={`entry-save-${kpi.id}`}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  )
}

function EntryHistory({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const entries = useQuery(orpc.models.listKpiEntries.queryOptions({ input: { kpiId: metric.id } })).data ?? []
  if (entries.length === 0) return null
  return (
    <details className="entry-history" data-testid={`entries-${metric.id}`}>
      <summary>{t('evidenceEdit.history', { count: entries.length, value: count(entries.length) })}</summary>
      <ul>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} metric={metric} />
        ))}
      </ul>
    </details>
  )
}

function Entry({ entry, metric: { kpi } }: { entry: KpiEntry; metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const { currency, language, date } = useFormats()
  const remove = async (): Promise<void> => {
    if (!(await attemptEdit(() => client.models.removeKpiEntry({ id: entry.id })))) return
    const { id: _id, ...same } = entry
    notify(t('evidenceEdit.entryRemoved'), {
      label: t('evidenceEdit.undo'),
      run: () => void attemptEdit(() => client.models.enterKpi(same))
    })
  }
  return (
    <li>
      <span className="element-quiet">{date(entry.at)}</span>
      <b>{formatFigure(entry.value, kpi.unit, currency, language)}</b>
      <button
        type="button"
        className="remove-button"
        aria-label={t('evidenceEdit.removeEntry', { date: date(entry.at) })}
        onClick={() => void remove()}
        data-testid={`entry-remove-${String(entry.id)}`}
      >
        <IconX size={13} stroke={1.8} aria-hidden />
      </button>
      {entry.note && <span className="entry-note">{entry.note}</span>}
    </li>
  )
}
