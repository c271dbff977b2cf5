import { Button, Modal } from '@mantine/core'
import type { ComponentProps, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorNotice } from './ErrorNotice.tsx'

interface DeleteDialogProps {
  title: string
  /** What goes with it, what stays and what will miss it. */
  children: ReactNode
  /** What the button that deletes is called. */
  label: string
  error: ComponentProps<typeof ErrorNotice>['error'] | null
  /** False until what would be agreed to is known. */
  isReady: boolean
  isDeleting: boolean
  onDelete: () => void
  onClose: () => void
  size?: string
  testId: string
  confirmTestId: string
}

/** Asks before something is deleted, and says what that does. The keyboard begins at what changes nothing. */
export function DeleteDialog(props: DeleteDialogProps): ReactNode {
  const { title, children, label, error, isReady, isDeleting, onDelete, onClose, size = 'md', testId, confirmTestId } = props
  const { t } = useTranslation()
  return (
    <Modal opened size={size} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className="delete-dialog" data-testid={testId}>
        {children}
        {error && <ErrorNotice error={error} />}
        <footer>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button
            variant="default"
            className="delete-button"
            disabled={!isReady}
            loading={isDeleting}
            onClick={onDelete}
            data-testid={confirmTestId}
          >
            {label}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}
