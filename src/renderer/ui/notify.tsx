import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** A quiet notice in the corner, with at most one thing to do about it. */
export function notify(message: string, action?: { label: string; run: () => void }): void {
  const id = crypto.randomUUID()
  const run = (): void => {
    notifications.hide(id)
    action?.run()
  }
  notifications.show({
    id,
    withBorder: true,
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

interface Refusal {
  code: string
  details: Record<string, string | number>
}

/** The sentence of a refusal, in the corner: for actions that have no place of their own to show it. `stays`: until closed. */
export function notifyError(error: Refusal, { stays = false }: { stays?: boolean } = {}): void {
  notifications.show({
    color: 'red',
    withBorder: true,
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
