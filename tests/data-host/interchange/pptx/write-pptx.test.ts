import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WriteOptions } from '../../../../src/main/data-host/interchange/formats.ts'
import { findSite, type SlideLine, writeConnector } from '../../../../src/main/data-host/interchange/pptx/connectors.ts'
import { writePptx } from '../../../../src/main/data-host/interchange/pptx/write-pptx.ts'
import { type DiagramContent, isLine, isShape, SHAPE_KINDS } from '../../../../src/shared/diagrams/diagram.ts'
import { routeLine } from '../../../../src/shared/diagrams/route-line.ts'
import { anyDiagram } from '../../../support/flowing-diagram.ts'
import { makeContent, makeLine, makeShape } from '../../../support/make-diagram.ts'
import { checkPackage, drawConnector, findAll, parseXml, textOf } from '../../../support/read-slides.ts'

const PIXEL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
async function write(content: DiagramContent, more: Partial<WriteOptions> = {}): Promise<ReturnType<typeof checkPackage>> {
  const { data } = await writePptx(content, { name: 'Proceso de venta', language: 'es', ...more })
  return checkPackage(data instanceof Uint8Array ? data : new Uint8Array())
}
/** Heads that PowerPoint has none like, drawn beside their lines, and faces above their words. */
const isHead = (name: string | undefined): boolean =>
  ['one', 'many', 'zero-or-one', 'zero-or-many', 'one-or-many', 'face', 'face turned'].includes(name ?? '')
