import { IconCheck, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../ui/formats.tsx'
import type { WalkPlace } from './walk-order.ts'

interface StepChipsProps {
  places: readonly WalkPlace[]
  currentId: string | null
  onGo: (elementId: string | null) => void
}

/** Where the walk stands: done, here, open, skipped; each a way there. */
export function StepChips({ places, currentId, onGo }: StepChipsProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <nav aria-label={t('walk.progress')}>
      <ol className="step-chips">
        {places.map(({ element, number, status }) => {
          const isCurrent = element.id === currentId
          return (
            <li key={element.id}>
              <button
                type="button"
                className={`step-chip step-${isCurrent ? 'current' : status}`}
                aria-current={isCurrent ? 'step' : undefined}
                onClick={() => {
                  onGo(element.id)
                }}
                data-testid={`walk-step-${element.id}`}
                data-status={isCurrent ? 'current' : status}
              >
                {status === 'done' && !isCurrent && <IconCheck size={15} stroke={2} aria-hidden />}
                {status === 'skipped' && !isCurrent && <IconArrowForwardUp size={15} stroke={2} aria-hidden />}
                {number} {text(element.name)}
                <span className="visually-hidden">, {t(`walk.status.${isCurrent ? 'current' : status}`)}</span>
              </button>
            </li>
          )
        })}
        <li>
          <button
            type="button"
            className={`step-chip step-${currentId === null ? 'current' : 'open'}`}
            aria-current={currentId === null ? 'step' : undefined}
            onClick={() => {
              onGo(null)
            }}
            data-testid="walk-step-closing"
          >
            {t('walk.closing')}
          </button>
        </li>
      </ol>
    </nav>
  )
}
