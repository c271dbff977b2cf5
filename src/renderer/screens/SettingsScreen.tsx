import type { ReactNode } from 'react'
import { useWorkspace } from '../api/workspace.ts'
import { SettingsPage } from '../features/settings/SettingsPage.tsx'

export function SettingsScreen(): ReactNode {
  const workspace = useWorkspace()
  return workspace ? <SettingsPage workspace={workspace} /> : null
}
