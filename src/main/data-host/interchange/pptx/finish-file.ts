import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** One date for every part and for the document: the same diagram gives the same file. */
const PART_DATE = new Date(1980, 0, 2)
const DOCUMENT_DATE = '2000-01-01T00:00:00Z'
const STAND_IN = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="(connector-\d+)"><\/p:cNvPr>[\s\S]*?<\/p:sp>/g

/** Notes come in one paragraph: each line becomes one of its own. */
function splitNotes(xml: string): string {
  return xml.replace(/<a:p><a:r><a:rPr lang="en-US" dirty="0"\/><a:t>([^<]*)<\/a:t><\/a:r>/, (_, text: string) =>
    text
      .split(/\r?\n/)
      .map((line) => `<a:p><a:r><a:rPr lang="en-US" dirty="0"/><a:t>${line}</a:t></a:r>`)
      .join('</a:p>')
  )
}

/** The library names a master for every slide though it writes one: PowerPoint would offer to repair the file. */
const dropMissing = (xml: string, parts: Readonly<Record<string, Uint8Array>>): string =>
  xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (all, part: string) => (parts[part] ? all : ''))

/**
 * The file as it is given out: stand-ins replaced by connectors (`connectors`: by slide, then by name), which the library
 * that writes the rest does not know; notes in paragraphs; no date that changes; no empty folders; no types of parts that are not there.
 */
export function finishFile(data: Uint8Array, connectors: readonly ReadonlyMap<string, string>[]): Uint8Array {
  const parts = unzipSync(data)
  const finished: Record<string, Uint8Array> = {}
  for (const [path, bytes] of Object.entries(parts)) {
    if (path.endsWith('/')) continue
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path)?.[1]
    const own = slide === undefined ? undefined : connectors[Number(slide) - 1]
    if (own) finished[path] = strToU8(strFromU8(bytes).replace(STAND_IN, (all, name: string) => own.get(name) ?? all))
    else if (path.startsWith('ppt/notesSlides/notesSlide')) finished[path] = strToU8(splitNotes(strFromU8(bytes)))
    else if (path === 'docProps/core.xml')
      finished[path] = strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, DOCUMENT_DATE))
    else if (path === '[Content_Types].xml') finished[path] = strToU8(dropMissing(strFromU8(bytes), parts))
    else finished[path] = bytes
  }
  return zipSync(finished, { mtime: PART_DATE })
}
