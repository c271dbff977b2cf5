import { useCallback, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '../../../../shared/contract/shell.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { shell } from '../../../api/shell.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { useDiagramImport } from '../../../stores/diagram-import.ts'
import { navigate } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { showExchange } from './exchange-store.ts'

/**
 * Reads diagram files picked or brought to the window. One diagram that came over whole is opened; several, or one that could not
 * be taken over in full, are told first. A refusal is told in the corner and stays until it is read.
 */
export function useImport(): { pick: () => void } {
  const { t } = useTranslation()
  const { language } = useFormats()
  const isOpen = Boolean(useWorkspace())
  const waiting = useDiagramImport((store) => store.file)
  const take = useCallback(
    async (file: PickedFile): Promise<void> => {
      try {
        const { diagrams, notes } = await client.diagrams.importDiagram({ fileToken: file.token, language })
        const [first] = diagrams
        navigate({ screen: 'diagrams', ...(first && diagrams.length === 1 ? { diagramId: first.id } : {}) })
        if (first && diagrams.length === 1 && notes.length === 0) notify(t('diagramExchange.imported', { name: first.name }))
        else showExchange({ kind: 'imported', diagrams, notes })
      } catch (error) {
        notifyError(readError(error), { file: file.name, stays: true })
      }
    },
    [language, t]
  )
  useEffect(() => {
    if (!waiting || !isOpen) return
    useDiagramImport.setState({ file: null })
    void take(waiting)
  }, [waiting, isOpen, take])
  const pick = useCallback(() => {
    shell('pickFile', { purpose: 'import-diagram' })
      .then((file) => (file ? take(file) : undefined))
      .catch((error: unknown) => {
        notifyError(readError(error))
      })
  }, [take])
  return { pick }
}
