import { TextDecoder } from 'node:util'

/**
 * Text of a file, by its byte order mark or as UTF-8, without the mark; windows-1252 where it is no UTF-8. Null: no text at all.
 * `isCut`: these are the first bytes of it, and the last character may be half there.
 */
export function decodeText(bytes: Uint8Array, { isCut = false } = {}): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le', isCut)
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be', isCut)
  if (bytes.subarray(0, 4096).includes(0)) return null
  return decode(bytes, 'utf-8', isCut) ?? decode(bytes, 'windows-1252', isCut)
}

function decode(bytes: Uint8Array, encoding: string, isCut: boolean): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: isCut })
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
