import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useEnvironment } from '../../../stores/environment.ts'
import { useCanvasUi, useCanvasUiStore } from '../store/use-diagram.ts'
import { CANVAS_ACTIONS, GROUP_OF_ACTIONS, KEY_GROUPS, OTHER_KEYS } from './action-table.ts'
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
    ...(isEditing
      ? CANVAS_ACTIONS.map(({ id, group, keys }) => ({ id, group: GROUP_OF_ACTIONS[group], keys, words: t(`diagramCanvas.actions.${id}`) }))
      : []),
    ...OTHER_KEYS.filter(({ isForEditing }) => isEditing || !isForEditing).map(({ id, group, keys }) => ({
      id,
      group,
      keys,
      words: t(`diagramCanvas.keys.${id}`)
    }))
  ]
  const groups = KEY_GROUPS.map((group) => ({ group, rows: rows.filter((row) => row.group === group) })).filter(
    ({ rows: own }) => own.length > 0
  )
  return (
    <Modal
      opened={isOpen}
      onClose={() => {
        ui.setState({ panel: null })
      }}
      title={t('diagramCanvas.keys.title')}
      size="xl"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="diagram-key-list" data-testid="diagram-keys">
        {groups.map(({ group, rows: own }) => (
          <section key={group}>
            <h3>{t(`diagramCanvas.keys.groups.${group}`)}</h3>
            <dl>
              {own.map(({ id, keys, words }) => (
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
          </section>
        ))}
      </div>
    </Modal>
  )
}
