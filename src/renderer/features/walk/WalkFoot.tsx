import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Autosave } from '../../ui/autosave.ts'
import { SaveStatus } from './SaveStatus.tsx'

interface WalkFootProps {
  autosave: Autosave
  /** Null on the closing page, where nothing comes next. */
  nextName: string | null
  isAtClosing: boolean
  isFirst: boolean
  isMoving: boolean
  onBack: () => void
  onSkip: () => void
  onNext: () => void
}

/** Always in sight: whether the text is kept, and the ways on. */
export function WalkFoot({ autosave, nextName, isAtClosing, isFirst, isMoving, onBack, onSkip, onNext }: WalkFootProps): ReactNode {
  const { t } = useTranslation()
  return (
    <footer className="walk-foot">
      <SaveStatus autosave={autosave} />
      <Button variant="default" onClick={onBack} disabled={isFirst || isMoving} data-testid="walk-back">
        {t('walk.back')}
      </Button>
      {!isAtClosing && (
        <>
          <Button variant="default" onClick={onSkip} disabled={isMoving} data-testid="walk-skip">
            {t('walk.skip')}
          </Button>
          <Button onClick={onNext} loading={isMoving} data-testid="walk-next">
            {nextName === null ? t('walk.toClosing') : t('walk.next', { name: nextName })}
          </Button>
        </>
      )}
    </footer>
  )
}
