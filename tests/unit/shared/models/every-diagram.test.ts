import { describe, expect, it } from 'vitest'
import { LANGUAGES, type Language } from '../../../../src/shared/domain/text.ts'
import { arrangeModel, isFrame, type Arrangement, type PlacedElement } from '../../../../src/shared/models/arrange-model.ts'
import { drawElement } from '../../../../src/shared/models/diagram-nodes.ts'
import type { TextShape } from '../../../../src/shared/models/diagram-shapes.ts'
import { segmentsOf } from '../../../../src/shared/models/edge-routes.ts'
import { overlaps, right, type Box } from '../../../../src/shared/models/geometry.ts'
import { findAncestors, readHolders } from '../../../../src/shared/models/hold.ts'
import type { Model } from '../../../../src/shared/models/model.ts'
import { composeNode } from '../../../../src/shared/models/node-text.ts'
import { measureText } from '../../../../src/shared/models/text-measure.ts'
import { bundledModels, bundledViews } from '../../../support/bundled-models.ts'
import { makeEvidence } from '../../../support/model-evidence.ts'

/** Room of the canvas in a window of 1280x800 with the panel open. */
const SMALL_WINDOW = { width: 872, height: 606 }
/** Smallest letters that are read without effort, in pixels of the window. */
const READABLE = 9.75

/** Whether one holds the other, at any depth. */
function areNested(model: Model, a: PlacedElement, b: PlacedElement): boolean {
  const holders = readHolders(model)
  return findAncestors(a.element.id, holders).includes(b.element.id) || findAncestors(b.element.id, holders).includes(a.element.id)
}

/** Pairs of boxes on each other where neither holds the other. */
function findOverlaps(model: Model, { placed }: Arrangement): string[] {
  return placed.flatMap((a, index) =>
    placed
      .slice(index + 1)
      .flatMap((b) => (overlaps(a.box, b.box) && !areNested(model, a, b) ? [`${a.element.id} on ${b.element.id}`] : []))
  )
}

/** Boxes outside the frame that holds them. */
function findEscaped(model: Model, { placed }: Arrangement): string[] {
  const holders = readHolders(model)
  return placed.flatMap(({ element, box }) => {
    const frame = placed.find((other) => other.element.id === holders.get(element.id) && isFrame(other.shape))
    return frame && !(box.x >= frame.box.x && right(box) <= right(frame.box) && box.y >= frame.box.y) ? [element.id] : []
  })
}

/** Labels on a node, on another label, or over the edge of a frame their line does not run inside. */
function findBadLabels({ placed, routes }: Arrangement): string[] {
  const labels = routes.flatMap(({ label }) => (label ? [label] : []))
  const nodes = placed.filter(({ shape }) => !isFrame(shape))
  return labels.flatMap(({ text, box }, index) => [
    ...nodes.filter((node) => overlaps(node.box, box)).map(({ element }) => `${text} on ${element.id}`),
    ...labels.slice(index + 1).flatMap((other) => (overlaps(other.box, box) ? [`${text} on ${other.text}`] : []))
  ])
}

/** Lines that run through a node they neither start nor end at. */
function findCrossed(model: Model, { placed, routes }: Arrangement): string[] {
  const holders = readHolders(model)
  return routes.flatMap(({ relation: { from, to }, points }) => {
    const ends = [from, to, ...findAncestors(from, holders), ...findAncestors(to, holders)]
    const strangers = placed.filter(
      ({ element }) => !ends.includes(element.id) && !findAncestors(element.id, holders).some((id) => id === from || id === to)
    )
    return strangers
      .filter(({ box }) => segmentsOf(points).some((part) => overlaps(shrink(part), box)))
      .map(({ element }) => `${from} → ${to} through ${element.id}`)
  })
}
const shrink = ({ x, y, width, height }: Box): Box => ({
  x: x + 1,
  y: y + 1,
  width: Math.max(0, width - 2),
  height: Math.max(0, height - 2)
})

