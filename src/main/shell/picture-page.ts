import type { Paper } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { escapeXml, INK } from '../../shared/models/diagram-shapes.ts'

/** Width and height of a sheet standing upright, in millimetres. */
const SHEETS: Readonly<Record<Exclude<Paper, 'own'>, readonly [number, number]>> = {
  A4: [210, 297],
  A3: [297, 420],
  Letter: [215.9, 279.4]
}
const MARGIN = 10
/** PDF readers show no page longer than 200 inches; at 96 units an inch. */
const LONGEST = 19_000

/** The HTML a diagram is printed from: one page, the picture as large as it fits. */
export function writePicturePage(
  { svg, width, height, name }: { svg: string; width: number; height: number; name: string },
  { paper, language, isTransparent }: { paper: Paper; language: Language; isTransparent: boolean }
): string {
  const page = paper === 'own' ? sizeOwn(width, height) : sizeSheet(SHEETS[paper], width > height)
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeXml(name)}</title><style>
@page{size:${page.width} ${page.height};margin:0}
html,body{margin:0;padding:0}
body{width:${page.width};height:${page.height};box-sizing:border-box;padding:${page.padding};${isTransparent ? '' : `background:${INK.paper};`}overflow:hidden;-webkit-print-color-adjust:exact}
svg{display:block;width:100%;height:100%}
</style></head><body>${svg}</body></html>`
}

interface Page {
  readonly width: string
  readonly height: string
  readonly padding: string
}

function sizeOwn(width: number, height: number): Page {
  const scale = Math.min(1, LONGEST / width, LONGEST / height)
  return { width: `${String(Math.ceil(width * scale))}px`, height: `${String(Math.ceil(height * scale))}px`, padding: '0' }
}

function sizeSheet([short, long]: readonly [number, number], isWide: boolean): Page {
  const [width, height] = isWide ? [long, short] : [short, long]
  return { width: `${String(width)}mm`, height: `${String(height)}mm`, padding: `${String(MARGIN)}mm` }
}
