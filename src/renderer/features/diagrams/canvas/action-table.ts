import type { CommandId } from '../../../../shared/commands.ts'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { isAllLocked } from '../../../../shared/diagrams/edits/lock.ts'
import type { Items } from '../../../../shared/diagrams/edits/items.ts'
import type { CanvasActions } from './actions.ts'

export interface Chosen {
  readonly items: Items
  readonly selection: ReadonlySet<string>
}
const list = ({ items, selection }: Chosen): DiagramItem[] => [...selection].flatMap((id) => items.get(id) ?? [])
const countShapes = (chosen: Chosen): number => list(chosen).filter(isShape).length
const someLine = (chosen: Chosen): boolean => list(chosen).some((item) => !isShape(item))
const some = ({ selection }: Chosen): boolean => selection.size > 0
const severalShapes = (chosen: Chosen): boolean => countShapes(chosen) > 1
const someKind =
  (...kinds: readonly string[]) =>
  (chosen: Chosen): boolean =>
    list(chosen).some((item) => isShape(item) && kinds.includes(item.kind))

/** Something to do with what is chosen: in the context menu, by key, and in the menu of the app when it is a command there. */
export interface CanvasAction {
  /** Its words: `diagramCanvas.actions.<id>`. */
  readonly id: string
  readonly group: 'text' | 'clipboard' | 'connect' | 'arrange' | 'align' | 'order' | 'choose'
  /** As people write it, in Electron's notation; several ways are told one after the other. */
  readonly keys: readonly string[]
  /** In the app's menu: its shortcut is listened for there. */
  readonly command?: CommandId
  readonly applies: (chosen: Chosen) => boolean
  readonly run: (actions: CanvasActions) => void
}

/** Cut, copy and paste come as the system's own events; everything else is here. */
export const CANVAS_ACTIONS: readonly CanvasAction[] = [
  {
    id: 'editText',
    group: 'text',
    keys: ['Enter', 'F2'],
    applies: some,
    run: (actions) => {
      actions.editText()
    }
  },
  {
    id: 'duplicate',
    group: 'clipboard',
    keys: ['CmdOrCtrl+D'],
    command: 'edit.duplicate',
    applies: some,
    run: (actions) => {
      actions.duplicate()
    }
  },
  {
    id: 'delete',
    group: 'clipboard',
    keys: ['Delete'],
    command: 'edit.delete',
    applies: some,
    run: (actions) => {
      actions.remove()
    }
  },
  {
    id: 'connect',
    group: 'connect',
    keys: ['CmdOrCtrl+L'],
    command: 'diagram.connect',
    applies: (chosen) => countShapes(chosen) > 0,
    run: (actions) => {
      actions.connect()
    }
  },
  {
    id: 'turnAround',
    group: 'connect',
    keys: [],
    applies: someLine,
    run: (actions) => {
      actions.turnAround()
    }
  },
  {
    id: 'straighten',
    group: 'connect',
    keys: [],
    applies: (chosen) => list(chosen).some((item) => !isShape(item) && item.points.length > 0),
    run: (actions) => {
      actions.straighten()
    }
  },
  {
    id: 'group',
    group: 'arrange',
    keys: ['CmdOrCtrl+G'],
    command: 'diagram.group',
    applies: severalShapes,
    run: (actions) => {
      actions.group()
    }
  },
  {
    id: 'ungroup',
    group: 'arrange',
    keys: ['CmdOrCtrl+Shift+G'],
    command: 'diagram.ungroup',
    applies: someKind('group'),
    run: (actions) => {
      actions.ungroup()
    }
  },
  {
    id: 'addLane',
    group: 'arrange',
    keys: [],
    applies: someKind('pool', 'lane', 'vertical-lane'),
    run: (actions) => {
      actions.addLane()
    }
  },
  {
    id: 'lock',
    group: 'arrange',
    keys: ['CmdOrCtrl+Shift+B'],
    command: 'diagram.lock',
    applies: (chosen) => some(chosen) && !isAllLocked(chosen.items, chosen.selection),
    run: (actions) => {
      actions.toggleLock()
    }
  },
  {
    id: 'unlock',
    group: 'arrange',
    keys: ['CmdOrCtrl+Shift+B'],
    applies: (chosen) => isAllLocked(chosen.items, chosen.selection),
    run: (actions) => {
      actions.toggleLock()
    }
  },
  {
    id: 'left',
    group: 'align',
    keys: ['Alt+Shift+←'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('left')
    }
  },
  {
    id: 'centre',
    group: 'align',
    keys: ['Alt+Shift+C'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('centre')
    }
  },
  {
    id: 'right',
    group: 'align',
    keys: ['Alt+Shift+→'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('right')
    }
  },
  {
    id: 'top',
    group: 'align',
    keys: ['Alt+Shift+↑'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('top')
    }
  },
  {
    id: 'middle',
    group: 'align',
    keys: ['Alt+Shift+M'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('middle')
    }
  },
  {
    id: 'bottom',
    group: 'align',
    keys: ['Alt+Shift+↓'],
    applies: severalShapes,
    run: (actions) => {
      actions.align('bottom')
    }
  },
  {
    id: 'across',
    group: 'align',
    keys: ['Alt+Shift+H'],
    applies: (chosen) => countShapes(chosen) > 2,
    run: (actions) => {
      actions.distribute('across')
    }
  },
  {
    id: 'down',
    group: 'align',
    keys: ['Alt+Shift+V'],
    applies: (chosen) => countShapes(chosen) > 2,
    run: (actions) => {
      actions.distribute('down')
    }
  },
  {
    id: 'sameSize',
    group: 'align',
    keys: ['Alt+Shift+S'],
    applies: severalShapes,
    run: (actions) => {
      actions.makeSameSize('both')
    }
  },
  {
    id: 'forward',
    group: 'order',
    keys: [']'],
    applies: some,
    run: (actions) => {
      actions.reorder('forward')
    }
  },
  {
    id: 'backward',
    group: 'order',
    keys: ['['],
    applies: some,
    run: (actions) => {
      actions.reorder('backward')
    }
  },
  {
    id: 'front',
    group: 'order',
    keys: ['}'],
    applies: some,
    run: (actions) => {
      actions.reorder('front')
    }
  },
  {
    id: 'back',
    group: 'order',
    keys: ['{'],
    applies: some,
    run: (actions) => {
      actions.reorder('back')
    }
  },
  {
    id: 'selectAll',
    group: 'choose',
    keys: ['CmdOrCtrl+A'],
    applies: () => true,
    run: (actions) => {
      actions.selectAll()
    }
  },
  {
    id: 'selectSameKind',
    group: 'choose',
    keys: ['CmdOrCtrl+Shift+A'],
    applies: some,
    run: (actions) => {
      actions.selectSameKind()
    }
  },
  {
    id: 'fitSelection',
    group: 'choose',
    keys: ['Shift+2'],
    applies: some,
    run: (actions) => {
      actions.fitSelection()
    }
  }
]

