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

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > MAX_WIDTH ? `${flat.slice(0, MAX_WIDTH - 1)}…` : flat
}
