import type { DiagramReader } from '../formats.ts'
import { NoteList } from '../note-list.ts'
import { readPages } from './cells.ts'
import { readPage } from './read-page.ts'
import { findDocument, startBudget, unpackPage } from './unwrap.ts'

/**
 * A draw.io file, plain or compressed, on its own or inside an SVG, PNG or HTML: every page a diagram of its own. Text is
 * taken over as text and addresses as addresses; nothing of the file is ever run or fetched.
 */
export const readDrawio: DiagramReader = (input) => {
  const budget = startBudget()
  const pages = readPages(findDocument(input, budget), (packed) => unpackPage(packed, budget))
  // Counted over all pages: each note is told once, with the first page there is something on.
  const notes = new NoteList()
  const read = pages.map((page) => ({ name: page.name, content: readPage(page, notes) }))
  const first = read.findIndex(({ content }) => content.items.length > 0)
  return read.map((page, at) => ({ ...page, notes: at === first ? notes.toTexts() : [] }))
}
