import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLucidCsv } from '../../../../src/main/data-host/interchange/lucid/read-lucid-csv.ts'
import { writeLucidCsv } from '../../../../src/main/data-host/interchange/lucid/write-lucid-csv.ts'
import { readDiagramFile } from '../../../../src/main/data-host/interchange/read-diagram.ts'
import { DiagramContent, type DiagramItem, isAttached, isLine, isShape } from '../../../../src/shared/diagrams/diagram.ts'
import { CauceError } from '../../../../src/shared/domain/errors.ts'
import { anyDiagram } from '../../../support/flowing-diagram.ts'
import { makeContent, makeLine, makeShape } from '../../../support/make-diagram.ts'

const HEAD =
  'Id,Name,Shape Library,Page ID,Contained By,Group,Line Source,Line Destination,Source Arrow,Destination Arrow,Status,Text Area 1,Text Area 2,Comments,owner'
const read = (...rows: string[]): DiagramItem[] =>
  readLucidCsv([HEAD, '1,Page,,,,,,,,,,Ventas,,,', ...rows].join('\n'))[0]?.content.items ?? []
const tell = (items: readonly DiagramItem[]): unknown[] =>
  items.map((item) =>
    isShape(item)
      ? [item.kind, item.label, item.parentId]
      : [isAttached(item.from) && item.from.shapeId, isAttached(item.to) && item.to.shapeId, item.startHead, item.endHead, item.label]
  )
const codeOf = (input: string | Uint8Array): unknown => {
  try {
    readLucidCsv(input)
    return null
  } catch (error) {
    return error instanceof CauceError ? error.code : error
  }
}

