export type Cell = string | number | null
export interface TableColumn {
  title: string
  /** Numbers stand under their last digit. */
  right?: boolean
}

const MAX_WIDTH = 60

/** A short readable table: columns as wide as their content, cut at 60 characters. */
export function renderTable(columns: readonly TableColumn[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) => columns.map((_, index) => shorten(String(row[index] ?? '–'))))
  const widths = columns.map(({ title }, index) => Math.max(title.length, ...texts.map((row) => (row[index] ?? '').length)))
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (columns[index]?.right ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd()
  return [line(columns.map(({ title }) => title)), ...texts.map(line)]
}

const LINE_WIDTH = 96

/** A sentence whole, on as many lines of at most 96 characters as it needs; only a word longer than that stands out. */
export function wrapText(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(/ +|\n/).filter(Boolean)) {
    const last = lines.at(-1)
    if (last === undefined || last.length + 1 + word.length > LINE_WIDTH) lines.push(word)
    else lines[lines.length - 1] = `${last} ${word}`
  }
  return lines
}

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > MAX_WIDTH ? `${flat.slice(0, MAX_WIDTH - 1)}…` : flat
}
