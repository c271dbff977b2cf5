import { SaxesParser } from 'saxes'
import { CauceError } from '../../../shared/domain/errors.ts'
import { refuseTooLarge } from './limits.ts'

interface XmlHandlers {
  /** `stop`: nothing after this is looked at. */
  readonly onOpen: (name: string, attributes: Readonly<Record<string, string>>) => unknown
  readonly onClose?: (name: string) => void
  readonly onText?: (text: string) => void
}

export const STOP = Symbol('stop')
const PIECE = 1 << 16
/** Elements within elements, and attributes of one: no drawing has nearly as many, and each costs memory until the end. */
const DEEPEST_XML = 256
const MOST_ATTRIBUTES = 2000
/** What drawing programs put before an SVG: it names a grammar, which is never fetched, and declares nothing itself. */
const HARMLESS_DOCTYPE = /^\s*svg\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"[]*"\s*"[^"[]*"\s*$/

/**
 * Reads XML from one end to the other; `onOpen` may return `STOP`. A document type that declares or loads anything is refused
 * as it stands (`diagram-entities`): nothing it names is ever resolved. Text that is no XML: `diagram-damaged`; nested beyond
 * reason, or with as many attributes: `diagram-too-large`.
 */
export function parseXml(text: string, { onOpen, onClose, onText }: XmlHandlers): void {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const state = { isDone: false }
  parser.on('error', () => {
    if (!state.isDone) throw new CauceError('diagram-damaged', { what: 'xml' })
  })
  parser.on('doctype', (doctype) => {
    if (!HARMLESS_DOCTYPE.test(doctype)) throw new CauceError('diagram-entities')
  })
  let [depth, attributesSeen] = [0, 0]
  parser.on('opentagstart', () => {
    depth += 1
    attributesSeen = 0
    if (depth > DEEPEST_XML) throw refuseTooLarge()
  })
  parser.on('attribute', () => {
    attributesSeen += 1
    if (attributesSeen > MOST_ATTRIBUTES) throw refuseTooLarge()
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (!state.isDone && onOpen(name, attributes) === STOP) state.isDone = true
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (!state.isDone) onClose?.(name)
  })
  const tellText = (piece: string): void => {
    if (!state.isDone) onText?.(piece)
  }
  parser.on('text', tellText)
  parser.on('cdata', tellText)
  for (let at = 0; at < text.length && !state.isDone; at += PIECE) parser.write(text.slice(at, at + PIECE))
  if (!state.isDone) parser.close()
}

/** Text without what XML can't hold at all: control characters and halves of a pair. */
export const keepXml = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, (character) => (/[\t\n\r]/.test(character) ? character : ''))

/** Text as it stands in an attribute or between tags. */
export const escapeXml = (text: string): string => keepXml(text).replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character] ?? '')
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}
