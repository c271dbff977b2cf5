import { ActionIcon } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse } from '@tabler/icons-react'
import { type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { OutlinePanel } from '../outline/OutlinePanel.tsx'
import { Palette } from './Palette.tsx'
import { showSide, useSide, type Side } from './side-store.ts'

const SIDES: readonly Side[] = ['shapes', 'outline']

/** What stands to the left of the page: the shapes to draw with, or the diagram as a list. */
export function SidePanel({ isEditing }: { isEditing: boolean }): ReactNode {
  const { t } = useTranslation()
  const side = useSide(isEditing)
  if (side === null) return null
  return (
    <aside className="diagram-side" aria-label={t(side === 'shapes' ? 'diagrams.palette' : 'diagrams.outline')} data-testid="diagram-side">
      <header className="diagram-side-head">
        {isEditing ? (
          <div className="diagram-tabs" role="group" aria-label={t('diagrams.showSide')}>
            {SIDES.map((each) => (
              <button
                key={each}
                type="button"
                className="diagram-tab"
                aria-pressed={each === side}
                data-testid={`side-${each}`}
                onClick={() => {
                  showSide(isEditing, each)
                }}
              >
                {t(each === 'shapes' ? 'diagrams.shapesTab' : 'diagrams.outline')}
              </button>
            ))}
          </div>
        ) : (
          <h2 className="caption">{t('diagrams.outline')}</h2>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size={28}
          aria-label={t('diagrams.hideSide')}
          title={t('diagrams.hideSide')}
          data-testid="side-hide"
          onClick={() => {
            showSide(isEditing, null)
          }}
        >
          <IconLayoutSidebarLeftCollapse size={17} stroke={1.6} />
        </ActionIcon>
      </header>
      {side === 'shapes' ? <Palette /> : <OutlinePanel isEditing={isEditing} />}
    </aside>
  )
}
