import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Crosswalk, findCounterparts, listTopicsOf, type CrosswalkTopic } from '../../../../src/shared/models/crosswalk.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const crosswalk = Crosswalk.parse(JSON.parse(readFileSync('resources/catalogue/crosswalk.json', 'utf8')))
const models = new Map(
  readdirSync('resources/models')
    .filter((name) => name.endsWith('.json'))
    .map((name) => Model.parse(JSON.parse(readFileSync(`resources/models/${name}`, 'utf8'))))
    .map((model) => [model.id, model])
)
const find = (id: string): Model => {
  const model = models.get(id)
  if (!model) throw new Error(`${id} is not there`)
  return model
}
const BUILT_IN = ['idic', 'qci', 'payne', 'gartner', 'buttle']

/** A model of our own making, so that the rules are tested without the books. */
function makeModel(id: string, parents: Record<string, string | null>, contains: readonly [string, string][] = []): Model {
  const [element] = find('idic').elements
  if (!element) throw new Error('no element to copy')
  return {
    ...find('idic'),
    id,
    elements: Object.entries(parents).map(([name, parent]) => ({ ...element, id: `${id}.${name}`, parent: parent && `${id}.${parent}` })),
    relations: contains.map(([from, to]) => ({
      from: `${id}.${from}`,
      to: `${id}.${to}`,
      kind: 'contains',
      label: null,
      shortLabel: null,
      source: 'A'
    }))
  }
}
const topic = (id: string, places: Record<string, string[]>): CrosswalkTopic => ({
  id,
  name: { en: id, es: id },
  question: { en: id, es: id },
  places: Object.fromEntries(Object.entries(places).map(([model, elements]) => [model, { elements, note: null }])),
  source: 'A'
})

describe('the table of topics', () => {
  it('names only models and elements that exist, and each topic once, in both languages', () => {
    for (const { id, places, name, question } of crosswalk) {
      for (const [modelId, { elements, note }] of Object.entries(places)) {
        const known = find(modelId).elements.map((element) => element.id)
        expect([id, elements.filter((element) => !known.includes(element))]).toEqual([id, []])
        // A place without an element must say what there is instead.
        expect([id, modelId, elements.length > 0 || note !== null]).toEqual([id, modelId, true])
      }
      for (const text of [name, question]) expect(text.en.trim() !== '' && text.es.trim() !== '').toBe(true)
    }
    expect(new Set(crosswalk.map(({ id }) => id)).size).toBe(crosswalk.length)
    expect(crosswalk).toHaveLength(12)
  })

  it('has every built-in model in it', () => {
    const named = new Set(crosswalk.flatMap(({ places }) => Object.keys(places)))
    expect([...named].sort()).toEqual([...BUILT_IN].sort())
  })
})

const reference = '../shared/domain.md'
describe.skipIf(!existsSync(reference))('the table of topics against the reference (skipped without it)', () => {
  /** Rows of the table of section 7.3 as `topic name → model → element names`. */
  function readReference(): [string, Record<string, string[]>][] {
    const text = readFileSync(reference, 'utf8')
    const table = text.slice(text.indexOf('### 7.3'), text.indexOf('### 7.4'))
    const rows = table.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| topic'))
    return rows.map((row) => {
      const [name = '', ...cells] = row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
      const named = cells.map((cell, at) => [
        BUILT_IN[at] ?? '',
        [...cell.matchAll(/`(\w+)`/g)].map(([, id = '']) => `${BUILT_IN[at]}.${id}`)
      ])
      return [name, Object.fromEntries(named) as Record<string, string[]>]
    })
  }

  it('holds the same topics with the same elements', () => {
    const ours = crosswalk.map(({ name, places }) => [
      name.en.toLowerCase().replace(/^the /, ''),
      Object.fromEntries(BUILT_IN.map((id) => [id, places[id]?.elements ?? []]))
    ])
    expect(ours).toEqual(readReference())
  })
})

describe('counterparts by topic', () => {
  const left = makeModel('left', { a: null, part: 'a', frame: null, b: null, c: null }, [['frame', 'b']])
  const right = makeModel('right', { x: null, y: null, z: null })
  const table = [
    topic('one', { left: ['left.a'], right: ['right.x', 'right.y'] }),
    topic('two', { left: ['left.a', 'left.b'], right: ['right.y', 'right.gone'] }),
    topic('three', { left: ['left.b'] })
  ]
  const of = (id: string): unknown => {
    const { through, topics, elementIds } = findCounterparts(table, left, `left.${id}`, right)
    return { through, topics: topics.map((each) => each.id), elementIds }
  }

  it('are the elements of the other model that share a topic, each once, and only those that exist', () => {
    expect(of('a')).toEqual({ through: ['left.a'], topics: ['one', 'two'], elementIds: ['right.x', 'right.y'] })
  })

  it('speak through the element a part stands in', () => {
    expect(of('part')).toEqual({ through: ['left.a'], topics: ['one', 'two'], elementIds: ['right.x', 'right.y'] })
  })

  it('speak through what a frame contains', () => {
    expect(of('frame')).toEqual({ through: ['left.b'], topics: ['two', 'three'], elementIds: ['right.y'] })
  })

  it('are none for an element the table does not name', () => {
    expect(of('c')).toEqual({ through: [], topics: [], elementIds: [] })
    expect(listTopicsOf(table, 'left', 'left.c')).toEqual([])
  })

  it('end when parents run in a circle', () => {
    const circle = makeModel('left', { p: 'q', q: 'p' })
    expect(findCounterparts(table, circle, 'left.p', right).through).toEqual([])
  })

  it('find where complaints live in each of the models of the books', () => {
    const counterparts = (to: string): readonly string[] =>
      findCounterparts(crosswalk, find('qci'), 'qci.act_dissatisfaction', find(to)).elementIds
    expect(counterparts('idic')).toEqual(['idic.interact'])
    expect(counterparts('gartner')).toEqual(['gartner.experience', 'gartner.processes'])
    expect(counterparts('payne')).toEqual(['payne.multichannel'])
    expect(counterparts('buttle')).toEqual(['buttle.lifecycle'])
  })
})
