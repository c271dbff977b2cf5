import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import type { LinkState } from '../../../../src/shared/contract/diagrams.ts'
import { isLine, isShape, type DiagramContent, type DiagramShape } from '../../../../src/shared/diagrams/diagram.ts'
import { drawContent, measureShape } from '../../../../src/shared/diagrams/draw-content.ts'
import { drawShape } from '../../../../src/shared/diagrams/draw-shape.ts'
import { findPath } from '../../../../src/shared/diagrams/path.ts'
import { routeLine } from '../../../../src/shared/diagrams/route-line.ts'
import { fillTemplate, Template } from '../../../../src/shared/diagrams/templates.ts'
import { makeLiveFigures, type LiveFigure } from '../../../../src/shared/diagrams/with-figures.ts'
import { LANGUAGES } from '../../../../src/shared/domain/text.ts'
import { bottom, overlaps, right, type Box } from '../../../../src/shared/models/geometry.ts'

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url))
const templates = readdirSync(`${resources}diagrams`).map((name) => ({
  name,
  template: Template.parse(JSON.parse(readFileSync(`${resources}diagrams/${name}`, 'utf8')))
}))
const readIds = (name: string): Set<string> =>
  new Set((JSON.parse(readFileSync(`${resources}catalogue/${name}.json`, 'utf8')) as { id: string }[]).map(({ id }) => id))
const [segments, kpis] = [readIds('segments'), readIds('kpis')]

/** Relations that lead back to something done before, by template. */
const LEADS_BACK: Readonly<Record<string, readonly string[]>> = {
  'complaint-handling': ['content > record'],
  'sales-process': ['follow > prospect']
}

const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x && inner.y >= outer.y && right(inner) <= right(outer) && bottom(inner) <= bottom(outer)

function listAncestors(shape: DiagramShape, byId: ReadonlyMap<string, DiagramShape>): string[] {
  const parent = shape.parentId === undefined ? undefined : byId.get(shape.parentId)
  return parent ? [parent.id, ...listAncestors(parent, byId)] : []
}

/** Long answers, so that what fits with them fits with any. */
function answerAll({ items }: DiagramContent): ReadonlyMap<string, LiveFigure> {
  const states = items.filter(isShape).flatMap(({ id, link }): LinkState[] =>
    link
      ? [
          {
            state: 'answered',
            itemId: id,
            name: { en: 'What it is called', es: 'Cómo se llama esto' },
            customers: link.to === 'segment' ? 12_345 : null,
            share: null,
            revenueMinor: null,
            value: 71.4,
            text: { en: '−100.4%', es: '−100,4 %' },
            colour: link.to === 'segment' ? '#0F6B6B' : null,
            status: null
          }
        ]
      : []
  )
  return makeLiveFigures(items, states, { language: 'es', currency: 'EUR' })
}

