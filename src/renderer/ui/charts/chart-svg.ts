import { escapeXml } from '../../../shared/models/diagram-shapes.ts'
import { wrapText } from '../../../shared/models/text-measure.ts'
import { paintPaper, type Mark, type Paint } from './marks.ts'
import type { Scene } from './scene.ts'

export interface ChartWords {
  readonly title: string
  readonly takeaway: string
  /** As of when, over which time, whose. */
  readonly basis: string
}
const MARGIN = 28
const LINE = 19

/** A chart as one SVG document that stands alone: heading, takeaway, drawing and basis; light, and without script or outside address. */
export function writeChartSvg(scene: Scene, { title, takeaway, basis }: ChartWords): { svg: string; width: number; height: number } {
  const width = scene.width + 2 * MARGIN
  const lines = wrapText(takeaway, scene.width, 13.5)
  const basisLines = wrapText(basis, scene.width, 11.5)
  const top = MARGIN + 30 + lines.length * LINE + 14
  const height = Math.ceil(top + scene.height + 16 + basisLines.length * 16 + MARGIN / 2)
  const heading = `<text x="${MARGIN}" y="${MARGIN + 16}" font-size="20" font-family="Newsreader, Georgia, serif" font-weight="500" fill="${paintPaper({ ink: 'ink' })}">${escapeXml(title)}</text>`
  const write = (text: string, y: number, size: number): string =>
    `<text x="${MARGIN}" y="${y}" font-size="${size}" fill="${paintPaper({ ink: 'muted' })}">${escapeXml(text)}</text>`
  const body = [
    heading,
    ...lines.map((line, at) => write(line, MARGIN + 40 + at * LINE, 13.5)),
    `<g transform="translate(${MARGIN} ${top})">${scene.marks.map(writeMark).join('\n')}</g>`,
    ...basisLines.map((line, at) => write(line, top + scene.height + 24 + at * 16, 11.5))
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="Inter, system-ui, sans-serif">
<title>${escapeXml(`${title}. ${takeaway}`)}</title>
<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V7" stroke="${paintPaper({ ink: 'faint', strength: 0.5 })}" stroke-width="1.4"/></pattern></defs>
<rect width="${width}" height="${height}" fill="${paintPaper({ ink: 'surface' })}"/>
${body.join('\n')}
</svg>
`
  return { svg, width, height }
}

const fillOf = (fill: Paint | null): string => (fill ? paintPaper(fill) : 'none')

function lineOf({ stroke, weight = 1, dash }: { stroke?: Paint; weight?: number; dash?: string }): string {
  if (!stroke) return ''
  return ` stroke="${paintPaper(stroke)}" stroke-width="${weight}" stroke-linejoin="round" stroke-linecap="round"${dash ? ` stroke-dasharray="${dash}"` : ''}`
}

function writeMark(mark: Mark): string {
  switch (mark.kind) {
    case 'rect': {
      const box = `x="${round(mark.x)}" y="${round(mark.y)}" width="${round(mark.width)}" height="${round(mark.height)}" rx="${mark.radius ?? 0}"`
      return `<rect ${box} fill="${fillOf(mark.fill)}"${lineOf(mark)}/>${mark.hatch ? `<rect ${box} fill="url(#hatch)"/>` : ''}`
    }
    case 'path':
      return `<path d="${mark.d}" fill="${fillOf(mark.fill)}"${mark.opacity === undefined ? '' : ` opacity="${mark.opacity}"`}${lineOf(mark)}/>`
    case 'circle':
      return `<circle cx="${round(mark.x)}" cy="${round(mark.y)}" r="${mark.r}" fill="${fillOf(mark.fill)}"${lineOf(mark)}/>`
    case 'text': {
      const turn = mark.turn === undefined ? '' : ` transform="rotate(${mark.turn} ${round(mark.x)} ${round(mark.y)})"`
      const halo = mark.hasHalo
        ? ` stroke="${paintPaper({ ink: 'surface' })}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
        : ''
      return `<text x="${round(mark.x)}" y="${round(mark.y)}" font-size="${mark.size}" fill="${paintPaper(mark.fill)}"${mark.isBold ? ' font-weight="600"' : ''} text-anchor="${mark.anchor ?? 'start'}"${turn}${halo}>${escapeXml(mark.text)}</text>`
    }
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
