import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useChanges } from '../api/changes.ts'
import { queryClient } from '../api/client.ts'
import { bridge } from '../api/shell.ts'
import { useWorkspace } from '../api/workspace.ts'
import { runCommand } from '../stores/commands.ts'
import { applyTheme, isDark, useEnvironment } from '../stores/environment.ts'
import { CurrencyProvider } from '../ui/formats.tsx'
import { notifyError } from '../ui/notify.tsx'
import { BackCommand } from './BackCommand.tsx'
import { FileDrop } from './FileDrop.tsx'
import { Frame, Reconnecting } from './frame/Frame.tsx'
import { MenuState } from './MenuState.tsx'
import { translator } from './i18n.ts'
import { Palette } from './Palette.tsx'
import { CurrentScreen } from './CurrentScreen.tsx'
import { DocumentCommands } from './DocumentCommands.tsx'
import { CustomerDialogs } from '../screens/CustomerDialogs.tsx'
import { DiagramDialogs } from '../screens/DiagramDialogs.tsx'
import { ModelDialogs } from '../screens/ModelDialogs.tsx'
import { StartScreen } from '../screens/StartScreen.tsx'
import { keepFocus } from './keep-focus.ts'
import { listenForShortcuts } from './shortcuts.ts'
import { theme, variables } from './theme.ts'
import { useAppCommands } from './use-app-commands.ts'

/** Providers, language and theme in step with the person's choice, and the window inside. */
export function App(): ReactNode {
  const environment = useEnvironment((store) => store.environment)
  const language = environment?.language ?? 'es'
  const scheme = environment && isDark(environment) ? 'dark' : 'light'
  useEffect(() => {
    document.documentElement.lang = language
    void translator.changeLanguage(language)
  }, [language])
  useEffect(applyTheme, [scheme])
  return (
    <I18nextProvider i18n={translator}>
      <QueryClientProvider client={queryClient}>
        <MantineProvider theme={theme} cssVariablesResolver={variables} forceColorScheme={scheme}>
          <Notifications position="bottom-right" />
          <Window />
        </MantineProvider>
      </QueryClientProvider>
    </I18nextProvider>
  )
}

function Window(): ReactNode {
  const workspace = useWorkspace()
  const platform = useEnvironment(({ environment }) => environment?.platform ?? '')
  useChanges()
  useAppCommands()
  useEffect(() => listenForShortcuts(platform), [platform])
  useEffect(keepFocus, [])
  useEffect(() => bridge.onCommand((id) => void runCommand(id)), [])
  // The person looks at the file manager when it happens: the sentence waits to be closed.
  useEffect(
    () =>
      bridge.onRefusal((refusal) => {
        notifyError(refusal, { stays: true })
      }),
    []
  )
  return (
    <CurrencyProvider currency={workspace?.settings.currency ?? 'EUR'}>
      <Palette />
      <FileDrop />
      <MenuState />
      <BackCommand />
      <DocumentCommands />
      <ModelDialogs />
      <DiagramDialogs />
      <CustomerDialogs />
      {workspace && (
        <Frame>
          <CurrentScreen />
        </Frame>
      )}
      {workspace === null && (
        <main className="start-main">
          <Reconnecting />
          <StartScreen />
        </main>
      )}
    </CurrencyProvider>
  )
}