describe('a CSV of Lucidchart', () => {
  it('is called as the document, else as its page unless nobody named it', () => {
    const title = (...rows: string[]): unknown =>
      readLucidCsv([HEAD, ...rows, '9,Process,Flowchart Shapes,2,,,,,,,,A,,,'].join('\n'))[0]?.title
    expect(title('1,Document,,,,,,,,,Draft,Proceso,,,', '2,Page,,,,,,,,,,Ventas,,,')).toBe('Proceso')
    expect(title('2,Page,,,,,,,,,,Ventas,,,')).toBe('Ventas')
    expect(title('2,Page,,,,,,,,,,Page 1,,,')).toBeUndefined()
  })
  it('is a diagram for every page, with shapes, lines, heads, several texts, comments and data', () => {
    const pages = readLucidCsv(
      [
        HEAD,
        '1,Document,,,,,,,,,Draft,Proceso,,,',
        '2,Page,,,,,,,,,,Ventas,,,',
        '3,Page,,,,,,,,,,"Posventa, dos",,,',
        '4,Terminator,Flowchart Shapes/Containers,2,,,,,,,,Inicio,,,',
        '5,Process,Flowchart Shapes,2,,,,,,,,"Visita ""en frío""",a cliente,Nota al pie,Ana',
        '6,Decision,Flowchart Shapes,3,,,,,,,Hecho,¿Sí?,,,',
        '7,Line,,2,,,4,5,None,Arrow,,luego,,,',
        '8,Line,,2,,,5,4,CFN ERD Zero Or More Arrow,None,,,,,'
      ].join('\r\n')
    )
    expect(pages.map(({ name }) => name)).toEqual(['Ventas', 'Posventa, dos'])
    expect(tell(pages[0]?.content.items ?? [])).toEqual([
      ['terminator', 'Inicio', undefined],
      ['process', 'Visita "en frío"\na cliente', undefined],
      ['4', '5', 'none', 'arrow', 'luego'],
      ['5', '4', 'zero-or-many', 'none', '']
    ])
    expect(pages[0]?.content.items[1]).toMatchObject({ notes: 'Nota al pie', data: { owner: 'Ana' } })
    expect(pages[1]?.content.items[0]).toMatchObject({ kind: 'decision', data: { Status: 'Hecho' } })
    expect(pages[0]?.needsLayout?.algorithm).toBe('layered')
  })

  it('puts shapes into the innermost of their containers, into lanes and into groups', () => {
    const items = read(
      '2,Rectangle Container,Flowchart Shapes/Containers,1,,,,,,,,Fuera,,,',
      '3,Region,AWS 2021,1,2,,,,,,,Dentro,,,',
      '4,Block,Standard,1,2|3,,,,,,,A,,,',
      '5,Block,Standard,1,3|2,,,,,,,B,,,',
      '6,Swim Lane,Flowchart Shapes,1,,,,,,,,Ventas,Servicio,,',
      '7,Process,Flowchart Shapes,1,6:2,,,,,,,C,,,',
      '8,Group 1,,1,,,,,,,,,,,',
      '9,Process,Flowchart Shapes,1,,8,,,,,,D,,,',
      '10,Group 2,,1,,,,,,,,,,,'
    )
    expect(tell(items)).toEqual([
      ['group', 'Fuera', undefined],
      ['group', 'Dentro', '2'],
      ['rectangle', 'A', '3'],
      ['rectangle', 'B', '3'],
      ['pool', '', undefined],
      ['lane', 'Ventas', '6'],
      ['lane', 'Servicio', '6'],
      ['process', 'C', '6:2'],
      ['group', '', undefined],
      ['process', 'D', '8']
    ])
    const places = new Map(items.filter(isShape).map((shape) => [shape.id, shape]))
    for (const { x, y, parentId } of places.values()) {
      const parent = places.get(parentId ?? '')
      if (parent) expect(x >= parent.x && y >= parent.y).toBe(true)
    }
  })

  it('counts lanes from nought where one is called so', () => {
    const items = read('6,Swim Lane,Flowchart Shapes,1,,,,,,,,Uno,Dos,,', '7,Process,,1,6:0,,,,,,,A,,,', '8,Process,,1,6:1,,,,,,,B,,,')
    expect(items.filter(isShape).map(({ parentId }) => parentId)).toEqual([undefined, '6', '6', '6:1', '6:2'])
  })

  it('keeps the names of shapes it does not know, and says so; lines without shapes are left out', () => {
    const [page] = readLucidCsv(
      [
        HEAD,
        '1,Page,,,,,,,,,,P,,,',
        '2,Availability Zone,AWS 2019,1,,,,,,,,Z,,,',
        '3,Line,,1,,,2,,None,Arrow,,,,,',
        '4,Line,,1,,,2,99,None,Arrow,,,,,'
      ].join('\n')
    )
    expect(page?.content.items).toHaveLength(1)
    expect(page?.content.items[0]?.data).toEqual({ 'lucid.name': 'Availability Zone', 'lucid.library': 'AWS 2019' })
    expect(page?.notes).toHaveLength(3)
  })

  it('is read in any encoding and with any delimiter', () => {
    const text = `${HEAD}\n1,Page,,,,,,,,,,Pág,,,\n2,Process,,1,,,,,,,,Ñandú,,,`
    const semicolons = text.replaceAll(',', ';')
    for (const input of [
      text,
      `\ufeff${text}`,
      Buffer.from(text, 'utf8'),
      Buffer.from(text, 'latin1'),
      Buffer.from(`\ufeff${semicolons}`, 'utf16le'),
      Buffer.from(semicolons)
    ]) {
      const { format, pages } = readDiagramFile(input, { fileName: 'x.csv', language: 'es' })
      expect(format).toBe('lucid-csv')
      expect(tell(pages[0]?.content.items ?? [])).toEqual([['process', 'Ñandú', undefined]])
    }
  })

  it.each<[string, string | Uint8Array, string]>([
    ['twice the same number', `${HEAD}\n1,Page,,,,,,,,,,P,,,\n2,Process,,1\n2,Process,,1`, 'diagram-duplicate-ids'],
    ['containers in a circle', `${HEAD}\n1,Page,,,,,,,,,,P,,,\n2,Process,,1,3\n3,Process,,1,2`, 'diagram-cycle'],
    ['a container in itself', `${HEAD}\n1,Page,,,,,,,,,,P,,,\n2,Process,,1,2`, 'diagram-cycle'],
    [
      'containers a thousand deep',
      `${HEAD}\n${Array.from({ length: 1000 }, (_, index) => `${index + 1},Process,,,${index}`).join('\n')}`,
      'diagram-too-large'
    ],
    [
      'a million rows',
      `${HEAD}\n${Array.from({ length: 1_000_000 }, (_, index) => `${index + 1},Process`).join('\n')}`,
      'diagram-too-large'
    ],
    ['another table', 'Nombre,Ciudad\nAna,Vigo', 'diagram-unknown-format'],
    ['a quote without an end', `${HEAD}\n2,"Process,,1`, 'import-unbalanced-quote'],
    ['nothing', '', 'diagram-empty'],
    ['bytes that are no text', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0), 'import-binary']
  ])('is refused with %s', (_, input, code) => {
    expect(codeOf(input)).toBe(code)
  })
})

