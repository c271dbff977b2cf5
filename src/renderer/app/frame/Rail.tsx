import {
  IconChartAreaLine,
  IconChartPie3,
  IconFileText,
  IconHome,
  IconListCheck,
  IconSchema,
  IconSettings,
  IconSitemap,
  IconUsers,
  type Icon
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../stores/commands.ts'
import { useRoute, type Screen } from '../../stores/route.ts'
import { Mark } from '../../ui/Mark.tsx'

type RailName = 'home' | 'customers' | 'segments' | 'value' | 'models' | 'diagrams' | 'plan' | 'reports' | 'settings'

const PLACES: readonly { name: RailName; icon: Icon; screens: readonly Screen[] }[] = [
  { name: 'home', icon: IconHome, screens: ['home'] },
  { name: 'customers', icon: IconUsers, screens: ['customers', 'import'] },
  { name: 'segments', icon: IconChartPie3, screens: ['segments'] },
  { name: 'value', icon: IconChartAreaLine, screens: ['value', 'simulator'] },
  { name: 'models', icon: IconSitemap, screens: ['models', 'editor', 'compare', 'choose', 'walk'] },
  { name: 'diagrams', icon: IconSchema, screens: ['diagrams'] },
  { name: 'plan', icon: IconListCheck, screens: ['plan'] },
  { name: 'reports', icon: IconFileText, screens: ['reports'] },
  { name: 'settings', icon: IconSettings, screens: ['settings'] }
]

export function Rail(): ReactNode {
  const { t } = useTranslation()
  const screen = useRoute(({ route }) => route.screen)
  return (
    <nav className="rail" aria-label={t('frame.navigation')}>
      <div className="rail-mark" aria-hidden>
        <Mark />
      </div>
      {PLACES.map(({ name, icon: Icon, screens }) => (
        <button
          key={name}
          type="button"
          className={`rail-item ${name === 'settings' ? 'rail-last' : ''}`}
          aria-current={screens.includes(screen) ? 'page' : undefined}
          data-testid={`rail-${name}`}
          onClick={() => runCommand(`go.${name}`)}
        >
          <Icon size={20} stroke={1.6} aria-hidden />
          <span>{t(`menu.go.${name}`)}</span>
        </button>
      ))}
    </nav>
  )
}
