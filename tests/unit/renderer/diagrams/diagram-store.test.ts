import { describe, expect, it } from 'vitest'
import { createCanvasUi } from '../../../../src/renderer/features/diagrams/store/canvas-ui.ts'
import { createDiagramStore, type DiagramStore } from '../../../../src/renderer/features/diagrams/store/diagram-store.ts'
import { createItemWatch } from '../../../../src/renderer/features/diagrams/store/item-watch.ts'
import { mergePatches } from '../../../../src/renderer/features/diagrams/store/save-queue.ts'
import type { Diagram, DiagramPatch } from '../../../../src/shared/contract/diagrams.ts'
import type { DiagramItem } from '../../../../src/shared/diagrams/diagram.ts'
import { openTextMask, type Hidden, type TextMask } from '../../../../src/renderer/stores/text-mask.ts'
import { makeShape } from '../../shared/diagrams/edits/sample.ts'

const named = (id: string, label: string): DiagramItem => makeShape(id, { label })

/** A workspace with one diagram of two shapes, that others change too, and a clock that only goes on when told. */
function start() {
  let items = new Map<string, DiagramItem>(['a', 'b'].map((id) => [id, named(id, id)]))
  let revision = 1
  const sent: { edit: string; patch: DiagramPatch; joins: boolean }[] = []
  const timers = new Set<() => void>()
  const refused: unknown[] = []
  let reads = 0
  let problem: { error: Error; mayRetry: boolean } | null = null
  const readDiagram = (): Diagram => ({
    id: 1,
    name: 'Sales',
    modelId: null,
    shapes: items.size,
    lines: 0,
    updatedAt: `at ${String(revision)}`,
    settings: { hasGrid: true, doesSnap: true },
    // Read from the file: never the objects the page holds.
    items: structuredClone([...items.values()]),
    revision
  })
  const change = ({ put, remove }: Pick<DiagramPatch, 'put' | 'remove'>): void => {
    items = new Map(items)
    for (const id of remove) items.delete(id)
    for (const item of put) items.set(item.id, item)
    revision += 1
  }
  const store: DiagramStore = createDiagramStore({
    diagram: readDiagram(),
    save: (patch, edit, joins) => {
      if (problem) return Promise.reject(problem.error)
      sent.push({ edit, patch, joins })
      change(patch)
      return Promise.resolve({ updatedAt: `at ${String(revision)}`, revision })
    },
    read: () => {
      reads += 1
      return Promise.resolve(readDiagram())
    },
    mayRetry: () => problem?.mayRetry ?? true,
    onRefused: (error) => refused.push(error),
    schedule: (run) => {
      timers.add(run)
      return () => timers.delete(run)
    },
    readNow: () => 'now'
  })
  return {
    store,
    sent,
    refused,
    reads: () => reads,
    /** Somebody else, or undo, changes the diagram. */
    changeOutside: (put: DiagramItem[], remove: string[] = []) => {
      change({ put, remove })
      return revision
    },
    revision: () => revision,
    fail: (next: typeof problem) => {
      problem = next
    },
    tick: () => {
      const due = [...timers]
      timers.clear()
      for (const run of due) run()
    }
  }
}
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
const labelOf = (store: DiagramStore, id: string): string | undefined => store.getState().items.get(id)?.label

