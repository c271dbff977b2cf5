import { escapeXml, INK } from './diagram-shapes.ts'
import { layoutRadar, type RadarLayout, type RadarSeries } from './radar.ts'

/**
 * How the lines of a radar differ without colour: the first is full with round marks and a tint, the second dashed with empty
 * squares.
 */
const LINES = [
  { stroke: INK.accent, fill: INK.accentSoft, dash: '' },
  { stroke: INK.ink, fill: 'none', dash: '6 4' }
] as const

/** A radar as one SVG document in the light inks, for pages that leave the app. */
export function drawRadarSvg(names: readonly string[], series: readonly RadarSeries[], title: string): string {
  const layout = layoutRadar(names, series)
  const legend = series.map((line, index) => drawLegend(line.name, index, layout.height)).join('')
  const height = layout.height + 24 * series.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(layout.width)} ${String(height)}" role="img" font-family="Inter, sans-serif"><title>${escapeXml(title)}</title>${drawGrid(layout)}${layout.series
    .map((_, index) => drawSeries(layout, index))
    .reverse()
    .join('')}${drawLabels(layout)}${legend}</svg>`
}

function drawGrid({ rings, spokes, centre }: RadarLayout): string {
  const lines = spokes.map(
    ({ x, y }) => `<line x1="${String(centre.x)}" y1="${String(centre.y)}" x2="${String(x)}" y2="${String(y)}" stroke="${INK.line}"/>`
  )
  const polygons = rings.map(
    ({ points, label, value }) =>
      `<polygon points="${points}" fill="none" stroke="${INK.line}"/><text x="${String(label.x)}" y="${String(label.y)}" font-size="9" fill="${INK.muted}">${String(value)}</text>`
  )
  return [...lines, ...polygons].join('')
}

function drawSeries({ series }: RadarLayout, index: number): string {
  const line = series[index]
  const look = LINES[index] ?? LINES[1]
  if (!line) return ''
  const fill = line.isClosed ? look.fill : 'none'
  return `<path d="${line.d}" fill="${fill}" fill-opacity="0.55" stroke="${look.stroke}" stroke-width="2" stroke-linejoin="round"${look.dash ? ` stroke-dasharray="${look.dash}"` : ''}/>${line.points.map(({ x, y }) => drawMark(x, y, index)).join('')}`
}

function drawMark(x: number, y: number, index: number): string {
  return index === 0
    ? `<circle cx="${String(x)}" cy="${String(y)}" r="3.6" fill="${INK.accent}"/>`
    : `<rect x="${String(x - 3.4)}" y="${String(y - 3.4)}" width="6.8" height="6.8" fill="${INK.surface}" stroke="${INK.ink}" stroke-width="1.5"/>`
}

function drawLabels({ labels }: RadarLayout): string {
  return labels
    .flatMap(({ x, anchor, lines }) =>
      lines.map(
        ({ text, y }) =>
          `<text x="${String(x)}" y="${String(y)}" font-size="12" text-anchor="${anchor}" fill="${INK.ink}">${escapeXml(text)}</text>`
      )
    )
    .join('')
}

function drawLegend(name: string, index: number, top: number): string {
  const look = LINES[index] ?? LINES[1]
  const y = top + 8 + index * 22
  return `<line x1="20" y1="${String(y)}" x2="56" y2="${String(y)}" stroke="${look.stroke}" stroke-width="2"${look.dash ? ` stroke-dasharray="${look.dash}"` : ''}/>${drawMark(38, y, index)}<text x="66" y="${String(y + 4)}" font-size="12" fill="${INK.ink}">${escapeXml(name)}</text>`
}