/** Keys that are no action of the menu, for the list of keys: `diagramCanvas.keys.<id>`. */
export const OTHER_KEYS: readonly { readonly id: string; readonly keys: readonly string[]; readonly isForEditing: boolean }[] = [
  { id: 'next', keys: ['Tab', 'Shift+Tab'], isForEditing: false },
  { id: 'nudge', keys: ['←→↑↓'], isForEditing: true },
  { id: 'nudgeFar', keys: ['Shift+←→↑↓'], isForEditing: true },
  { id: 'travel', keys: ['Alt+←→↑↓'], isForEditing: false },
  { id: 'relations', keys: ['CmdOrCtrl+.', 'CmdOrCtrl+,'], isForEditing: false },
  { id: 'mark', keys: ['Shift+Space'], isForEditing: true },
  { id: 'grow', keys: ['CmdOrCtrl+←→↑↓'], isForEditing: true },
  { id: 'stretch', keys: ['CmdOrCtrl+Shift+←→↑↓'], isForEditing: true },
  { id: 'typing', keys: [], isForEditing: true },
  { id: 'add', keys: ['Insert'], isForEditing: true },
  { id: 'escape', keys: ['Escape'], isForEditing: false },
  { id: 'clipboard', keys: ['CmdOrCtrl+X', 'CmdOrCtrl+C', 'CmdOrCtrl+V'], isForEditing: true },
  { id: 'find', keys: ['CmdOrCtrl+F'], isForEditing: false },
  { id: 'layout', keys: ['CmdOrCtrl+Shift+F'], isForEditing: true },
  { id: 'fit', keys: ['Shift+1', 'CmdOrCtrl+0'], isForEditing: false },
  { id: 'menu', keys: ['Shift+F10'], isForEditing: true },
  { id: 'undo', keys: ['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z'], isForEditing: true },
  { id: 'help', keys: ['?'], isForEditing: false }
]
