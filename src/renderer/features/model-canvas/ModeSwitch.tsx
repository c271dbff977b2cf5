import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const MODES = ['explore', 'edit', 'walk', 'present', 'train'] as const

interface ModeSwitchProps {
  onEdit: () => void
  onWalk: () => void
  onPresent: () => void
}

/** The ways to use a model: explore is where one is, the next three begin something, the last says that it comes later. */
export function ModeSwitch({ onEdit, onWalk, onPresent }: ModeSwitchProps): ReactNode {
  const { t } = useTranslation()
  const begins: Readonly<Partial<Record<(typeof MODES)[number], () => void>>> = { edit: onEdit, walk: onWalk, present: onPresent }
  return (
    <div className="mode-switch" role="group" aria-label={t('canvas.modes')}>
      {MODES.map((mode) => {
        const isLater = mode === 'train'
        const button = (
          <button
            key={mode}
            type="button"
            className={mode === 'explore' ? 'mode mode-on' : 'mode'}
            aria-pressed={mode === 'explore'}
            aria-disabled={isLater}
            {...(isLater ? { 'aria-description': t('canvas.modeLater') } : {})}
            data-testid={`mode-${mode}`}
            onClick={begins[mode]}
          >
            {t(`canvas.mode.${mode}`)}
          </button>
        )
        return isLater ? (
          <Tooltip key={mode} label={t('canvas.modeLater')} position="bottom-end" events={{ hover: true, focus: true, touch: true }}>
            {button}
          </Tooltip>
        ) : (
          button
        )
      })}
    </div>
  )
}
