import { describe, expect, it } from 'vitest'
import { describeColumns, findOtherCurrencies } from '../../../../../src/main/data-host/imports/describe-columns.ts'
import { ColumnProfile } from '../../../../../src/main/data-host/imports/reading/profile-columns.ts'
import { readAmount } from '../../../../../src/main/data-host/imports/values/amount.ts'
import { readDate } from '../../../../../src/main/data-host/imports/values/date.ts'

/** Numbers that look random and are the same every time (mulberry32). */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const VALUES_PER_COLUMN = 8
const profileOf = (cells: readonly string[]): ColumnProfile => {
  const profile = new ColumnProfile()
  cells.forEach((cell) => profile.add(cell))
  return profile
}

function group(digits: string, mark: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, mark)
}
const split = (minor: number): { sign: string; whole: string; cents: string } => {
  const size = Math.abs(minor)
  return { sign: minor < 0 ? '-' : '', whole: String(Math.floor(size / 100)), cents: String(size % 100).padStart(2, '0') }
}

/** How eight regions write money; `decimals` false: whole amounts are written without them. */
const AMOUNTS: readonly (readonly [name: string, mark: 'comma' | 'dot', write: (minor: number) => string])[] = [
  ['1.234,56', 'comma', (minor) => `${split(minor).sign}${group(split(minor).whole, '.')},${split(minor).cents}`],
  ['1,234.56', 'dot', (minor) => `${split(minor).sign}${group(split(minor).whole, ',')}.${split(minor).cents}`],
  ['1 234,56', 'comma', (minor) => `${split(minor).sign}${group(split(minor).whole, '\u202f')},${split(minor).cents}`],
  ["1'234.56", 'dot', (minor) => `${split(minor).sign}${group(split(minor).whole, "'")}.${split(minor).cents}`],
  ['1234.56', 'dot', (minor) => `${split(minor).sign}${split(minor).whole}.${split(minor).cents}`],
  ['1234,56', 'comma', (minor) => `${split(minor).sign}${split(minor).whole},${split(minor).cents}`],
  [
    '(1,234.56)',
    'dot',
    (minor) =>
      minor < 0 ? `(${group(split(minor).whole, ',')}.${split(minor).cents})` : `$${group(split(minor).whole, ',')}.${split(minor).cents}`
  ],
  ['-1.234,56 €', 'comma', (minor) => `${split(minor).sign}${group(split(minor).whole, '.')},${split(minor).cents} €`]
]
/** The same, with amounts that end in whole units written without decimals: some of these columns can be read two ways. */
const WHOLE = AMOUNTS.map(
  ([name, mark, write]) =>
    [
      `${name}, whole units without decimals`,
      mark,
      (minor: number) => (minor % 100 === 0 ? write(minor).replace(/[.,]00(?=\D|$)(?!\d)/, '') : write(minor))
    ] as const
)

describe('10,000 amounts in eight regional shapes, each with and without decimals', () => {
  it.each([...AMOUNTS, ...WHOLE])('%s: none read wrong, and what can be read two ways asks', (name, mark, write) => {
    const random = createRandom(name.length * 7919 + 17)
    const isWhole = name.includes('whole')
    let asked = 0
    let read = 0
    for (let column = 0; column < 80; column++) {
      const amounts = Array.from({ length: VALUES_PER_COLUMN }, () => (random(2_000_000) - 400_000) * (isWhole && random(4) > 0 ? 100 : 1))
      const cells = amounts.map(write)
      const profile = profileOf(cells)
      const currency = name.startsWith('(') ? 'USD' : 'EUR'
      const readAs = (decimal: 'comma' | 'dot' | null): unknown[] => cells.map((cell) => readAmount(cell, { decimal, currency, digits: 2 }))
      const decides = (decimal: 'comma' | 'dot'): boolean => readAs(decimal).every((value) => typeof value === 'number')
      // Two ways: both marks read every cell, and not as the same.
      const isAmbiguous = decides('comma') && decides('dot') && JSON.stringify(readAs('comma')) !== JSON.stringify(readAs('dot'))
      expect(profile.findAmbiguity('amount'), cells.join(' | ')).toBe(isAmbiguous ? 'decimal' : null)
      if (isAmbiguous) asked++
      const answer = isAmbiguous ? mark : profile.decimal
      expect(readAs(answer), cells.join(' | ')).toEqual(amounts)
      read += cells.length
    }
    expect(read).toBe(640)
    if (!isWhole) expect(asked).toBe(0)
  })

  it('asks where a column has nothing but thousands that could be decimals', () => {
    expect(profileOf(['1.234', '12.500', '7']).findAmbiguity('amount')).toBe('decimal')
    expect(profileOf(['1.234', '12.500', '1.234.567']).findAmbiguity('amount')).toBeNull()
    expect(profileOf(['1,234', '0,500']).findAmbiguity('amount')).toBeNull()
  })
})

