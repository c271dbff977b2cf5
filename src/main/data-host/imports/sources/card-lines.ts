import { isUtf8 } from 'node:buffer'
import { CauceError } from '../../../../shared/domain/errors.ts'

/** One property of a contact: `TEL;TYPE=CELL:+34 600…`. The value is text with its escapes still in it. */
export interface CardLine {
  /** Upper case, without the group before it (`item1.EMAIL`). */
  name: string
  /** Types and the other words after the name, upper case. */
  marks: readonly string[]
  value: string
  /** Line of the file it begins in, from 1. */
  line: number
}

/** Bytes written as one character each. */
type Bytes = string

/** Folded lines put together, and those that quoted-printable goes on with; each with the line it begins in. */
function* unfold(text: Bytes): Generator<{ text: Bytes; line: number }> {
  let open: { text: Bytes; line: number } | null = null
  let line = 0
  for (const raw of text.split(/\r\n|\n|\r/)) {
    line++
    if (open && open.text.endsWith('=') && isQuotedPrintable(open.text)) open.text = open.text.slice(0, -1) + raw
    else if (open && /^[ \t]/.test(raw)) open.text += raw.slice(1)
    else {
      if (open && open.text !== '') yield open
      open = { text: raw, line }
    }
  }
  if (open && open.text !== '') yield open
}

function isQuotedPrintable(text: Bytes): boolean {
  return /quoted-printable/i.test(text.slice(0, text.indexOf(':')))
}

/** Where name and marks end: the first colon outside quotes. */
function findColon(text: Bytes): number {
  let isQuoted = false
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at)
    if (character === '"') isQuoted = !isQuoted
    else if (character === ':' && !isQuoted) return at
  }
  return -1
}

function toBytes(value: Bytes, isQuoted: boolean): Buffer {
  const plain = isQuoted ? value.replace(/=([0-9a-f]{2})/gi, (_all, code: string) => String.fromCharCode(parseInt(code, 16))) : value
  return Buffer.from(plain, 'latin1')
}

/** Text in the character set the line names; else UTF-8 where it is valid, else windows-1252. */
function decodeValue(bytes: Buffer, charset: string | undefined): string {
  const known = charset !== undefined && /^(?:utf-?8|us-ascii|iso-8859-\d+|windows-125\d)$/i.test(charset) ? charset : undefined
  const fallback = isUtf8(bytes) ? 'utf-8' : 'windows-1252'
  // Phones name UTF-8 and write something else, or the other way round: what the bytes are wins.
  const encoding = known === undefined || /utf|ascii/i.test(known) || isUtf8(bytes) ? fallback : known
  return new TextDecoder(encoding).decode(bytes)
}

function parseLine(text: Bytes, line: number): CardLine | null {
  const colon = findColon(text)
  if (colon <= 0) return null
  const [head = '', ...params] = text.slice(0, colon).split(';')
  const pairs = params.map((param) => {
    const [key = '', value] = param.split('=')
    return value === undefined ? { key: 'TYPE', value: key } : { key: key.toUpperCase(), value: value.replaceAll('"', '') }
  })
  const marks = pairs.flatMap(({ key, value }) => [key, ...value.split(',')]).map((mark) => mark.toUpperCase())
  const charset = pairs.find(({ key }) => key === 'CHARSET')?.value
  const name = head.slice(head.lastIndexOf('.') + 1).toUpperCase()
  return { name, marks, value: decodeValue(toBytes(text.slice(colon + 1), marks.includes('QUOTED-PRINTABLE')), charset), line }
}

/** The contacts of a file (vCard 2.1, 3.0, 4.0), each as its lines. `bytes`: the file, one character per byte. */
export function* readCards(bytes: Bytes): Generator<CardLine[]> {
  let card: CardLine[] | null = null
  let begun = 0
  for (const { text, line } of unfold(bytes)) {
    const mark = text.trim().toUpperCase()
    if (mark === 'BEGIN:VCARD') {
      if (card) throw new CauceError('import-card-damaged', { line: begun })
      card = []
      begun = line
    } else if (mark === 'END:VCARD') {
      if (!card) throw new CauceError('import-card-damaged', { line })
      yield card
      card = null
    } else if (card) {
      if (text.includes('\0')) throw new CauceError('import-nul-bytes', { line })
      const parsed = parseLine(text, line)
      if (parsed) card.push(parsed)
    }
  }
  if (card) throw new CauceError('import-card-damaged', { line: begun })
}

/** Cuts at a mark that is not escaped and resolves the escapes of the parts. */
export function splitValue(value: string, mark: ';' | ','): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < value.length; at++) {
    const character = value.charAt(at)
    if (character === '\\' && at + 1 < value.length) {
      const next = value.charAt(++at)
      part += next === 'n' || next === 'N' ? '\n' : next
    } else if (character === mark) {
      parts.push(part.trim())
      part = ''
    } else part += character
  }
  return [...parts, part.trim()]
}

/** The whole value without its escapes. */
export function unescapeValue(value: string): string {
  return value.replace(/\\([nN\\,;:])/g, (_all, next: string) => (next === 'n' || next === 'N' ? '\n' : next)).trim()
}
