import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { describe, expect, it } from 'vitest'
import { useCauce } from './run-cauce.ts'

const { cauce, json, refusal, pathOf } = useCauce()
const read = (name: string): string => readFileSync(pathOf(name), 'utf8')

const box = (id: string, label: string, x: number): string =>
  `<mxCell id="${id}" value="${label}" vertex="1" parent="1"><mxGeometry x="${String(x)}" y="20" width="120" height="60" as="geometry"/></mxCell>`
const page = (name: string, cells: string): string =>
  `<diagram name="${name}"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells}</root></mxGraphModel></diagram>`
const SALES = page(
  'Sales',
  `${box('a', 'Enquiry', 0)}${box('b', 'Offer', 200)}<mxCell id="l" value="then" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>`
)
const HIDDEN = page('Later', box('c', 'Order', 0) + box('h', 'Hidden', 300).replace('<mxCell', '<mxCell visible="0"'))
const one = (): string => {
  writeFileSync(pathOf('sales.drawio'), `<mxfile>${SALES}</mxfile>`)
  return 'sales.drawio'
}
const two = (): string => {
  writeFileSync(pathOf('two.drawio'), `<mxfile>${SALES}${HIDDEN}</mxfile>`)
  return 'two.drawio'
}

describe('cauce diagram with a file', { timeout: 240_000 }, () => {
  it('writes a file of one program as one of another, with what that can not hold, and leaves nothing behind', () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('cauce-diagram-'))
    const { code, out } = cauce('diagram', one(), '--format', 'mermaid', '--out', 'sales.txt')
    expect([code, out.split('\n')[0]]).toEqual([0, 'sales.txt: 2 shapes, 1 relation.'])
    expect(out).toContain('Mermaid holds no places')
    expect(read('sales.txt')).toMatch(/flowchart[\s\S]*Enquiry[\s\S]*-->\|"then"\|/u)
    expect(json('diagram', 'sales.drawio', '--out', 'sales.svg')).toEqual({ path: pathOf('sales.svg'), nodes: 2, edges: 1 })
    expect(read('sales.svg')).toContain('>Enquiry</text>')
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith('cauce-diagram-') && !before.includes(name))).toEqual([])
    expect(readdirSync(pathOf('.')).sort()).toEqual(['sales.drawio', 'sales.svg', 'sales.txt'])
  })

  it('asks which of several pages', () => {
    expect(refusal('diagram', two(), '--out', 'x.svg').message).toContain('1 (two – Sales), 2 (two – Later)')
    expect(refusal('diagram', 'two.drawio', '--page', '3', '--out', 'x.svg').message).toContain('no page “3”')
    expect(json('diagram', 'two.drawio', '--page', '2', '--out', 'x.svg')).toMatchObject({ nodes: 1 })
    expect(json('diagram', 'two.drawio', '--page', 'Sales', '--out', 'y.svg')).toMatchObject({ nodes: 2 })
  })

  it('brings a file into a workspace, says what came in, and is undone in one step', () => {
    cauce('new', 'shop.cauce')
    expect(json('diagram', two(), '--workspace', 'shop.cauce')).toEqual({
      path: pathOf('shop.cauce'),
      diagrams: [
        { id: 1, name: 'two – Sales', nodes: 2, edges: 1 },
        { id: 2, name: 'two – Later', nodes: 1, edges: 0 }
      ],
      notes: ['One hidden layer or shape was left out.']
    })
    expect(json('diagram', 'two – Sales', '--workspace', 'shop.cauce', '--out', 'x.svg')).toMatchObject({ nodes: 2 })
    expect(cauce('undo', 'shop.cauce').code).toBe(0)
    expect(refusal('diagram', 'two – Sales', '--workspace', 'shop.cauce', '--out', 'x.svg').code).toBe('not-found')
    const { out } = cauce('diagram', one(), '--workspace', 'shop.cauce', '--lang', 'es')
    expect(out).toMatch(/^Diagrama \d+, «sales»: 2 formas, 1 relación\.\n$/u)
  })

  it('refuses what is missing, hostile, of the window alone or said twice, and changes nothing', () => {
    cauce('new', 'shop.cauce')
    const usage = (...words: string[]): string => {
      const { code, err } = cauce('diagram', ...words)
      expect(code).toBe(2)
      return err
    }
    one()
    expect(refusal('diagram', 'never.drawio', '--workspace', 'shop.cauce').code).toBe('file-missing')
    expect(refusal('diagram', 'sales.drawio', '--workspace', 'never.cauce').code).toBe('file-missing')
    expect(refusal('diagram', 'sales.drawio', '--out', 'sales.drawio').code).toBe('output-is-input')
    expect(refusal('diagram', 'shop.cauce', '--workspace', 'shop.cauce').code).toBe('diagram-unknown-format')
    writeFileSync(pathOf('bomb.drawio'), `<!DOCTYPE mxfile [<!ENTITY a "ha">]><mxfile>${SALES}</mxfile>`)
    expect(refusal('diagram', 'bomb.drawio', '--workspace', 'shop.cauce').code).toBe('diagram-entities')
    expect(refusal('diagram', 'bomb.drawio', '--out', 'x.svg').code).toBe('diagram-entities')
    expect(usage('sales.drawio')).toContain('--workspace, to bring it in')
    expect(usage('idic')).toContain('--out is needed')
    expect(usage('sales.drawio', '--workspace', 'shop.cauce', '--format', 'svg')).toContain('--out is needed')
    expect(usage('sales.drawio', '--workspace', 'shop.cauce', '--out', 'x.svg')).toContain('do not go together')
    expect(usage('sales.drawio', '--workspace', 'shop.cauce', '--masked')).toContain('do not go together')
    for (const words of [
      ['--out', 'x.png'],
      ['--format', 'pdf', '--out', 'x']
    ])
      expect(usage('idic', ...words)).toContain('window of the app')
    expect(existsSync(pathOf('x.svg'))).toBe(false)
    expect(cauce('undo', 'shop.cauce').code).toBe(1)
  })

  it('says of a drawing given as data which command takes it', () => {
    cauce('new', 'shop.cauce')
    expect(refusal('import', 'shop.cauce', one())).toMatchObject({
      code: 'data-is-diagram',
      message: expect.stringContaining('cauce diagram sales.drawio --workspace shop.cauce') as string
    })
    expect(refusal('inspect', 'sales.drawio').code).toBe('data-is-diagram')
  })
})