describe.each(templates)('the template $name', ({ name, template }) => {
  it('is named as its file and leads to what the catalogue has', () => {
    expect(`${template.id}.json`).toBe(name)
    for (const { link } of template.shapes) {
      if (link?.to === 'segment') expect(segments).toContain(link.segmentId)
      if (link?.to === 'metric') expect(kpis).toContain(link.kpiId)
    }
    const ids = template.shapes.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { from, to } of template.lines) expect(ids).toEqual(expect.arrayContaining([from, to]))
    for (const { parent } of template.shapes) if (parent !== undefined) expect(ids).toContain(parent)
    expect(new Set(template.path ?? []).size).toBe(template.path?.length ?? 0)
  })

  describe.each(LANGUAGES)('in %s', (language) => {
    const content = fillTemplate(template, language)
    const shapes = content.items.filter(isShape)
    const byId = new Map(shapes.map((shape) => [shape.id, shape]))
    const figures = answerAll(content)

    it('has no shape over another, and everything inside what contains it', () => {
      const wrong = shapes.flatMap((a, index) =>
        shapes.slice(index + 1).flatMap((b) => {
          const related = listAncestors(a, byId).includes(b.id) || listAncestors(b, byId).includes(a.id)
          return !related && overlaps(a, b) ? [`${a.id} over ${b.id}`] : []
        })
      )
      const outside = shapes.flatMap((shape) => {
        const parent = byId.get(shape.parentId ?? '')
        return parent && !holds(parent, shape) ? [`${shape.id} leaves ${parent.id}`] : []
      })
      expect([...wrong, ...outside]).toEqual([])
    })

    it('writes every word whole inside its shape, with its figure and without', () => {
      const wrong = shapes.flatMap((shape) =>
        [null, figures.get(shape.id) ?? null].flatMap((live) => {
          const drawn = drawShape(shape, live, language).filter((each) => each.kind === 'text')
          const label = drawn.filter(({ part }) => part === 'name')
          const words = label
            .map(({ text }) => text)
            .join('')
            .replace(/\s/gu, '')
          const small = label.filter(({ size }) => size < 10).map(({ text }) => `${shape.id} is small: ${text}`)
          const leaving = label
            .filter((each) => !holds(shape, measureShape(each) ?? shape))
            .map(({ text }) => `${shape.id} is left by ${text}`)
          return words === shape.label.replace(/\s/gu, '') ? [...small, ...leaving] : [`${shape.id}: ${words}`, ...small, ...leaving]
        })
      )
      expect(wrong).toEqual([])
    })

    it('has no line through a shape it does not end at, and no label over one', () => {
      const wrong = content.items.filter(isLine).flatMap((line) => {
        const { points, labelAt } = routeLine(line, byId)
        const ends = [line.from, line.to].flatMap((end) => ('shapeId' in end ? [end.shapeId] : []))
        const around = new Set([...ends, ...ends.flatMap((id) => listAncestors(byId.get(id) ?? (shapes[0] as DiagramShape), byId))])
        const others = shapes.filter(({ id, kind }) => !around.has(id) && kind !== 'lane' && kind !== 'stage')
        const legs = points.slice(1).map((to, index): Box => {
          const from = points[index] ?? to
          return { x: Math.min(from.x, to.x), y: Math.min(from.y, to.y), width: Math.abs(from.x - to.x), height: Math.abs(from.y - to.y) }
        })
        const crossed = others.filter((shape) => legs.some((leg) => overlaps(leg, shape))).map(({ id }) => `${line.id} crosses ${id}`)
        const label = { x: labelAt.x - 10, y: labelAt.y - 8, width: 20, height: 16 }
        const covered = line.label === '' ? [] : shapes.filter(({ id }) => ends.includes(id)).filter((shape) => overlaps(shape, label))
        return [...(line.route === 'curve' ? [] : crossed), ...covered.map(({ id }) => `the label of ${line.id} covers ${id}`)]
      })
      expect(wrong).toEqual([])
    })

    it('is presented in an order in which every line but those that lead back goes forward', () => {
      const path = findPath(content)
      const isStep = (id: string): boolean => path.includes(id)
      const back = content.items.filter(isLine).flatMap((line) => {
        const [from, to] = [line.from, line.to].map((end) => ('shapeId' in end ? end.shapeId : ''))
        if (from === undefined || to === undefined || !isStep(from) || !isStep(to)) return []
        return path.indexOf(from) < path.indexOf(to) ? [] : [`${from} > ${to}`]
      })
      expect(back).toEqual(LEADS_BACK[template.id] ?? [])
      expect(
        path.filter((id) => ['pool', 'lane'].includes(byId.get(id)?.kind ?? '') && shapes.some(({ parentId }) => parentId === id))
      ).toEqual([])
    })

    it('can be presented whole and drawn on a page of its own', () => {
      expect(findPath(content).length).toBeGreaterThan(0)
      const { width, height } = drawContent(content, { figures, language })
      expect(width).toBeGreaterThan(300)
      expect(height).toBeGreaterThan(150)
    })
  })
})

it('offers what people draw most, in both languages', () => {
  expect(templates.map(({ template }) => template.id)).toEqual(
    expect.arrayContaining([
      'sales-process',
      'sales-organisation',
      'welcome-programme',
      'complaint-handling',
      'win-back',
      'customer-journey'
    ])
  )
  for (const { template } of templates) expect(template.name.en).not.toBe(template.name.es)
})
