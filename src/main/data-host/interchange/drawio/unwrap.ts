import { inflateRawSync, inflateSync } from 'node:zlib'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { decodeText } from '../decode-text.ts'
import { MOST_DIAGRAM_BYTES, refuseTooLarge } from '../limits.ts'
import { isPng } from '../sniff.ts'
import { parseXml, STOP } from '../xml.ts'
import { decodeEntities } from './html-text.ts'

/** How much all that is packed in a file may come to: counted while unpacking. */
export interface Budget {
  bytes: number
}
export const startBudget = (): Budget => ({ bytes: MOST_DIAGRAM_BYTES })

const damaged = (what: string): CauceError => new CauceError('diagram-damaged', { what })

function unpackBytes(bytes: Uint8Array, budget: Budget, inflate: typeof inflateSync): Buffer {
  try {
    const unpacked = inflate(bytes, { maxOutputLength: Math.max(budget.bytes, 1) })
    budget.bytes -= unpacked.length
    return unpacked
  } catch (error) {
    if (error instanceof RangeError) throw refuseTooLarge()
    throw damaged('packed')
  }
}

/** The text of a page that draw.io packed: URI-encoded, deflated without a header, in base64. */
export function unpackPage(packed: string, budget: Budget): string {
  const text = unpackBytes(Buffer.from(packed, 'base64'), budget, inflateRawSync).toString('utf8')
  return decodeUri(text)
}

/** Older versions packed the text as it stands. */
function decodeUri(text: string): string {
  if (text.trimStart().startsWith('<')) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) throw damaged('packed')
    throw error
  }
}

/** The XML of a draw.io document, from a file of its own or from the picture or page that carries it. */
export function findDocument(input: string | Uint8Array, budget: Budget): string {
  if (typeof input !== 'string' && isPng(input)) return readPng(input, budget)
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeText(input)
  if (text === null) throw damaged('text')
  const found = /<(mxfile|mxGraphModel|mxlibrary|svg|html|div|!doctype\s+html)\b/i.exec(text.slice(0, 100_000))
  const root = found?.[1]?.toLowerCase() ?? ''
  if (root === 'svg') return readSvg(text)
  if (root === 'html' || root === 'div' || root.startsWith('!doctype')) return readHtml(text)
  return text
}

/** `x.drawio.svg`: the document stands in an attribute of the picture's root, packed or not. */
function readSvg(text: string): string {
  let content: string | undefined
  parseXml(text, {
    onOpen: (_name, attributes) => {
      content = attributes.content
      return STOP
    }
  })
  if (content === undefined) throw new CauceError('diagram-unknown-format')
  return content.trimStart().startsWith('<') ? content : decodeUri(decodeEntities(content))
}

/** `x.html`: the document stands in the settings of the viewer, of which nothing else is looked at. */
function readHtml(text: string): string {
  const [, quote, settings] = /data-mxgraph\s*=\s*(["'])([\s\S]*?)\1/i.exec(text) ?? []
  if (quote === undefined || settings === undefined) throw new CauceError('diagram-unknown-format')
  try {
    const { xml } = JSON.parse(decodeEntities(settings)) as { xml?: unknown }
    if (typeof xml === 'string') return xml
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw damaged('html')
}

/** `x.drawio.png`: the document is a text beside the picture, plain or packed. */
function readPng(bytes: Uint8Array, budget: Budget): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 8; at + 8 <= bytes.length;) {
    const length = view.getUint32(at)
    const type = latin1(bytes.subarray(at + 4, at + 8))
    const data = bytes.subarray(at + 8, at + 8 + length)
    const found = data.length === length ? readTextChunk(type, data, budget) : null
    if (found !== null) return found
    at += 12 + length
  }
  throw new CauceError('diagram-unknown-format')
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

function readTextChunk(type: string, data: Uint8Array, budget: Budget): string | null {
  const end = data.indexOf(0)
  if (end < 0 || !['mxfile', 'mxGraphModel'].includes(latin1(data.subarray(0, end)))) return null
  if (type === 'tEXt') return decodeUri(latin1(data.subarray(end + 1)))
  if (type !== 'zTXt') return null
  // One byte says how the text is packed: there is one way, but some wrote it without its header, and spaces as plus signs.
  const packed = data.subarray(end + 2)
  const text = unpackBytes(packed, budget, packed[0] === 0x78 ? inflateSync : inflateRawSync).toString('utf8')
  return text.trimStart().startsWith('<') ? text : decodeUri(text.replaceAll('+', ' '))
}
