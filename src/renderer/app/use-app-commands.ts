import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChangeEntry } from '../../shared/contract/workspace.ts'
import { client, queryClient } from '../api/client.ts'
import { readError } from '../api/errors.ts'
import { saveTrainingCopy } from '../api/save-training-copy.ts'
import { shell } from '../api/shell.ts'
import { useWorkspace } from '../api/workspace.ts'
import { closeWorkspace, newWorkspace, openWorkspace, pickWorkspace } from '../api/workspace-files.ts'
import { useCommand } from '../stores/commands.ts'
import { isDark, setLanguage, setTheme, useEnvironment } from '../stores/environment.ts'
import { setMask, useMask, useMasked } from '../stores/mask.ts'
import { usePanel } from '../stores/panel.ts'
import { navigate, type Route } from '../stores/route.ts'
import { STEP_NOTICE, useUndoGuard } from '../stores/undo-guard.ts'
import { notify, notifyError, withdrawOffers } from '../ui/notify.tsx'
import { openPalette } from './Palette.tsx'
import { isWriting } from './shortcuts.ts'

/** Runs something that may be refused; the refusal is told in the corner. */
function attempt(work: () => Promise<unknown>): void {
  work().catch((error: unknown) => {
    notifyError(readError(error))
  })
}

async function openNewestRecent(): Promise<void> {
  const newest = (await shell('listRecent', null)).find(({ missing }) => !missing)
  if (newest) await openWorkspace({ recentId: newest.id })
}

async function openFirstSample(): Promise<void> {
  const [sample] = await client.workspace.listSamples()
  if (sample) await newWorkspace({ sampleId: sample.id })
}

/** The commands that mean the same everywhere; screens lend the others their meaning. */
export function useAppCommands(): void {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const isOpen = Boolean(workspace)
  const environment = useEnvironment((store) => store.environment)
  const togglePanel = usePanel((panel) => panel.toggle)
  const masked = useMasked()
  const steps = useRef<Promise<void>>(Promise.resolve())
  const go = (route: Route) => (): void => {
    navigate(route)
  }

  useCommand('workspace.new', () => {
    attempt(() => newWorkspace({}))
  })
  useCommand('workspace.open', () => {
    attempt(pickWorkspace)
  })
  useCommand('workspace.openRecent', () => {
    attempt(openNewestRecent)
  })
  useCommand('workspace.sample', () => {
    attempt(openFirstSample)
  })
  useCommand(
    'workspace.saveCopy',
    () => {
      attempt(() => saveCopy(workspace?.name ?? '', t('frame.savedCopy')))
    },
    isOpen
  )
  useCommand(
    'workspace.training',
    () => {
      attempt(async () => {
        const name = `${workspace?.name ?? ''} ${t('privacy.training.title')}`
        const customers = await saveTrainingCopy(name, { shiftDays: 0, language: environment?.language ?? 'es' })
        if (customers !== null) notify(t('privacy.training.done', { count: customers, formatted: String(customers) }))
      })
    },
    isOpen
  )
  useCommand(
    'workspace.close',
    () => {
      attempt(async () => {
        await closeWorkspace()
        navigate({ screen: 'home' })
      })
    },
    isOpen
  )
  useCommand('import.open', go({ screen: 'import' }), isOpen)

  const tell = (key: string, entry: ChangeEntry): void => {
    withdrawOffers()
    notify(t(key, { what: nameStep(entry) }), undefined, STEP_NOTICE)
  }
  const nameStep = (entry: ChangeEntry): string => t(`changes.${entry.kind}`, masked.details(entry))
  const take = {
    undo: async () => {
      tell('frame.undone', await client.workspace.undo())
    },
    redo: async () => {
      tell('frame.redone', await client.workspace.redo())
    }
  }
  /** Takes the next step at once, unless it lies outside of what is open: then it is only told, with a button to take it. */
  const takeOwn = async (which: 'undo' | 'redo'): Promise<void> => {
    const { owns } = useUndoGuard.getState()
    const next = owns && (await client.workspace.getState())?.[which]
    if (!owns || !next || owns(next)) return take[which]()
    const offer = {
      label: t(`frame.outside.${which}It`),
      run: () => {
        attempt(take[which])
      }
    }
    notify(t(`frame.outside.${which}`, { what: nameStep(next) }), offer, STEP_NOTICE)
  }
  const step = (which: 'undo' | 'redo'): void => {
    if (isWriting(document.activeElement)) return
    // One after the other: what the next one is, is known when the one before is done.
    const before = steps.current
    const now = before.then(() => takeOwn(which))
    steps.current = now.catch(() => undefined)
    attempt(() => now)
  }
  // While somebody writes, undo belongs to the text: the field itself answers the keys, and the menu leaves it alone.
  useCommand(
    'edit.undo',
    () => {
      step('undo')
    },
    isOpen
  )
  useCommand(
    'edit.redo',
    () => {
      step('redo')
    },
    isOpen
  )

  useCommand('view.palette', openPalette)
  useCommand('view.panel', togglePanel, isOpen)
  useCommand(
    'view.mask',
    () => {
      const isOn = !useMask.getState().isOn
      attempt(() => setMask(isOn))
      notify(t(isOn ? 'privacy.mask.on' : 'privacy.mask.off'), undefined, 'mask')
    },
    isOpen
  )
  useCommand('view.theme', () => {
    if (environment) attempt(() => setTheme(isDark(environment) ? 'light' : 'dark'))
  })
  useCommand('view.language', () => {
    if (environment) attempt(() => setLanguage(environment.language === 'es' ? 'en' : 'es'))
  })

  useCommand('go.home', go({ screen: 'home' }), isOpen)
  useCommand('go.customers', go({ screen: 'customers' }), isOpen)
  useCommand('go.segments', go({ screen: 'segments' }), isOpen)
  useCommand('go.value', go({ screen: 'value' }), isOpen)
  useCommand('go.models', go({ screen: 'models' }), isOpen)
  useCommand('go.diagrams', go({ screen: 'diagrams' }), isOpen)
  useCommand('go.plan', go({ screen: 'plan' }), isOpen)
  useCommand('go.reports', go({ screen: 'reports' }), isOpen)
  useCommand('go.settings', go({ screen: 'settings' }), isOpen)
  useCommand('go.simulator', go({ screen: 'simulator' }), isOpen)
  useCommand('go.compare', go({ screen: 'compare' }), isOpen)
  useCommand('go.choose', go({ screen: 'choose' }), isOpen)
  useCommand('go.overlap', go({ screen: 'segments', view: 'overlap' }), isOpen)
  useCommand('segment.new', go({ screen: 'segments', view: 'build' }), isOpen)
  useCommand('help.about', go({ screen: 'settings' }), isOpen)
  // First steps: the sample when nothing is open, else Home, which says what to do next.
  useCommand('help.tour', () => {
    if (isOpen) navigate({ screen: 'home' })
    else attempt(openFirstSample)
  })
}

async function saveCopy(name: string, done: string): Promise<void> {
  const picked = await shell('pickFile', { purpose: 'save-copy', suggestedName: `${name}.cauce` })
  if (!picked) return
  await client.workspace.saveCopy({ fileToken: picked.token })
  await queryClient.invalidateQueries({ queryKey: ['recent'] })
  notify(done)
}
