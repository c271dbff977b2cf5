const NAMES: Record<string, string> = { Plus: '+', Right: '→', Left: '←', Enter: '↵' }

/** `CmdOrCtrl+Shift+Z` as people of the platform write it: `⇧⌘Z`, `Ctrl Shift Z`. */
export function formatAccelerator(accelerator: string, platform: string): string {
  const isMac = platform === 'darwin'
  const parts = accelerator.split('+').map((part) => {
    if (part === 'CmdOrCtrl') return isMac ? '⌘' : 'Ctrl'
    if (isMac && part === 'Shift') return '⇧'
    if (isMac && part === 'Alt') return '⌥'
    return NAMES[part] ?? part
  })
  return parts.join(isMac ? '' : ' ')
}
