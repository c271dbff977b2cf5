/** `+4,5`, `−3`, `±0`. */
export function formatChange(difference: number, count: (value: number, digits?: number) => string): string {
  const sign = difference > 0 ? '+' : difference < 0 ? '−' : '±'
  return `${sign}${count(Math.abs(difference), 1)}`
}
