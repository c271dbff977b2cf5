import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { arrange } from '../../../src/main/data-host/diagrams/layout/arrange.ts'
import { placeHierarchy } from '../../../src/main/data-host/diagrams/layout/layered.ts'
import { readScene } from '../../../src/main/data-host/diagrams/layout/scene.ts'
import { LAYOUTS, type Layout, type Placement } from '../../../src/shared/contract/diagrams.ts'
import { isLine, isShape, type DiagramItem, type DiagramShape } from '../../../src/shared/diagrams/diagram.ts'
import { routeLine } from '../../../src/shared/diagrams/route-line.ts'
import { legsOf, liesUpon } from '../../../src/shared/diagrams/ways/cost.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'
import { makeLine, makeShape } from '../../support/make-diagram.ts'

type Box = Placement['shapes'][number]
const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
const layoutOf = (algorithm: Layout['algorithm'], more: Partial<Layout> = {}): Layout => ({
  algorithm,
  direction: 'down',
  gap: 48,
  ...more
})

/** Every shape as it stands after the arrangement. */
function standing(items: readonly DiagramItem[], placement: Placement): Map<string, Box & { parentId: string | undefined }> {
  const placed = new Map(placement.shapes.map((box) => [box.id, box]))
  const shapes = items.filter(isShape)
  const known = new Set(shapes.map(({ id }) => id))
  return new Map(
    shapes.map(({ id, parentId, x, y, width, height }) => [
      id,
      { ...(placed.get(id) ?? { id, x, y, width, height }), parentId: parentId !== undefined && known.has(parentId) ? parentId : undefined }
    ])
  )
}

/** What any arrangement must keep. */
function expectSound(items: readonly DiagramItem[], placement: Placement): void {
  const boxes = [...standing(items, placement).values()]
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const placed = new Set(placement.shapes.map(({ id }) => id))
  for (const a of boxes) {
    for (const value of [a.x, a.y, a.width, a.height]) expect(Number.isInteger(value)).toBe(true)
    const parent = a.parentId === undefined ? undefined : byId.get(a.parentId)
    if (parent && placed.has(a.id)) expect({ id: a.id, isInside: holds(parent, a) }).toEqual({ id: a.id, isInside: true })
    for (const b of boxes)
      if (a.id < b.id && a.parentId === b.parentId && (placed.has(a.id) || placed.has(b.id)))
        expect({ a: a.id, b: b.id, overlap: overlap(a, b) }).toEqual({ a: a.id, b: b.id, overlap: false })
  }
}

/** Shapes in containers three deep, pools with lanes, some locked; lines between any two. */
const anyScene: fc.Arbitrary<DiagramItem[]> = fc
  .record({
    shapes: fc.array(
      fc.record({
        parent: fc.nat(30),
        role: fc.constantFrom('plain', 'plain', 'plain', 'group', 'decision', 'pool', 'lane'),
        width: fc.integer({ min: 5, max: 60 }),
        height: fc.integer({ min: 5, max: 40 }),
        isLocked: fc.constantFrom(false, false, false, false, false, false, true),
        x: fc.integer({ min: 0, max: 250 })
      }),
      { minLength: 1, maxLength: 24 }
    ),
    lines: fc.array(fc.tuple(fc.nat(23), fc.nat(23)), { maxLength: 30 })
  })
  .map(({ shapes, lines }) => {
    const items: DiagramShape[] = []
    shapes.forEach(({ parent, role, width, height, isLocked, x }, index) => {
      const before = items[parent % (index + 1)]
      const holder = before && ['group', 'lane', 'pool'].includes(before.kind) ? before : undefined
      // A lane stands in a pool, and a pool holds nothing else.
      const isLane = role === 'lane' && holder?.kind === 'pool'
      const kind = role === 'lane' ? (isLane ? 'lane' : 'process') : role === 'plain' ? 'process' : role
      const parentId = holder?.kind === 'pool' ? (isLane ? holder.id : undefined) : holder?.id
      const free = { x: x * 4, y: index * 400, width: width * 4, height: height * 4 }
      items.push(
        makeShape(`s${String(index)}`, {
          kind,
          ...free,
          ...(parentId !== undefined && { parentId }),
          ...(isLocked && parentId === undefined && { isLocked })
        })
      )
    })
    const ends = lines.flatMap(([a, b], index) => {
      const [from, to] = [items[a % items.length], items[b % items.length]]
      return from && to ? [makeLine(`l${String(index)}`, from.id, to.id)] : []
    })
    return [...items, ...ends]
  })

