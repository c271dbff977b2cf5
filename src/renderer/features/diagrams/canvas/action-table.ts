import type { CommandId } from '../../../../shared/commands.ts'
import { isLine, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { isAllLocked } from '../../../../shared/diagrams/edits/lock.ts'
import { isContainer, type Items } from '../../../../shared/diagrams/edits/items.ts'
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
const oneLine = (chosen: Chosen): boolean => chosen.selection.size === 1 && someLine(chosen)
const oneShape = (chosen: Chosen): boolean => chosen.selection.size === 1 && countShapes(chosen) === 1
const someContainer = ({ items }: Chosen): boolean => [...items.values()].some(isContainer)
const isInside = (chosen: Chosen): boolean => list(chosen).some((item) => isShape(item) && item.parentId !== undefined)
const someKind =
  (...kinds: readonly string[]) =>
  (chosen: Chosen): boolean =>
    list(chosen).some((item) => isShape(item) && kinds.includes(item.kind))

/** Something to do with what is chosen: in the context menu, by key, and in the menu of the app when it is a command there. */
export interface CanvasAction {
  /** Its words: `diagramCanvas.actions.<id>`. */
  readonly id: string
  readonly group: 'text' | 'clipboard' | 'connect' | 'line' | 'arrange' | 'align' | 'order' | 'choose'
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
    id: 'add',
    group: 'text',
    keys: ['Insert', 'Alt+Shift+N'],
    applies: () => true,
    run: (actions) => {
      actions.place('process', { isWritten: true })
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
    id: 'growKind',
    group: 'connect',
    keys: ['Alt+Shift+K'],
    applies: oneShape,
    run: (actions) => {
      actions.offerBeside()
    }
  },
  {
    id: 'putOnLine',
    group: 'connect',
    keys: ['Alt+Shift+P'],
    applies: (chosen) => oneShape(chosen) && [...chosen.items.values()].some((item) => !isShape(item)),
    run: (actions) => {
      actions.ask('onLine')
    }
  },
  {
    id: 'bend',
    group: 'line',
    keys: ['Shift+Enter'],
    applies: oneLine,
    run: (actions) => {
      actions.bend()
    }
  },
  {
    id: 'leadFrom',
    group: 'line',
    keys: ['Alt+Shift+B'],
    applies: oneLine,
    run: (actions) => {
      actions.ask('from')
    }
  },
  {
    id: 'leadTo',
    group: 'line',
    keys: ['Alt+Shift+E'],
    applies: oneLine,
    run: (actions) => {
      actions.ask('to')
    }
  },
  {
    id: 'turnAround',
    group: 'line',
    keys: ['Alt+Shift+R'],
    applies: someLine,
    run: (actions) => {
      actions.turnAround()
    }
  },
  {
    id: 'straighten',
    group: 'line',
    keys: ['Alt+Shift+D'],
    applies: (chosen) => list(chosen).some((item) => !isShape(item) && item.points.length > 0),
    run: (actions) => {
      actions.straighten()
    }
  },
  {
    id: 'reroute',
    group: 'line',
    keys: ['CmdOrCtrl+Shift+R'],
    command: 'diagram.reroute',
    applies: ({ items, selection }) =>
      selection.size === 0 ? [...items.values()].some(isLine) : someLine({ items, selection }) || countShapes({ items, selection }) > 0,
    run: (actions) => {
      actions.reroute()
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
    id: 'moveInto',
    group: 'arrange',
    keys: ['Alt+Shift+I'],
    applies: (chosen) => countShapes(chosen) > 0 && someContainer(chosen),
    run: (actions) => {
      actions.ask('container')
    }
  },
  {
    id: 'moveOut',
    group: 'arrange',
    keys: ['Alt+Shift+O'],
    applies: (chosen) => oneShape(chosen) && isInside(chosen),
    run: (actions) => {
      actions.moveOut()
    }
  },
  {
    id: 'addLane',
    group: 'arrange',
    keys: ['Alt+Shift+L'],
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

/** What a key is about: headings in the list of keys. */
export const KEY_GROUPS = ['go', 'edit', 'line', 'arrange', 'view'] as const
type KeyGroup = (typeof KEY_GROUPS)[number]

interface OtherKey {
  /** Its words: `diagramCanvas.keys.<id>`. */
  readonly id: string
  readonly group: KeyGroup
  /** None: any letter. */
  readonly keys: readonly string[]
  readonly isForEditing: boolean
}

/** Keys that are no action of the menu, for the list of keys. */
export const OTHER_KEYS: readonly OtherKey[] = [
  { id: 'next', group: 'go', keys: ['Tab', 'Shift+Tab'], isForEditing: false },
  { id: 'firstLast', group: 'go', keys: ['Home', 'End'], isForEditing: false },
  { id: 'travel', group: 'go', keys: ['Alt+←→↑↓'], isForEditing: false },
  { id: 'relations', group: 'go', keys: ['CmdOrCtrl+.', 'CmdOrCtrl+,'], isForEditing: false },
  { id: 'open', group: 'go', keys: ['Enter'], isForEditing: false },
  { id: 'mark', group: 'go', keys: ['Shift+Space'], isForEditing: true },
  { id: 'find', group: 'go', keys: ['CmdOrCtrl+F'], isForEditing: false },
  { id: 'regions', group: 'go', keys: ['F6', 'Shift+F6'], isForEditing: false },
  { id: 'escape', group: 'go', keys: ['Escape'], isForEditing: false },
  { id: 'help', group: 'go', keys: ['?'], isForEditing: false },
  { id: 'typing', group: 'edit', keys: [], isForEditing: true },
  { id: 'grow', group: 'edit', keys: ['CmdOrCtrl+←→↑↓'], isForEditing: true },
  { id: 'link', group: 'edit', keys: ['CmdOrCtrl+Shift+K'], isForEditing: true },
  { id: 'clipboard', group: 'edit', keys: ['CmdOrCtrl+X', 'CmdOrCtrl+C', 'CmdOrCtrl+V'], isForEditing: true },
  { id: 'undo', group: 'edit', keys: ['CmdOrCtrl+Z', 'CmdOrCtrl+Shift+Z'], isForEditing: true },
  { id: 'menu', group: 'edit', keys: ['Shift+F10'], isForEditing: true },
  { id: 'stopNext', group: 'line', keys: ['Tab', 'Shift+Tab'], isForEditing: true },
  { id: 'stopLead', group: 'line', keys: ['←→↑↓', 'Shift+←→↑↓'], isForEditing: true },
  { id: 'stopAdd', group: 'line', keys: ['Insert', 'Plus'], isForEditing: true },
  { id: 'stopReset', group: 'line', keys: ['Delete'], isForEditing: true },
  { id: 'stopEnd', group: 'line', keys: ['Enter'], isForEditing: true },
  { id: 'nudge', group: 'arrange', keys: ['←→↑↓'], isForEditing: true },
  { id: 'nudgeFar', group: 'arrange', keys: ['Shift+←→↑↓'], isForEditing: true },
  { id: 'stretch', group: 'arrange', keys: ['CmdOrCtrl+Shift+←→↑↓'], isForEditing: true },
  { id: 'layout', group: 'arrange', keys: ['CmdOrCtrl+Shift+F'], isForEditing: true },
  { id: 'fit', group: 'view', keys: ['Shift+1', 'CmdOrCtrl+0'], isForEditing: false },
  { id: 'zoom', group: 'view', keys: ['CmdOrCtrl+Plus', 'CmdOrCtrl+-'], isForEditing: false },
  { id: 'pan', group: 'view', keys: ['PageUp', 'PageDown'], isForEditing: false },
  { id: 'panAcross', group: 'view', keys: ['Shift+PageUp', 'Shift+PageDown'], isForEditing: false },
  { id: 'panels', group: 'view', keys: ['CmdOrCtrl+Shift+H'], isForEditing: false },
  { id: 'map', group: 'view', keys: ['CmdOrCtrl+Shift+Y'], isForEditing: false }
]

/** Where the actions stand in the list of keys. */
export const GROUP_OF_ACTIONS: Readonly<Record<CanvasAction['group'], KeyGroup>> = {
  text: 'edit',
  clipboard: 'edit',
  connect: 'edit',
  line: 'line',
  arrange: 'arrange',
  align: 'arrange',
  order: 'arrange',
  choose: 'go'
}
