import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const MODES = ['explore', 'edit', 'walk', 'present', 'train'] as const
const LATER: ReadonlySet<string> = new Set(['edit', 'present', 'train'])

/** The ways to use a model: explore is where one is, walk starts one, the others say that they come later. */
export function ModeSwitch({ onWalk }: { onWalk: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="mode-switch" role="group" aria-label={t('canvas.modes')}>
      {MODES.map((mode) => {
        const isLater = LATER.has(mode)
        const button = (
          <button
            key={mode}
            type="button"
            className={mode === 'explore' ? 'mode mode-on' : 'mode'}
            aria-pressed={mode === 'explore'}
            aria-disabled={isLater}
            {...(isLater ? { 'aria-description': t('canvas.modeLater') } : {})}
            data-testid={`mode-${mode}`}
            onClick={mode === 'walk' ? onWalk : undefined}
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
