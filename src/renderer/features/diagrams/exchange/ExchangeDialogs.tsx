import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { orpc } from '../../../api/client.ts'
import { useModels } from '../../../api/models.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { useCommand } from '../../../stores/commands.ts'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { useRoute } from '../../../stores/route.ts'
import { readView } from '../../../stores/views.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { showExchange, useExchangeDialog, type ExportSubject } from './exchange-store.ts'
import { ExportDialog } from './ExportDialog.tsx'
import { ImportedDialog } from './ImportedDialog.tsx'
import { TeamsDialog } from './TeamsDialog.tsx'
import { useImport } from './use-import.ts'

const close = (): void => {
  showExchange(null)
}

/** Diagrams in and out, wherever the person is: the commands, and what they ask and tell. */
export function ExchangeDialogs(): ReactNode {
  const workspace = useWorkspace()
  const dialog = useExchangeDialog((store) => store.dialog)
  const subject = useSubject()
  const { pick, read } = useImport()
  useCommand('diagram.import', pick, Boolean(workspace) && workspace?.readOnly !== true)
  useCommand(
    'diagram.export',
    () => {
      if (subject) showExchange({ kind: 'export', from: subject })
    },
    subject !== null
  )
  if (dialog?.kind === 'export') return <ExportDialog from={dialog.from} onClose={close} />
  if (dialog?.kind === 'teams') return <TeamsDialog file={dialog.file} onChoose={read} onClose={close} />
  if (dialog?.kind === 'imported') return <ImportedDialog {...dialog} onClose={close} />
  return null
}

/** The diagram or the model in front; null: neither. */
function useSubject(): ExportSubject | null {
  const { text } = useFormats()
  const hideText = useHideText()
  const route = useRoute((store) => store.route)
  const isOpen = Boolean(useWorkspace())
  const diagramId = route.screen === 'diagrams' ? route.diagramId : undefined
  const modelId = route.screen === 'models' ? route.modelId : undefined
  const diagrams = useQuery(orpc.diagrams.listDiagrams.queryOptions({ enabled: isOpen && diagramId !== undefined }))
  const models = useModels()
  const diagram = diagrams.data?.find(({ id }) => id === diagramId)
  if (diagramId !== undefined) return diagram ? { name: hideText(diagram.name), subject: { id: diagramId } } : null
  const model = models.data?.models.find(({ id }) => id === modelId)
  return model ? { name: text(model.name), subject: { modelId: model.id, ...readView(model.id) } } : null
}
