import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Model } from '../../../src/shared/models/model.ts'
import { bundledModels } from '../../support/bundled-models.ts'
import { useCauce } from './run-cauce.ts'

const { cauce, json, pathOf } = useCauce()
const reference = fileURLToPath(new URL('../../../../shared/domain.json', import.meta.url))
const Named = z.object({ id: z.string(), kind: z.string(), en: z.string(), es: z.string() })
const Reference = z.object({
  models: z.array(
    z.object({
      id: z.string(),
      en: z.string(),
      es: z.string(),
      elements: z.array(Named),
      edges: z.array(z.object({ from: z.string(), to: z.string(), type: z.string() }))
    })
  )
})

describe('cauce models', { timeout: 60_000 }, () => {
  it('gives every model of the app whole', () => {
    expect(z.array(Model).parse(json('models'))).toEqual(bundledModels)
    expect(json('models', 'qci')).toEqual(bundledModels.find(({ id }) => id === 'qci'))
    const { out } = cauce('models', '--lang', 'es')
    for (const { id, name, elements } of bundledModels)
      expect(out).toMatch(new RegExp(`${id}\\s+${name.es.replaceAll(/[()]/g, '.')}\\s+${elements.length}`))
    // The order of the gallery, and how much there is of everything.
    const rows = out.trim().split('\n').slice(1)
    expect(rows.map((row) => row.split(' ')[0])).toEqual(['idic', 'qci', 'payne', 'gartner', 'buttle'])
    expect(rows.at(-1)).toMatch(/ 14 +39 +3$/)
  })

  it('tells one model in words: its elements as they are nested, its walk and its views', () => {
    const { out } = cauce('models', 'buttle', '--lang', 'es')
    expect(out).toContain('Cadena de valor de la CRM (Buttle) (buttle)')
    expect(out).toContain('14 elementos, 39 relaciones. Un recorrido para en 11 de los elementos.')
    expect(out).toMatch(
      /\n +Análisis +buttle\.phase_analysis +Fase\n +1 +· Análisis de la cartera de clientes +buttle\.cpa +Etapa primaria +1\n/i
    )
    expect(out).toContain('  2020s: cadena nueva, años 2020\n    Una cadena más nueva')
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThan(140)
    for (const { id } of bundledModels) expect(cauce('models', id, '--lang', 'en').code).toBe(0)
  })

  it('reports a view of a model, and names the views when there is none of that name', () => {
    cauce('new', 'v.cauce')
    const report = (...words: string[]): string => {
      expect(cauce('report', 'v.cauce', 'buttle', '--out', 'v.md', '--lang', 'es', ...words).code).toBe(0)
      return readFileSync(pathOf('v.md'), 'utf8')
    }
    expect(report()).not.toContain('Identificar la oportunidad')
    expect(report('--view', '2020s')).toContain('Identificar la oportunidad')
    expect(report('--view', '2020s')).toContain('Merlin Stone, década de 2020')
    const refused = cauce('report', 'v.cauce', 'buttle', '--view', 'nope', '--out', 'v.md')
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining('2001, 2004, 2020s') as string])
    expect(cauce('report', 'v.cauce', 'buttle', '--view', '2004', '--walk', '1', '--out', 'v.md').code).toBe(2)
  })

  it('checks a file, and says in words what is wrong with one', () => {
    const [first] = bundledModels
    writeFileSync(pathOf('good.json'), JSON.stringify(first))
    writeFileSync(pathOf('bad.json'), JSON.stringify({ ...first, walk: ['nowhere'] }))
    expect(json('model-check', 'good.json')).toEqual({ ok: true, problems: [] })
    const bad = cauce('model-check', 'bad.json', '--json')
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toEqual({ ok: false, problems: ['walk[0]: there is no element “nowhere”'] })
  })

  it.skipIf(!existsSync(reference))('says what the reference texts say (skipped where ../shared is missing)', () => {
    const { models } = Reference.parse(JSON.parse(readFileSync(reference, 'utf8')))
    const ours = z.array(Model).parse(json('models'))
    const byId = <T extends { id: string }>(list: readonly T[]): T[] => list.toSorted((a, b) => a.id.localeCompare(b.id))
    expect(
      byId(ours).map(({ id, name, elements, relations }) => ({
        id,
        ...name,
        elements: elements.map((element) => ({ id: element.id, kind: element.kind, ...element.name })),
        edges: relations.map(({ from, to, kind }) => ({ from, to, type: kind }))
      }))
    ).toEqual(byId(models))
  })
})
