import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainMarkdown } from '../../../src/main/data-host/interchange/canvas/plain-markdown.ts'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import { writeDiagram } from '../../../src/main/data-host/interchange/write-diagram.ts'
import type { DiagramContent } from '../../../src/shared/diagrams/diagram.ts'

interface Card {
  readonly text: string
  readonly [key: string]: unknown
}
const cards = (...texts: readonly string[]): string =>
  JSON.stringify({
    nodes: texts.map((text, at) => ({ id: `n${String(at)}`, type: 'text', text, x: at * 300, y: 0, width: 240, height: 120 }))
  })
function read(file: string): DiagramContent {
  const [page] = readDiagramFile(file, { fileName: 'x.canvas', language: 'en' }).pages
  if (!page) throw new Error('no page')
  return page.content
}
async function write(content: DiagramContent): Promise<string> {
  return (await writeDiagram(content, 'canvas', { name: 'x', language: 'en' })).data.toString()
}
const nodesOf = (file: string): readonly Card[] => (JSON.parse(file) as { nodes: Card[] }).nodes

describe('Markdown of a card', () => {
  it.each([
    ['# Offer', 'Offer'],
    ['## Offer\n\nsent **by mail** in *two days*', 'Offer\n\nsent by mail in two days'],
    ['- one\n- two\n  - deep', '• one\n• two\n  • deep'],
    ['1. one\n2. two', '1. one\n2. two'],
    ['- [ ] call\n- [x] write', '☐ call\n☑ write'],
    ['[the site](https://example.org/a_(b)) and <https://example.org>', 'the site and https://example.org'],
    ['[[Page|its name]], [[Page]], ![[picture.png]] and ![alt](a/b.png)', 'its name, Page, picture.png and alt'],
    ['> [!tip] Say\n> this', 'Say\nthis'],
    ['`code` ~~gone~~ ==lit==', 'code gone lit'],
    ['```js\nlet *a* = 1\n```', 'let *a* = 1'],
    ['| a | b |\n|---|:-:|\n| **1** | 2 |', 'a | b\n1 | 2'],
    ['one\n\n---\n\ntwo', 'one\n\ntwo'],
    ['5 \\* 3<br>x', '5 * 3\nx'],
    ['***both*** and **a *b* c**', 'both and a b c'],
    ['_said_ and snake_case_name', 'said and snake_case_name']
  ])('%j reads as text', (source, plain) => {
    expect(plainMarkdown(source)).toBe(plain)
  })

  it.each(['Offer', 'two * three * four', 'a_b_c', 'line\nand line', '  indented', 'x < y > z', '', '**', '5 [sic]'])(
    '%j is no Markdown',
    (text) => {
      expect(plainMarkdown(text)).toBe(text)
    }
  )

  it('never fails and never says more than is written', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '_',
      '[',
      ']',
      '(',
      ')',
      '`',
      '<b>',
      '|',
      '---',
      '\n',
      '#',
      '- ',
      '> ',
      'word',
      ' ',
      '[[',
      '![',
      '~~'
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const plain = plainMarkdown(pieces.join(''))
        expect(plain.length).toBeLessThanOrEqual(pieces.join('').length + pieces.length)
      }),
      { numRuns: 500 }
    )
  })

  it('goes back into the file as it was, until somebody changes the label', async () => {
    const source = '# Offer\n\n- **by mail**\n- in person\n'
    const content = read(cards(source, 'Plain'))
    expect(content.items.map(({ label }) => label)).toEqual(['Offer\n\n• by mail\n• in person', 'Plain'])
    const file = await write(content)
    expect(nodesOf(file).map(({ text }) => text)).toEqual([source, 'Plain'])
    expect(read(file)).toEqual(content)
    const changed = { ...content, items: content.items.map((item, at) => (at === 0 ? { ...item, label: '- my *own*' } : item)) }
    const again = await write(changed)
    expect(nodesOf(again)[0]?.text).toBe('- my *own*')
    expect(again).not.toContain('in person')
    expect(read(again).items[0]?.label).toBe('- my *own*')
  })

  it('written anew in another program is read anew', async () => {
    const file = await write(read(cards('# Offer')))
    const edited = file.replace('"# Offer"', '"# Offer **two**"')
    expect(edited).not.toBe(file)
    const content = read(edited)
    expect(content.items[0]?.label).toBe('Offer two')
    expect(nodesOf(await write(content))[0]?.text).toBe('# Offer **two**')
  })
})