/** Text as a slide can show it: no control characters, no space around. */
const showable = (text: string): string => text.replace(/[^\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').trim()

describe('a diagram as slides', () => {
  it('is a sound package, with a form for every shape, a line for every line, and every text', async () => {
    await fc.assert(
      fc.asyncProperty(anyDiagram({ hasLooseEnds: true }), async (content) => {
        const { faults, slides } = await write(content)
        expect(faults).toEqual([])
        const [slide] = slides
        if (!slide) throw new Error('no slide')
        const shapes = content.items.filter(isShape)
        const lines = content.items.filter(isLine)
        const labels = lines.filter(({ label }) => showable(label) !== '')
        const heads = findAll(slide, 'p:cNvPr').filter(({ attributes }) => isHead(attributes['name'])).length
        const drawn = findAll(slide, 'p:sp').length + findAll(slide, 'p:cxnSp').length - heads
        expect(drawn).toBe(1 + shapes.length + lines.length + labels.length)
        const texts = findAll(slide, 'p:sp').map((shape) => showable(textOf(shape)))
        for (const { label } of [...shapes, ...labels]) expect(texts).toContain(showable(label))
      }),
      { numRuns: 60 }
    )
  })

  it('uses PowerPoint’s own forms, colours, weights and fonts that can be read', async () => {
    const { slides } = await write(
      makeContent([
        makeShape('a', {
          kind: 'decision',
          label: '¿Interesa?',
          style: { fill: '#FFEEAA80', stroke: '#112233', weight: 2, dash: 'dashed', ink: '#445566' }
        }),
        makeShape('b', { kind: 'database', x: 300, y: 10, label: 'Clientes' }),
        makeShape('c', { kind: 'document', x: 300, y: 200, label: 'Contrato' })
      ])
    )
    const forms = slides[0] ? findAll(slides[0], 'a:prstGeom').map(({ attributes }) => attributes['prst']) : []
    expect(forms).toEqual(['rect', 'flowChartDecision', 'can', 'flowChartDocument'])
    const [, decision] = slides[0] ? findAll(slides[0], 'p:sp') : []
    const colours = decision ? findAll(decision, 'a:srgbClr').map(({ attributes }) => attributes['val']) : []
    expect(colours).toEqual(['FFEEAA', '112233', '445566'])
    expect(decision && findAll(decision, 'a:prstDash')[0]?.attributes['val']).toBe('dash')
    for (const run of slides[0] ? findAll(slides[0], 'a:rPr') : []) expect(Number(run.attributes['sz'])).toBeGreaterThanOrEqual(800)
  })

  it('has a form for every kind', async () => {
    const kinds = Object.values(SHAPE_KINDS).flat()
    const { faults, slides } = await write(
      makeContent(
        kinds.map((kind, index) => makeShape(`s${index}`, { kind, x: (index % 8) * 200, y: Math.floor(index / 8) * 150, label: kind }))
      )
    )
    expect(faults).toEqual([])
    expect(slides[0] && findAll(slides[0], 'a:prstGeom')).toHaveLength(kinds.length + 2)
  })

  it('glues connectors to their shapes and puts containers behind', async () => {
    const { slides } = await write(
      makeContent([
        makeShape('a', { order: 1, parentId: 'g', label: 'Uno' }),
        makeShape('b', { order: 4, x: 400, label: 'Dos' }),
        makeShape('g', { order: 3, kind: 'group', x: -20, y: -40, width: 200, height: 140, label: 'Grupo' }),
        makeLine('l', 'a', 'b', {
          from: { shapeId: 'a', side: 'right' },
          to: { shapeId: 'b', side: 'left' },
          label: 'sigue',
          startHead: 'circle',
          endHead: 'arrow'
        })
      ])
    )
    const slide = slides[0] ?? parseXml('<a/>')
    const names = new Map(findAll(slide, 'p:cNvPr').map(({ attributes }) => [attributes['id'], attributes['name']]))
    expect(findAll(slide, 'p:sp').map((shape) => findAll(shape, 'p:cNvPr')[0]?.attributes['name'])).toEqual([
      'title',
      'Grupo',
      'Uno',
      'Dos',
      'label'
    ])
    const [start] = findAll(slide, 'a:stCxn')
    const [end] = findAll(slide, 'a:endCxn')
    expect([
      names.get(start?.attributes['id']),
      start?.attributes['idx'],
      names.get(end?.attributes['id']),
      end?.attributes['idx']
    ]).toEqual(['Uno', '3', 'Dos', '1'])
    const [connector] = findAll(slide, 'p:cxnSp')
    expect(
      connector && [findAll(connector, 'a:headEnd')[0]?.attributes['type'], findAll(connector, 'a:tailEnd')[0]?.attributes['type']]
    ).toEqual(['oval', 'triangle'])
  })

  it('draws connectors where the lines run, whatever way they take', () => {
    const place = fc.integer({ min: -600, max: 600 })
    const side = fc.constantFrom('top', 'right', 'bottom', 'left', undefined)
    fc.assert(
      fc.property(place, place, side, side, fc.constantFrom('elbow', 'straight'), (x, y, from, to, route) => {
        const shapes = new Map([makeShape('a'), makeShape('b', { x, y })].map((shape) => [shape.id, shape]))
        const end = (shapeId: string, at: typeof from): { shapeId: string; side?: NonNullable<typeof from> } =>
          at === undefined ? { shapeId } : { shapeId, side: at }
        const line = makeLine('l', 'a', 'b', { from: end('a', from), to: end('b', to), route })
        const points = routeLine(line, shapes).points.map((point) => ({ x: point.x / 96, y: point.y / 96 }))
        const { path } = routeLine(line, shapes)
        const toPoint = ({ x: left, y: top }: { x: number; y: number }): { x: number; y: number } => ({ x: left / 96, y: top / 96 })
        const own: SlideLine = { line, points, path, toPoint, scale: 1 / 96, start: null, end: null }
        const xml = parseXml(`<r xmlns:p="p" xmlns:a="a">${writeConnector(own, 2, 'l')}</r>`)
        const [connector] = findAll(xml, 'p:cxnSp')
        if (!connector) return
        const drawn = drawConnector(connector)
        expect(drawn).toHaveLength(points.length)
        for (const [index, point] of drawn.entries()) {
          expect(point.x).toBeCloseTo(points[index]?.x ?? Number.NaN, 2)
          expect(point.y).toBeCloseTo(points[index]?.y ?? Number.NaN, 2)
        }
      }),
      { numRuns: 500 }
    )
  })

  it('glues only where a line ends in the middle of a side', () => {
    const shapes = new Map([makeShape('a'), makeShape('d', { kind: 'data' })].map((shape) => [shape.id, shape]))
    expect(findSite({ shapeId: 'a' }, { x: 120, y: 30 }, shapes)).toBe(3)
    expect(findSite({ shapeId: 'a' }, { x: 120, y: 50 }, shapes)).toBeNull()
    expect(findSite({ shapeId: 'd' }, { x: 120, y: 30 }, shapes)).toBeNull()
    expect(findSite({ x: 1, y: 1 }, { x: 1, y: 1 }, shapes)).toBeNull()
  })

  it('has a slide for each step of the path, with its notes and what it is connected to', async () => {
    const content = makeContent([
      makeShape('a', { label: 'Contacto', notes: 'Diga <esto>.\nY esto & aquello.' }),
      makeShape('b', { x: 300, label: 'Visita' }),
      makeShape('c', { x: 600, label: 'Cierre', notes: 'Al final' }),
      makeLine('ab', 'a', 'b'),
      makeLine('bc', 'b', 'c')
    ])
    const { faults, slides, notes } = await write({ ...content, settings: { ...content.settings, path: ['a', 'c', 'gone'] } })
    expect(faults).toEqual([])
    expect(slides.map((slide) => findAll(slide, 'p:sp').map(textOf))).toEqual([
      ['Proceso de venta', 'Contacto', 'Visita', 'Cierre'],
      ['1. Contacto', 'Contacto', 'Visita'],
      ['2. Cierre', 'Cierre', 'Visita']
    ])
    expect(notes).toEqual(['Contacto: Diga <esto>.\nY esto & aquello.\nCierre: Al final', 'Diga <esto>.\nY esto & aquello.', 'Al final'])
  })

  it('names the slide of a step as it is named, its figure apart and its own number once', async () => {
    const content = makeContent([
      makeShape('a', { label: '1. Captar\n1284 clientes', notes: 'Nota' }),
      makeShape('b', { x: 300, label: 'Cerrar' })
    ])
    const names = new Map([['a', '1. Captar']])
    const { slides, notes } = await write({ ...content, settings: { ...content.settings, path: ['b', 'a'] } }, { names })
    expect(slides.slice(1).map((slide) => findAll(slide, 'p:sp').map(textOf)[0])).toEqual(['Cerrar', '1. Captar'])
    expect(notes[0]).toBe('1. Captar: Nota')
  })

  it('draws emotions as faces, glad or not, with their words and without a box', async () => {
    const { faults, slides } = await write(
      makeContent([
        makeShape('a', { kind: 'emotion', label: '+ Ilusión' }),
        makeShape('b', { kind: 'emotion', x: 300, label: '−− Enfado' })
      ])
    )
    expect(faults).toEqual([])
    const faces = (slides[0] ? findAll(slides[0], 'p:sp') : []).filter(
      (shape) => findAll(shape, 'a:prstGeom')[0]?.attributes['prst'] === 'smileyFace'
    )
    expect(faces.map((face) => findAll(face, 'a:gd').map(({ attributes }) => attributes['fmla']))).toEqual([[], ['val -4653']])
  })

  it('leads from a step on the first slide to its own, and to addresses, and nowhere else', async () => {
    const content = makeContent([
      makeShape('a', { label: 'Contacto' }),
      makeShape('b', { x: 300, label: 'Web', address: 'https://example.org/?a=1&b="2"' }),
      makeShape('c', { x: 600, label: 'Guion', address: 'javascript:alert(1)' })
    ])
    const { faults, slides, parts } = await write({ ...content, settings: { ...content.settings, path: ['a'] } })
    expect(faults).toEqual([])
    expect(parts).toContain('ppt/slides/slide2.xml')
    const clicks = (slide: (typeof slides)[number] | undefined): (string | undefined)[] =>
      slide ? findAll(slide, 'p:cNvPr').flatMap((each) => findAll(each, 'a:hlinkClick').map(() => each.attributes['name'])) : []
    expect(clicks(slides[0])).toEqual(['Contacto', 'Web'])
    expect(clicks(slides[1])).toEqual([])
  })

  it('holds images, fields of entities and titles of lanes', async () => {
    const { faults, slides, parts } = await write(
      makeContent([
        makeShape('i', { kind: 'image', image: PIXEL, label: 'Logo' }),
        makeShape('e', {
          kind: 'entity',
          x: 300,
          label: 'Cuenta',
          height: 120,
          fields: [
            { name: 'Id', type: 'Id', key: 'primary' },
            { name: 'Name', type: 'Text(80)' }
          ]
        }),
        makeShape('l', { kind: 'lane', y: 300, width: 600, height: 160, label: 'Ventas' })
      ])
    )
    expect(faults).toEqual([])
    expect(parts.some((part) => part.startsWith('ppt/media/') && part.endsWith('.png'))).toBe(true)
    const texts = slides[0] ? findAll(slides[0], 'p:sp').map(textOf) : []
    expect(texts).toEqual(['Proceso de venta', 'Ventas', 'Cuenta\nPK Id: Id\nName: Text(80)'])
    expect(slides[0] && findAll(slides[0], 'a:bodyPr').some(({ attributes }) => attributes['vert'] === 'vert270')).toBe(true)
  })

  it('sets the rows of a table where lines end at them, and labels outside their shapes there', async () => {
    const fields = Array.from({ length: 10 }, (_, index) => ({ name: `Field${index}`, type: 'Text(80)' }))
    const { slides } = await write(
      makeContent([
        makeShape('e', { kind: 'entity', label: 'Cuenta', width: 240, height: 262, fields }),
        makeShape('o', { kind: 'ellipse', x: 400, width: 30, height: 60, label: 'Cliente', style: { labelSide: 'bottom' } })
      ])
    )
    const [slide] = slides
    if (!slide) throw new Error('no slide')
    const table = findAll(slide, 'p:sp').find((shape) => textOf(shape).startsWith('Cuenta'))
    if (!table) throw new Error('no table')
    const points = (name: string): number[] =>
      findAll(table, name).map((each) => Number(findAll(each, 'a:spcPts')[0]?.attributes['val']) / 100)
    const top = Number(findAll(table, 'a:bodyPr')[0]?.attributes['tIns']) / 12_700
    const unit = Number(findAll(table, 'a:ext')[0]?.attributes['cy']) / 12_700 / 262
    const [lines, before] = [points('a:lnSpc'), points('a:spcBef')]
    // Each row's middle, in units: 36 of the head, 3 free, 22 for every row.
    const middles = lines.map((line, at) => {
      const above = lines.slice(0, at).reduce((sum, each) => sum + each, 0) + before.slice(0, at).reduce((sum, each) => sum + each, 0)
      return Math.round((top + above + line / 2) / unit)
    })
    expect(middles).toEqual([18, ...fields.map((_, index) => 50 + index * 22)])
    const label = findAll(slide, 'p:sp').find((shape) => textOf(shape) === 'Cliente')
    const oval = findAll(slide, 'p:sp').find((shape) => findAll(shape, 'a:prstGeom')[0]?.attributes['prst'] === 'ellipse')
    const edge = (shape: typeof label, off: number): number => {
      const [at, size] = shape ? [findAll(shape, 'a:off')[0], findAll(shape, 'a:ext')[0]] : []
      return Number(at?.attributes['y']) + off * Number(size?.attributes['cy'])
    }
    expect(edge(label, 0)).toBeGreaterThan(edge(oval, 1))
  })

  it('makes the slide larger for a large diagram, so that its text can still be read, and keeps everything on it', async () => {
    const items = Array.from({ length: 300 }, (_, index) =>
      makeShape(`s${index}`, { x: (index % 20) * 180, y: Math.floor(index / 20) * 110, label: `Paso ${index}` })
    )
    const { slides } = await write(makeContent(items))
    const boxes = (slides[0] ? findAll(slides[0], 'a:xfrm') : []).map((frame) => {
      const [offset] = findAll(frame, 'a:off')
      const [extent] = findAll(frame, 'a:ext')
      return [
        Number(offset?.attributes['x']) + Number(extent?.attributes['cx']),
        Number(offset?.attributes['y']) + Number(extent?.attributes['cy'])
      ]
    })
    const sizes = slides[0] ? findAll(slides[0], 'a:rPr').map(({ attributes }) => Number(attributes['sz'])) : []
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(800)
    const width = Math.max(...boxes.map(([x = 0]) => x))
    expect(width).toBeLessThan(56 * 914_400)
    expect(Math.max(...boxes.map(([, y = 0]) => y))).toBeLessThan((width / 0.97) * 0.5625)
  })

  it('is the same file every time, and an empty diagram is a slide with its title', async () => {
    const content = makeContent([makeShape('a'), makeShape('b', { x: 300 }), makeLine('l', 'a', 'b')])
    const [one, other] = await Promise.all([1, 2].map(() => writePptx(content, { name: 'x', language: 'en' })))
    expect(one?.data).toEqual(other?.data)
    const { faults, slides } = await write(makeContent([]))
    expect(faults).toEqual([])
    expect(slides).toHaveLength(1)
  })

  it('draws heads for one and many where the line ends, over it, and leaves the rest to PowerPoint', async () => {
    const { faults, slides } = await write(
      makeContent([
        makeShape('a', { kind: 'entity', label: 'Cuenta' }),
        makeShape('b', { kind: 'entity', x: 400, y: 0, label: 'Pedido' }),
        makeLine('l', 'a', 'b', { startHead: 'one', endHead: 'zero-or-many' }),
        makeLine('m', 'a', 'b', { startHead: 'none', endHead: 'arrow' })
      ])
    )
    expect(faults).toEqual([])
    const [slide] = slides
    const heads = slide ? findAll(slide, 'p:sp').filter((shape) => isHead(findAll(shape, 'p:cNvPr')[0]?.attributes['name'])) : []
    expect(heads.map((head) => findAll(head, 'p:cNvPr')[0]?.attributes['name'])).toEqual(['one', 'zero-or-many'])
    const [right] = slide ? findAll(slide, 'p:sp').filter((shape) => findAll(shape, 'p:cNvPr')[0]?.attributes['name'] === 'Pedido') : []
    const [edge, tip] = [right, heads[1]].map((shape) => {
      const [off, ext] = shape ? [findAll(shape, 'a:off')[0], findAll(shape, 'a:ext')[0]] : []
      return { left: Number(off?.attributes['x']), right: Number(off?.attributes['x']) + Number(ext?.attributes['cx']) }
    })
    expect(Math.abs((tip?.right ?? 0) - (edge?.left ?? 1e9))).toBeLessThan(2000)
  })

  it('draws curves as curves: those PowerPoint has glued, others as they are drawn', async () => {
    const { faults, slides } = await write(
      makeContent([
        makeShape('a', {}),
        makeShape('b', { x: 400, y: 300 }),
        makeLine('l', 'a', 'b', { route: 'curve', from: { shapeId: 'a', side: 'right' }, to: { shapeId: 'b', side: 'left' } }),
        makeLine('m', 'a', 'b', { route: 'curve', from: { shapeId: 'a', side: 'bottom' }, to: { shapeId: 'b', side: 'top' } }),
        makeLine('n', 'a', 'b', { route: 'curve', from: { shapeId: 'a', side: 'right' }, to: { shapeId: 'b', side: 'top' } }),
        makeLine('o', 'a', 'b', { route: 'curve', from: { shapeId: 'a', side: 'left' }, to: { shapeId: 'b', side: 'right' } }),
        makeLine('p', 'a', 'b', {
          route: 'curve',
          points: [
            { x: 100, y: 300 },
            { x: 300, y: -50 }
          ]
        })
      ])
    )
    expect(faults).toEqual([])
    const slide = slides[0] ?? parseXml('<a/>')
    const drawn = findAll(slide, 'p:cxnSp').map((line) => [
      findAll(line, 'a:prstGeom')[0]?.attributes['prst'],
      findAll(line, 'a:stCxn').length + findAll(line, 'a:endCxn').length
    ])
    expect(drawn).toEqual([
      ['curvedConnector3', 2],
      ['curvedConnector3', 2],
      ['curvedConnector2', 2]
    ])
    expect(findAll(slide, 'a:custGeom')).toHaveLength(2)
    expect(findAll(slide, 'a:cubicBezTo')).toHaveLength(1)
    expect(findAll(slide, 'a:quadBezTo').length).toBeGreaterThan(0)
  })
})
