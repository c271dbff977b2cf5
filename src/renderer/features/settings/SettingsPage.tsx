import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { AboutCard } from './AboutCard.tsx'
import { AppearanceCard } from './AppearanceCard.tsx'
import { ImportsCard } from './ImportsCard.tsx'
import { ShortcutsCard } from './ShortcutsCard.tsx'
import { WorkspaceCard } from './WorkspaceCard.tsx'
import './settings.css'

/** Language and theme, the workspace's own settings, its imports, shortcuts, about. */
export function SettingsPage({ workspace }: { workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <h1>{t('frame.titles.settings')}</h1>
        </header>
        <div className="settings-grid">
          <div className="settings-column">
            <WorkspaceCard workspace={workspace} />
            <ImportsCard />
          </div>
          <div className="settings-column">
            <AppearanceCard />
            <ShortcutsCard />
            <AboutCard />
          </div>
        </div>
      </div>
    </div>
  )
}
