import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'

const draw = (inside: string): { svg: string; width: number; height: number } => ({
  svg: `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10"><title>T</title><defs></defs>${inside}</svg>`,
  width: 20,
  height: 10
})

describe('the files of a chart', () => {
  let host: TestHost
  beforeAll(() => {
    host = startTestHost()
  })
  afterAll(() => host.end())

  it('carry the fonts their words are set in', async () => {
    const { path, token } = host.file('chart.svg')
    const { bytes } = await host.client.charts.saveDrawing({ ...draw('<text>Señales</text>'), fileToken: token })
    const saved = readFileSync(path, 'utf8')
    expect(Buffer.byteLength(saved)).toBe(bytes)
    expect(saved).toContain('<defs><style>@font-face{font-family:Inter')
    expect(saved).toContain('<text>Señales</text>')
  })

  it.each([
    '<script>1</script>',
    '<image href="x.png"/>',
    '<a><text>x</text></a>',
    '<rect onload="1"/>',
    '<foreignObject></foreignObject>',
    '<rect fill="url(https://example.org/x)"/>',
    '<style>@import "x"</style>'
  ])('are refused when a drawing holds more than shapes and words: %s', async (inside) => {
    expect(await codeOf(() => host.client.charts.renderDrawing(draw(inside)))).toBe('invalid-value')
  })

  it('may hold patterns of their own and words that only look like code', async () => {
    const { svg } = await host.client.charts.renderDrawing(draw('<rect fill="url(#hatch)"/><text>Sale on= the script &lt;a&gt;</text>'))
    expect(svg).toContain('url(#hatch)')
  })

  it('hold the data behind it as the other tables of the app, and no formula', async () => {
    const { path, token } = host.file('chart.csv')
    const rows = [
      ['=1+1', 3, '2026-01-31'],
      ['Bar, "La Noria"', null, null]
    ]
    const columns = [
      { title: 'Segmento', type: 'text' as const },
      { title: 'Clientes', type: 'number' as const },
      { title: 'Fecha', type: 'date' as const }
    ]
    expect(await host.client.charts.saveSheet({ fileToken: token, columns, rows })).toEqual({ rows: 2 })
    expect(readFileSync(path, 'utf8')).toBe('\ufeffSegmento,Clientes,Fecha\r\n\'=1+1,3,2026-01-31\r\n"Bar, ""La Noria""",,\r\n')
  })

  it('go only where the person chose', async () => {
    expect(await codeOf(() => host.client.charts.saveDrawing({ ...draw(''), fileToken: 'nobody' }))).toBe('file-token-unknown')
  })
})
