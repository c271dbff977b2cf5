import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLocalHost } from '../../../src/main/data-host/host.ts'
import type { Text } from '../../../src/shared/domain/text.ts'
import { arrangeModel, isFrame } from '../../../src/shared/models/arrange-model.ts'
import { overlaps } from '../../../src/shared/models/geometry.ts'
import type { Model, ModelElement, ModelRelation } from '../../../src/shared/models/model.ts'
import { resourcesFolder } from '../../support/local-host.ts'

const both = (en: string, es = en): Text => ({ en, es })

/** A model nobody wrote code for: a frame with three steps in a triangle, a base under it, and two views. */
function makeModel(): Model {
  const element = (key: string, rest: Partial<ModelElement>): ModelElement => ({
    id: `sixth.${key}`,
    kind: 'step',
    order: null,
    parent: null,
    name: both(`The ${key}`, `El ${key}`),
    definition: both('What it is.', 'Qué es.'),
    prompt: both('What do we see?', '¿Qué vemos?'),
    questions: [both('Why?', '¿Por qué?')],
    evidence: 'orders',
    kpis: [],
    segments: [],
    sourceTerm: '',
    source: 'A',
    position: [0, 0, 1, 1],
    note: null,
    ...rest
  })
  const relation = (from: string, to: string, kind: ModelRelation['kind']): ModelRelation => ({
    from: `sixth.${from}`,
    to: `sixth.${to}`,
    kind,
    label: both('goes on', 'sigue'),
    shortLabel: both('on', 'sigue'),
    source: 'A'
  })
  return {
    id: 'sixth',
    revision: 1,
    name: both('A sixth model', 'Un sexto modelo'),
    authors: 'Nobody',
    year: '2026',
    summary: both('Made for a test.', 'Hecho para una prueba.'),
    profile: null,
    canvas: [800, 600],
    elements: [
      element('frame', { kind: 'frame', prompt: null, position: [20, 20, 760, 400] }),
      element('start', { order: 1, parent: 'sixth.frame', kpis: ['k_top20_share'], segments: ['s_ssc'], position: [60, 60, 200, 120] }),
      element('turn', { order: 2, parent: 'sixth.frame', kpis: ['k_nps'], segments: ['s_all'], position: [540, 60, 200, 120] }),
      element('return', { order: 3, parent: 'sixth.frame', segments: ['s_mvc'], position: [300, 260, 200, 120] }),
      element('base', { kind: 'foundation', kpis: ['k_contactable'], position: [20, 480, 760, 70] })
    ],
    relations: [
      relation('start', 'turn', 'precedes'),
      relation('turn', 'return', 'feeds'),
      relation('return', 'start', 'feedback'),
      relation('base', 'return', 'supports')
    ],
    walk: ['sixth.start', 'sixth.turn', 'sixth.return', 'sixth.base'],
    variants: [
      {
        id: 'whole',
        name: both('whole', 'entero'),
        note: both('All.', 'Todo.'),
        source: 'A',
        hides: [],
        changes: [],
        hidesRelations: [],
        addsRelations: []
      },
      {
        id: 'bare',
        name: both('without base', 'sin base'),
        note: both('Others leave the base out.', 'Otros omiten la base.'),
        source: 'A',
        hides: ['sixth.base'],
        changes: [],
        hidesRelations: [],
        addsRelations: []
      }
    ],
    confusions: [],
    sources: [{ text: both('Ours.', 'Nuestro.'), mark: 'A' }]
  }
}

let folder: string
let host: ReturnType<typeof createLocalHost>
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-sixth-'))
  cpSync(resourcesFolder, join(folder, 'resources'), { recursive: true })
  writeFileSync(join(folder, 'resources', 'models', 'sixth.json'), JSON.stringify(makeModel()))
  host = createLocalHost({ resourcesDir: join(folder, 'resources') })
})
afterEach(async () => {
  await host.client.workspace.closeWorkspace()
  rmSync(folder, { recursive: true, force: true })
})

describe('a sixth file in the folder of models', () => {
  it('appears among the models beside the five', async () => {
    const { models, problems } = await host.client.models.listModels()
    expect(problems).toEqual([])
    expect(models.map(({ id }) => id).sort()).toEqual(['buttle', 'gartner', 'idic', 'payne', 'qci', 'sixth'])
    expect(await host.client.models.getModel({ id: 'sixth' })).toEqual(makeModel())
  })

  it('is drawn, has evidence, is walked and reported on with no line of code for it', async () => {
    const { client, context } = host
    await client.workspace.createWorkspace({ fileToken: context.files.grant(join(folder, 'shop.cauce')), sampleId: 'la-espiga' })
    const { elements } = await client.models.getEvidence({ modelId: 'sixth' })
    expect(elements.map(({ id }) => id)).toEqual(makeModel().elements.map(({ id }) => id))
    expect(elements.find(({ id }) => id === 'sixth.start')?.metrics[0]?.value).toBeGreaterThan(0)
    expect(elements.find(({ id }) => id === 'sixth.start')?.segments[0]?.customers).toBeGreaterThan(0)

    const whole = await client.reports.renderDiagram({ modelId: 'sixth', language: 'es' })
    expect(whole.svg).toContain('El base')
    const bare = await client.reports.renderDiagram({ modelId: 'sixth', language: 'es', view: 'bare' })
    expect(bare.svg).not.toContain('El base')

    const walk = await client.walks.startWalk({ modelId: 'sixth' })
    expect(walk.modelId).toBe('sixth')
    await client.walks.saveStep({ walkId: walk.id, elementId: 'sixth.turn', decision: 'Ask them.' })
    await client.walks.finishWalk({ walkId: walk.id })
    const { text } = await client.reports.renderReport({ modelId: 'sixth', walkId: walk.id, language: 'en', format: 'md' })
    expect(text).toContain('Ask them.')
  })

  it('stands as its file says, box beside box', () => {
    const { placed, routes } = arrangeModel(makeModel(), 'es')
    const boxes = placed.filter(({ shape }) => !isFrame(shape))
    for (const [index, a] of boxes.entries()) for (const b of boxes.slice(index + 1)) expect(overlaps(a.box, b.box)).toBe(false)
    expect(placed.find(({ element }) => element.id === 'sixth.frame')?.shape).toBe('region')
    expect(routes.map(({ relation }) => relation.kind).sort()).toEqual(['feedback', 'feeds', 'precedes'])
  })
})
