import { Button } from '@mantine/core'
import { IconTableImport } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { importSchema } from '../../../stores/schema-source.ts'

/** Begins a diagram with a schema; `onClick`: closes what it stands in. */
export function SchemaButton({ onClick }: { onClick: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <Button
      variant="subtle"
      leftSection={<IconTableImport size={16} stroke={1.6} />}
      data-testid="schema-open"
      onClick={() => {
        onClick()
        importSchema()
      }}
    >
      {t('diagramSchema.title')}…
    </Button>
  )
}