/** The letters of an element's name, as drawn. */
function readName(placed: PlacedElement, language: Language): TextShape[] {
  return drawElement(placed, composeNode(placed.element, undefined, { language, currency: 'EUR' }), language).filter(
    (shape): shape is TextShape => shape.kind === 'text' && shape.part === 'name'
  )
}

/** Every text of a node whose figures are as long as those of a large business. */
function readTexts(model: Model, placed: PlacedElement, language: Language): TextShape[] {
  const evidence = makeEvidence(model, 1284, 0.715, 71.4).elements.find(({ id }) => id === placed.element.id)
  const shapes = drawElement(placed, composeNode(placed.element, evidence, { language, currency: 'EUR' }), language)
  return shapes.filter((shape): shape is TextShape => shape.kind === 'text')
}

describe.each(bundledViews)('the diagram of %s', (_name, model) => {
  describe.each(LANGUAGES)('in %s', (language) => {
    const arrangement = arrangeModel(model, language)
    const scale = Math.min(SMALL_WINDOW.width / arrangement.bounds.width, SMALL_WINDOW.height / arrangement.bounds.height)

    it('sets no box on another, and keeps each in its frame', () => {
      expect(findOverlaps(model, arrangement)).toEqual([])
      expect(findEscaped(model, arrangement)).toEqual([])
      expect(arrangement.placed).toHaveLength(model.elements.length)
    })

    it('says every name whole, inside its box, in letters that are readable in a small window', () => {
      for (const placed of arrangement.placed) {
        const lines = readName(placed, language)
        const letters = (text: string): string => text.replaceAll(/[\s·()]/gu, '')
        expect(letters(lines.map(({ text }) => text).join(' '))).toBe(letters(placed.element.name[language]))
        for (const { text, x, y, size, face, anchor } of lines) {
          const width = measureText(text, size, face)
          const left = anchor === 'middle' ? x - width / 2 : x
          expect([text, left >= placed.box.x, left + width <= right(placed.box) + 0.5]).toEqual([text, true, true])
          expect([text, placed.shape === 'region' || y - size * 0.8 >= placed.box.y]).toEqual([text, true])
          expect([text, y <= placed.box.y + placed.box.height]).toEqual([text, true])
          expect([text, Math.round(size * scale * 10) / 10 >= READABLE || size]).toEqual([text, true])
        }
      }
    })

    it('says of every element with evidence its leading figure and a segment with size and share, in letters that are readable in a small window', () => {
      const silent = arrangement.placed.flatMap((placed) => {
        const texts = readTexts(model, placed, language)
        const says = (part: string): boolean => texts.some((text) => text.part?.startsWith(part))
        const { id, kpis, segments } = placed.element
        return [
          ...(kpis.length > 0 && !says('figure-value:') ? [`${id}: no figure`] : []),
          ...(segments.length > 0 && !says('segment-count:') ? [`${id}: no segment`] : []),
          ...(segments.length > 0 && !says('segment-share:') ? [`${id}: no share`] : [])
        ]
      })
      expect(silent).toEqual([])
      const tiny = arrangement.placed.flatMap((placed) =>
        readTexts(model, placed, language).flatMap(({ text, size }) =>
          size * scale < READABLE ? [`${placed.element.id}: ${text}, ${size}`] : []
        )
      )
      expect(tiny).toEqual([])
    })

    it('cuts no figure short, and no name but that of a segment or a figure', () => {
      for (const placed of arrangement.placed)
        for (const { text, part } of readTexts(model, placed, language))
          if (text.includes('…')) expect([text, part]).toEqual([text, expect.stringMatching(/^(segment-name|figure-name)/u)])
    })

    it('sets no label on a node or on another label', () => {
      expect(findBadLabels(arrangement)).toEqual([])
    })

    it('takes no line through a node', () => {
      expect(findCrossed(model, arrangement)).toEqual([])
    })

    it('stays as tidy with every kind of line shown', () => {
      const all = arrangeModel(model, language, { isShown: () => true })
      expect(findOverlaps(model, all)).toEqual([])
      expect(findBadLabels(all)).toEqual([])
      expect(all.routes.map(({ relation }) => relation.kind)).not.toContain('contains')
    })
  })
})

