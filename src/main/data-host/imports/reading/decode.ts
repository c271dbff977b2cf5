import { isAscii, isUtf8 } from 'node:buffer'
import type { Dialect } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'

export type Encoding = Dialect['encoding']

/** Turns bytes into text piece by piece; a character cut by the border of a piece waits for the next one. */
export interface Decoder {
  /** Text of `bytes`; `last` says that nothing follows. Throws `import-encoding` where the bytes are not of the encoding. */
  decode: (bytes: Buffer, last: boolean) => string
}

/** The characters windows-1252 has at 0x80–0x9F, where Latin-1 has control codes. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** Half of a pair by itself: no text. */
const LONE_SURROGATE = /\p{Surrogate}/u
const C1_CODES = /[\u0080-\u009f]/g

function decodeWindows1252(bytes: Buffer): string {
  return bytes.toString('latin1').replace(C1_CODES, (code) => WINDOWS_1252[code.charCodeAt(0) - 0x80] ?? code)
}

/** How many bytes at the end of `bytes` begin a UTF-8 character whose rest has not come yet (0 to 3). */
function countOpenUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? back : 0
  }
  return 0
}

function decodeUtf8(bytes: Buffer): string {
  // Most files are plain ASCII in most pieces: one-byte text is half the size and the fastest to cut.
  if (isAscii(bytes)) return bytes.toString('latin1')
  if (!isUtf8(bytes)) throw new CauceError('import-encoding', { encoding: 'utf-8' })
  return bytes.toString('utf8')
}

function decodeUtf16(bytes: Buffer, bigEndian: boolean): string {
  const text = bigEndian ? Buffer.from(bytes).swap16().toString('utf16le') : bytes.toString('utf16le')
  if (LONE_SURROGATE.test(text)) throw new CauceError('import-encoding', { encoding: bigEndian ? 'utf-16be' : 'utf-16le' })
  return text
}

/** Bytes at the end that belong to a character not complete yet: an odd byte, or the first half of a surrogate pair. */
function countOpenUtf16(bytes: Buffer, bigEndian: boolean): number {
  const odd = bytes.length % 2
  const whole = bytes.length - odd
  if (whole < 2) return odd
  const unit = bigEndian ? bytes.readUInt16BE(whole - 2) : bytes.readUInt16LE(whole - 2)
  return unit >= 0xd800 && unit <= 0xdbff ? odd + 2 : odd
}

interface Scheme {
  countOpen: (bytes: Buffer) => number
  toText: (bytes: Buffer) => string
}
const SCHEMES: Record<Encoding, Scheme> = {
  'utf-8': { countOpen: countOpenUtf8, toText: decodeUtf8 },
  'windows-1252': { countOpen: () => 0, toText: decodeWindows1252 },
  'utf-16le': { countOpen: (bytes) => countOpenUtf16(bytes, false), toText: (bytes) => decodeUtf16(bytes, false) },
  'utf-16be': { countOpen: (bytes) => countOpenUtf16(bytes, true), toText: (bytes) => decodeUtf16(bytes, true) }
}

/** A decoder for one file, from its first byte; a byte order mark at the start is left out. */
export function createDecoder(encoding: Encoding): Decoder {
  const { countOpen, toText } = SCHEMES[encoding]
  let open: Buffer = Buffer.alloc(0)
  let atStart = true
  return {
    decode(bytes, last) {
      const all = open.length > 0 ? Buffer.concat([open, bytes]) : bytes
      const tail = last ? 0 : countOpen(all)
      if (last && encoding.startsWith('utf-16') && all.length % 2 === 1) throw new CauceError('import-encoding', { encoding })
      // Copied: the caller reads the next piece into the same memory.
      open = Buffer.from(all.subarray(all.length - tail))
      const text = toText(all.subarray(0, all.length - tail))
      if (!atStart || text === '') return text
      atStart = false
      return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
    }
  }
}
