import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../src/main/data-host/interchange/read-diagram.ts'
import type { DiagramItem } from '../../../src/shared/diagrams/diagram.ts'

function readLabel(html: string, style = ''): { item: DiagramItem | undefined; isMixed: boolean } {
  const value = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  const xml = `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="a" value="${value}" style="html=1;${style}" vertex="1" parent="1"><mxGeometry width="80" height="40" as="geometry"/></mxCell></root></mxGraphModel>`
  const [page] = readDiagramFile(xml, { fileName: 'x', language: 'en' }).pages
  return { item: page?.content.items[0], isMixed: (page?.notes ?? []).some(({ en }) => en.includes('looks of their own')) }
}

describe('the look of a label of draw.io', () => {
  it.each<[html: string, label: string, style: object]>([
    ['<b>Offer</b>', 'Offer', { isBold: true }],
    ['<div><strong>Offer</strong></div><div><b>two</b></div>', 'Offer\ntwo', { isBold: true }],
    ['<i><b>Offer</b></i>', 'Offer', { isBold: true, isItalic: true }],
    ['<font style="font-size: 18px;" color="#ff0000">Offer</font>', 'Offer', { fontSize: 18, ink: '#ff0000' }],
    ['<span style="color: rgb(0, 128, 0); font-weight: 700">Offer</span>', 'Offer', { isBold: true, ink: '#008000' }],
    [
      '<font size="5"><span style="color: light-dark(rgb(1, 2, 3), #ffffff)">Offer</span></font>',
      'Offer',
      { fontSize: 24, ink: '#010203' }
    ],
    ['<p style="margin:0px">Offer</p>', 'Offer', {}],
    ['Offer<br>two', 'Offer\ntwo', {}]
  ])('%s is that of the whole shape', (html, label, style) => {
    const { item, isMixed } = readLabel(html)
    expect(item).toMatchObject({ label, style })
    expect(isMixed).toBe(false)
  })

  it.each(['<b>Offer</b> two', 'Offer <font color="#ff0000">two</font>', '<u>Offer</u>', 'x<sup>2</sup>', '<a href="x">Offer</a>'])(
    '%s can’t be, which is said',
    (html) => {
      const { item, isMixed } = readLabel(html, 'fontColor=#123456;')
      expect(item?.style).toMatchObject({ ink: '#123456' })
      expect(isMixed).toBe(true)
    }
  )

  it('of a hostile label is read at once', () => {
    const deep = '<b>'.repeat(20_000)
    expect(readLabel(`${deep}x`).item?.label).toBe('x')
    expect(readLabel(`<font style="${'color:'.repeat(5000)}">x</font>`).item?.label).toBe('x')
  })
})