describe('the store of a diagram', () => {
  it('shows an edit at once and sends it at once, each a step of its own', async () => {
    const { store, sent } = start()
    store.getState().edit('move', { put: [named('a', 'A')] })
    store.getState().edit('move', { put: [named('a', 'AA')] })
    expect(labelOf(store, 'a')).toBe('AA')
    await store.flush()
    expect(sent.map(({ edit }) => edit)).toEqual(['move #1', 'move #2'])
    expect(store.getState().status).toBe('saved')
  })
  it('sends what is typed after a pause, once for a field, and before what follows', async () => {
    const { store, sent, tick } = start()
    store.getState().edit('label a', { put: [named('a', 'L')] }, { isTyping: true })
    store.getState().edit('label a', { put: [named('a', 'Le')] }, { isTyping: true })
    expect(sent).toEqual([])
    tick()
    await settle()
    store.getState().edit('label b', { put: [named('b', 'x')] }, { isTyping: true })
    store.getState().edit('delete', { remove: ['a'] })
    await store.flush()
    expect(sent.map(({ edit, patch }) => [edit, patch.put.map(({ label }) => label), patch.remove])).toEqual([
      ['label a', ['Le'], []],
      ['label b', ['x'], []],
      ['delete #1', [], ['a']]
    ])
  })
  it('sends what makes a whole at once and under one name, to be one step for undo', async () => {
    const { store, sent } = start()
    store.getState().edit('place process', { put: [named('c', '')] }, { step: 'make c' })
    store.getState().edit('label c', { put: [named('c', 'Offer')] }, { step: 'make c' })
    store.getState().edit('label c', { put: [named('c', 'Offers')] })
    await store.flush()
    expect(sent.map(({ edit, joins }) => [edit, joins])).toEqual([
      ['make c', true],
      ['make c', true],
      ['label c #3', false]
    ])
  })
  it('sends before anything is asked for afterwards, though earlier edits are not answered yet', () => {
    const { store, sent } = start()
    store.getState().edit('move', { put: [named('a', 'A')] })
    store.getState().edit('nudge', { put: [named('a', 'AA')] }, { isTyping: true })
    void store.flush()
    expect(sent.map(({ edit }) => edit)).toEqual(['move #1', 'nudge'])
  })
  it('does not read the diagram again for its own edits', async () => {
    const { store, reads, revision } = start()
    store.getState().edit('move', { put: [named('a', 'A')] })
    store.hear(2)
    await store.flush()
    store.hear(revision())
    await settle()
    expect(reads()).toBe(0)
  })
  it('takes over what undo or somebody else changed, and what they did not change keeps its identity', async () => {
    const { store, changeOutside } = start()
    const before = store.getState().items
    store.getState().select(['a', 'b'])
    store.hear(changeOutside([named('c', 'new')], ['b']))
    await settle()
    const { items, selection } = store.getState()
    expect([...items.keys()]).toEqual(['a', 'c'])
    expect(items.get('a')).toBe(before.get('a'))
    expect([...selection]).toEqual(['a'])
  })
  it('loses nothing that is being typed when others change something meanwhile', async () => {
    const { store, changeOutside, tick } = start()
    store.getState().edit('label a', { put: [named('a', 'being typed')] }, { isTyping: true })
    store.hear(changeOutside([named('b', 'theirs')]))
    await settle()
    expect([labelOf(store, 'a'), labelOf(store, 'b')]).toEqual(['being typed', 'b'])
    tick()
    await settle()
    await settle()
    expect([labelOf(store, 'a'), labelOf(store, 'b')]).toEqual(['being typed', 'theirs'])
  })
  it('keeps what could not be sent, says so, and sends all of it in order later', async () => {
    const { store, sent, fail, tick } = start()
    fail({ error: new Error('restarting'), mayRetry: true })
    store.getState().edit('one', { put: [named('a', '1')] })
    await settle()
    store.getState().edit('two', { put: [named('a', '2')] })
    await settle()
    expect(store.getState().status).toBe('failed')
    fail(null)
    tick()
    await settle()
    expect(sent.map(({ edit }) => edit)).toEqual(['one #1', 'two #2'])
    expect([store.getState().status, labelOf(store, 'a')]).toEqual(['saved', '2'])
  })
  it('drops what is refused for good, tells it, and shows what the workspace has', async () => {
    const { store, refused, fail } = start()
    fail({ error: new Error('no'), mayRetry: false })
    store.getState().edit('bad', { put: [named('a', 'bad')] })
    await settle()
    await settle()
    expect(refused).toHaveLength(1)
    expect(labelOf(store, 'a')).toBe('a')
  })
  it('ends a gesture with its edit, and chooses only what is there', () => {
    const { store } = start()
    store.getState().setPreview(new Map([['a', named('a', 'moving')]]))
    store.getState().edit('move', { put: [named('a', 'moved')] })
    expect(store.getState().preview).toBeNull()
    store.getState().select(['a', 'gone'])
    expect([...store.getState().selection]).toEqual(['a'])
  })
})

