import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { translate } from '../../shared/i18n/translate.ts'

/** The cross of a notice has no text: what it is called must be said. */
const nameClose = (): { 'aria-label': string } => ({
  'aria-label': translate(document.documentElement.lang === 'es' ? 'es' : 'en', 'common.close')
})

/** The notices in the corner that offer something, by what they are about. */
const offers = new Map<string, string>()
/** What no notice is about for now: somebody is shown something else. */
const quiet = new Set<string>()
/** The last notice about something that only says so, by what it is about. */
const told = new Map<string, string>()

/**
 * A quiet notice in the corner, with at most one thing to do about it. `subject`: what it is about; a later notice about the
 * same takes its place, since what the earlier one says no longer holds.
 */
export function notify(message: string, action?: { label: string; run: () => void }, subject?: string): void {
  if (subject !== undefined && quiet.has(subject)) return
  const id = crypto.randomUUID()
  if (subject !== undefined) {
    withdrawOffer(subject)
    const before = told.get(subject)
    if (before !== undefined) notifications.hide(before)
    told.set(subject, id)
  }
  if (action) offers.set(subject ?? id, id)
  const run = (): void => {
    notifications.hide(id)
    action?.run()
  }
  notifications.show({
    id,
    withBorder: true,
    closeButtonProps: nameClose(),
    autoClose: action ? 8000 : 4000,
    'data-testid': 'notice',
    message: action ? (
      <span className="notice">
        {message}
        <button type="button" className="table-toggle" onClick={run} data-testid="notice-action">
          {action.label}
        </button>
      </span>
    ) : (
      message
    )
  })
}

/** Takes what stands about `subject` away and says no more of it; returns the way to speak again. */
export function quieten(subject: string): () => void {
  withdrawOffer(subject)
  const standing = told.get(subject)
  if (standing !== undefined) notifications.hide(standing)
  quiet.add(subject)
  return () => {
    quiet.delete(subject)
  }
}

/** Takes the notice about `subject` away: what it offers to undo is no longer so. */
export function withdrawOffer(subject: string): void {
  const id = offers.get(subject)
  if (id !== undefined) notifications.hide(id)
  offers.delete(subject)
}

/** Takes every offer away: undo and redo change what they were about. */
export function withdrawOffers(): void {
  for (const subject of [...offers.keys()]) withdrawOffer(subject)
}

interface Refusal {
  code: string
  details: Record<string, string | number>
}

/** The refusal that waits in the corner to be closed. */
let standing: string | null = null

/** Takes the refusal that waits away: what it refused has come in since, or something else has. */
export function withdrawRefusal(): void {
  if (standing !== null) notifications.hide(standing)
  standing = null
}

/**
 * The sentence of a refusal, in the corner: for actions that have no place of their own to show it. `file`: which one is refused.
 * `stays`: until closed, or until the next that stays takes its place: the corner holds few notices, and the last one must be seen.
 */
export function notifyError(error: Refusal, { stays = false, file }: { stays?: boolean; file?: string } = {}): void {
  const id = crypto.randomUUID()
  if (stays) {
    withdrawRefusal()
    standing = id
  }
  notifications.show({
    id,
    ...(file === undefined ? {} : { title: file }),
    color: 'red',
    withBorder: true,
    closeButtonProps: nameClose(),
    autoClose: stays ? false : 9000,
    message: <Sentence error={error} />,
    'data-testid': 'error-notice',
    'data-code': error.code
  })
}

function Sentence({ error }: { error: Refusal }): ReactNode {
  const { t } = useTranslation()
  return t(`errors.${error.code}`, error.details)
}
