import { describe, expect, it } from 'vitest'
import { CANVAS_ACTIONS, GROUP_OF_ACTIONS, KEY_GROUPS, OTHER_KEYS } from '../../../../src/renderer/features/diagrams/canvas/action-table.ts'
import { COMMANDS } from '../../../../src/shared/commands.ts'
import { translate } from '../../../../src/shared/i18n/translate.ts'

/** Everything the mouse does on the canvas, and what does it by keys: an action, a row of the list of keys, or a command of the app. */
const GESTURES: Readonly<Record<string, string>> = {
  'click a shape': 'next',
  'click a shape beside a line': 'travel',
  'click a line': 'relations',
  'click the empty page': 'escape',
  'double click a shape or line': 'editText',
  'double click the empty page': 'add',
  'click the badge of a shape': 'open',
  'Shift click, Ctrl click': 'mark',
  'draw a box around things': 'mark',
  'drag a shape': 'nudge',
  'drag a shape far': 'nudgeFar',
  'Alt drag': 'duplicate',
  'drag into a container': 'moveInto',
  'drag out of a container': 'moveOut',
  'drag onto a line': 'putOnLine',
  'drag a corner of a shape': 'stretch',
  'pull a line out of a shape onto another': 'connect',
  'pull a line out of a shape onto the empty page': 'growKind',
  'click a dot beside a shape': 'grow',
  'drag the start of a line': 'leadFrom',
  'drag the end of a line': 'leadTo',
  'drag an end to another side': 'stopLead',
  'drag a leg or corner of a line': 'bend',
  'pull a new corner out of a line': 'stopAdd',
  'drag a shape out of the palette': 'add',
  'go to the palette, the list and the fields of what is chosen': 'regions',
  'click in the bar above what is chosen': 'regions',
  'right click': 'menu',
  'wheel, drag with the middle button or Space': 'pan',
  'wheel across': 'panAcross',
  'wheel with Ctrl': 'zoom',
  'click Fit': 'fit',
  'click the map': 'pan',
  'show the map': 'diagram.map',
  'hide the panels on both sides': 'diagram.panels',
  'link a shape': 'diagram.link',
  'look for something': 'edit.find',
  'arrange automatically': 'diagram.layout'
}

const commandOf = (id: string): readonly string[] =>
  COMMANDS.flatMap((each) => (each.id === id && 'accelerator' in each ? [each.accelerator] : []))
const actionKeys = CANVAS_ACTIONS.flatMap(({ id, keys }) => keys.map((key) => [key, id] as const))

describe('the keys of a diagram', () => {
  it('do everything the mouse does', () => {
    for (const [gesture, id] of Object.entries(GESTURES)) {
      const keys = [
        ...CANVAS_ACTIONS.filter((each) => each.id === id).flatMap((each) => each.keys),
        ...OTHER_KEYS.filter((each) => each.id === id).flatMap((each) => each.keys),
        ...commandOf(id)
      ]
      expect(keys, gesture).not.toEqual([])
    }
  })
  it('are there for every action, and the same as in the menu of the app', () => {
    for (const { id, keys, command } of CANVAS_ACTIONS) {
      expect(keys, id).not.toEqual([])
      if (command !== undefined) expect(keys, id).toEqual(commandOf(command))
    }
  })
  it('mean one thing each, but for an action and its opposite', () => {
    const idsOf = (key: string): string[] => actionKeys.filter(([each]) => each === key).map(([, id]) => id)
    const twice = [...new Set(actionKeys.map(([key]) => key))].map(idsOf).filter((ids) => ids.length > 1)
    expect(twice).toEqual([['lock', 'unlock']])
    const commands = new Map(COMMANDS.flatMap((each) => ('accelerator' in each ? [[each.accelerator as string, each.id as string]] : [])))
    const own = new Map(CANVAS_ACTIONS.map(({ id, command }) => [id, command]))
    // Enter on a shape is no command; what is one is that command here too.
    expect(actionKeys.filter(([key, id]) => commands.has(key) && id !== 'unlock' && commands.get(key) !== own.get(id))).toEqual([])
  })
  it('are told with words of their own in both languages, under a heading', () => {
    for (const language of ['en', 'es'] as const) {
      const words = [
        ...CANVAS_ACTIONS.map(({ id }) => `diagramCanvas.actions.${id}`),
        ...OTHER_KEYS.map(({ id }) => `diagramCanvas.keys.${id}`),
        ...KEY_GROUPS.map((group) => `diagramCanvas.keys.groups.${group}`)
      ]
      const texts = words.map((key) => [key, translate(language, key)] as const)
      expect(texts.filter(([key, text]) => text === key || text.trim() === '')).toEqual([])
      expect(new Set(texts.map(([, text]) => text)).size, language).toBe(texts.length)
    }
    const headed = new Set([...Object.values(GROUP_OF_ACTIONS), ...OTHER_KEYS.map(({ group }) => group)])
    expect([...headed].sort()).toEqual([...KEY_GROUPS].sort())
  })
})
