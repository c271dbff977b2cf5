import { posix } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** An XML text as a tree; throws where it is not well formed. */
export function parseXml(xml: string): Element {
  const top: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [top]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const at = open.at(-1)
    if (at) at.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return top
}

export const findAll = (element: Element, name: string): Element[] =>
  element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)])
export const textOf = (element: Element): string =>
  findAll(element, 'a:p')
    .map((paragraph) =>
      findAll(paragraph, 'a:t')
        .map(({ text }) => text)
        .join('')
    )
    .join('\n')

/** What is wrong with the package: parts that are no XML, relations to nowhere, parts nobody says the type of, numbers there twice. */
export function checkPackage(data: Uint8Array): { faults: string[]; slides: Element[]; notes: string[]; parts: string[] } {
  const parts = unzipSync(data)
  const names = Object.keys(parts)
  const faults: string[] = []
  const trees = new Map<string, Element>()
  for (const name of names.filter((each) => /\.(xml|rels)$/.test(each)))
    try {
      trees.set(name, parseXml(strFromU8(parts[name] ?? new Uint8Array())))
    } catch (error) {
      faults.push(`${name}: ${String(error)}`)
    }
  for (const [name, tree] of trees) {
    if (!name.endsWith('.rels')) continue
    const base = posix.dirname(posix.dirname(name))
    for (const { attributes } of findAll(tree, 'Relationship')) {
      const target = posix.normalize(posix.join(base, attributes['Target'] ?? ''))
      if (attributes['TargetMode'] !== 'External' && !names.includes(target.replace(/^\//, ''))) faults.push(`${name} → ${target}`)
    }
  }
  const types = trees.get('[Content_Types].xml')
  const defaults = new Set(types ? findAll(types, 'Default').map(({ attributes }) => attributes['Extension']) : [])
  const overrides = new Set(types ? findAll(types, 'Override').map(({ attributes }) => attributes['PartName']) : [])
  for (const override of overrides) if (!names.includes((override ?? '').slice(1))) faults.push(`type of nothing: ${override ?? ''}`)
  for (const name of names)
    if (name !== '[Content_Types].xml' && !overrides.has(`/${name}`) && !defaults.has(name.split('.').at(-1)))
      faults.push(`no type: ${name}`)
  const slides = names
    .filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .flatMap((name) => trees.get(name) ?? [])
  for (const slide of slides) {
    const ids = findAll(slide, 'p:cNvPr').map(({ attributes }) => attributes['id'] ?? '')
    if (new Set(ids).size !== ids.length) faults.push(`numbers twice: ${ids.join(' ')}`)
    for (const { attributes } of [...findAll(slide, 'a:stCxn'), ...findAll(slide, 'a:endCxn')])
      if (!ids.includes(attributes['id'] ?? '')) faults.push(`glued to nothing: ${attributes['id'] ?? ''}`)
  }
  const notes = names
    .filter((name) => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name))
    .map((name) => {
      const tree = trees.get(name)
      const bodies = tree
        ? findAll(tree, 'p:sp').filter((shape) => findAll(shape, 'p:ph').some(({ attributes }) => attributes['type'] === 'body'))
        : []
      return bodies.map(textOf).join('\n')
    })
  return { faults, slides, notes, parts: names }
}

interface Point {
  x: number
  y: number
}

/** The way of a connector as PowerPoint draws it, in inches: its preset within its frame, flipped, then turned about its middle. */
export function drawConnector(connector: Element): Point[] {
  const number = (element: Element | undefined, name: string): number => Number(element?.attributes[name] ?? 0) / 914_400
  const [transform] = findAll(connector, 'a:xfrm')
  const [geometry] = findAll(connector, 'a:prstGeom')
  const [offset] = transform ? findAll(transform, 'a:off') : []
  const [extent] = transform ? findAll(transform, 'a:ext') : []
  const [x, y, w, h] = [number(offset, 'x'), number(offset, 'y'), number(extent, 'cx'), number(extent, 'cy')]
  const adjust = Number(findAll(connector, 'a:gd')[0]?.attributes['fmla']?.replace('val ', '') ?? 50_000) / 100_000
  const WAYS: Readonly<Record<string, Point[]>> = {
    straightConnector1: [
      { x: 0, y: 0 },
      { x: w, y: h }
    ],
    bentConnector2: [
      { x: 0, y: 0 },
      { x: w, y: 0 },
      { x: w, y: h }
    ],
    bentConnector3: [
      { x: 0, y: 0 },
      { x: w * adjust, y: 0 },
      { x: w * adjust, y: h },
      { x: w, y: h }
    ],
    curvedConnector3: [
      { x: 0, y: 0 },
      { x: w, y: h }
    ]
  }
  const isFlipped = (name: string): boolean => transform?.attributes[name] === '1'
  const isTurned = transform?.attributes['rot'] === '5400000'
  return (WAYS[geometry?.attributes['prst'] ?? ''] ?? []).map((point) => {
    const across = (isFlipped('flipH') ? w - point.x : point.x) - w / 2
    const down = (isFlipped('flipV') ? h - point.y : point.y) - h / 2
    const [turnedX, turnedY] = isTurned ? [-down, across] : [across, down]
    return { x: x + w / 2 + turnedX, y: y + h / 2 + turnedY }
  })
}
