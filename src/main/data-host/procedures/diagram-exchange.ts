import { readFile, stat } from 'node:fs/promises'
import { basename, extname } from 'node:path'
import type { DiagramExportFormat, DiagramImportFormat } from '../../../shared/contract/diagrams.ts'
import { isLine, isShape, type DiagramContent, type DiagramItem } from '../../../shared/diagrams/diagram.ts'
import { makeLiveFigures } from '../../../shared/diagrams/with-figures.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import type { HostContext } from '../context.ts'
import { arrangeRead } from '../diagrams/layout/arrange-read.ts'
import { readLinks } from '../diagrams/links/read-links.ts'
import { findShownSubject } from '../diagrams/pictures/find-subject.ts'
import type { ReadDiagram } from '../interchange/formats.ts'
import { MOST_DIAGRAM_BYTES, refuseTooLarge } from '../interchange/limits.ts'
import { sniffFormat } from '../interchange/sniff.ts'
import { host } from './base.ts'
import { renderPicture } from './diagram-pictures.ts'
import { keepDiagrams } from './keep-diagrams.ts'

// Read at their first use: whoever draws no files need not keep the formats of a dozen programs in memory.
const loadReaders = () => import('../interchange/read-diagram.ts')
const loadWriters = () => import('../interchange/write-diagram.ts')

/** What every linked shape says today, by shape. A model drawn without a workspace has nothing to say. */
async function readFigures(context: HostContext, items: readonly DiagramItem[], language: Language): Promise<Map<string, string>> {
  const links = items.flatMap((item) => (isShape(item) && item.link ? [{ itemId: item.id, link: item.link }] : []))
  if (links.length === 0 || !context.current) return new Map()
  const { links: states, currency } = await readLinks(context, links)
  const figures = makeLiveFigures(items, states, { language, currency })
  return new Map([...figures].flatMap(([id, { badge }]): [string, string][] => (badge === null ? [] : [[id, badge]])))
}

/** Formats that come back to Cauce with their links: a figure in a label would stay there for good. */
const COMING_BACK: readonly DiagramExportFormat[] = ['drawio', 'canvas', 'json']

const addFigures = ({ settings, items }: DiagramContent, figures: ReadonlyMap<string, string>): DiagramContent => ({
  settings,
  items: items.map((item) => {
    const figure = figures.get(item.id)
    return figure === undefined ? item : { ...item, label: item.label === '' ? figure : `${item.label}\n${figure}` }
  })
})

async function readGranted(path: string): Promise<Uint8Array> {
  const { size } = await stat(path)
  if (size > MOST_DIAGRAM_BYTES) throw refuseTooLarge()
  return readFile(path)
}

/** One page after the other: each is arranged in a thread of its own. */
async function arrangeAll(pages: readonly ReadDiagram[], signal: AbortSignal | undefined): Promise<ReadDiagram[]> {
  const arranged: ReadDiagram[] = []
  for (const page of pages) arranged.push(await arrangeRead(page, signal))
  return arranged
}

/** Each page is a diagram; one alone is called by its title or as the file, several of one file are told apart by their own names. */
function namePages(fileName: string, pages: readonly ReadDiagram[]): string[] {
  const base = basename(fileName, extname(fileName))
    .replace(/\.(drawio|dio)$/i, '')
    .trim()
  return pages.map(({ name, title = '' }, at) => {
    const page = name?.trim() ?? ''
    const whole = pages.length === 1 ? title.trim() || base : `${base} – ${page === '' ? String(at + 1) : page}`
    const said = whole === '' ? page : whole
    return Array.from(said === '' ? '–' : said)
      .slice(0, 100)
      .join('')
  })
}

/** Notes of several pages, each said once. */
function joinNotes(pages: readonly ReadDiagram[]): Text[] {
  return [...new Map(pages.flatMap(({ notes }) => notes).map((note) => [note.en, note])).values()]
}

/** Diagrams as files and texts of other programs. */
export const diagramExchangeProcedures = {
  saveDiagram: host.diagrams.saveDiagram.handler(async ({ context, input }) => {
    const path = context.files.resolve(input.fileToken)
    const { name, content } = await findShownSubject(context, input)
    const { format, language } = input
    const counts = { nodes: content.items.filter(isShape).length, edges: content.items.filter(isLine).length }
    if (format === 'svg') return { bytes: await atomicWrite(path, (await renderPicture(context, input)).svg), ...counts, notes: [] }
    const figures = await readFigures(context, content.items, language)
    const { writeDiagram } = await loadWriters()
    const isBack = COMING_BACK.includes(format)
    const { data, notes } = await writeDiagram(isBack ? content : addFigures(content, figures), format, {
      name,
      language,
      ...(isBack ? { figures } : { names: new Map(content.items.filter(isShape).map(({ id, label }) => [id, label])) })
    })
    const bytes = await atomicWrite(path, data)
    return { bytes, ...counts, notes: [...notes] }
  }),

  writeText: host.diagrams.writeText.handler(async ({ input: { content, format, name } }) => {
    const { writeDiagram } = await loadWriters()
    const { data } = await writeDiagram(content, format, { name, language: content.settings.language ?? 'en' })
    if (typeof data !== 'string') throw new CauceError('diagram-unknown-format')
    return { text: data }
  }),

  importDiagram: host.diagrams.importDiagram.handler(async ({ context, input: { fileToken, format, language, hasTeams }, signal }) => {
    const path = context.files.resolve(fileToken)
    const fileName = basename(path)
    const { readDiagramFile } = await loadReaders()
    const read = readDiagramFile(await readGranted(path), { fileName, language, format, hasTeams })
    const pages = await arrangeAll(read.pages, signal)
    const names = namePages(fileName, pages)
    const diagrams = pages.map(({ content }, at) => ({ name: names[at] ?? fileName, modelId: null, content }))
    const ids = await keepDiagrams(context, 'diagram-imported', diagrams)
    return {
      diagrams: diagrams.map(({ name, content: { items } }, at) => ({
        id: ids[at] ?? 0,
        name,
        shapes: items.filter(isShape).length,
        lines: items.filter(isLine).length
      })),
      notes: joinNotes(pages)
    }
  }),

  readText: host.diagrams.readText.handler(async ({ input: { text, language }, signal }) => {
    const format = findPasted(text)
    if (format === null) return null
    const { readDiagramFile } = await loadReaders()
    const { pages } = readDiagramFile(text, { fileName: '', language, format })
    const [page] = await arrangeAll(pages.slice(0, 1), signal)
    return page ? { content: page.content, format, notes: [...page.notes] } : null
  })
}

/** Text that was copied out of a diagram; a list of words separated by commas is none. */
const findPasted = (text: string): DiagramImportFormat | null => (text.trim() === '' ? null : sniffFormat(text, ''))
