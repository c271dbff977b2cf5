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
import { notify, notifyError, withdrawRefusal } from '../../../ui/notify.tsx'
import { showExchange } from './exchange-store.ts'

/**
 * Reads diagram files picked or brought to the window. One diagram that came over whole is opened; several, or one that could not
 * be taken over in full, are told first. A refusal is told in the corner and stays until it is read.
 */
export function useImport(): { pick: () => void; read: (file: PickedFile, hasTeams: boolean) => Promise<void> } {
  const { t } = useTranslation()
  const { language } = useFormats()
  const isOpen = Boolean(useWorkspace())
  const waiting = useDiagramImport((store) => store.file)
  const read = useCallback(
    async (file: PickedFile, hasTeams: boolean): Promise<void> => {
      try {
        const { diagrams, notes } = await client.diagrams.importDiagram({ fileToken: file.token, language, hasTeams })
        withdrawRefusal()
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
  /** A table that says departments may be drawn in two ways: it is asked which. */
  const take = useCallback(
    async (file: PickedFile): Promise<void> => {
      try {
        const kind = await client.diagrams.recogniseFile({ fileToken: file.token })
        if (kind === 'teams') showExchange({ kind, file })
        else await read(file, false)
      } catch (error) {
        notifyError(readError(error), { file: file.name, stays: true })
      }
    },
    [read]
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
  return { pick, read }
}
