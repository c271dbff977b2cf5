import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { computeLogicalChecksum } from '../../../src/main/data-host/database/logical-checksum.ts'
import type { DiagramPatch, DiagramSource } from '../../../src/shared/contract/diagrams.ts'
import type { DiagramContent, DiagramItem } from '../../../src/shared/diagrams/diagram.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeLine, makeShape } from '../../support/make-diagram.ts'
import { anyItem } from '../../support/random-diagram.ts'

let host: TestHost
/** Minutes since the host was started; a second goes by with every look. */
let minutes = 0
let looks = 0
beforeEach(async () => {
  minutes = 0
  host = startTestHost(() => new Date(Date.UTC(2026, 10, 1, 9, minutes, (looks += 1) / 1000)))
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, title: 'Tienda' })
})
afterEach(() => host.end())

const { stringify } = JSON
const create = async (items: readonly DiagramItem[], name = 'Venta'): Promise<number> =>
  (await host.client.diagrams.createDiagram({ name, source: { from: 'content', content: makeContent(items) }, language: 'es' })).id
const edit = (id: number, patch: Partial<DiagramPatch>, what = 'edit'): Promise<{ updatedAt: string; revision: number }> =>
  host.client.diagrams.editDiagram({ id, edit: what, patch })
const read = async (id: number): Promise<DiagramContent> => {
  const { settings, items } = await host.client.diagrams.getDiagram({ id })
  return { settings, items }
}
const byId = (items: readonly DiagramItem[]): DiagramItem[] => [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
const checksum = (): string => computeLogicalChecksum(host.context.workspace().read)
const count = (sql: string): number => host.context.workspace().read.prepare<[], number>(sql).pluck().get() ?? -1
const steps = (): number => count('SELECT count(*) FROM changes WHERE undone = 0')

describe('a diagram', () => {
  it('gives back every item as it was put, in its order, and is listed with its counts', async () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo='
    const items: DiagramItem[] = [
      makeShape('z', { order: 1, kind: 'group', notes: 'Primero', style: { fill: '#FFEE00' }, data: { key: 'value' } }),
      makeShape('a', { order: 2, parentId: 'z', kind: 'image', image: picture, link: { to: 'segment', segmentId: 's_all' } }),
      makeShape('b', { order: 3, kind: 'image', image: picture, isLocked: true }),
      { ...makeLine('l', 'a', 'b'), order: 4 }
    ]
    const id = await create(items)
    expect((await read(id)).items).toEqual(items)
    const [entry] = await host.client.diagrams.listDiagrams()
    expect(entry).toMatchObject({ id, name: 'Venta', modelId: null, shapes: 3, lines: 1 })
    // The same picture twice is kept once.
    expect(count('SELECT count(*) FROM diagram_images')).toBe(1)
  })

  it('is copied whole, and the copy goes its own way', async () => {
    const id = await create([makeShape('a')])
    const copy = await host.client.diagrams.createDiagram({ name: 'Copia', source: { from: 'diagram', diagramId: id }, language: 'es' })
    await edit(copy.id, { put: [makeShape('a', { x: 400 })] })
    expect((await read(id)).items).toEqual([makeShape('a')])
    expect((await read(copy.id)).items).toEqual([makeShape('a', { x: 400 })])
  })

  it('is made from any template and any model, sound and in the person’s language', async () => {
    const { client } = host
    for (const { id, name, content } of await client.diagrams.listTemplates()) {
      const made = await client.diagrams.createDiagram({ name: name.es, source: { from: 'template', templateId: id }, language: 'es' })
      expect(byId((await read(made.id)).items)).toEqual(byId(content.es.items))
    }
    for (const { id, name } of (await client.models.listModels()).models) {
      const made = await client.diagrams.createDiagram({ name: name.es, source: { from: 'model', modelId: id }, language: 'es' })
      const drawn = await client.diagrams.drawModel({ modelId: id, language: 'es' })
      expect(byId((await read(made.id)).items)).toEqual(byId(drawn.items))
      expect((await client.diagrams.getDiagram({ id: made.id })).modelId).toBe(id)
    }
    const refused = (source: DiagramSource): Promise<unknown> =>
      codeOf(() => client.diagrams.createDiagram({ name: 'No', source, language: 'es' }))
    expect(await refused({ from: 'template', templateId: 'never' })).toBe('not-found')
    expect(await refused({ from: 'model', modelId: 'never' })).toBe('not-found')
    expect(await refused({ from: 'diagram', diagramId: 999 })).toBe('not-found')
    expect((await client.workspace.checkIntegrity()).problems).toEqual([])
  })

  it('is looked through by the check of the workspace', async () => {
    await create([makeShape('a', { kind: 'image', image: 'data:image/png;base64,AAAA' }), makeShape('b', { parentId: 'a' })])
    await host.context.workspace().change([], (db) => {
      db.exec("UPDATE diagram_items SET id = 'z' WHERE id = 'a'; DELETE FROM diagram_images")
    })
    const { problems } = await host.client.workspace.checkIntegrity()
    expect(problems.map(({ en }) => en)).toEqual([
      'shapes of diagrams in a container that is not there: 1',
      'pictures of diagrams that are not there: 1'
    ])
  })

  it('goes with a copy of the workspace, and is there when it is opened again', async () => {
    const id = await create([makeShape('a', { kind: 'image', image: 'data:image/png;base64,AAAA' }), makeShape('b')])
    await host.client.diagrams.saveVersion({ id, name: 'Primera' })
    const [before, whole] = [checksum(), await read(id)]
    const { token } = host.file('copy.cauce')
    await host.client.workspace.saveCopy({ fileToken: token })
    await host.client.workspace.openWorkspace({ fileToken: token })
    expect(checksum()).toBe(before)
    expect(await read(id)).toEqual(whole)
    expect(await host.client.diagrams.listVersions({ id })).toHaveLength(1)
  })

  it('never gives the number of a deleted one again', async () => {
    const id = await create([])
    await host.client.diagrams.deleteDiagram({ id })
    expect(await create([])).toBeGreaterThan(id)
  })

  it('comes back whole with its versions when its deletion is undone, or from the history', async () => {
    const id = await create([makeShape('a'), makeShape('b'), makeLine('l', 'a', 'b')])
    const other = await create([makeShape('x', { link: { to: 'diagram', diagramId: id } })], 'Otra')
    await host.client.diagrams.saveVersion({ id, name: 'Primera' })
    expect(await host.client.diagrams.describeDeletion({ id })).toEqual({ links: 1, versions: 1 })
    expect(await host.client.diagrams.describeDeletion({ id: other })).toEqual({ links: 0, versions: 0 })
    const before = checksum()
    await host.client.diagrams.deleteDiagram({ id })
    expect(await codeOf(() => host.client.diagrams.getDiagram({ id }))).toBe('not-found')
    await host.client.workspace.undo()
    expect(checksum()).toBe(before)
    expect(await host.client.diagrams.listVersions({ id })).toMatchObject([{ name: 'Primera', shapes: 2, lines: 1 }])

    await host.client.diagrams.deleteDiagram({ id })
    await host.client.diagrams.renameDiagram({ id: other, name: 'Después' })
    const { entries } = await host.client.history.listHistory({ deleted: true })
    await host.client.history.restoreDeleted({ change: entries[0]?.id ?? 0 })
    expect((await read(id)).items).toHaveLength(3)
    expect(await host.client.diagrams.listVersions({ id })).toHaveLength(1)
  })
})

