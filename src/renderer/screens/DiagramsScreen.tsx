import { useCallback, type ReactNode } from 'react'
import { DiagramList } from '../features/diagrams/list/DiagramList.tsx'
import { DiagramPage } from '../features/diagrams/panels/DiagramPage.tsx'
import { PresentPage } from '../features/diagrams/present/PresentPage.tsx'
import { DiagramProvider } from '../features/diagrams/store/DiagramProvider.tsx'
import { navigate, type DiagramMode, type Route } from '../stores/route.ts'
import { MiniModel } from './MiniModel.tsx'

type DiagramsRoute = Extract<Route, { screen: 'diagrams' }>

const MODES: readonly DiagramMode[] = ['explore', 'edit', 'present']

/** The list of diagrams, or one of them in one of its modes. */
export function DiagramsScreen({ route }: { route: DiagramsRoute }): ReactNode {
  const { diagramId } = route
  if (diagramId === undefined) return <DiagramList drawModel={(model) => <MiniModel model={model} />} />
  return (
    <DiagramProvider diagramId={diagramId}>
      <OpenDiagram route={{ ...route, diagramId }} />
    </DiagramProvider>
  )
}

function OpenDiagram({ route: { diagramId, mode = 'explore', itemId } }: { route: DiagramsRoute & { diagramId: number } }): ReactNode {
  const leave = useCallback(
    (at: string | null) => {
      navigate({ screen: 'diagrams', diagramId, mode: 'explore', ...(at === null ? {} : { itemId: at }) })
    },
    [diagramId]
  )
  if (mode === 'present') return <PresentPage startId={itemId} onLeave={leave} />
  return <DiagramPage key={diagramId} diagramId={diagramId} mode={mode} modes={MODES} itemId={itemId} exchange={null} />
}
