import type { Block, ReportDocument, Table } from './report-blocks.ts'

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>

/** The report as Markdown. The drawing is given as a table: element, state, figure. */
export function writeMarkdown({ blocks, footer }: ReportDocument): string {
  return `${[...blocks.map(writeBlock), `---\n\n*${escapeMarkdown(footer)}*`].join('\n\n')}\n`
}

/** What a person wrote stays what it was: no mark-up, link or HTML comes out of it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|~!]/g, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/^(\s*)([-+=])/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/gm, '$1\\$2')
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'cover':
      return writeCover(block)
    case 'heading':
      return `${'#'.repeat(block.level)} ${block.number == null ? '' : `${block.number}. `}${writeLine(block.text)}`
    case 'text':
      return writeLine(block.text)
    case 'list':
      return block.items.map((item) => `- ${writeLine(item)}`).join('\n')
    case 'entry':
      return `**${writeLine(block.label)}**\n\n${writeQuote(block.text)}`
    case 'table':
      return writeTable(block)
    case 'diagram':
      return writeTable(block.table)
  }
}

function writeCover({ above, title, subtitle, facts }: BlockOf<'cover'>): string {
  return [
    `# ${writeLine(title)}`,
    `**${writeLine(above)}**`,
    writeLine(subtitle),
    facts.map(([label, value]) => `- ${writeLine(label)}: ${writeLine(value)}`).join('\n')
  ].join('\n\n')
}

function writeLine(text: string): string {
  return escapeMarkdown(text.replace(/\s+/g, ' ').trim())
}

function writeQuote(text: string): string {
  return text
    .split(/\r?\n/)
    .map((line) => `> ${escapeMarkdown(line)}`.trimEnd())
    .join('  \n')
}

function writeTable({ columns, rows }: Table): string {
  const row = (cells: readonly string[]): string => `| ${cells.map((cell) => (cell === '' ? ' ' : writeLine(cell))).join(' | ')} |`
  return [
    row(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => (align === 'end' ? ' ---: ' : ' --- ')).join('|')}|`,
    ...rows.map(row)
  ].join('\n')
}