describe('an edit', () => {
  it('puts, replaces and removes items, and tells the history what it did', async () => {
    const id = await create([makeShape('a'), makeShape('b'), makeLine('l', 'a', 'b')])
    const told = async (): Promise<unknown> => (await host.client.workspace.getState())?.undo?.details
    await edit(id, { put: [makeShape('a', { x: 40 })] }, 'drag a')
    expect(await told()).toEqual({ id, name: 'Venta', edit: 'drag a', context: 'moved', count: 1 })
    await edit(id, { put: [makeShape('c'), makeShape('d')] }, 'paste')
    expect(await told()).toMatchObject({ context: 'added', count: 2 })
    await edit(id, { remove: ['b', 'l'] }, 'delete')
    expect(await told()).toMatchObject({ context: 'removed', count: 2 })
    await edit(id, { put: [makeShape('a', { x: 40, label: 'Otra' })] }, 'label')
    expect(await told()).toMatchObject({ context: 'changed', count: 1 })
    await edit(id, { settings: { hasGrid: false, doesSnap: true } }, 'grid')
    expect(await told()).toMatchObject({ context: 'settings', count: 1 })
    const { entries } = await host.client.history.listHistory({})
    expect(entries.map(({ kind, details }) => translate('es', `changes.${kind}`, details))).toEqual([
      'cambio de la página de «Venta»',
      'cambio de una forma o línea en «Venta»',
      'eliminación de 2 formas y líneas de «Venta»',
      '2 formas y líneas nuevas en «Venta»',
      'movimiento de una forma o línea en «Venta»',
      'diagrama nuevo «Venta»'
    ])
    const content = await read(id)
    expect(content.settings).toEqual({ hasGrid: false, doesSnap: true })
    expect(byId(content.items)).toEqual([makeShape('a', { x: 40, label: 'Otra' }), makeShape('c'), makeShape('d')])
  })

  it('is one step with those of the same that follow within a minute, whatever each touched', async () => {
    const id = await create([makeShape('a')])
    const before = checksum()
    await edit(id, { put: [makeShape('a', { label: 'V' })] }, 'label a')
    await edit(id, { put: [makeShape('a', { label: 'Ve', width: 140 })] }, 'label a')
    await edit(id, { put: [makeShape('b'), makeShape('a', { label: 'Ven', width: 150 })] }, 'label a')
    await edit(id, { put: [makeShape('c')], remove: ['b'] }, 'label a')
    expect(steps()).toBe(2)
    const after = checksum()
    await host.client.workspace.undo()
    expect(checksum()).toBe(before)
    await host.client.workspace.redo()
    expect(checksum()).toBe(after)
    minutes += 2
    await edit(id, { put: [makeShape('a', { label: 'Venta' })] }, 'label a')
    await edit(id, { put: [makeShape('a', { label: 'Ventas' })] }, 'label b')
    expect(steps()).toBe(4)
  })

  it('is one step with what joins it, however long that takes, unless something came between', async () => {
    const id = await create([makeShape('a')])
    const before = checksum()
    const join = (label: string): Promise<unknown> =>
      host.client.diagrams.editDiagram({ id, edit: 'make b', joins: true, patch: { put: [makeShape('b', { label })] } })
    await join('')
    minutes += 30
    await join('Offer')
    expect(steps()).toBe(2)
    await host.client.workspace.undo()
    expect(checksum()).toBe(before)
    await host.client.workspace.redo()
    await edit(id, { put: [makeShape('a', { label: 'Lead' })] }, 'label a')
    await join('Offers')
    expect(steps()).toBe(4)
  })

  it('that changes nothing is no step', async () => {
    const id = await create([makeShape('a')])
    const before = checksum()
    await edit(id, { put: [makeShape('a')], remove: ['nobody'], settings: { hasGrid: true, doesSnap: true } })
    expect(steps()).toBe(1)
    expect(checksum()).toBe(before)
  })

  it('is refused with nothing changed when the diagram could not be so', async () => {
    const id = await create([makeShape('g', { kind: 'group' }), makeShape('in', { parentId: 'g' }), makeShape('a')])
    const before = checksum()
    const refused = (patch: Partial<DiagramPatch>): Promise<unknown> => codeOf(() => edit(id, patch))
    expect(await refused({ put: [makeShape('a', { parentId: 'gone' })] })).toBe('diagram-container-gone')
    expect(await refused({ put: [makeShape('a', { parentId: 'a' })] })).toBe('diagram-inside-itself')
    expect(await refused({ put: [makeShape('g', { parentId: 'in' })] })).toBe('diagram-inside-itself')
    expect(await refused({ put: [makeShape('x', { parentId: 'y' }), makeShape('y', { parentId: 'x' })] })).toBe('diagram-inside-itself')
    expect(await refused({ remove: ['g'] })).toBe('diagram-container-gone')
    expect(await refused({ put: [makeLine('g', 'a', 'in')] })).toBe('diagram-container-gone')
    expect(await refused({ put: [makeShape('a', { parentId: 'l' }), makeLine('l', 'a', 'g')] })).toBe('diagram-container-gone')
    expect(await refused({ put: [makeShape('x'), makeShape('x')] })).toBe('invalid-value')
    expect(await refused({ put: [makeShape('x')], remove: ['x'] })).toBe('invalid-value')
    expect(await codeOf(() => edit(id + 1, { put: [makeShape('x')] }))).toBe('not-found')
    expect(checksum()).toBe(before)
    await edit(id, { remove: ['g', 'in'] })
    expect((await read(id)).items).toEqual([makeShape('a')])
  })

  it('may take a container away when what stood in it stands elsewhere', async () => {
    const id = await create([makeShape('g', { kind: 'group' }), makeShape('in', { parentId: 'g' })])
    await edit(id, { remove: ['g'], put: [makeShape('in')] })
    expect((await read(id)).items).toEqual([makeShape('in')])
  })

  it('can’t make a diagram larger than it may be, nor can a new one be', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => makeShape(`s${String(index)}`))
    const id = await create(many)
    expect(await codeOf(() => edit(id, { put: [makeShape('more')] }))).toBe('diagram-full')
    await edit(id, { put: [makeShape('more')], remove: ['s0'] })
    expect(await codeOf(() => create([makeShape('a'), makeShape('a')]))).toBe('diagram-duplicate-ids')
    expect(await codeOf(() => create([makeShape('a', { parentId: 'a' })]))).toBe('diagram-inside-itself')
  })

  it('logs only where a shape stands when it is moved, however much is written in it', async () => {
    const fields = Array.from({ length: 200 }, (_, index) => ({ name: `Field ${String(index)}`, type: 'Text(255)' }))
    const entity = makeShape('e', { kind: 'entity', fields, notes: 'n'.repeat(5000) })
    const id = await create([entity])
    for (let x = 4; x <= 40; x += 4) await edit(id, { put: [{ ...entity, x }] }, `drag ${String(x)}`)
    expect(steps()).toBe(11)
    expect(count("SELECT max(length(rows)) FROM changes WHERE kind = 'diagram-edited'")).toBeLessThan(600)
  })
})

