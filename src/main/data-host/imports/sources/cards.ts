import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { WorkFile } from '../../../files/work-file.ts'
import { formatRecord } from '../reading/split.ts'
import type { StopIfCancelled } from './archive.ts'
import { type CardLine, readCards, splitValue, unescapeValue } from './card-lines.ts'
import type { MadeTable } from './tables.ts'

/** What is taken of a contact; the preset `vcard` knows the columns by these names. */
const COLUMNS = [
  'Given name',
  'Family name',
  'Organization',
  'Title',
  'E-mail',
  'Other e-mails',
  'Phone',
  'Other phones',
  'Street',
  'City',
  'Region',
  'Postal code',
  'Country',
  'Birthday',
  'Categories',
  'Notes',
  'UID'
] as const
type CardRow = Record<(typeof COLUMNS)[number], string>

/** The line to prefer of several: the one marked so, else the first of the best mark. */
function rank(lines: readonly CardLine[], best: readonly string[]): CardLine[] {
  const weigh = ({ marks }: CardLine): number => {
    if (marks.includes('PREF') && !marks.includes('FAX')) return -1
    if (marks.includes('FAX') || marks.includes('PAGER')) return best.length + 2
    const at = best.findIndex((mark) => marks.includes(mark))
    return at < 0 ? best.length : at
  }
  return [...lines].sort((a, b) => weigh(a) - weigh(b))
}

const readUri = (value: string, scheme: string): string =>
  value.toLowerCase().startsWith(scheme) ? (value.slice(scheme.length).split(/[;?]/)[0] ?? '') : value

/** A birthday without a year (`--0412`, or one a phone made up) is none that can be kept. */
function readBirthday(line: CardLine | undefined): string {
  const value = line?.value.trim() ?? ''
  if (value.startsWith('--') || line?.marks.includes('X-APPLE-OMIT-YEAR') === true) return ''
  return /^\d{4}-?\d{2}-?\d{2}/.exec(value)?.[0] ?? value
}

function readCard(card: readonly CardLine[]): CardRow {
  const all = (name: string): CardLine[] => card.filter((line) => line.name === name)
  const first = (name: string): string => unescapeValue(all(name)[0]?.value ?? '')
  const [family = '', given = '', additional = ''] = splitValue(all('N')[0]?.value ?? '', ';')
  const [organization = ''] = splitValue(all('ORG')[0]?.value ?? '', ';')
  const fullName = first('FN')
  const hasName = family !== '' || given !== ''
  const emails = rank(all('EMAIL'), ['HOME', 'WORK']).map(({ value }) => readUri(unescapeValue(value), 'mailto:'))
  const phones = rank(all('TEL'), ['CELL', 'MOBILE', 'WORK', 'HOME', 'VOICE']).map(({ value }) => readUri(unescapeValue(value), 'tel:'))
  const address = splitValue(rank(all('ADR'), ['HOME', 'WORK'])[0]?.value ?? '', ';').map((part) => part.replaceAll(/\s*\n\s*/g, ', '))
  const [box = '', extended = '', street = '', city = '', region = '', postalCode = '', country = ''] = address
  return {
    'Given name': hasName ? [given, additional].filter(Boolean).join(' ') : fullName === organization ? '' : fullName,
    'Family name': family,
    Organization: organization,
    Title: first('TITLE'),
    'E-mail': emails[0] ?? '',
    'Other e-mails': emails.slice(1).join(', '),
    Phone: phones[0] ?? '',
    'Other phones': phones.slice(1).join(', '),
    Street: [street, extended, box].filter(Boolean).join(', '),
    City: city,
    Region: region,
    'Postal code': postalCode,
    Country: country,
    Birthday: readBirthday(all('BDAY')[0]),
    Categories: all('CATEGORIES')
      .flatMap(({ value }) => splitValue(value, ','))
      .filter(Boolean)
      .join(', '),
    Notes: all('NOTE')
      .map(({ value }) => unescapeValue(value))
      .join('\n'),
    UID: first('UID')
  }
}

/** The file as one character per byte, whatever it was written in. */
function readBytes(path: string): string {
  const bytes = readFileSync(path)
  const mark = bytes.toString('hex', 0, 2)
  if (mark === 'fffe') return Buffer.from(bytes.subarray(2).toString('utf16le'), 'utf8').toString('latin1')
  if (mark === 'feff') return Buffer.from(Buffer.from(bytes.subarray(2)).swap16().toString('utf16le'), 'utf8').toString('latin1')
  return bytes.toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '')
}

/** Contacts as a table in `folder`: row n+1 is the n-th contact. */
export function convertCards(source: string, folder: string, stopIfCancelled: StopIfCancelled): MadeTable[] {
  const path = join(folder, '0.csv')
  const file = new WorkFile(path)
  let rows = 0
  try {
    file.write(`${formatRecord(COLUMNS, ',')}\n`)
    for (const card of readCards(readBytes(source))) {
      if (rows % 500 === 0) stopIfCancelled()
      const row = readCard(card)
      file.write(
        `${formatRecord(
          COLUMNS.map((column) => row[column]),
          ','
        )}\n`
      )
      rows++
    }
  } finally {
    file.close()
  }
  if (rows === 0) throw new CauceError('import-empty')
  return [{ name: '', rows, path, isText: true }]
}
