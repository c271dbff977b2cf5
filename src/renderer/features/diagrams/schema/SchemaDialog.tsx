import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../../api/workspace.ts'
import { useCommand } from '../../../stores/commands.ts'
import { closeSchema, importSchema, useSchemaSource } from '../../../stores/schema-source.ts'
import { SchemaChoice } from './SchemaChoice.tsx'
import { SourceChoice } from './SourceChoice.tsx'
import './schema.css'

/** A schema as a diagram: what it is read from, then which of its objects. */
export function SchemaDialog(): ReactNode {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const { isOpen, file } = useSchemaSource()
  const canImport = Boolean(workspace) && workspace?.readOnly !== true
  useCommand(
    'schema.import',
    () => {
      importSchema()
    },
    canImport && !isOpen
  )
  return (
    <Modal
      opened={isOpen && canImport}
      onClose={closeSchema}
      size={820}
      title={t('diagramSchema.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: 'schema-body' }}
      data-testid="schema-dialog"
    >
      {file === null ? <SourceChoice /> : <SchemaChoice key={file.token} file={file} />}
    </Modal>
  )
}