describe('undo and redo', () => {
  it('lead back to the same checksum through any edits', async () => {
    const patch = fc.record({
      put: fc.uniqueArray(anyItem, { selector: ({ id }) => id, maxLength: 4 }),
      remove: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 2 }),
      what: fc.constantFrom('one', 'two'),
      minutesLater: fc.constantFrom(0, 0, 2, 12)
    })
    await fc.assert(
      fc.asyncProperty(fc.array(patch, { minLength: 1, maxLength: 12 }), async (patches) => {
        const id = await create([makeShape('a'), makeShape('b')])
        const start = steps()
        /** The state after each step. */
        const states = [{ steps: start, sum: checksum(), content: stringify(await read(id)) }]
        for (const { put, remove, what, minutesLater } of patches) {
          minutes += minutesLater
          const before = checksum()
          try {
            await edit(id, { put, remove }, what)
          } catch {
            expect(checksum()).toBe(before)
          }
          const state = { steps: steps(), sum: checksum(), content: stringify(await read(id)) }
          if (state.steps === states.at(-1)?.steps) states.pop()
          states.push(state)
        }
        for (const state of [...states].reverse().slice(1)) {
          await host.client.workspace.undo()
          expect({ steps: steps(), sum: checksum(), content: stringify(await read(id)) }).toEqual(state)
        }
        expect(steps()).toBe(start)
        for (const state of states.slice(1)) {
          await host.client.workspace.redo()
          expect({ steps: steps(), sum: checksum(), content: stringify(await read(id)) }).toEqual(state)
        }
      }),
      { numRuns: 60 }
    )
  })
})

