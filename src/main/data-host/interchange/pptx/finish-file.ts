import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { escapeXml } from '../xml.ts'

/** One date for every part and for the document: the same diagram gives the same file. */
const PART_DATE = new Date(1980, 0, 2)
const DOCUMENT_DATE = '2000-01-01T00:00:00Z'
const STAND_IN = /<p:sp><p:nvSpPr><p:cNvPr id="\d+" name="(connector-\d+)"><\/p:cNvPr>[\s\S]*?<\/p:sp>/g

export const FACE = 'face'
export const SAD_FACE = 'face turned'
/** The library sets no adjustment of faces: the mouth is turned by it. */
const turnMouths = (xml: string): string =>
  xml.replace(
    new RegExp(`(name="${SAD_FACE}"(?:(?!</p:sp>)[\\s\\S])*?<a:prstGeom prst="smileyFace"><a:avLst)(?:/>|></a:avLst>)`, 'g'),
    '$1><a:gd name="adj" fmla="val -4653"/></a:avLst>'
  )

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

/** Where a click on a shape leads: an address, or another slide, counted from 1. */
export interface SlideLink {
  /** The shape's number on its slide. */
  readonly id: number
  readonly to: { readonly slide: number } | { readonly address: string }
}
/** What replaces stand-ins on a slide, by name, and what its shapes lead to. */
export interface SlideParts {
  readonly connectors: ReadonlyMap<string, string>
  readonly links: readonly SlideLink[]
}
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

function addLinks(xml: string, links: readonly SlideLink[]): string {
  const byId = new Map(links.map((link, at) => [String(link.id), { link, name: `rIdLink${at + 1}` }]))
  return xml.replace(/<p:cNvPr id="(\d+)"([^>]*?)(\/>|><\/p:cNvPr>)/g, (all, id: string, rest: string) => {
    const found = byId.get(id)
    if (!found) return all
    const action = 'slide' in found.link.to ? ' action="ppaction://hlinksldjump"' : ''
    return `<p:cNvPr id="${id}"${rest}><a:hlinkClick r:id="${found.name}"${action}/></p:cNvPr>`
  })
}

function addRelations(xml: string, links: readonly SlideLink[]): string {
  const added = links.map(({ to }, at) =>
    'slide' in to
      ? `<Relationship Id="rIdLink${at + 1}" Type="${RELATIONS}/slide" Target="slide${to.slide}.xml"/>`
      : `<Relationship Id="rIdLink${at + 1}" Type="${RELATIONS}/hyperlink" Target="${escapeXml(to.address)}" TargetMode="External"/>`
  )
  return xml.replace('</Relationships>', `${added.join('')}</Relationships>`)
}

/**
 * The file as it is given out: stand-ins replaced by connectors (`slides`: one for each), which the library that writes the rest
 * does not know; shapes that lead somewhere; notes in paragraphs; no date that changes; no empty folders; no types of parts that are not there.
 */
export function finishFile(data: Uint8Array, slides: readonly SlideParts[]): Uint8Array {
  const parts = unzipSync(data)
  const finished: Record<string, Uint8Array> = {}
  for (const [path, bytes] of Object.entries(parts)) {
    if (path.endsWith('/')) continue
    const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path)?.[1]
    const own = slide === undefined ? undefined : slides[Number(slide) - 1]
    const related = slides[Number(/^ppt\/slides\/_rels\/slide(\d+)\.xml\.rels$/.exec(path)?.[1] ?? 0) - 1]
    if (own) {
      const xml = strFromU8(bytes).replace(STAND_IN, (all, name: string) => own.connectors.get(name) ?? all)
      finished[path] = strToU8(addLinks(turnMouths(xml), own.links))
    } else if (related) finished[path] = strToU8(addRelations(strFromU8(bytes), related.links))
    else if (path.startsWith('ppt/notesSlides/notesSlide')) finished[path] = strToU8(splitNotes(strFromU8(bytes)))
    else if (path === 'docProps/core.xml')
      finished[path] = strToU8(strFromU8(bytes).replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, DOCUMENT_DATE))
    else if (path === '[Content_Types].xml') finished[path] = strToU8(dropMissing(strFromU8(bytes), parts))
    else finished[path] = bytes
  }
  return zipSync(finished, { mtime: PART_DATE })
}
