import { useCallback, useEffect, useRef, type ReactNode } from 'react'
import { ExchangeMenu } from '../features/diagrams/exchange/ExchangeMenu.tsx'
import { DiagramList } from '../features/diagrams/list/DiagramList.tsx'
import { useCanWrite } from '../features/diagrams/list/use-can-write.ts'
import { DiagramPage } from '../features/diagrams/panels/DiagramPage.tsx'
import { LinkPicker } from '../features/diagrams/links/LinkPicker.tsx'
import { ModelPresentation } from '../features/diagrams/present/ModelPresentation.tsx'
import { PathDialog } from '../features/diagrams/present/PathDialog.tsx'
import { PresentCommands } from '../features/diagrams/present/PresentCommands.tsx'
import { PresentPage } from '../features/diagrams/present/PresentPage.tsx'
import { DiagramProvider } from '../features/diagrams/store/DiagramProvider.tsx'
import { WalkPage } from '../features/diagrams/walk/WalkPage.tsx'
import { navigate, type DiagramMode, type Route } from '../stores/route.ts'
import { MiniModel } from './MiniModel.tsx'

type DiagramsRoute = Extract<Route, { screen: 'diagrams' }>

const MODES: readonly DiagramMode[] = ['explore', 'edit', 'walk', 'present']

/** The list of diagrams, or one of them in one of its modes. */
export function DiagramsScreen({ route }: { route: DiagramsRoute }): ReactNode {
  const { diagramId, modelId, itemId } = route
  if (modelId !== undefined) return <ModelPresentation key={modelId} modelId={modelId} itemId={itemId} />
  if (diagramId === undefined) return <DiagramList drawModel={(model) => <MiniModel model={model} />} />
  return (
    <DiagramProvider diagramId={diagramId}>
      <OpenDiagram route={{ ...route, diagramId }} />
    </DiagramProvider>
  )
}

function OpenDiagram({ route }: { route: DiagramsRoute & { diagramId: number } }): ReactNode {
  const { diagramId, itemId } = route
  const canWrite = useCanWrite()
  const modes = canWrite ? MODES : MODES.filter((each) => each !== 'edit')
  const mode = modes.find((each) => each === route.mode) ?? 'explore'
  const cameFrom = useRef<DiagramMode>('explore')
  useEffect(() => {
    if (mode !== 'present') cameFrom.current = mode
  }, [mode])
  const leave = useCallback(
    (at: string | null) => {
      navigate({ screen: 'diagrams', diagramId, mode: cameFrom.current, ...(at === null ? {} : { itemId: at }) })
    },
    [diagramId]
  )
  if (mode === 'present')
    return (
      <>
        <PresentPage startId={itemId} onLeave={leave} />
        <LinkPicker />
        <PathDialog />
      </>
    )
  return (
    <>
      {mode === 'walk' ? (
        <WalkPage key={diagramId} diagramId={diagramId} modes={modes} itemId={itemId} />
      ) : (
        <DiagramPage key={diagramId} diagramId={diagramId} mode={mode} modes={modes} itemId={itemId} exchange={<ExchangeMenu />} />
      )}
      <PresentCommands diagramId={diagramId} />
    </>
  )
}
