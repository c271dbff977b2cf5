import { describe, expect, it } from 'vitest'
import { readDiagramFile } from '../../../../src/main/data-host/interchange/read-diagram.ts'
import { readOrganisation } from '../../../../src/main/data-host/interchange/organisation/read-organisation.ts'
import { sniffFormat } from '../../../../src/main/data-host/interchange/sniff.ts'
import type { ReadDiagram } from '../../../../src/main/data-host/interchange/formats.ts'
import { DiagramContent, isAttached, isLine, isShape } from '../../../../src/shared/diagrams/diagram.ts'
import { routeLine } from '../../../../src/shared/diagrams/draw-line.ts'
import { CauceError } from '../../../../src/shared/domain/errors.ts'

const OPTIONS = { language: 'es', fileName: 'personas.csv' } as const
function read(text: string | Uint8Array): ReadDiagram {
  const [page] = readOrganisation(text, OPTIONS)
  if (!page) throw new Error('nothing read')
  return page
}
/** Who reports to whom, by label. */
function tell({ content }: ReadDiagram): string[] {
  const labels = new Map(content.items.filter(isShape).map(({ id, label }) => [id, label]))
  return content.items
    .filter(isLine)
    .map(
      ({ from, to }) =>
        `${labels.get(isAttached(from) ? from.shapeId : '') ?? '?'} > ${labels.get(isAttached(to) ? to.shapeId : '') ?? '?'}`
    )
}
const refusalOf = (text: string): unknown => {
  try {
    read(text)
    return null
  } catch (error) {
    return error instanceof CauceError ? { code: error.code, ...error.details } : error
  }
}

