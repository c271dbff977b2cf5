import { COMMANDS } from '../../shared/commands.ts'
import { canRun, runCommand } from '../stores/commands.ts'

const KEYS: Record<string, string> = { Plus: '+', Right: 'arrowright', Left: 'arrowleft' }

function matches(accelerator: string, event: KeyboardEvent, isMac: boolean): boolean {
  const parts = accelerator.split('+')
  const key = parts.at(-1) ?? ''
  const wanted = (KEYS[key] ?? key).toLowerCase()
  const modifier = isMac ? event.metaKey : event.ctrlKey
  return (
    parts.includes('CmdOrCtrl') === modifier &&
    parts.includes('Alt') === event.altKey &&
    (parts.includes('Shift') === event.shiftKey || key === 'Plus') &&
    event.key.toLowerCase() === wanted
  )
}

const isSelectAll = ({ key, altKey, shiftKey, metaKey, ctrlKey }: KeyboardEvent, isMac: boolean): boolean =>
  key.toLowerCase() === 'a' && (isMac ? metaKey : ctrlKey) && !altKey && !shiftKey

/** Undo and redo belong to the text while somebody writes. */
export function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]), textarea'))
  )
}

/**
 * The table's shortcuts, in the page: the menu's accelerators only see keys the page leaves alone, so nothing runs twice.
 * Returns the way to stop listening.
 */
export function listenForShortcuts(platform: string): () => void {
  const onKey = (event: KeyboardEvent): void => {
    // Tables and canvases choose all that is theirs; elsewhere it would be the words of the whole window.
    if (isSelectAll(event, platform === 'darwin') && !isWriting(event.target)) event.preventDefault()
    const command = COMMANDS.find((each) => 'accelerator' in each && matches(each.accelerator, event, platform === 'darwin'))
    if (!command || !canRun(command.id)) return
    if (command.menu === 'edit' && isWriting(event.target)) return
    event.preventDefault()
    runCommand(command.id)
  }
  window.addEventListener('keydown', onKey)
  return () => {
    window.removeEventListener('keydown', onKey)
  }
}