describe('arranging', () => {
  it.each(LAYOUTS)('%s lets no two shapes overlap, keeps containers around theirs and locked shapes where they are', async (algorithm) => {
    await fc.assert(
      fc.asyncProperty(
        anyScene,
        fc.constantFrom('down', 'right', 'up', 'left'),
        fc.integer({ min: 8, max: 90 }),
        async (items, direction, gap) => {
          const placement = await arrange(items, layoutOf(algorithm, { direction, gap }))
          expectSound(items, placement)
          const locked = items.filter(isShape).filter(({ isLocked }) => isLocked)
          for (const { id } of locked) expect(placement.shapes.map((box) => box.id)).not.toContain(id)
        }
      ),
      { numRuns: 60 }
    )
  })

  it('keeps the upper left corner, and the grid', async () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, index) => makeShape(id, { x: 200 + index * 30, y: 120, width: 144, height: 64 }))
    const lines = ['ab', 'ac', 'bd', 'ce', 'ef'].map(([from = '', to = '']) => makeLine(`${from}-${to}`, from, to))
    for (const algorithm of LAYOUTS) {
      const { shapes } = await arrange([...items, ...lines], layoutOf(algorithm))
      expect([Math.min(...shapes.map(({ x }) => x)), Math.min(...shapes.map(({ y }) => y))]).toEqual([200, 120])
      for (const { x, y } of shapes) expect([x % 4, y % 4]).toEqual([0, 0])
    }
  })

  it('puts what follows ahead, in the direction asked', async () => {
    const items = [makeShape('a'), makeShape('b'), makeShape('c')]
    const lines = [makeLine('1', 'a', 'b'), makeLine('2', 'b', 'c')].map((line) => ({
      ...line,
      to: { shapeId: line.id === '1' ? 'b' : 'c' }
    }))
    for (const algorithm of ['layered', 'tree'] as const)
      for (const [direction, axis, sign] of [
        ['down', 'y', 1],
        ['right', 'x', 1],
        ['up', 'y', -1],
        ['left', 'x', -1]
      ] as const) {
        const { shapes } = await arrange([...items, ...lines], layoutOf(algorithm, { direction }))
        const at = (id: string): number => sign * (shapes.find((box) => box.id === id)?.[axis] ?? 0)
        expect(at('a')).toBeLessThan(at('b'))
        expect(at('b')).toBeLessThan(at('c'))
      }
  })

  it('leads long lines around what stands between, and forgets corners that were set for other places', async () => {
    const items = ['a', 'b', 'c', 'd'].map((id) => makeShape(id, { width: 144, height: 64 }))
    const chain = ['ab', 'bc', 'cd'].map(([from = '', to = '']) => ({ ...makeLine(from + to, from, to), to: { shapeId: to } }))
    const long = { ...makeLine('ad', 'a', 'd'), to: { shapeId: 'd' }, points: [{ x: 9000, y: 9000 }] } as DiagramItem
    const { shapes, lines } = await arrange([...items, ...chain, long], layoutOf('layered'))
    const way = lines.find(({ id }) => id === 'ad')?.points ?? []
    expect(way.length).toBeGreaterThan(1)
    for (const box of shapes.filter(({ id }) => id === 'b' || id === 'c'))
      for (const { x, y } of way) expect(x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height).toBe(false)
    const radial = await arrange([...items, ...chain, long], layoutOf('radial'))
    expect(radial.lines).toContainEqual({ id: 'ad', points: [] })
  })

  const chainWithLoop = (): DiagramItem[] => {
    const ids = ['find', 'qualify', 'offer', 'negotiate', 'close']
    return [
      ...ids.map((id, index) => makeShape(id, { x: index * 200, y: (index % 2) * 150, width: 144, height: 64 })),
      ...ids.slice(1).map((id, index) => makeLine(`to-${id}`, ids[index] ?? '', id, { to: { shapeId: id } })),
      makeLine('back', 'close', 'qualify', { to: { shapeId: 'qualify' } })
    ]
  }

  it('begins a process with a loop at its first step, and leads the loop back', async () => {
    for (const [direction, axis, sign] of [
      ['down', 'y', 1],
      ['right', 'x', 1],
      ['up', 'y', -1],
      ['left', 'x', -1]
    ] as const) {
      const { shapes } = await arrange(chainWithLoop(), layoutOf('layered', { direction }))
      const inOrder = shapes.toSorted((a, b) => sign * (a[axis] - b[axis])).map(({ id }) => id)
      expect(inOrder).toEqual(['find', 'qualify', 'offer', 'negotiate', 'close'])
    }
  })

  it('leads a line back around the branches of a tree', async () => {
    for (const direction of ['down', 'right', 'up', 'left'] as const) {
      const items = chainWithLoop()
      const { shapes, lines } = await arrange(items, layoutOf('tree', { direction }))
      const anchors = new Map(shapes.map((box) => [box.id, { ...box, kind: 'process' as const }]))
      const back = items.filter(isLine).find(({ id }) => id === 'back')
      const points = lines.find(({ id }) => id === 'back')?.points ?? []
      const way = back ? routeLine({ ...back, points: [...points] }, anchors).points : []
      expect(way.length).toBeGreaterThan(2)
      for (const [index, to] of way.entries()) {
        const from = way[index - 1] ?? to
        const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
        const leg = { id: 'leg', x, y, width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
        for (const box of shapes) expect({ direction, id: box.id, crosses: overlap(leg, box) }).toMatchObject({ crosses: false })
      }
    }
  })

  it('keeps every step of a process in its lane, lanes below each other', async () => {
    const lane = (id: string, y: number): DiagramShape => makeShape(id, { kind: 'lane', parentId: 'pool', y })
    const items: DiagramItem[] = [
      makeShape('pool', { kind: 'pool' }),
      lane('buyer', 0),
      lane('seller', 200),
      makeShape('ask', { parentId: 'buyer' }),
      makeShape('get', { parentId: 'buyer' }),
      makeShape('offer', { parentId: 'seller' }),
      makeLine('1', 'ask', 'offer'),
      makeLine('2', 'offer', 'get')
    ]
    for (const algorithm of LAYOUTS) {
      const placement = await arrange(items, layoutOf(algorithm))
      expectSound(items, placement)
      const at = standing(items, placement)
      expect(at.get('buyer')?.y).toBeLessThan(at.get('seller')?.y ?? 0)
      expect(at.get('buyer')?.x).toBe(at.get('seller')?.x)
      expect(at.get('ask')?.x).toBeLessThan(at.get('offer')?.x ?? 0)
      expect(at.get('offer')?.x).toBeLessThan(at.get('get')?.x ?? 0)
    }
  })

  it('leads lines between groups beside each other, not along one track and past their turns', async () => {
    const frames = ['Marketing', 'Sales', 'Service'].map((id) => makeShape(id, { kind: 'group', label: id }))
    const inside = { Campaign: 0, Lead: 0, Qualify: 1, Offer: 1, Onboard: 2, Support: 2 } as const
    const steps = Object.entries(inside).map(([id, frame]) => makeShape(id, { parentId: frames[frame]?.id ?? '', label: id }))
    const pairs = [
      ['Campaign', 'Lead'],
      ['Lead', 'Qualify'],
      ['Qualify', 'Offer'],
      ['Qualify', 'Campaign'],
      ['Offer', 'Onboard'],
      ['Onboard', 'Support'],
      ['Support', 'Campaign'],
      ['Support', 'Offer']
    ] as const
    const lines = pairs.map(([from, to], at) => makeLine(`l${String(at)}`, from, to))
    const items = [...frames, ...steps, ...lines]
    const placement = await arrange(items, layoutOf('layered'))
    const boxes = standing(items, placement)
    const shapes = new Map([...frames, ...steps].map((shape) => [shape.id, { ...shape, ...boxes.get(shape.id) }]))
    const corners = new Map(placement.lines.map(({ id, points }) => [id, points]))
    const ways = lines.map((line) => routeLine({ ...line, points: corners.get(line.id) ?? [] }, shapes).points)
    for (const [at, way] of ways.entries()) {
      const others = ways.filter((_, other) => other !== at).flatMap(legsOf)
      expect(liesUpon(way, others), lines[at]?.id).toBe(false)
    }
  })

  it('goes level by level where the kernel gives up on containers within each other', async () => {
    const items = [
      makeShape('outer', { kind: 'group' }),
      makeShape('other', { kind: 'group' }),
      makeShape('inner', { parentId: 'outer' }),
      ...[
        { ...makeLine('1', 'outer', 'other'), to: { shapeId: 'other' } },
        makeLine('2', 'outer', 'other'),
        { ...makeLine('3', 'other', 'inner'), to: { shapeId: 'inner' } }
      ]
    ] as DiagramItem[]
    const sizes = new Map(['inner', 'other'].map((id) => [id, { width: 120, height: 60 }]))
    await expect(placeHierarchy(readScene(items), sizes, layoutOf('layered'))).rejects.toThrow()
    const placement = await arrange(items, layoutOf('layered'))
    expect(placement.shapes).toHaveLength(3)
    expectSound(items, placement)
  })

  it('takes nothing amiss: nobody, one, only locked ones, containers inside themselves', async () => {
    expect(await arrange([], layoutOf('force'))).toEqual({ shapes: [], lines: [] })
    const round = [makeShape('a', { kind: 'group', parentId: 'b' }), makeShape('b', { kind: 'group', parentId: 'a' })]
    for (const algorithm of LAYOUTS) {
      expect((await arrange([makeShape('a', { x: 40, y: 8 })], layoutOf(algorithm))).shapes).toMatchObject([{ id: 'a', x: 40, y: 8 }])
      expect((await arrange([makeShape('a', { isLocked: true })], layoutOf(algorithm))).shapes).toEqual([])
      await arrange(round, layoutOf(algorithm))
    }
  })
})

describe('the host', () => {
  let host: TestHost
  beforeAll(() => {
    host = startTestHost()
  })
  afterAll(() => host.end())

  it('arranges in a thread, as asked', async () => {
    const items = [makeShape('a'), makeShape('b'), makeLine('l', 'a', 'b')]
    const placement = await host.client.diagrams.layOut({ items, layout: { algorithm: 'tree' } })
    expect(placement).toEqual(await arrange(items, layoutOf('tree')))
  })

  it('stops when nobody waits any more', async () => {
    const many = Array.from({ length: 1500 }, (_, index) => makeShape(`s${String(index)}`))
    const lines = many.slice(1).map(({ id }, index) => makeLine(`l${id}`, `s${String((index * 7) % 1500)}`, id))
    const abort = new AbortController()
    const asked = host.client.diagrams.layOut({ items: [...many, ...lines], layout: { algorithm: 'layered' } }, { signal: abort.signal })
    setTimeout(() => {
      abort.abort()
    }, 50)
    await expect(asked).rejects.toThrow()
  })
})
