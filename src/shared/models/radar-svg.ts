import { escapeXml, INK } from './diagram-shapes.ts'
import { drawDiamond, layoutRadar, type RadarLayout, type RadarRole, type RadarSeries } from './radar.ts'

/**
 * How the lines of a radar differ without colour: now is full with round marks and a tint, another round dashed with empty
 * squares, the target dotted with diamonds.
 */
const LINES: Readonly<Record<RadarRole, { stroke: string; fill: string; dash: string }>> = {
  now: { stroke: INK.accent, fill: INK.accentSoft, dash: '' },
  before: { stroke: INK.ink, fill: 'none', dash: '6 4' },
  target: { stroke: INK.muted, fill: 'none', dash: '1.5 4' }
}

/** A radar as one SVG document in the light inks, for pages that leave the app. */
export function drawRadarSvg(names: readonly string[], series: readonly RadarSeries[], title: string): string {
  const layout = layoutRadar(names, series)
  const legend = series.map((line, index) => drawLegend(line, index, layout.height)).join('')
  const height = layout.height + 24 * series.length
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${String(layout.width)} ${String(height)}" role="img" font-family="Inter, sans-serif"><title>${escapeXml(title)}</title>${drawGrid(layout)}${layout.series
    .map(drawSeries)
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

function drawSeries({ role, d, isClosed, points }: RadarLayout['series'][number]): string {
  const look = LINES[role]
  const fill = isClosed ? look.fill : 'none'
  return `<path d="${d}" fill="${fill}" fill-opacity="0.55" stroke="${look.stroke}" stroke-width="2" stroke-linejoin="round"${dashOf(role)}/>${points.map(({ x, y }) => drawMark(x, y, role)).join('')}`
}

function dashOf(role: RadarRole): string {
  const { dash } = LINES[role]
  return dash ? ` stroke-dasharray="${dash}"${role === 'target' ? ' stroke-linecap="round"' : ''}` : ''
}

function drawMark(x: number, y: number, role: RadarRole): string {
  if (role === 'now') return `<circle cx="${String(x)}" cy="${String(y)}" r="3.6" fill="${INK.accent}"/>`
  const look = `fill="${INK.surface}" stroke="${LINES[role].stroke}" stroke-width="1.5"`
  return role === 'target'
    ? `<polygon points="${drawDiamond({ x, y }, 4.6)}" ${look}/>`
    : `<rect x="${String(x - 3.4)}" y="${String(y - 3.4)}" width="6.8" height="6.8" ${look}/>`
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

function drawLegend({ name, role }: RadarSeries, index: number, top: number): string {
  const y = top + 8 + index * 22
  return `<line x1="20" y1="${String(y)}" x2="56" y2="${String(y)}" stroke="${LINES[role].stroke}" stroke-width="2"${dashOf(role)}/>${drawMark(38, y, role)}<text x="66" y="${String(y + 4)}" font-size="12" fill="${INK.ink}">${escapeXml(name)}</text>`
}
