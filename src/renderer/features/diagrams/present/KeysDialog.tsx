import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** What the keys of a presentation do, in the order they are needed; the words stand under `diagramPresent.keyList`. */
const ROWS = [
  'next',
  'back',
  'ends',
  'number',
  'whole',
  'notes',
  'laser',
  'black',
  'white',
  'edit',
  'follow',
  'mask',
  'path',
  'leave',
  'keys'
] as const
const OF_DIAGRAM: readonly string[] = ['path']

interface KeysDialogProps {
  isOpen: boolean
  /** False: content kept nowhere has no order of its own. */
  hasPath: boolean
  onClose: () => void
}

/** Every key of a presentation. */
export function KeysDialog({ isOpen, hasPath, onClose }: KeysDialogProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('diagramPresent.keyList.title')}
      size="md"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <dl className="present-keys" data-testid="present-keys">
        {ROWS.filter((row) => hasPath || !OF_DIAGRAM.includes(row)).map((row) => (
          <div key={row}>
            <dt>{t(`diagramPresent.keyList.does.${row}`)}</dt>
            <dd>
              <kbd>{t(`diagramPresent.keyList.key.${row}`)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