describe('versions', () => {
  it('are kept by themselves before an edit when the last is older than ten minutes, the newest fifty', async () => {
    const id = await create([makeShape('a')])
    const versions = (): ReturnType<typeof host.client.diagrams.listVersions> => host.client.diagrams.listVersions({ id })
    await edit(id, { put: [makeShape('b')] })
    await edit(id, { put: [makeShape('c')] })
    expect(await versions()).toMatchObject([{ name: null, shapes: 1, lines: 0 }])
    minutes += 11
    await edit(id, { put: [makeShape('d')] })
    expect(await versions()).toMatchObject([{ shapes: 3 }, { shapes: 1 }])
    await host.client.diagrams.saveVersion({ id, name: 'Con nombre' })
    for (let x = 0; x < 60; x++) {
      minutes += 11
      await edit(id, { put: [makeShape('a', { x })] })
    }
    const all = await versions()
    expect(all.filter(({ name }) => name === null)).toHaveLength(50)
    expect(all.filter(({ name }) => name !== null)).toMatchObject([{ name: 'Con nombre', shapes: 4 }])
    expect(all.map(({ id: each }) => each)).toEqual([...all.map(({ id: each }) => each)].sort((a, b) => b - a))
  })

  it('bring the diagram back as it was, keep what it was, and can be undone', async () => {
    const picture = 'data:image/png;base64,AAAA'
    const first = [makeShape('a', { kind: 'image', image: picture }), makeShape('b'), makeLine('l', 'a', 'b')]
    const id = await create(first)
    const { id: versionId } = await host.client.diagrams.saveVersion({ id, name: 'Primera' })
    await edit(id, { put: [makeShape('c'), makeShape('b', { x: 8 })], remove: ['a', 'l'], settings: { hasGrid: false, doesSnap: false } })
    const before = checksum()
    expect((await host.client.diagrams.getVersion({ versionId })).content).toEqual({ ...makeContent(first), items: first })
    await host.client.diagrams.restoreVersion({ versionId })
    expect(await read(id)).toEqual(makeContent(first))
    const [newest] = await host.client.diagrams.listVersions({ id })
    expect(newest).toMatchObject({ name: null, shapes: 2, lines: 0 })
    await host.client.diagrams.restoreVersion({ versionId: newest?.id ?? 0 })
    expect(byId((await read(id)).items)).toEqual([makeShape('b', { x: 8 }), makeShape('c')])
    await host.client.workspace.undo()
    await host.client.workspace.undo()
    expect(checksum()).toBe(before)
  })

  it('can be deleted, and have gone with a diagram that is not there', async () => {
    const id = await create([makeShape('a')])
    const { id: versionId } = await host.client.diagrams.saveVersion({ id, name: 'Primera' })
    await host.client.diagrams.deleteVersion({ versionId })
    expect(await host.client.diagrams.listVersions({ id })).toEqual([])
    await host.client.workspace.undo()
    expect(await host.client.diagrams.listVersions({ id })).toHaveLength(1)
    await host.client.diagrams.deleteDiagram({ id })
    expect(await codeOf(() => host.client.diagrams.restoreVersion({ versionId }))).toBe('not-found')
    expect(await codeOf(() => host.client.diagrams.getVersion({ versionId }))).toBe('not-found')
  })
})
