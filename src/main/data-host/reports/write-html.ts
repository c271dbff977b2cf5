import { escapeXml } from '../../../shared/models/diagram-shapes.ts'
import type { FontFacesFor } from '../../../shared/models/diagram-svg.ts'
import type { Block, ReportDocument, Table } from './report-blocks.ts'
import { reportStyle } from './report-style.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/** The report as one document without script or outside address: what the window shows, main prints and a person keeps. */
export function writeHtml({ language, title, blocks, footer, runningFoot }: ReportDocument, fontFacesFor: FontFacesFor): string {
  const body = `<main>
${groupEntries(blocks).map(writeGroup).join('\n')}
<footer>${escapeXml(footer)}</footer>
</main>`
  return `<!doctype html>
<html lang="${escapeXml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${fontFacesFor(title + body)}
${reportStyle}${writeRunningFoot(runningFoot)}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** A list of so many entries stays on one page; a longer one may go on overleaf. */
const MOST_KEPT = 4

/** Questions and answers that follow each other stand as one list. */
function groupEntries(blocks: readonly Block[]): (Block | BlockOf<'entry'>[])[] {
  return blocks.reduce<(Block | BlockOf<'entry'>[])[]>((groups, block) => {
    const last = groups.at(-1)
    if (block.kind !== 'entry') return [...groups, block]
    return Array.isArray(last) ? [...groups.slice(0, -1), [...last, block]] : [...groups, [block]]
  }, [])
}

function writeGroup(group: Block | BlockOf<'entry'>[]): string {
  if (!Array.isArray(group)) return writeBlock(group)
  return `<div class="${group.length > MOST_KEPT ? 'entries' : 'entries whole'}">${group.map(writeBlock).join('\n')}</div>`
}

/** Name and page number at the foot of every printed page. */
function writeRunningFoot({ text, page, of }: ReportDocument['runningFoot']): string {
  const words = { text: quoteCss(text), page: quoteCss(`${page} `), of: quoteCss(` ${of} `) }
  return `@page { @bottom-left { content: ${words.text}; } @bottom-right { content: ${words.page} counter(page) ${words.of} counter(pages); } }`
}

/** A string for a style sheet: everything but plain letters and digits by its number, so that nothing closes the string or the element. */
export function quoteCss(text: string): string {
  return `"${text.replace(/[^a-zA-Z0-9 ]/gu, (character) => `\\${(character.codePointAt(0) ?? 0).toString(16)} `)}"`
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
      return `<div class="${block.isEmpty ? 'entry empty' : 'entry'}"><p class="label">${escapeXml(block.label)}</p><p class="answer">${escapeXml(block.text)}</p></div>`
    case 'table':
      return writeTable(block)
    case 'diagram':
      // The drawing is our own and escaped where it is made; its XML needs no second escape.
      return block.isSmall
        ? `<div class="whole"><figure class="small">${block.svg}</figure>${writeTable(block.table)}</div>`
        : `<figure>${block.svg}</figure>`
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

function writeTable({ columns, rows, isWhole }: Table): string {
  const cell = (tag: 'th' | 'td', text: string, index: number): string =>
    `<${tag}${columns[index]?.align === 'end' ? ' class="end"' : ''}${tag === 'th' ? ' scope="col"' : ''}>${escapeXml(text)}</${tag}>`
  const head = columns.map(({ title }, index) => cell('th', title, index)).join('')
  const body = rows.map((row) => `<tr>${row.map((text, index) => cell('td', text, index)).join('')}</tr>`).join('\n')
  const widths = columns.map(({ width }) => (width === undefined ? '<col>' : `<col style="width:${String(width)}%">`)).join('')
  return `<table${isWhole ? ' class="whole"' : ''}><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`
}
