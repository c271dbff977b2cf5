/*
 * The frame and what features may lean on:
 * - Places: `navigate({ screen: 'models', modelId, elementId? })` is a model's canvas, `navigate({ screen: 'walk', walkId })` a
 *   walk (stores/route.ts). `showCustomers(filter)` opens the customers behind a figure or a segment.
 * - Context panel: `usePanel((panel) => panel.open)(<ElementPanel modelId={…} elementId={…} />, 'Diferenciar')` (stores/panel.ts).
 *   It is 320 px wide, scrolls by itself, closes on navigate and with Escape; give content ids and let it ask for its own data.
 * - Top bar: `useTopBar({ title, subtitle?, action? })` (stores/top-bar.ts) sets the title, the line under it and the one primary
 *   button of the view, as long as the component is mounted.
 * - Commands: `useCommand('canvas.fit', handler, isEnabled?)` (stores/commands.ts) lends an id of `shared/commands.ts` its meaning.
 * - Data: `orpc`, `client`, `queryClient` (api/client.ts), `shell` (api/shell.ts), `readError` (api/errors.ts), `useWorkspace`.
 * - Words and figures: `useTranslation()` for texts, `useFormats()` (ui/formats.tsx) for money, counts, shares, dates and `Text`.
 * - Notices: `notifyError(error)` and `notify(text)` (ui/notify.tsx).
 * - Placed by screens: `ModelCanvas({modelId})` and `ElementPanel` of features/model-canvas, `WalkScreen({walkId})` of features/walk.
 *   The main area has no padding of its own for these two screens; others sit in a `.page` (24 px margin, scrolls).
 */
import type { ReactNode } from 'react'
import { useLinkStatus } from '../../api/client.ts'
import { useTranslation } from 'react-i18next'
import { usePanel } from '../../stores/panel.ts'
import { useRoute } from '../../stores/route.ts'
import { Boundary } from '../../ui/Boundary.tsx'
import { ContextPanel } from './ContextPanel.tsx'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

/** Rail, top bar, main area, context panel. */
export function Frame({ children }: { children: ReactNode }): ReactNode {
  const route = useRoute((store) => store.route)
  const hasPanel = usePanel((panel) => panel.content !== null && !panel.isFolded)
  return (
    <div className={hasPanel ? 'frame frame-with-panel' : 'frame'}>
      <Rail />
      <TopBar />
      <main className="frame-main" id="main" tabIndex={-1} aria-labelledby="top-title">
        <Reconnecting />
        <Boundary subject={route}>{children}</Boundary>
      </main>
      <ContextPanel />
    </div>
  )
}

/** Says quietly that the host is being started again. */
export function Reconnecting(): ReactNode {
  const { t } = useTranslation()
  const status = useLinkStatus()
  if (status !== 'reconnecting') return null
  return (
    <div className="reconnecting" role="status" data-testid="reconnecting">
      {t('frame.reconnecting')}
    </div>
  )
}