describe('a diagram as CSV for Lucidchart', () => {
  it('reads back with every shape, its kind, text and container, and every line with its heads', () => {
    const labels = (items: readonly DiagramItem[]): unknown[] => {
      const shapes = new Map(items.filter(isShape).map((shape) => [shape.id, shape]))
      const name = (id: string | undefined): string => (id === undefined ? '∅' : (shapes.get(id)?.label.trim() ?? '?'))
      return [
        [...shapes.values()].map(({ kind, label, parentId }) => `${kind} ${label.trim()} ⊂ ${name(parentId)}`).sort(),
        items
          .filter(isLine)
          .map(
            ({ from, to, label, startHead, endHead }) =>
              `${isAttached(from) ? name(from.shapeId) : ''} ${startHead}→${endHead} ${isAttached(to) ? name(to.shapeId) : ''}: ${label.trim()}`
          )
          .sort()
      ]
    }
    const kinds = [
      'process',
      'decision',
      'terminator',
      'group',
      'person',
      'account',
      'stage',
      'text',
      'rounded',
      'document',
      'ellipse'
    ] as const
    fc.assert(
      fc.property(anyDiagram({ kinds }), (content) => {
        // Only containers hold shapes, as in the app; what NUL and spaces around a text are, no CSV keeps.
        const byId = new Map(content.items.filter(isShape).map((shape) => [shape.id, shape]))
        const items = content.items.map((item) => {
          const label = item.label.replaceAll('\0', '')
          if (!isShape(item)) return { ...item, label }
          const { parentId, ...rest } = item
          const holds = ['group', 'stage'].includes(byId.get(parentId ?? '')?.kind ?? '')
          return { ...rest, label, ...(parentId !== undefined && holds ? { parentId } : {}) }
        })
        const { data } = writeLucidCsv(makeContent(items), { name: 'Ventas', language: 'es' })
        const [page, ...others] = readLucidCsv(data)
        expect(others).toEqual([])
        expect(page?.name).toBe('Ventas')
        expect(labels(page?.content.items ?? [])).toEqual(labels(items))
        expect(DiagramContent.safeParse(page?.content).success).toBe(true)
      })
    )
  })

  it('keeps pools with their lanes, and data as columns', () => {
    const content = makeContent([
      makeShape('p', { kind: 'pool', label: 'Proceso', order: 1 }),
      makeShape('l1', { kind: 'lane', label: 'Ventas', parentId: 'p', order: 2 }),
      makeShape('l2', { kind: 'lane', label: 'Servicio', parentId: 'p', order: 3 }),
      makeShape('a', { parentId: 'l2', order: 4, data: { Dueño: 'Ana' }, notes: 'nota' }),
      makeLine('x', 'a', 'l1')
    ])
    const { data, notes } = writeLucidCsv(content, { name: 'N', language: 'en' })
    const [page] = readLucidCsv(data)
    expect(String(data).split('\r\n')[0]).toBe(`${HEAD.split(',').slice(0, 13).join(',')},Comments,Cauce title,Dueño`)
    expect(tell(page?.content.items ?? [])).toEqual([
      ['pool', 'Proceso', undefined],
      ['lane', 'Ventas', '3'],
      ['lane', 'Servicio', '3'],
      ['process', 'a', '3:2'],
      ['4', '3', 'none', 'arrow', '']
    ])
    expect(page?.content.items[3]).toMatchObject({ data: { Dueño: 'Ana' }, notes: 'nota' })
    expect(notes[0]?.en).toContain('no places')
  })
})
