import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DiagramShape } from '../../../src/shared/diagrams/diagram.ts'
import { readActionIds } from '../../../src/shared/diagrams/shape-actions.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeContent, makeShape } from '../../support/make-diagram.ts'

let host: TestHost
let diagramId: number
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('shop.cauce').token, sampleId: 'la-espiga' })
  const content = makeContent([
    makeShape('a', { label: 'Primer\ncontacto', image: 'data:image/png;base64,AAAA' }),
    makeShape('b', { label: '' })
  ])
  diagramId = (
    await host.client.diagrams.createDiagram({ name: 'Proceso de ventas', source: { from: 'content', content }, language: 'es' })
  ).id
})
afterAll(() => host.end())

const draft = { title: 'Llamar', owner: 'Eva', dueDate: '2026-12-01' }
const readShape = async (id: string): Promise<DiagramShape> => {
  const found = (await host.client.diagrams.getDiagram({ id: diagramId })).items.find((item) => item.id === id)
  if (found?.item !== 'shape') throw new Error('no shape')
  return found
}

describe('an action added at a shape', () => {
  it.each(['link', 'step'] as const)('as a %s is one step for undo, and for redo', async (as) => {
    const before = await readShape('a')
    const { id } = await host.client.plan.addAction({ ...draft, shape: { diagramId, shapeId: 'a', as } })
    const after = await readShape('a')
    expect(as === 'link' ? after.link : readActionIds(after)).toEqual(as === 'link' ? { to: 'action', actionId: id } : [id])
    expect(after.image).toBe(before.image)
    const place = { actionId: id, diagramId, diagram: 'Proceso de ventas', shapeId: 'a', label: 'Primer contacto' }
    expect(await host.client.plan.listPlaces()).toEqual([place])
    await host.client.workspace.undo()
    expect(await readShape('a')).toEqual(before)
    expect(await host.client.plan.listActions({})).toEqual([])
    expect(await host.client.plan.listPlaces()).toEqual([])
    await host.client.workspace.redo()
    expect(await host.client.plan.listPlaces()).toEqual([place])
    await host.client.workspace.undo()
  })

  it('is not added where the shape is gone', async () => {
    for (const shape of [
      { diagramId, shapeId: 'z' },
      { diagramId: 999, shapeId: 'a' }
    ])
      await expect(host.client.plan.addAction({ ...draft, shape: { ...shape, as: 'step' } })).rejects.toMatchObject({
        data: { code: 'not-found' }
      })
    expect(await host.client.plan.listActions({})).toEqual([])
  })

  it('stands nowhere once it is deleted, though the shape still knows its number', async () => {
    const { id } = await host.client.plan.addAction({ ...draft, shape: { diagramId, shapeId: 'b', as: 'step' } })
    await host.client.plan.deleteAction({ id })
    expect(await host.client.plan.listPlaces()).toEqual([])
  })
})