describe('the arrangement of the authors', () => {
  const boxesOf = (modelId: string): ((id: string) => Box) => {
    const model = bundledModels.find(({ id }) => id === modelId)
    const placed = model ? arrangeModel(model, 'es').placed : []
    return (id) => {
      const found = placed.find(({ element }) => element.id === `${modelId}.${id}`)
      if (!found) throw new Error(`${id} was not placed`)
      return found.box
    }
  }
  const middle = ({ x, y, width, height }: Box): { x: number; y: number } => ({ x: x + width / 2, y: y + height / 2 })

  it('sets QCi’s eight activities clockwise around its goals, from twelve o’clock, inside the dimensions', () => {
    const box = boxesOf('qci')
    const centre = middle(box('goal_retention'))
    const ring = ['targeting', 'conversion', 'welcome', 'basics', 'retention', 'value', 'dissatisfaction', 'winback']
    const angles = ring.map((id) => {
      const { x, y } = middle(box(`act_${id}`))
      return (Math.atan2(x - centre.x, centre.y - y) * 180) / Math.PI + (x < centre.x - 1 ? 360 : 0)
    })
    expect(Math.abs(angles[0] ?? 99)).toBeLessThan(5)
    expect(angles).toEqual([...angles].sort((a, b) => a - b))
    expect(box('external_environment').y).toBeLessThan(box('customer_experience').y)
    for (const id of ['analysis_planning', 'proposition']) expect(right(box(id))).toBeLessThan(box('cma').x)
    expect(box('measurement').x).toBeGreaterThan(right(box('cma')))
    expect(box('infrastructure').y).toBeGreaterThan(box('people_organisation').y)
  })

  it('runs Payne’s flow over the information base, with assessment at its end and implementation beneath', () => {
    const box = boxesOf('payne')
    const flow = ['strategy', 'value', 'multichannel', 'performance'].map((id) => box(id).x)
    expect(flow).toEqual([...flow].sort((a, b) => a - b))
    expect(box('information').y).toBeGreaterThan(box('value').y + box('value').height)
    expect(box('information').x).toBeLessThanOrEqual(box('strategy').x)
    expect(right(box('information'))).toBeLessThan(box('performance').x)
    for (const id of ['readiness', 'change', 'project', 'employees'])
      expect(box(`impl_${id}`).y).toBeGreaterThan(box('performance').y + box('performance').height)
  })

  it('stacks Gartner’s blocks in order, with the third beside the fourth', () => {
    const box = boxesOf('gartner')
    const stack = ['vision', 'strategy', 'experience', 'processes', 'information', 'technology', 'metrics'].map((id) => box(id).y)
    expect(stack).toEqual([...stack].sort((a, b) => a - b))
    expect(box('experience').y).toBe(box('collaboration').y)
    expect(right(box('experience'))).toBeLessThan(box('collaboration').x)
    expect(box('vision').width).toBeGreaterThan(box('experience').width + box('collaboration').width)
  })

  it('points Buttle’s stages at profitability, over the conditions', () => {
    const box = boxesOf('buttle')
    const chain = ['cpa', 'intimacy', 'network', 'proposition', 'lifecycle'].map((id) => box(id).x)
    expect(chain).toEqual([...chain].sort((a, b) => a - b))
    for (const id of ['leadership_culture', 'procurement', 'hr', 'it_data', 'org_design']) {
      expect(box(`sup_${id}`).y).toBeGreaterThan(box('cpa').y + box('cpa').height)
      expect(right(box(`sup_${id}`))).toBeLessThan(box('profitability').x)
      expect(right(box(`sup_${id}`))).toBe(right(box('lifecycle')))
    }
    expect(box('profitability').height).toBeGreaterThan(box('sup_org_design').y - box('cpa').y)
  })
})
