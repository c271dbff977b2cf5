import type { ReactNode } from 'react'
import { DiagramList } from '../features/diagrams/list/DiagramList.tsx'
import type { Route } from '../stores/route.ts'
import { MiniModel } from './MiniModel.tsx'

type DiagramsRoute = Extract<Route, { screen: 'diagrams' }>

/** The list of diagrams, or one of them in one of its modes. */
export function DiagramsScreen({ route: _route }: { route: DiagramsRoute }): ReactNode {
  return <DiagramList drawModel={(model) => <MiniModel model={model} />} />
}