describe('patches in a row', () => {
  it('are one patch in which the later wins', () => {
    const merged = mergePatches({ put: [named('a', '1'), named('b', '1')], remove: ['c'] }, { put: [named('c', '2')], remove: ['a'] })
    expect(merged.put.map(({ id, label }) => [id, label])).toEqual([
      ['b', '1'],
      ['c', '2']
    ])
    expect(merged.remove).toEqual(['a'])
  })
})

describe('watching items', () => {
  it('tells only who draws what changed', () => {
    const { store } = start()
    const ui = createCanvasUi()
    const watch = createItemWatch(store, ui)
    const told: string[] = []
    for (const id of ['a', 'b']) watch.watch([id], () => told.push(id))
    store.getState().setPreview(new Map([['a', named('a', 'moving')]]))
    store.getState().setPreview(null)
    store.getState().select(['b'])
    ui.setState({ editing: { id: 'b', typed: null } })
    ui.setState({ hoveredId: 'a' })
    store.getState().edit('move', { put: [named('a', 'A')] })
    expect(told).toEqual(['a', 'a', 'b', 'b', 'a'])
    expect(watch.versionOf('a')).toBe(3)
  })
})

describe('words that name a customer, while identities are hidden', () => {
  const NAMED = 'Visita a Ana Gil'
  const known = (texts: Record<string, Hidden>): TextMask => openTextMask(new Map(Object.entries(texts)), () => undefined)
  const mask = known({
    [NAMED]: { shown: 'Visita a Cliente 0006', runs: [{ kept: 'Ana Gil', shown: 'Cliente 0006' }] },
    'dos palabras': null
  })

  it('are shown without, and kept with', () => {
    const { store, sent } = start()
    store.getState().edit('label a', { put: [named('a', NAMED)] })
    store.setMask(mask)
    expect(store.getState().items.get('a')?.label).toBe('Visita a Cliente 0006')
    const shown = store.getState().items.get('a')
    if (shown?.item !== 'shape') throw new Error('no shape')
    store.getState().edit('move a', { put: [{ ...shown, x: 500 }] })
    expect(sent.at(-1)?.patch.put[0]).toMatchObject({ label: NAMED, x: 500 })
    expect(store.getState().items.get('a')).toMatchObject({ label: 'Visita a Cliente 0006', x: 500 })
    store.setMask(null)
    expect(store.getState().items.get('a')).toMatchObject({ label: NAMED, x: 500 })
  })

  it('can be written on: what was hidden stays where it stands', () => {
    const { store, sent } = start()
    store.getState().edit('label a', { put: [named('a', NAMED)] })
    store.setMask(mask)
    store.getState().edit('label a', { put: [named('a', 'Segunda visita a Cliente 0006, en mayo')] })
    expect(sent.at(-1)?.patch.put[0]?.label).toBe('Segunda visita a Ana Gil, en mayo')
  })

  it('go with a copy', () => {
    const { store, sent } = start()
    store.getState().edit('label a', { put: [named('a', NAMED)] })
    store.setMask(mask)
    store.getState().edit('copy', { put: [named('c', 'Visita a Cliente 0006')] })
    expect(sent.at(-1)?.patch.put[0]?.label).toBe(NAMED)
  })

  it('are hidden until it is known whether they name anybody, and one word never is', () => {
    const { store, sent } = start()
    store.getState().edit('label', { put: [named('a', 'Quién sabe'), named('b', 'Cierre')] })
    const asked: string[] = []
    store.setMask(openTextMask(new Map(), (text) => asked.push(text)))
    const { items, edit } = store.getState()
    expect([items.get('a')?.label, items.get('b')?.label]).toEqual(['•••', 'Cierre'])
    expect(asked).toEqual(['Quién sabe'])
    edit('label', { put: [named('a', '•••')] })
    expect(sent.at(-1)?.patch.put[0]?.label).toBe('Quién sabe')
    store.setMask(known({ 'Quién sabe': null }))
    expect(store.getState().items.get('a')?.label).toBe('Quién sabe')
  })

  it('leave the objects they were alone where they name nobody', () => {
    const { store } = start()
    store.getState().edit('label', { put: [named('a', NAMED), named('b', 'dos palabras')] })
    const before = store.getState().items
    store.setMask(mask)
    expect(store.getState().items.get('b')).toBe(before.get('b'))
  })
})
