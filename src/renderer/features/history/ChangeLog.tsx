import { Button, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowForwardUp, IconHistory, IconRestore } from '@tabler/icons-react'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryEntry } from '../../../shared/contract/history.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError, withdrawOffers } from '../../ui/notify.tsx'
import { useChangeWords } from './use-change-words.ts'

const PAGE = 100

/** The change log, the newest first; with `isDeleted`, only what was deleted and can be brought back by itself. */
export function ChangeLog({ isDeleted }: { isDeleted: boolean }): ReactNode {
  const { t } = useTranslation()
  const [limit, setLimit] = useState(PAGE)
  const query = useQuery({
    ...orpc.history.listHistory.queryOptions({ input: { limit, deleted: isDeleted } }),
    placeholderData: keepPreviousData
  })
  return (
    <Answer query={query}>
      {({ total, entries }) =>
        entries.length === 0 ? (
          <EmptyState
            icon={<IconHistory size={40} stroke={1.2} />}
            title={t(isDeleted ? 'history.noDeletedTitle' : 'history.emptyTitle')}
            text={t(isDeleted ? 'history.noDeletedText' : 'history.emptyText')}
          />
        ) : (
          <Card className="history-card">
            <table className="plain-table history-table">
              <thead>
                <tr>
                  <th>{t('history.when')}</th>
                  <th>{t('history.what')}</th>
                  <th className="num">{t('history.rows')}</th>
                  <th aria-label={t('history.back')} />
                </tr>
              </thead>
              <tbody>
                {entries.map((entry, place) => (
                  <ChangeRow key={entry.id} entry={entry} isDeleted={isDeleted} steps={countSteps(entries, place)} />
                ))}
              </tbody>
            </table>
            {entries.length < total && limit < 1000 && (
              <div className="history-more">
                <span className="faint">{t('history.shown', { shown: entries.length, total })}</span>
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={query.isPlaceholderData}
                  onClick={() => {
                    setLimit(Math.min(1000, limit * 2))
                  }}
                >
                  {t('history.more')}
                </Button>
              </div>
            )}
          </Card>
        )
      }
    </Answer>
  )
}

/** How many changes go when this one is taken back: those that came after it, and itself. */
const countSteps = (entries: readonly HistoryEntry[], place: number): number =>
  entries.slice(0, place + 1).filter(({ isUndone }) => !isUndone).length

interface ChangeRowProps {
  entry: HistoryEntry
  isDeleted: boolean
  steps: number
}

function ChangeRow({ entry, isDeleted, steps }: ChangeRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const words = useChangeWords()(entry)
  return (
    <tr className={entry.isUndone ? 'is-undone' : ''} data-testid={`change-${String(entry.id)}`} data-kind={entry.kind}>
      <td className="history-when">
        {formats.date(entry.at)} <span className="faint">{formats.time(entry.at)}</span>
      </td>
      <td>
        <span className="history-words">{words}</span>
        {entry.isUndone && <span className="history-mark">{t('history.undoneMark')}</span>}
      </td>
      <td className="num">{formats.count(isDeleted ? entry.restorable : entry.rows)}</td>
      <td className="history-buttons">
        {entry.restorable > 0 && <RestoreButton entry={entry} words={words} />}
        {!isDeleted && (entry.isUndone ? <ForwardButton entry={entry} /> : <BackButton entry={entry} steps={steps} />)}
      </td>
    </tr>
  )
}

const fail = (error: unknown): void => {
  notifyError(readError(error))
}

function RestoreButton({ entry, words }: { entry: HistoryEntry; words: string }): ReactNode {
  const { t } = useTranslation()
  const restore = useMutation({
    mutationFn: () => client.history.restoreDeleted({ change: entry.id }),
    onSuccess: () => {
      withdrawOffers()
      notify(t('history.restored', { what: words }))
    },
    onError: fail
  })
  return (
    <Button
      variant="default"
      size="compact-sm"
      leftSection={<IconRestore size={15} stroke={1.6} />}
      loading={restore.isPending}
      onClick={() => {
        restore.mutate()
      }}
      data-testid={`restore-${String(entry.id)}`}
    >
      {t('history.restore')}
    </Button>
  )
}

interface StepProps {
  entry: HistoryEntry
  steps: number
}

/** Takes one change back at a click; several only after saying how many go. */
function BackButton({ entry, steps }: StepProps): ReactNode {
  const { t } = useTranslation()
  const [isAsking, { toggle, close }] = useDisclosure()
  const back = useMutation({
    mutationFn: () => client.history.goBackTo({ change: entry.id }),
    onSuccess: ({ undone }) => {
      close()
      withdrawOffers()
      notify(t('history.wentBack', { count: undone }))
    },
    onError: fail
  })
  return (
    <Popover opened={isAsking} onDismiss={close} position="bottom-end" width={320} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowBackUp size={15} stroke={1.6} />}
          onClick={toggle}
          data-testid={`back-${String(entry.id)}`}
        >
          {t('history.back')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('history.back')}>
        <p className="history-ask">{t('history.backAsk', { count: steps })}</p>
        <div className="history-confirm">
          <Button variant="default" size="compact-md" onClick={close}>
            {t('common.cancel')}
          </Button>
          <Button
            size="compact-md"
            loading={back.isPending}
            data-autofocus
            onClick={() => {
              back.mutate()
            }}
            data-testid="back-confirm"
          >
            {t('history.backConfirm', { count: steps })}
          </Button>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function ForwardButton({ entry }: { entry: HistoryEntry }): ReactNode {
  const { t } = useTranslation()
  const forward = useMutation({
    mutationFn: () => client.history.goForwardTo({ change: entry.id }),
    onSuccess: ({ redone }) => {
      withdrawOffers()
      notify(t('history.wentForward', { count: redone }))
    },
    onError: fail
  })
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      leftSection={<IconArrowForwardUp size={15} stroke={1.6} />}
      loading={forward.isPending}
      onClick={() => {
        forward.mutate()
      }}
      data-testid={`forward-${String(entry.id)}`}
    >
      {t('history.forward')}
    </Button>
  )
}
