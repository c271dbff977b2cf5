import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/formats.tsx'
import type { Autosave } from '../../ui/autosave.ts'
import { useSaveState } from '../../ui/use-autosave.ts'

/** Says whether what was typed is kept: `Guardado 10:42`, or that it is not yet and will be tried again. */
export function SaveStatus({ autosave }: { autosave: Autosave }): ReactNode {
  const { t } = useTranslation()
  const { time } = useFormats()
  const { status, savedAt } = useSaveState(autosave)
  if (status === 'failed')
    return (
      <p className="save-status save-failed" role="alert" data-testid="save-status" data-status={status}>
        {t('walk.saveFailed')}{' '}
        <button type="button" className="walk-link" onClick={() => void autosave.flush()}>
          {t('walk.saveNow')}
        </button>
      </p>
    )
  // "Saving…" between two keys would only flicker: the time of the last save stays until there is a new one.
  const words = savedAt ? t('walk.saved', { time: time(savedAt) }) : status === 'saving' ? t('walk.saving') : t('walk.unsaved')
  return (
    <p className="save-status" data-testid="save-status" data-status={status}>
      {words}
    </p>
  )
}
