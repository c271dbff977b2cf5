/** Serial of 1970-01-01 in a workbook that counts from 1900, and in one that counts from 1904 (older Macs). */
const UNIX_EPOCH = { 1900: 25_569, 1904: 24_107 }
const DAY_SECONDS = 86_400
/** Numbers of a workbook are doubles and its program shows 15 digits of them: what comes after is noise. */
const SIGNIFICANT_DIGITS = 15
/** Dates up to 9999-12-31. */
const LAST_SERIAL = 2_958_465

/** The shapes of dates among the formats every workbook knows without naming them, by id. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58])
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 45, 46, 47])

export type NumberShape = 'number' | 'date' | 'time'

/** What a number format makes of a number; `code`: the format as text where the workbook names it. */
export function findNumberShape(id: number, code: string | undefined): NumberShape {
  if (code === undefined) return BUILT_IN_DATES.has(id) ? 'date' : BUILT_IN_TIMES.has(id) ? 'time' : 'number'
  // Only the part for numbers above zero, without literals, colours, conditions and fill characters. Hours that go on
  // counting (`[h]`) are a time.
  const part = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?<unit>h+|m+|s+)\]/gi, '$<unit>')
    .replace(/\[[^\]]*\]/g, '')
  if (/general/i.test(part)) return 'number'
  if (/[yd]|e(?![+-])/i.test(part)) return 'date'
  if (/[hs]/i.test(part)) return 'time'
  return /m/i.test(part) ? 'date' : 'number'
}

/** A number as a plain decimal with a point, no exponent and no noise of binary fractions: `0.1`, `1234.56`, `600123456789`. */
export function formatCellNumber(text: string): string {
  if (/^-?\d{1,15}$/.test(text)) return text
  const value = Number(text)
  if (!Number.isFinite(value) || text.trim() === '') return text
  const plain = expandExponent(String(Number(value.toPrecision(SIGNIFICANT_DIGITS))))
  // Three digits after a point read both ways (`12.345`); here the point is known, and one more zero says so.
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain
}

function expandExponent(text: string): string {
  const match = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?e(?<exponent>[+-]\d+)$/.exec(text)?.groups
  if (!match) return text
  const { sign = '', whole = '', fraction = '' } = match
  const exponent = Number(match['exponent'])
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${whole}${fraction}`
  return `${sign}${whole}${fraction.padEnd(exponent, '0')}`
}

/** A serial number of days as ISO date, with the time when it has one; a time alone as `HH:MM:SS`. Outside the calendar: the number. */
export function formatSerial(text: string, shape: 'date' | 'time', counts1904: boolean): string {
  const serial = Number(text)
  if (!Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return formatCellNumber(text)
  // Below 60 the 1900 system is a day late: it counts a 29 February 1900 that never was.
  const shifted = !counts1904 && serial < 60 && serial >= 1 ? serial + 1 : serial
  const seconds = Math.round(shifted * DAY_SECONDS)
  const time = new Date((seconds % DAY_SECONDS) * 1000).toISOString().slice(11, 19)
  if (shape === 'time' && serial < 1) return time
  const day = Math.floor(seconds / DAY_SECONDS) - UNIX_EPOCH[counts1904 ? 1904 : 1900]
  const date = new Date(day * DAY_SECONDS * 1000).toISOString().slice(0, 10)
  return time === '00:00:00' ? date : `${date} ${time}`
}

const ESCAPED = /_x(?<code>[0-9a-f]{4})_/gi

/** Characters that XML can't hold are written `_x000D_` in a workbook; those a table can't hold either are left out. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(ESCAPED, (_all, code: string) => {
    const character = String.fromCharCode(parseInt(code, 16))
    if (character === '\r') return ''
    return character < ' ' && character !== '\n' && character !== '\t' ? '' : character
  })
}

/** Index of the column a cell reference names (`B7` → 1); -1 when it names none. */
export function readColumn(reference: string): number {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    const letter = reference.charCodeAt(at) & ~32
    if (letter < 65 || letter > 90) break
    column = column * 26 + (letter - 64)
    if (column > 100_000) return -1
  }
  return at === 0 ? -1 : column - 1
}
