import type { ReactNode } from 'react'
import { ExchangeDialogs } from '../features/diagrams/exchange/ExchangeDialogs.tsx'
import { ImportButton } from '../features/diagrams/exchange/ImportButton.tsx'
import { DiagramDialogs as Dialogs } from '../features/diagrams/list/DiagramDialogs.tsx'
import { SchemaButton } from '../features/diagrams/schema/SchemaButton.tsx'
import { SchemaDialog } from '../features/diagrams/schema/SchemaDialog.tsx'
import { MiniModel } from './MiniModel.tsx'

/** The dialogs about diagrams that any screen may call up by their commands. */
export function DiagramDialogs(): ReactNode {
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
    </>
  )
}
