import { useEffect, type ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { ExchangeDialogs } from '../features/diagrams/exchange/ExchangeDialogs.tsx'
import { ImportButton } from '../features/diagrams/exchange/ImportButton.tsx'
import { DiagramDialogs as Dialogs } from '../features/diagrams/list/DiagramDialogs.tsx'
import { KpiDialog } from '../features/diagrams/links/KpiDialog.tsx'
import { BackToPresentation } from '../features/diagrams/present/BackToPresentation.tsx'
import { SchemaButton } from '../features/diagrams/schema/SchemaButton.tsx'
import { SchemaDialog } from '../features/diagrams/schema/SchemaDialog.tsx'
import { forgetDrafts } from '../features/diagrams/walk/step-drafts.ts'
import { MiniModel } from './MiniModel.tsx'

/** The dialogs about diagrams that any screen may call up by their commands. */
export function DiagramDialogs(): ReactNode {
  const workspace = useWorkspace()?.name
  useEffect(() => forgetDrafts, [workspace])
  return (
    <>
      <Dialogs
        drawModel={(model) => <MiniModel model={model} />}
        sources={(close) => (
          <>
            <ImportButton onClick={close} />
            <SchemaButton onClick={close} />
          </>
        )}
      />
      <ExchangeDialogs />
      <SchemaDialog />
      <KpiDialog />
      <BackToPresentation workspace={workspace} />
    </>
  )
}
