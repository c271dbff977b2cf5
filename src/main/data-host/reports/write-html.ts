import { escapeXml } from '../../../shared/models/diagram-shapes.ts'
import type { Block, ReportDocument, Table } from './report-blocks.ts'
import { reportStyle } from './report-style.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/** The report as one document without script or outside address: what the window shows, main prints and a person keeps. */
export function writeHtml({ language, title, blocks, footer }: ReportDocument): string {
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
${blocks.map(writeBlock).join('\n')}
<footer>${escapeXml(footer)}</footer>
</main>
</body>
</html>
`
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'cover':
      return writeCover(block)
    case 'heading':
      return writeHeading(block)
    case 'text':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}>${escapeXml(block.text)}</p>`
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('')}</ul>`
    case 'entry':
      return `<div class="entry"><p class="label">${escapeXml(block.label)}</p><p class="${block.isEmpty ? 'answer muted' : 'answer'}">${escapeXml(block.text)}</p></div>`
    case 'table':
      return writeTable(block)
    case 'diagram':
      // The drawing is our own and escaped where it is made; its XML needs no second escape.
      return `<figure>${block.svg}</figure>`
  }
}

function writeCover({ above, title, subtitle, facts }: BlockOf<'cover'>): string {
  const rows = facts.map(([label, value]) => `<dt>${escapeXml(label)}</dt><dd>${escapeXml(value)}</dd>`).join('')
  return `<header class="cover"><p class="above">${escapeXml(above)}</p><h1>${escapeXml(title)}</h1><p class="lead">${escapeXml(subtitle)}</p><dl>${rows}</dl></header>`
}

function writeHeading({ level, text, number }: BlockOf<'heading'>): string {
  const prefix = number == null ? '' : `<span class="number">${number}</span> `
  return `<h${level}>${prefix}${escapeXml(text)}</h${level}>`
}

function writeTable({ columns, rows }: Table): string {
  const cell = (tag: 'th' | 'td', text: string, index: number): string =>
    `<${tag}${columns[index]?.align === 'end' ? ' class="end"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escapeXml(text)}</${tag}>`
  const head = columns.map(({ title }, index) => cell('th', title, index)).join('')
  const body = rows.map((row) => `<tr>${row.map((text, index) => cell('td', text, index)).join('')}</tr>`).join('\n')
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}
