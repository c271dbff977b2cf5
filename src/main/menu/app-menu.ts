import { Menu, app, type MenuItemConstructorOptions } from 'electron'
import { COMMANDS, MENU_PLACES, type CommandEntry, type MenuPlace } from '../../shared/commands.ts'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'

export interface MenuOptions {
  language: Language
  isMac: boolean
  isDevelopment: boolean
  /** What the window in front said it can do now; a command it did not name can run when it needs no workspace. */
  enabled: Readonly<Record<string, boolean>>
  /** Commands that ask before they do something, since it lies outside of what is open. */
  outside: readonly string[]
  run: (commandId: string) => void
}

function toItems(entry: CommandEntry, { language, isMac, enabled, outside, run }: MenuOptions): MenuItemConstructorOptions[] {
  const item: MenuItemConstructorOptions = {
    id: entry.id,
    label: translate(language, outside.includes(entry.id) ? `${entry.messageKey}Outside` : entry.messageKey),
    enabled: enabled[entry.id] ?? entry.always ?? false,
    // Shown here, handled by the window: it knows whether the keys belong to the text being typed.
    ...(entry.accelerator === undefined ? {} : { accelerator: entry.accelerator, registerAccelerator: isMac }),
    click: () => {
      run(entry.id)
    }
  }
  return entry.opensGroup ? [{ type: 'separator' }, item] : [item]
}

/** Items every platform expects in a menu, beside our commands. */
function platformItems(place: MenuPlace, { language, isMac, isDevelopment }: MenuOptions): MenuItemConstructorOptions[] {
  const label = (key: string): { label: string } => ({ label: translate(language, `menu.${key}`) })
  if (place === 'file') return isMac ? [] : [{ role: 'quit', ...label('app.quit') }]
  if (place === 'edit')
    return [
      { type: 'separator' },
      { role: 'cut', ...label('edit.cut') },
      { role: 'copy', ...label('edit.copy') },
      { role: 'paste', ...label('edit.paste') },
      { role: 'selectAll', ...label('edit.selectAll') }
    ]
  if (place === 'view')
    return [
      { type: 'separator' },
      { role: 'togglefullscreen', ...label('app.fullScreen') },
      ...(isDevelopment ? [{ role: 'toggleDevTools', ...label('app.developer') } as const] : [])
    ]
  return []
}

/** The application menu as data: our commands in their places, with the names of `language`. */
export function buildMenuTemplate(options: MenuOptions): MenuItemConstructorOptions[] {
  const entries: readonly CommandEntry[] = COMMANDS
  const ours = MENU_PLACES.map((place): MenuItemConstructorOptions => ({
    label: translate(options.language, `menu.titles.${place}`),
    submenu: [
      ...entries.filter((entry) => entry.menu === place).flatMap((entry) => toItems(entry, options)),
      ...platformItems(place, options)
    ]
  }))
  const quit: MenuItemConstructorOptions = { role: 'quit', label: translate(options.language, 'menu.app.quit') }
  const hide: MenuItemConstructorOptions = { role: 'hide', label: translate(options.language, 'menu.app.hide') }
  return options.isMac ? [{ label: app.name, submenu: [hide, { type: 'separator' }, quit] }, ...ours] : ours
}

export function setAppMenu(options: MenuOptions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(buildMenuTemplate(options)))
}
