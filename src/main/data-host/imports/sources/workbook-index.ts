import { posix } from 'node:path'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Archive } from './archive.ts'
import { findNumberShape, type NumberShape, unescapeText } from './cell-values.ts'
import { MAX_SHARED_CHARACTERS, MAX_UNPACKED_BYTES, toMegabytes } from './limits.ts'
import { readXml } from './xml.ts'

interface SheetPart {
  name: string
  /** The part of the archive that holds it. */
  part: string
  hidden: boolean
}

/** What the sheets of a workbook refer to. */
export interface WorkbookIndex {
  sheets: SheetPart[]
  counts1904: boolean
  texts: string[]
  /** What the numbers of each cell style are. */
  shapes: NumberShape[]
}

interface Relation {
  id: string
  type: string
  target: string
}

/** What the part `of` refers to, with full names; a part without relations has none. */
async function readRelations(archive: Archive, of: string): Promise<Relation[]> {
  const relations: Relation[] = []
  const name = posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`)
  if (!archive.has(name)) return relations
  await readXml(archive.read(name), {
    onOpen: (tag, { Id = '', Type = '', Target = '', TargetMode = '' }) => {
      if (tag !== 'Relationship' || TargetMode === 'External') return
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(of), Target)
      relations.push({ id: Id, type: posix.basename(Type), target })
    }
  })
  return relations
}

/** The part that lists the sheets; null when the archive is no workbook. */
export async function findWorkbookPart(archive: Archive): Promise<string | null> {
  if (!archive.has('[Content_Types].xml')) return null
  const relations = await readRelations(archive, '')
  const named = relations.find(({ type }) => type === 'officeDocument')?.target
  const part = named ?? 'xl/workbook.xml'
  return archive.has(part) && part.startsWith('xl/') ? part : null
}

export async function readWorkbookIndex(archive: Archive, workbook: string): Promise<WorkbookIndex> {
  const relations = await readRelations(archive, workbook)
  const sheets: SheetPart[] = []
  let counts1904 = false
  await readXml(archive.read(workbook), {
    onOpen: (tag, attributes) => {
      if (tag === 'workbookPr') counts1904 = isTrue(attributes['date1904'])
      if (tag !== 'sheet') return
      const relation = relations.find(({ id }) => id === attributes['id'])
      // Sheets that hold a drawing or a macro are no tables.
      if (relation?.type !== 'worksheet' || !archive.has(relation.target)) return
      const hidden = attributes['state'] !== undefined && attributes['state'] !== 'visible'
      sheets.push({ name: unescapeText(attributes['name'] ?? ''), part: relation.target, hidden })
    }
  })
  if (sheets.length === 0) throw new CauceError('import-workbook-damaged')
  const partOf = (type: string): string | undefined => relations.find((each) => each.type === type && archive.has(each.target))?.target
  return {
    sheets,
    counts1904,
    texts: await readTexts(archive, partOf('sharedStrings')),
    shapes: await readShapes(archive, partOf('styles'))
  }
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Every text that cells refer to by number; formatting and phonetic hints are left out. */
async function readTexts(archive: Archive, part: string | undefined): Promise<string[]> {
  const texts: string[] = []
  if (part === undefined) return texts
  let characters = 0
  let text = ''
  let isText = false
  let phonetic = 0
  await readXml(archive.read(part), {
    onOpen: (tag) => {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') phonetic++
      else if (tag === 't') isText = phonetic === 0
    },
    onClose: (tag) => {
      if (tag === 'rPh') phonetic--
      else if (tag === 't') isText = false
      else if (tag === 'si') {
        texts.push(unescapeText(text))
        characters += text.length
        if (characters > MAX_SHARED_CHARACTERS) throw new CauceError('import-archive-too-large', { limit: toMegabytes(MAX_UNPACKED_BYTES) })
      }
    },
    onText: (piece) => {
      if (isText) text += piece
    }
  })
  return texts
}

async function readShapes(archive: Archive, part: string | undefined): Promise<NumberShape[]> {
  const shapes: NumberShape[] = []
  if (part === undefined) return shapes
  const codes = new Map<number, string>()
  let isCellStyles = false
  await readXml(archive.read(part), {
    onOpen: (tag, attributes) => {
      if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      else if (tag === 'cellXfs') isCellStyles = true
      else if (tag === 'xf' && isCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0)
        shapes.push(findNumberShape(id, codes.get(id)))
      }
    },
    onClose: (tag) => {
      if (tag === 'cellXfs') isCellStyles = false
    }
  })
  return shapes
}
