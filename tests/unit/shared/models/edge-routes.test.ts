import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../../src/shared/domain/text.ts'
import { arrangeModel, isFrame, type Arrangement } from '../../../../src/shared/models/arrange-model.ts'
import { routeRelations, segmentsOf, type Route } from '../../../../src/shared/models/edge-routes.ts'
import { isShownAtFirst, LINE_STYLES } from '../../../../src/shared/models/relation-lines.ts'
import { bottom, overlaps, right, type Box } from '../../../../src/shared/models/geometry.ts'
import { Model, type ModelRelation } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const relation = (from: string, to: string, kind: ModelRelation['kind']): ModelRelation => ({
  from,
  to,
  kind,
  label: null,
  shortLabel: { en: `${from} ${kind} ${to}`, es: '' },
  source: 'A'
})
const row = (...ids: string[]): Map<string, Box> => new Map(ids.map((id, index) => [id, { x: index * 240, y: 0, width: 214, height: 190 }]))
const route = (nodes: Map<string, Box>, relations: ModelRelation[], regions: Box[] = []): Route[] =>
  routeRelations({
    nodes: new Map([...nodes, ...regions.map((box, index) => [`region${index}`, box] as const)]),
    frames: new Set(regions.map((_, index) => `region${index}`)),
    holders: new Map([...nodes.keys()].flatMap((id) => (regions.length > 0 ? [[id, 'region0']] : []))),
    relations,
    labelOf: (each) => each.shortLabel?.en ?? null
  })
const nodesOf = ({ placed }: Arrangement): Box[] => placed.filter(({ shape }) => !isFrame(shape)).map(({ box }) => box)
/** The line without its two ends, which touch the nodes they join. */
const innerSegments = ({ points }: Route): Box[] => segmentsOf(points).slice(1, -1)

describe('routes of relations', () => {
  it.each(LANGUAGES)('draw IDIC with no label on a node, on another label or on another line (%s)', (language) => {
    const arrangement = arrangeModel(idic, language)
    const labels = arrangement.routes.flatMap((each) => (each.label ? [{ route: each, box: each.label.box }] : []))
    expect(labels).toHaveLength(4)
    for (const { route: owner, box } of labels) {
      expect(nodesOf(arrangement).filter((node) => overlaps(node, box))).toEqual([])
      expect(labels.filter((other) => other.box !== box && overlaps(other.box, box))).toEqual([])
      expect(
        arrangement.routes.filter((other) => other !== owner && segmentsOf(other.points).some((segment) => overlaps(segment, box)))
      ).toEqual([])
    }
  })

  it('keep the loops of IDIC off the nodes and above the foundation', () => {
    const arrangement = arrangeModel(idic, 'es')
    const trust = arrangement.placed.find(({ element }) => element.id === 'idic.trust')?.box
    for (const each of arrangement.routes) {
      expect(nodesOf(arrangement).filter((node) => innerSegments(each).some((segment) => overlaps(node, segment)))).toEqual([])
      expect(Math.max(...each.points.map(({ y }) => y))).toBeLessThan(trust?.y ?? 0)
    }
  })

  it('join neighbours with one straight arrow from edge to edge', () => {
    const nodes = row('a', 'b')
    const [straight] = route(nodes, [relation('a', 'b', 'precedes')])
    expect(straight?.points).toEqual([
      { x: 214, y: 95 },
      { x: 240, y: 95 }
    ])
    expect(route(nodes, [relation('b', 'a', 'precedes')])[0]?.points).toEqual([
      { x: 240, y: 95 },
      { x: 214, y: 95 }
    ])
  })

  it('take a relation past a node below the row, frames included', () => {
    const region: Box = { x: -20, y: -40, width: 760, height: 260 }
    const [around] = route(row('a', 'b', 'c'), [relation('a', 'c', 'precedes')], [region])
    expect(around?.points).toHaveLength(4)
    expect(around?.points[1]?.y).toBeGreaterThan(bottom(region))
  })

  it('give nested loops lanes of their own that never cross', () => {
    const loops = route(row('a', 'b', 'c'), [relation('c', 'b', 'feedback'), relation('c', 'a', 'feedback')])
    const [inner, outer] = loops
    expect(outer?.points[1]?.y).toBeGreaterThan(inner?.points[1]?.y ?? Infinity)
    // The outer loop leaves to the right of the inner one, so that going down it passes outside.
    expect(outer?.points[0]?.x).toBeGreaterThan(inner?.points[0]?.x ?? Infinity)
  })

  it('draw a relation of a node with itself on its upper edge, label within its width', () => {
    const [loop] = route(row('a'), [{ ...relation('a', 'a', 'feedback'), shortLabel: { en: 'learns', es: '' } }])
    expect(Math.min(...(loop?.points.map(({ y }) => y) ?? []))).toBeLessThan(0)
    expect(right(loop?.label?.box ?? { x: 0, y: 0, width: 999, height: 0 })).toBeLessThan(214)
    expect(loop?.label?.box.x).toBeGreaterThan(0)
  })

  it('never draw what nesting or adjacency shows', () => {
    expect(LINE_STYLES.contains).toBeNull()
    expect(route(row('a', 'b'), [relation('a', 'b', 'contains')])).toEqual([])
    // What lies under the whole, or reaches everywhere, is drawn when somebody asks.
    for (const kind of ['supports', 'underpins', 'measures', 'serves'] as const) expect(isShownAtFirst(kind)).toBe(false)
    expect(isShownAtFirst('precedes')).toBe(true)
  })

  it('ignore a relation to a node that is not there', () => {
    expect(route(row('a'), [relation('a', 'gone', 'precedes')])).toEqual([])
  })

  it('never put two labels on each other, whatever loops a row has', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const loops = fc.uniqueArray(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), {
      maxLength: 12,
      selector: ([from, to]) => `${from}${to}`
    })
    fc.assert(
      fc.property(loops, (pairs) => {
        const nodes = row(...ids)
        const routes = route(
          nodes,
          pairs.map(([from, to]) => relation(from, to, 'feedback'))
        )
        const labels = routes.flatMap((each) => (each.label ? [each.label.box] : []))
        for (const [index, label] of labels.entries()) {
          expect(labels.slice(index + 1).some((other) => overlaps(label, other))).toBe(false)
          expect([...nodes.values()].some((node) => overlaps(node, label))).toBe(false)
        }
      })
    )
  })
})
