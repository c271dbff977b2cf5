import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useWorkspace } from '../../api/workspace.ts'
import { runCommand } from '../../stores/commands.ts'
import { useEnvironment } from '../../stores/environment.ts'
import { navigate, useRoute } from '../../stores/route.ts'
import { useTopBarStore } from '../../stores/top-bar.ts'
import { formatAccelerator } from '../../ui/accelerator.ts'
import { useFormats } from '../../ui/formats.tsx'
import { MaskBadge } from './MaskBadge.tsx'

export function TopBar(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const bar = useTopBarStore((store) => store.bar)
  const screen = useRoute(({ route }) => route.screen)
  const platform = useEnvironment(({ environment }) => environment?.platform ?? '')
  const saved = workspace ? t('frame.saved', { file: `${workspace.name}.cauce`, time: formats.time(workspace.savedAt) }) : ''
  return (
    <header className="top-bar">
      <div className="top-bar-title">
        <strong id="top-title" data-testid="top-title">
          {bar?.title ?? t(`frame.titles.${screen}`)}
        </strong>
        <span data-testid="top-saved">{bar?.subtitle ?? saved}</span>
      </div>
      <button type="button" className="top-bar-search" onClick={() => runCommand('view.palette')} data-testid="top-search">
        <IconSearch size={18} stroke={1.6} aria-hidden />
        <span>{t('frame.search')}</span>
        <kbd>{formatAccelerator('CmdOrCtrl+K', platform)}</kbd>
      </button>
      <div className="top-bar-right">
        <MaskBadge />
        {bar?.action}
        {workspace?.asOf && (
          <button
            type="button"
            className="as-of"
            title={t('frame.asOfHint')}
            onClick={() => {
              navigate({ screen: 'settings' })
            }}
            data-testid="as-of"
          >
            {t('common.asOf', { date: formats.date(workspace.asOf) })}
          </button>
        )}
      </div>
    </header>
  )
}
