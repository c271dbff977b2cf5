import { closeSync, openSync, readSync } from 'node:fs'
import type { Inspection } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { checkDataFile } from '../reading/file-check.ts'
import { Archive, type StopIfCancelled } from './archive.ts'
import { unpackTables } from './archive-tables.ts'
import { convertCards } from './cards.ts'
import { MAX_CARD_BYTES, MAX_PACKED_BYTES, MAX_TEXT_BYTES, toMegabytes } from './limits.ts'
import { makeOnce } from './make-once.ts'
import type { MadeTable } from './tables.ts'
import { convertWorkbook } from './workbook.ts'
import { findWorkbookPart } from './workbook-index.ts'

/** A file as tables: itself when it is delimited text, else what was made of it. */
interface PreparedSource {
  source: Inspection['source']
  tables: MadeTable[]
}

interface SourceRequest {
  path: string
  /** A private folder for what is made; what is there already is used again. */
  workFolder: string
  stopIfCancelled: StopIfCancelled
}

const HEAD_BYTES = 1024 * 1024
/** How an encrypted workbook names its content, as the old container writes names. */
const ENCRYPTED_NAME = Buffer.from('EncryptedPackage', 'utf16le')

type Container = 'zip' | 'old-office' | 'cards' | 'markup' | 'other'

function findContainer(head: Buffer): Container {
  const magic = head.toString('hex', 0, 4)
  if (magic === '504b0304' || magic === '504b0506') return 'zip'
  if (magic === 'd0cf11e0') return 'old-office'
  const text = (magic.startsWith('fffe') ? head.toString('utf16le', 2, 200) : head.toString('latin1', 0, 200)).replace(
    /^\u00ef\u00bb\u00bf/,
    ''
  )
  if (/^\s*BEGIN:VCARD\s/i.test(text)) return 'cards'
  // Programs that save a web page or an XML sheet and call it .xls.
  return /^\s*<(?:!doctype|html|head|meta|table|\?xml)/i.test(text) ? 'markup' : 'other'
}

function readHead(path: string): Buffer {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(HEAD_BYTES)
    return buffer.subarray(0, readSync(file, buffer, 0, HEAD_BYTES, 0))
  } finally {
    closeSync(file)
  }
}

function refuseLarge(bytes: number, limit: number): void {
  if (bytes > limit) throw new CauceError('import-too-large', { limit: toMegabytes(limit) })
}

/**
 * The tables of a file. What has to be unpacked or converted is made once per file and kept in `workFolder`. Throws what is
 * wrong with the file, with nothing left behind.
 */
export async function prepareSource(request: SourceRequest): Promise<PreparedSource> {
  const stamp = checkDataFile(request.path)
  const head = readHead(request.path)
  const container = findContainer(head)
  if (container === 'old-office') throw new CauceError(head.includes(ENCRYPTED_NAME) ? 'import-workbook-locked' : 'import-workbook-old')
  if (container === 'markup') throw new CauceError('import-workbook-old')
  if (container === 'other') {
    refuseLarge(stamp.bytes, MAX_TEXT_BYTES)
    return { source: 'delimited', tables: [{ name: '', rows: 0, path: request.path, isText: false }] }
  }
  refuseLarge(stamp.bytes, container === 'zip' ? MAX_PACKED_BYTES : MAX_CARD_BYTES)
  const { path, workFolder, stopIfCancelled } = request
  return makeOnce<PreparedSource>(workFolder, ['source', stamp], (folder) =>
    container === 'cards' ? { source: 'vcard', tables: convertCards(path, folder, stopIfCancelled) } : unpack(path, folder, stopIfCancelled)
  )
}

async function unpack(path: string, folder: string, stopIfCancelled: StopIfCancelled): Promise<PreparedSource> {
  const archive = await Archive.open(path, stopIfCancelled)
  try {
    // Sheets in the binary format, and the sheets of other programs, are packed as well.
    if (archive.has('xl/workbook.bin') || archive.has('content.xml') || archive.has('Index/Document.iwa'))
      throw new CauceError('import-workbook-old')
    const workbook = await findWorkbookPart(archive)
    return workbook === null
      ? { source: 'archive', tables: await unpackTables(archive, folder) }
      : { source: 'workbook', tables: await convertWorkbook(archive, workbook, folder) }
  } finally {
    archive.close()
  }
}

/** The table asked for; else the first with rows. Throws `import-sheet-unknown`, `import-empty`. */
export function chooseTable({ tables }: PreparedSource, sheet: string | undefined): MadeTable {
  const asked = sheet === undefined || sheet === '' ? undefined : tables.find(({ name }) => name === sheet)
  if (sheet !== undefined && sheet !== '' && !asked) throw new CauceError('import-sheet-unknown', { sheet })
  const chosen = asked ?? tables.find(({ rows }) => rows > 0) ?? tables[0]
  if (!chosen) throw new CauceError('import-empty')
  return chosen
}
