import { create } from 'zustand'
import type { Environment } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { bridge, shell } from '../api/shell.ts'

/** Language, theme and platform, as main keeps them. Null until main has answered. */
export const useEnvironment = create<{ environment: Environment | null }>(() => ({ environment: null }))

function keep(environment: Environment): void {
  useEnvironment.setState({ environment })
}

/** Asks main once and follows its changes. */
export async function startEnvironment(): Promise<void> {
  bridge.onEnvironment(keep)
  keep(await shell('getEnvironment', null))
}

export function isDark(environment: Environment): boolean {
  const { theme } = environment.preferences
  return theme === 'system' ? environment.dark : theme === 'dark'
}

/** Puts the theme in force on the page, where the styles look for it. */
export function applyTheme(): void {
  const { environment } = useEnvironment.getState()
  if (environment) document.documentElement.dataset['theme'] = isDark(environment) ? 'dark' : 'light'
}

export async function setLanguage(language: Language | 'system'): Promise<void> {
  keep(await shell('setPreferences', { language }))
}

export async function setTheme(theme: 'system' | 'light' | 'dark'): Promise<void> {
  keep(await shell('setPreferences', { theme }))
}
