import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../../../stores/environment.ts'
import { useCanvasUi, useCanvasUiStore } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS, OTHER_KEYS } from './action-table.ts'
import type { CanvasMode } from './canvas-mode.ts'
import { nameKeys } from './name-keys.ts'

/** Every key of the canvas, as it stands in the tables the keys come from. */
export function KeyList({ mode }: { mode: CanvasMode }): ReactNode {
  const { t } = useTranslation()
  const ui = useCanvasUiStore()
  const isOpen = useCanvasUi((state) => state.panel === 'keys')
  const platform = useEnvironment((state) => state.environment?.platform ?? 'linux')
  const isEditing = mode === 'edit'
  const rows = [
    ...OTHER_KEYS.filter(({ isForEditing }) => isEditing || !isForEditing).map(({ id, keys }) => ({
      id,
      keys,
      words: t(`diagramCanvas.keys.${id}`)
    })),
    ...(isEditing
      ? CANVAS_ACTIONS.filter(({ keys }) => keys.length > 0).map(({ id, keys }) => ({ id, keys, words: t(`diagramCanvas.actions.${id}`) }))
      : [])
  ]
  return (
    <Modal
      opened={isOpen}
      onClose={() => {
        ui.setState({ panel: null })
      }}
      title={t('diagramCanvas.keys.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <dl className="diagram-key-list" data-testid="diagram-keys">
        {rows.map(({ id, keys, words }) => (
          <div key={id}>
            <dt>{words}</dt>
            <dd>
              {keys.length === 0 ? (
                <span className="diagram-find-kind">{t('diagramCanvas.keys.anyLetter')}</span>
              ) : (
                keys.map((key) => (
                  <kbd key={key} className="diagram-keys">
                    {nameKeys(key, platform, t)}
                  </kbd>
                ))
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
