/** The style of a cell: `shape=note;rounded=1;` and names standing alone, which say the same as `shape` or set several at once. */
export interface CellStyle {
  readonly names: readonly string[]
  readonly values: ReadonlyMap<string, string>
}

export function parseStyle(text: string): CellStyle {
  const names: string[] = []
  const values = new Map<string, string>()
  for (const part of text.split(';')) {
    const at = part.indexOf('=')
    if (at > 0) values.set(part.slice(0, at).trim(), part.slice(at + 1).trim())
    else if (part.trim() !== '') names.push(part.trim())
  }
  return { names, values }
}

/** A style as text, in the order of its keys. */
export const formatStyle = (names: readonly string[], values: Iterable<readonly [string, string]>): string =>
  [...names, ...[...values].map(([key, value]) => `${key}=${value}`)].map((part) => `${part};`).join('')

export const isOn = (style: CellStyle, key: string): boolean => style.values.get(key) === '1'

export function readNumber(text: string | undefined): number | null {
  if (text === undefined || text.trim() === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : null
}
