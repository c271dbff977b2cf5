import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '../../../../shared/contract/shell.ts'

interface TeamsDialogProps {
  file: PickedFile
  onChoose: (file: PickedFile, hasTeams: boolean) => Promise<void>
  onClose: () => void
}

/** How a table of people that says departments is drawn: by who reports to whom alone, or with departments as frames besides. */
export function TeamsDialog({ file, onChoose, onClose }: TeamsDialogProps): ReactNode {
  const { t } = useTranslation()
  const choose = (hasTeams: boolean): void => {
    onClose()
    void onChoose(file, hasTeams)
  }
  return (
    <Modal opened onClose={onClose} size={560} title={t('diagramTeams.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <div className="exchange-dialog" data-testid="teams-dialog">
        <p>{t('diagramTeams.text', { name: file.name })}</p>
        <footer>
          <Button
            variant="default"
            data-testid="teams-frames"
            onClick={() => {
              choose(true)
            }}
          >
            {t('diagramTeams.frames')}
          </Button>
          <Button
            data-autofocus
            data-testid="teams-tree"
            onClick={() => {
              choose(false)
            }}
          >
            {t('diagramTeams.tree')}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}