describe('an organisation chart from a table', () => {
  it.each([
    ['numbers', 'id,name,title,manager id\n1,Ana,Directora,\n2,Luis,Jefe de ventas,1\n3,Eva,Vendedora,2'],
    ['names', 'Name,Job Title,Reports To\nAna,Directora,\nLuis,Jefe de ventas,ana\nEva,Vendedora,LUIS'],
    [
      'addresses',
      'Employee;E-mail;Title;Manager\nAna;ana@x.es;Directora;\nLuis;luis@x.es;Jefe de ventas;ANA@x.es\nEva;eva@x.es;Vendedora;luis@x.es'
    ],
    ['Spanish titles', 'Nombre;Puesto;Responsable\nAna;Directora;\nLuis;Jefe de ventas;Ana\nEva;Vendedora;Luis'],
    ['two columns for the name', 'Nombre,Apellidos,Cargo,Jefe\nAna,,Directora,Ana\nLuis,,Jefe de ventas,Ana\nEva,,Vendedora,Luis']
  ])('finds managers by %s', (_, text) => {
    const page = read(text)
    expect(tell(page)).toEqual(['Ana\nDirectora > Luis\nJefe de ventas', 'Luis\nJefe de ventas > Eva\nVendedora'])
    expect(page.notes).toEqual([])
  })

  it.each([
    [
      'Workday',
      'Employee ID,Worker,Business Title,Supervisory Organization,Primary Work Email,Manager,Location\n21,Ana,Directora,HQ,ana@x.es,,Vigo\n22,Luis,Jefe de ventas,Sales,luis@x.es,Ana (21),Vigo\n23,Eva,Vendedora,Sales,eva@x.es,Luis (22),Vigo'
    ],
    [
      'BambooHR',
      '"Employee #","First Name","Last Name","Job Title","Department","Reporting to","Work Email"\n1,Ana,,Directora,,,a@x\n2,Luis,,Jefe de ventas,,Ana,l@x\n3,Eva,,Vendedora,,Luis,e@x'
    ],
    [
      'Personio',
      'First name;Last name;Email;Position;Department;Supervisor\nAna;;a@x;Directora;D;\nLuis;;l@x;Jefe de ventas;V;Ana\nEva;;e@x;Vendedora;V;Luis'
    ],
    [
      'Google Workspace',
      'First Name [Required],Last Name [Required],Email Address [Required],Employee Title,Department,Manager Email\nAna,,ana@x.es,Directora,,\nLuis,,luis@x.es,Jefe de ventas,,ana@x.es\nEva,,eva@x.es,Vendedora,,luis@x.es'
    ],
    [
      'Entra',
      'displayName,userPrincipalName,jobTitle,department,manager\nAna,ana@x,Directora,,\nLuis,luis@x,Jefe de ventas,,ana@x\nEva,eva@x,Vendedora,,luis@x'
    ],
    [
      'a Spanish payroll',
      'N.º empleado;Apellidos y nombre;Puesto de trabajo;Centro de coste;Responsable directo\n1;Ana;Directora;10;\n2;Luis;Jefe de ventas;20;Ana\n3;Eva;Vendedora;20;Luis'
    ]
  ])('reads what %s exports', (_, text) => {
    expect(sniffFormat(text, 'x')).toBe('organisation-csv')
    expect(tell(read(text))).toEqual(['Ana\nDirectora > Luis\nJefe de ventas', 'Luis\nJefe de ventas > Eva\nVendedora'])
  })

  it('puts the people of each department in a frame where that is asked', () => {
    const text = 'Nombre;Responsable;Departamento\nAna;;\nLuis;Ana;Ventas\nEva;Luis;VENTAS\nPau;Ana;Logística\nSol;Pau;Logistica'
    const [page] = readOrganisation(text, { ...OPTIONS, hasTeams: true })
    const shapes = page?.content.items.filter(isShape) ?? []
    const label = (id: string | undefined): string => shapes.find((shape) => shape.id === id)?.label ?? '∅'
    expect(shapes.filter(({ kind }) => kind === 'group').map((shape) => shape.label)).toEqual(['Ventas', 'Logística'])
    expect(shapes.filter(({ kind }) => kind === 'person').map((shape) => `${shape.label} ⊂ ${label(shape.parentId)}`)).toEqual([
      'Ana ⊂ ∅',
      'Luis ⊂ Ventas',
      'Eva ⊂ Ventas',
      'Pau ⊂ Logística',
      'Sol ⊂ Logística'
    ])
    expect(DiagramContent.safeParse(page?.content).success).toBe(true)
    for (const shape of shapes) {
      const frame = shapes.find(({ id }) => id === shape.parentId)
      if (frame) expect(shape.y >= frame.y && shape.y + shape.height <= frame.y + frame.height, shape.label).toBe(true)
    }
    // Without being asked, departments stay data.
    expect(read(text).content.items.filter(isShape)).toHaveLength(5)
  })

  it('draws whom somebody reports to besides with a broken line, and no line twice', () => {
    const page = read('Name,Manager,Dotted line manager\nAna,,\nLuis,Ana,\nEva,Luis,Ana; Luis\nPau,Luis,Nadie')
    const lines = page.content.items.filter(isLine)
    expect(tell(page)).toEqual(['Ana > Luis', 'Luis > Eva', 'Luis > Pau', 'Ana > Eva'])
    expect(lines.map(({ style }) => style.dash)).toEqual([undefined, undefined, undefined, 'dashed'])
  })

  it('knows posts nobody holds by what stands for a name', () => {
    const page = read('Nombre,Puesto,Responsable\nAna,Directora,\nVacante,Analista,Ana\n(TBH),Técnico,Ana\n,,Ana')
    expect(page.content.items.filter(isShape).map(({ kind, label }) => `${kind} ${label}`)).toEqual([
      'person Ana\nDirectora',
      'vacancy Analista',
      'vacancy Técnico',
      'person '
    ])
  })

  it('says where a name could be one of several, and takes none of them', () => {
    const page = read('id,name,manager\n1,José García,\n2,José García,1\n3,Eva,Jose Garcia\n4,Pau,2')
    expect(tell(page)).toEqual(['José García > José García', 'José García > Pau'])
    expect(page.notes.map(({ es }) => es)).toEqual([
      expect.stringMatching(/^Varias personas se llaman como un responsable y no se ha tomado ninguna.*: Eva → Jose Garcia \(4\)\./)
    ])
  })

  it('reads the columns of Visio', () => {
    const page = read('Unique_ID,Name,Title,Reports_To\nID1,Anna,Boss,\nID2,Ben,Rep,ID1')
    expect(page.content.items.filter(isShape).map(({ label }) => label)).toEqual(['Anna\nBoss', 'Ben\nRep'])
    expect(page.content.items).toHaveLength(3)
    expect(page.notes).toEqual([])
  })

  it('knows names written either way round, and with accents or without', () => {
    expect(tell(read('nombre,responsable\n"García Pérez, José",\nEva,jose garcia perez'))).toEqual(['García Pérez, José > Eva'])
    expect(tell(read('nombre,responsable\nJosé García,\nEva,"garcia, jose"'))).toEqual(['José García > Eva'])
  })

  it('keeps departments, addresses and all else as data, and open posts as such', () => {
    const page = read('Nombre,Correo,Puesto,Departamento,Sede,Responsable\nAna,ana@x.es,Directora,Dirección,Vigo,\n,,Analista,Ventas,,Ana')
    const [ana, post] = page.content.items.filter(isShape)
    expect(ana).toMatchObject({ kind: 'person', data: { Departamento: 'Dirección', Correo: 'ana@x.es', Sede: 'Vigo' } })
    expect(post).toMatchObject({ kind: 'vacancy', label: 'Analista', data: { Departamento: 'Ventas' } })
  })

  it('says who has a manager that is not there, and that there are several tops', () => {
    const page = read('name,manager\nAna,\nLuis,\nEva,Nadie\nPau,Eva')
    expect(page.notes.map(({ es }) => es)).toEqual([
      'El responsable de una persona no está en la tabla, así que quedan arriba: Eva (4). El número es la línea.',
      '2 personas no dependen de nadie: el organigrama tiene otras tantas cabezas.'
    ])
    expect(tell(page)).toEqual(['Eva > Pau'])
  })

  it('places everybody below whoever they report to, without overlaps', () => {
    const rows = Array.from({ length: 60 }, (_, index) => `P${index},${index === 0 ? '' : `P${Math.floor((index - 1) / 3)}`}`)
    const shapes = read(['name,manager', ...rows].join('\n')).content.items.filter(isShape)
    const byLabel = new Map(shapes.map((shape) => [shape.label, shape]))
    for (const [index, shape] of shapes.entries()) {
      const manager = byLabel.get(`P${Math.floor((index - 1) / 3)}`)
      if (index > 0) expect(shape.y).toBeGreaterThan((manager?.y ?? 0) + (manager?.height ?? 0))
      for (const other of shapes.slice(index + 1))
        expect(
          shape.y + shape.height <= other.y ||
            other.y + other.height <= shape.y ||
            shape.x + shape.width <= other.x ||
            other.x + other.width <= shape.x
        ).toBe(true)
    }
  })

  it('is no row of thousands: people who lead nobody stand in a column beside the line of their manager', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => `P${index},${index === 0 ? '' : `P${Math.floor((index - 1) / 7)}`}`)
    const { content } = read(['name,manager', ...rows].join('\n'))
    const shapes = content.items.filter(isShape)
    const byId = new Map(shapes.map((shape) => [shape.id, shape]))
    const width = Math.max(...shapes.map((shape) => shape.x + shape.width)) - Math.min(...shapes.map(({ x }) => x))
    // One row of all who lead nobody would be some 400,000 wide.
    expect(width).toBeLessThan(100_000)
    for (const line of content.items.filter(isLine)) {
      const [from, to] = [isAttached(line.from) && byId.get(line.from.shapeId), isAttached(line.to) && byId.get(line.to.shapeId)]
      if (!from || !to) throw new Error('loose')
      if (isAttached(line.to) && line.to.side === 'left') expect(to.x).toBeGreaterThan(from.x + from.width / 2)
      for (const [at, point] of routeLine(line, byId).points.entries())
        if (at > 0) for (const shape of [from, to]) expect(point.y >= from.y + from.height || point.x > shape.x).toBe(true)
    }
  })

  it('has tops that lead nobody in rows, and deep chains below each other', () => {
    const loose = read(`name,manager\n${Array.from({ length: 400 }, (_, index) => `P${index},`).join('\n')}`).content.items.filter(isShape)
    const [width, height] = [Math.max(...loose.map(({ x }) => x)), Math.max(...loose.map(({ y }) => y))]
    expect(width / height).toBeGreaterThan(0.7)
    expect(width / height).toBeLessThan(4)
  })

  it('is told from what its columns are called, also when pasted from a spreadsheet', () => {
    expect(sniffFormat('Name\tManager\nAna\t\n', 'pasted')).toBe('organisation-csv')
    expect(sniffFormat('"Nombre";"Puesto";"Responsable"\nAna;;', 'pegado')).toBe('organisation-csv')
    expect(sniffFormat('Nombre;Ciudad\nAna;Vigo', 'pegado')).toBeNull()
  })

  it('is told from its content and read in any encoding', () => {
    const text = 'Nombre;Puesto;Responsable\nÁngela;Directora;\nÍñigo;Ventas;Ángela'
    for (const input of [text, Buffer.from(text), Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')]) {
      const { format, pages } = readDiagramFile(input, OPTIONS)
      expect([format, pages.map((page) => tell(page)[0])]).toEqual(['organisation-csv', ['Ángela\nDirectora > Íñigo\nVentas']])
    }
  })

  const many = (count: number, make: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => make(index)).join('\n')
  it.each<[string, string, unknown]>([
    ['two above each other', 'name,manager\nAna,\nEva,Luis\nLuis,Eva', { code: 'organisation-cycle', line: 3, names: 'Eva → Luis → Eva' }],
    [
      'a circle of many',
      `name,manager\n${many(9000, (index) => `P${index},P${(index + 1) % 9000}`)}`,
      { code: 'organisation-cycle', line: 2, names: 'P0 → P1 → P2 → P3 → P4 → … → P0' }
    ],
    ['no managers', 'name,title\nAna,Directora', { code: 'organisation-columns' }],
    ['no people', 'city,manager\nVigo,Ana', { code: 'organisation-columns' }],
    ['titles alone', 'name,manager', { code: 'diagram-empty' }],
    ['a million people', `name,manager\n${many(1_000_000, (index) => `P${index},`)}`, { code: 'diagram-too-large', items: 20_000 }]
  ])('is refused with %s', (_, text, refusal) => {
    expect(refusalOf(text)).toMatchObject(refusal as object)
  })

  it('reads a chain of thousands and a manager of thousands', () => {
    for (const managerOf of [(index: number) => `P${index - 1}`, () => 'P0']) {
      const page = read(`name,manager\n${many(9000, (index) => `P${index},${index === 0 ? '' : managerOf(index)}`)}`)
      expect(tell(page)).toHaveLength(8999)
      expect(DiagramContent.safeParse(page.content).success).toBe(true)
    }
  })

  it('shows text as text: formulas, tags and names of the language of the program', () => {
    const page = read('name,manager,__proto__\n"=cmd|x",,a\n<script>x</script>,=cmd|x,b\n__proto__,<script>x</script>,c')
    expect(tell(page)).toEqual(['=cmd|x > <script>x</script>', '<script>x</script> > __proto__'])
  })
})