const ENGLISH = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const SPANISH = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre'
]
interface Day {
  y: number
  m: number
  d: number
}
const two = (value: number): string => String(value).padStart(2, '0')
const isoOf = ({ y, m, d }: Day): string => `${String(y)}-${two(m)}-${two(d)}`
const SHAPES: readonly (readonly [name: string, order: 'dmy' | 'mdy' | null, write: (day: Day) => string])[] = [
  ['2024-03-05', null, isoOf],
  ['05/03/2024', 'dmy', ({ y, m, d }) => `${two(d)}/${two(m)}/${String(y)}`],
  ['03/05/2024', 'mdy', ({ y, m, d }) => `${two(m)}/${two(d)}/${String(y)}`],
  ['5.3.24', 'dmy', ({ y, m, d }) => `${String(d)}.${String(m)}.${two(y % 100)}`],
  ['5 Mar 2024', null, ({ y, m, d }) => `${String(d)} ${(ENGLISH[m - 1] ?? '').slice(0, 3)} ${String(y)}`],
  ['5 de marzo de 2024', null, ({ y, m, d }) => `${String(d)} de ${SPANISH[m - 1] ?? ''} de ${String(y)}`],
  ['March 5, 2024', null, ({ y, m, d }) => `${ENGLISH[m - 1] ?? ''} ${String(d)}, ${String(y)}`],
  ['05-mar-2024', null, ({ y, m, d }) => `${two(d)}-${(SPANISH[m - 1] ?? '').slice(0, 3)}-${String(y)}`]
]
const TIMES: readonly ((random: (below: number) => number) => string)[] = [
  () => '',
  (random) => ` ${two(random(24))}:${two(random(60))}:${two(random(60))}`,
  (random) => ` ${two(random(24))}:${two(random(60))}:${two(random(60))} +0200`,
  (random) => ` ${String(1 + random(12))}:${two(random(60))} PM`,
  (random) => `T${two(random(24))}:${two(random(60))}:${two(random(60))}.123Z`
]

describe('10,000 dates in eight shapes, with times and zones', () => {
  it.each(SHAPES)('%s: none read wrong, and what can be read two ways asks', (name, order, write) => {
    const random = createRandom(name.length * 104_729 + 3)
    let read = 0
    let asked = 0
    for (let column = 0; column < 160; column++) {
      const time = TIMES[column % TIMES.length] ?? (() => '')
      // Days that are months too, in some columns: these are the ones that can be read two ways.
      const lastDay = column % 3 === 0 ? 12 : 28
      const days = Array.from({ length: VALUES_PER_COLUMN }, () => ({ y: 1970 + random(90), m: 1 + random(12), d: 1 + random(lastDay) }))
      const cells = days.map((day) => write(day) + time(random))
      const profile = profileOf(cells)
      const readAs = (how: 'dmy' | 'mdy' | null): string[] => cells.map((cell) => readDate(cell, how))
      const decides = (how: 'dmy' | 'mdy'): boolean => readAs(how).every((date) => /^\d/.test(date))
      const isAmbiguous = order !== null && decides('dmy') && decides('mdy') && readAs('dmy').join() !== readAs('mdy').join()
      expect(profile.findAmbiguity('date'), cells.join(' | ')).toBe(isAmbiguous ? 'date-order' : null)
      expect(profile.type, cells.join(' | ')).toBe('date')
      if (isAmbiguous) asked++
      expect(readAs(isAmbiguous ? order : profile.dateOrder === 'ymd' ? null : profile.dateOrder), cells.join(' | ')).toEqual(
        days.map(isoOf)
      )
      read += cells.length
    }
    expect(read).toBe(1280)
    expect(asked > 0).toBe(order !== null)
  })
})

