import { TextDecoder } from 'node:util'
import { SaxesParser } from 'saxes'
import { CauceError } from '../../../../shared/domain/errors.ts'

interface XmlHandlers {
  /** `name` without prefix; attributes by their names without prefix. */
  onOpen: (name: string, attributes: Readonly<Record<string, string>>) => void
  onClose?: (name: string) => void
  onText?: (text: string) => void
}

const dropPrefix = (name: string): string => name.slice(name.lastIndexOf(':') + 1)

function dropPrefixes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  // Hardly any program writes them: this is asked of every cell.
  let hasPrefix = false
  for (const name in attributes) hasPrefix ||= name.includes(':')
  if (!hasPrefix) return attributes
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [dropPrefix(name), value]))
}

/**
 * Reads the XML of a workbook piece by piece. A document type is refused as it stands (`import-workbook-entities`): nothing
 * it names is ever resolved. Text that is no XML: `import-workbook-damaged`.
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, { onOpen, onClose, onText }: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const fail = (): never => {
    throw new CauceError('import-workbook-damaged')
  }
  parser.on('error', fail)
  parser.on('doctype', () => {
    throw new CauceError('import-workbook-entities')
  })
  parser.on('opentag', ({ name, attributes }) => onOpen(dropPrefix(name), dropPrefixes(attributes)))
  if (onClose) parser.on('closetag', ({ name }) => onClose(dropPrefix(name)))
  if (onText) {
    parser.on('text', onText)
    parser.on('cdata', onText)
  }
  let decoder: TextDecoder | null = null
  const decode = (bytes?: Uint8Array): string => {
    try {
      return bytes ? (decoder?.decode(bytes, { stream: true }) ?? '') : (decoder?.decode() ?? '')
    } catch (error) {
      if (error instanceof TypeError) return fail()
      throw error
    }
  }
  for await (const bytes of pieces) {
    decoder ??= new TextDecoder(findXmlEncoding(bytes), { fatal: true })
    parser.write(decode(bytes))
  }
  parser.write(decode())
  parser.close()
}

function findXmlEncoding(start: Uint8Array): string {
  const [first, second] = start
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
