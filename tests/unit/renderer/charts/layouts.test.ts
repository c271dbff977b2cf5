import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { writeChartSvg } from '../../../../src/renderer/ui/charts/chart-svg.ts'
import { layOutBars } from '../../../../src/renderer/ui/charts/lay-out-bars.ts'
import { layOutFlow } from '../../../../src/renderer/ui/charts/lay-out-flow.ts'
import { layOutGrid } from '../../../../src/renderer/ui/charts/lay-out-grid.ts'
import { layOutLines } from '../../../../src/renderer/ui/charts/lay-out-lines.ts'
import { paintPaper, tint } from '../../../../src/renderer/ui/charts/marks.ts'
import { findTicks } from '../../../../src/renderer/ui/charts/scales.ts'
import type { Scene } from '../../../../src/renderer/ui/charts/scene.ts'
import { writePlain } from '../../../../src/renderer/ui/charts/table.ts'

/** Every number of a drawing is one, and every box and rectangle has a size. */
function expectSound({ marks, points, width, height }: Scene): void {
  const isSound = (each: unknown): boolean => (typeof each === 'number' ? Number.isFinite(each) : !/NaN|Infinity/.test(String(each)))
  for (const mark of marks) expect(Object.entries(mark).filter(([, each]) => !isSound(each))).toEqual([])
  expect([width, height, ...points.flatMap(({ box }) => Object.values(box))].every(isSound)).toBe(true)
  for (const { box } of points) {
    expect(box.width).toBeGreaterThanOrEqual(0)
    expect(box.height).toBeGreaterThanOrEqual(0)
  }
  expect(new Set(points.map(({ id }) => id)).size).toBe(points.length)
}
const value = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const width = fc.integer({ min: 240, max: 1800 })

describe('the layouts of charts', () => {
  it('draw any bars soundly, one point each', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 12 }), width, (values, wide) => {
        const bars = values.map((each, at) => ({
          id: String(at),
          name: `Segmento ${String(at)}`,
          value: each,
          text: String(each),
          facts: []
        }))
        const scene = layOutBars({ bars: bars.map((bar) => ({ ...bar, ink: 'accent' as const })) })(wide)
        expectSound(scene)
        expect(scene.points).toHaveLength(values.length)
      })
    )
  })

  it('draw any lines soundly, a single point and a flat line among them', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), width, (values, wide) => {
        const points = values.map((y, x) => ({ x, y, name: String(x), facts: [] }))
        const [low, high] = [Math.min(...values), Math.max(...values)]
        const ticks = findTicks(low, high).map((each) => ({ value: each, text: String(each) }))
        const scene = layOutLines({
          height: 300,
          x: { low: 0, high: values.length - 1, ticks: [{ value: 0, text: '0' }] },
          y: { low, high, ticks },
          lines: [{ id: 'a', name: 'Clientes conservados', ink: 'accent', hasArea: true, points }]
        })(wide)
        expectSound(scene)
        expect(scene.points).toHaveLength(values.length)
      }),
      { examples: [[[-5e-324, 0], 240]] }
    )
  })

  it('keep every flow inside its two states, with a point for each flow and state', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 9, maxLength: 9 })
    fc.assert(
      fc.property(counts, width, (customers, wide) => {
        const states = ['a', 'b', 'c'].map((id) => ({ id, name: id, ink: 'accent' as const }))
        const links = customers.map((each, at) => ({
          from: 'abc'[Math.floor(at / 3)] ?? '',
          to: 'abc'[at % 3] ?? '',
          value: each,
          name: '',
          facts: []
        }))
        const scene = layOutFlow({
          before: states,
          after: states,
          links,
          beforeTitle: 'x',
          afterTitle: 'y',
          write: String,
          unit: 'customers',
          height: 300
        })(wide)
        expectSound(scene)
        const met = customers.filter((each) => each > 0).length
        expect(scene.points.filter(({ column }) => column === 1)).toHaveLength(met)
        for (const { box } of scene.points) expect(box.y + box.height).toBeLessThanOrEqual(scene.height + 3)
      })
    )
  })

  it('hatch a cell that is not known and leave out one that does not exist', () => {
    const cell = { id: 'x', name: 'x', facts: [], text: '43', fill: null }
    const scene = layOutGrid({
      rows: [{ name: 'ene 2025', cells: [cell, { ...cell, id: 'y', isHatched: true }, null] }],
      columns: ['0', '1', '2'],
      cellHeight: 26
    })(600)
    expectSound(scene)
    expect(scene.points.map(({ id }) => id)).toEqual(['x', 'y'])
    expect(scene.marks.filter((mark) => mark.kind === 'rect' && mark.hatch)).toHaveLength(1)
  })

  it('find round ticks that cover the values', () => {
    fc.assert(
      fc.property(value, value, (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)]
        fc.pre(high - low > 1e-6)
        const ticks = findTicks(low, high)
        expect(ticks[0]).toBeLessThanOrEqual(low + (high - low) * 1e-6)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(high - (high - low) * 1e-6)
        expect(ticks.length).toBeLessThanOrEqual(12)
      })
    )
  })
})

describe('a chart in a file', () => {
  it('is one well-formed drawing with its words, whatever they hold', () => {
    const scene = layOutBars({
      bars: [{ id: 'a', name: 'Niño & <Hijos>', value: 3, text: '3', ink: 'seg-champ', facts: [] }]
    })(880)
    const { svg } = writeChartSvg(scene, { title: '«A» & "B"', takeaway: 'x < y', basis: 'al 31 oct 2026' })
    expect(svg).toContain('Niño &amp; &lt;Hijos&gt;')
    expect(svg).toContain('x &lt; y')
    expect(svg).not.toMatch(/var\(|color-mix/)
    expect(svg.match(/<rect/g)?.length).toBe(2)
  })

  it('has tints that differ in lightness, so that it reads in grey', () => {
    const grey = (share: number): number => {
      const colour = paintPaper(tint('accent', share))
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const steps = [0, 0.25, 0.5, 0.75, 1].map(grey)
    steps.slice(1).forEach((each, at) => {
      expect((steps[at] ?? 0) - each).toBeGreaterThan(15)
    })
  })

  it('has amounts as plain decimals of the currency', () => {
    expect(writePlain(123_456, 'money', 'EUR')).toBe('1234.56')
    expect(writePlain(1234, 'money', 'JPY')).toBe('1234')
    expect(writePlain(0.5, 'share', 'EUR')).toBe(0.5)
    expect(writePlain(null, 'money', 'EUR')).toBeNull()
  })
})
