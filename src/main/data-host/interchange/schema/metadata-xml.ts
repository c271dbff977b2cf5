import { SaxesParser } from 'saxes'
import { CauceError } from '../../../../shared/domain/errors.ts'

export interface XmlNode {
  readonly name: string
  text: string
  readonly children: XmlNode[]
}

/** Metadata is a handful of levels; a file with more is made to exhaust something. */
const DEEPEST = 40
/** Values of picklists and the like: nothing of them is drawn, and they are most of a large file. */
const SKIPPED: ReadonlySet<string> = new Set([
  'valueSet',
  'picklist',
  'listViews',
  'recordTypes',
  'webLinks',
  'validationRules',
  'actionOverrides',
  'compactLayouts',
  'fieldSets',
  'searchLayouts'
])

/** A sign of entities that begins none, as people write it by hand: "Heating & Cooling". */
const BARE_SIGN = /&(?!(?:#\d+|#x[\da-f]+|[a-z]+);)/gi

/**
 * The elements of a metadata file; where one is no XML only for its unescaped "&", these are taken as they are meant. A
 * document type is refused as it stands (`diagram-entities`): nothing it names is ever
 * resolved. What is no XML: `schema-damaged` (named by `file`).
 */
export function readMetadata(text: string, file: string): XmlNode {
  try {
    return readElements(text, file)
  } catch (error) {
    const mended = error instanceof CauceError && error.code === 'schema-damaged' ? text.replace(BARE_SIGN, '&amp;') : text
    if (mended === text) throw error
    return readElements(mended, file)
  }
}

function readElements(text: string, file: string): XmlNode {
  const parser = new SaxesParser({ position: false, xmlns: false })
  const fail = (): never => {
    throw new CauceError('schema-damaged', { file })
  }
  const top: XmlNode = { name: '', text: '', children: [] }
  const open: XmlNode[] = [top]
  let skipped = 0
  parser.on('error', fail)
  parser.on('doctype', () => {
    throw new CauceError('diagram-entities')
  })
  parser.on('opentag', ({ name: full }) => {
    const name = full.slice(full.indexOf(':') + 1)
    if (skipped > 0 || SKIPPED.has(name)) {
      skipped += 1
      return
    }
    if (open.length > DEEPEST) fail()
    const node: XmlNode = { name, text: '', children: [] }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('closetag', () => {
    if (skipped > 0) skipped -= 1
    else open.pop()
  })
  const onText = (piece: string): void => {
    const node = open.at(-1)
    if (skipped === 0 && node) node.text += piece
  }
  parser.on('text', onText)
  parser.on('cdata', onText)
  parser.write(text).close()
  return top.children[0] ?? fail()
}

/** Text of the first child of that name, without the space around it; null when there is none or it is empty. */
export function readText(node: XmlNode, name: string): string | null {
  const text = node.children.find((child) => child.name === name)?.text.trim()
  return text === undefined || text === '' ? null : text
}

export const isTrue = (node: XmlNode, name: string): boolean => readText(node, name) === 'true'

export function readNumber(node: XmlNode, name: string): number | null {
  const text = readText(node, name)
  const value = text === null ? Number.NaN : Number(text)
  return Number.isInteger(value) && value >= 0 && value < 1e9 ? value : null
}