describe('what is said of a column', () => {
  const describeOne = (cells: readonly string[], field: string): ReturnType<typeof describeColumns>[number] | undefined =>
    describeColumns({ headers: ['X'], profiles: [profileOf(cells)] }, 'orders', [{ field, answer: null }])[0]

  it('gives three samples as they are read, both ways where there are two', () => {
    expect(describeOne(['25/03/2024', '05/03/2024', '1/1/24', '2/1/24'], 'order_date')?.samplesRead).toEqual([
      { written: '25/03/2024', read: '2024-03-25', otherwise: null },
      { written: '05/03/2024', read: '2024-03-05', otherwise: null },
      { written: '1/1/24', read: '2024-01-01', otherwise: null }
    ])
    expect(describeOne(['05/03/2024', '4/4/2024'], 'order_date')).toMatchObject({
      ambiguous: 'date-order',
      samplesRead: [
        { written: '05/03/2024', read: '2024-03-05', otherwise: '2024-05-03' },
        { written: '4/4/2024', read: '2024-04-04', otherwise: null }
      ]
    })
    expect(describeOne(['1.234', '7', 'n/a'], 'amount')).toMatchObject({
      ambiguous: 'decimal',
      samplesRead: [
        { written: '1.234', read: '1234', otherwise: '1.234' },
        { written: '7', read: '7', otherwise: null },
        { written: 'n/a', read: null, otherwise: null }
      ]
    })
    expect(describeOne(['1.234,56 €'], 'amount')?.samplesRead).toEqual([{ written: '1.234,56 €', read: '1234.56', otherwise: null }])
    expect(describeOne(['Tienda'], 'channel')?.samplesRead).toEqual([])
  })

  it('tells telephones from amounts and amounts from codes', () => {
    expect(profileOf(['600 123 456', '+34 600123456', '0034 611 22 33 44']).type).toBe('phone')
    expect(profileOf(['952 11 22 33', '958.11.22.33']).type).toBe('phone')
    expect(profileOf(['600 123 456,00', '12 000 000,00']).type).toBe('amount')
    expect(profileOf(['1 234 567', '12 000 000']).type).toBe('amount')
    expect(profileOf(['SKU1', 'SKU2']).type).toBe('text')
    expect(profileOf(['EUR 12', '9 USD', 'US$4']).type).toBe('amount')
  })

  it('takes the answers of an own preset for its questions', () => {
    const profiles = [profileOf(['05/03/2024', '06/03/2024'])]
    const [column] = describeColumns({ headers: ['Fecha'], profiles }, 'orders', [
      { field: 'order_date', answer: { decimal: null, dateOrder: 'dmy' } }
    ])
    expect(column).toMatchObject({ ambiguous: null, dateOrder: 'dmy', samplesRead: [{ read: '2024-03-05' }, { read: '2024-03-06' }] })
  })

  it('notices amounts and codes of other currencies than the workspace’s', () => {
    const profiles = [profileOf(['12,00 $', '5,00 €', 'USD 3']), profileOf(['EUR', 'gbp', 'EUR']), profileOf(['7,00 £'])]
    const columns = describeColumns({ headers: ['Importe', 'Moneda', 'Otro'], profiles }, 'orders', [
      { field: 'amount', answer: null },
      { field: 'currency', answer: null },
      null
    ])
    expect(findOtherCurrencies(columns, profiles, 'EUR')).toEqual(['$', 'USD', 'GBP'])
    expect(findOtherCurrencies(columns, profiles, null)).toEqual([])
  })
})
