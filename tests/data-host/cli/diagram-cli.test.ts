import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { EXPORT_FORMATS } from '../../../src/shared/contract/diagrams.ts'
import { DiagramContent, isLine, isShape } from '../../../src/shared/diagrams/diagram.ts'
import { useCauce } from './run-cauce.ts'

const { cauce, json, refusal, pathOf } = useCauce()
const Written = z.strictObject({ path: z.string(), nodes: z.number(), edges: z.number() })
/** Without the fonts inside, which nobody wants to read in a failure. */
const read = (name: string): string => readFileSync(pathOf(name), 'utf8').replace(/<style>.*?<\/style>/su, '')

describe('cauce diagram', { timeout: 120_000 }, () => {
  it('writes a model in every format without a workspace, and counts what is in it', () => {
    for (const format of EXPORT_FORMATS) {
      const written = Written.parse(json('diagram', 'idic', '--format', format, '--out', `idic.${format}`))
      expect([format, written]).toEqual([format, { path: pathOf(`idic.${format}`), nodes: 7, edges: 7 }])
      expect(readFileSync(pathOf(`idic.${format}`)).length).toBeGreaterThan(300)
    }
  })

  it('draws the same elements in the language asked for, and the view asked for', () => {
    cauce('diagram', 'idic', '--out', 'es.svg', '--lang', 'es')
    cauce('diagram', 'idic', '--out', 'en.svg', '--lang', 'en')
    expect(read('es.svg')).toContain('>Diferenciar</text>')
    expect(read('en.svg')).toContain('>Differentiate</text>')
    expect(read('es.svg')).not.toMatch(/<script|href="http/u)
    cauce('diagram', 'buttle', '--view', '2020s', '--out', 'view.svg', '--lang', 'es')
    expect(read('view.svg').replace(/<\/text>\s*<text[^>]*>/gu, ' ')).toContain('Identificar')
    expect(refusal('diagram', 'buttle', '--view', 'never', '--out', 'x.svg').message).toContain('2020s')
  })

  it('has the figures of a workspace, with what they mean', () => {
    cauce('new', 'shop.cauce', '--sample', 'la-espiga')
    const before = Written.parse(json('diagram', 'idic', '--out', 'bare.svg', '--lang', 'es'))
    expect(Written.parse(json('diagram', 'idic', '--workspace', 'shop.cauce', '--out', 'live.svg', '--lang', 'es'))).toMatchObject({
      nodes: before.nodes,
      edges: before.edges
    })
    expect(read('bare.svg')).not.toContain('Cifras al')
    expect(read('live.svg')).toContain('Cifras al')
    expect(read('live.svg')).toMatch(/\d\s%<\/text>/u)
    cauce('diagram', 'idic', '--workspace', 'shop.cauce', '--out', 'clear.svg', '--transparent')
    expect(read('live.svg').match(/<rect x="0" y="0"/gu)).toHaveLength(1)
    expect(read('clear.svg')).not.toMatch(/<rect x="0" y="0"/u)
  })

  it('gives back as JSON what the app itself keeps', () => {
    const { nodes, edges } = Written.parse(json('diagram', 'payne', '--out', 'payne.json'))
    const { items } = DiagramContent.parse(JSON.parse(read('payne.json')))
    expect([items.filter(isShape).length, items.filter(isLine).length]).toEqual([nodes, edges])
  })

  it('refuses what is not there, formats it does not know and targets it would destroy', () => {
    expect(refusal('diagram', 'never', '--out', 'x.svg')).toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('idic') as string
    })
    expect(cauce('diagram', 'idic', '--out', 'x.bmp').code).toBe(2)
    expect(cauce('diagram', 'idic', '--format', 'visio', '--out', 'x').code).toBe(2)
    expect(cauce('diagram', 'idic', '--format', 'svg').code).toBe(2)
    expect(refusal('diagram', 'idic', '--workspace', 'never.cauce', '--out', 'x.svg').code).toBe('file-missing')
    cauce('new', 'shop.cauce')
    expect(refusal('diagram', 'idic', '--workspace', 'shop.cauce', '--out', 'shop.cauce', '--format', 'svg').code).toBe('output-is-input')
    expect(refusal('diagram', '99', '--workspace', 'shop.cauce', '--out', 'x.svg').code).toBe('not-found')
  })
})
