import type { ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { HomePage } from '../features/home/HomePage.tsx'
import { ModelCards } from '../features/models/ModelCards.tsx'

export function HomeScreen(): ReactNode {
  const workspace = useWorkspace()
  if (!workspace) return null
  return <HomePage workspace={workspace} models={<ModelCards />} />
}
