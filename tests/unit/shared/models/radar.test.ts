import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { Assessment } from '../../../../src/shared/contract/assessments.ts'
import { LANGUAGES } from '../../../../src/shared/domain/text.ts'
import { Model } from '../../../../src/shared/models/model.ts'
import { drawRadarSvg } from '../../../../src/shared/models/radar-svg.ts'
import { findAxis, layoutRadar, RADAR_WIDTH } from '../../../../src/shared/models/radar.ts'
import { measureText } from '../../../../src/shared/models/text-measure.ts'

const NAMES = ['North', 'East', 'South', 'West']

describe('a radar', () => {
  it('puts values on axes clockwise from the top', () => {
    const { centre, series, spokes } = layoutRadar(NAMES, [{ name: 'now', role: 'now', values: [100, 50, 0, 100] }])
    const radius = centre.y - (spokes[0]?.y ?? 0)
    expect(series[0]?.points).toEqual([
      { x: centre.x, y: centre.y - radius, axis: 0 },
      { x: centre.x + radius / 2, y: centre.y, axis: 1 },
      { ...centre, axis: 2 },
      { x: centre.x - radius, y: centre.y, axis: 3 }
    ])
    expect(series[0]?.isClosed).toBe(true)
  })

  it('draws no line to or from an axis without a value', () => {
    const [line] = layoutRadar(NAMES, [{ name: 'now', role: 'now', values: [10, null, 30, 40] }]).series
    expect(line?.isClosed).toBe(false)
    expect(line?.points).toHaveLength(3)
    expect(line?.d.match(/M/g)).toHaveLength(2)
    expect(layoutRadar(NAMES, [{ name: 'now', role: 'now', values: [null, null, null, null] }]).series[0]).toEqual({
      role: 'now',
      d: '',
      isClosed: false,
      points: []
    })
  })

  it('finds the axis somebody points at, all the way round', () => {
    for (const count of [3, 4, 5, 8]) {
      const names = NAMES.concat(NAMES).slice(0, count)
      const { centre, spokes } = layoutRadar(names, [])
      for (const [index, { x, y }] of spokes.entries()) {
        const near = { x: centre.x + (x - centre.x) * 0.4 + 3, y: centre.y + (y - centre.y) * 0.4 - 2 }
        expect(findAxis({ centre, spokes }, near)).toBe(index)
      }
    }
  })

  it('keeps the names of every assessment inside the drawing and off each other, in both languages', () => {
    for (const modelId of ['idic', 'qci', 'payne', 'gartner', 'buttle'])
      for (const language of LANGUAGES) {
        const model = Model.parse(JSON.parse(readFileSync(`resources/models/${modelId}.json`, 'utf8')))
        const { groups } = Assessment.parse(JSON.parse(readFileSync(`resources/assessments/${modelId}.json`, 'utf8')))
        for (const { elements } of groups) {
          const names = elements.map(({ elementId }) => model.elements.find(({ id }) => id === elementId)?.name[language] ?? '')
          const { labels, height } = layoutRadar(names, [])
          const boxes = labels.map(({ x, anchor, lines }) => {
            const width = Math.max(...lines.map(({ text }) => measureText(text, 12)))
            const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
            return { left, right: left + width, top: (lines[0]?.y ?? 0) - 11, bottom: (lines.at(-1)?.y ?? 0) + 3 }
          })
          for (const box of boxes) {
            expect(box.left).toBeGreaterThanOrEqual(0)
            expect(box.right).toBeLessThanOrEqual(RADAR_WIDTH)
            expect(box.top).toBeGreaterThanOrEqual(0)
            expect(box.bottom).toBeLessThanOrEqual(height)
            const others = boxes.filter((other) => other !== box)
            expect(
              others.some(({ left, right, top, bottom }) => left < box.right && box.left < right && top < box.bottom && box.top < bottom)
            ).toBe(false)
          }
        }
      }
  })

  it('tells its lines apart without colour and escapes what people named', () => {
    const svg = drawRadarSvg(
      ['A <b>', 'B & C', 'D'],
      [
        { name: 'now', role: 'now', values: [1, 2, 3] },
        { name: 'before', role: 'before', values: [3, 2, 1] },
        { name: 'target', role: 'target', values: [80, null, 90] }
      ],
      'Radar "x"'
    )
    expect(svg).toContain('stroke-dasharray')
    expect(svg.match(/<circle/g)).toHaveLength(4)
    expect(svg.match(/<rect/g)).toHaveLength(4)
    expect(svg.match(/<polygon[^>]*stroke-width/g)).toHaveLength(3)
    expect(svg).toContain('A &lt;b&gt;')
    expect(svg).not.toContain('<b>')
  })
})
