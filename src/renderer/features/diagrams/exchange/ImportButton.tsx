import { Button } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../../stores/commands.ts'

/** Begins a diagram with a file of another program; `onClick`: closes what it stands in. */
export function ImportButton({ onClick }: { onClick: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <Button
      variant="subtle"
      leftSection={<IconFileImport size={16} stroke={1.6} />}
      data-testid="import-open"
      onClick={() => {
        onClick()
        runCommand('diagram.import')
      }}
    >
      {t('diagramExchange.import')}
    </Button>
  )
}
