import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Text } from '../../../src/shared/domain/text.ts'
import { checks } from '../../../src/shared/i18n/messages/checks.ts'
import type { Model } from '../../../src/shared/models/model.ts'
import { resourcesFolder, startTestHost } from '../../support/local-host.ts'
import { useCauce } from './run-cauce.ts'

const { cauce, json, pathOf } = useCauce()

describe('models on the command line', { timeout: 120_000 }, () => {
  it('model-check ends with 0, 1 or 2, and prints one document', () => {
    const model = json('models', 'idic') as Model
    writeFileSync(pathOf('good.json'), `\ufeff${JSON.stringify(model)}`)
    expect(json('model-check', 'good.json')).toEqual({ ok: true, problems: [] })

    writeFileSync(pathOf('bad.json'), JSON.stringify({ ...model, walk: ['idic.nowhere', ...model.walk] }))
    const bad = cauce('model-check', 'bad.json', '--json')
    expect([bad.code, JSON.parse(bad.out)]).toEqual([1, { ok: false, problems: ['walk[0]: there is no element “idic.nowhere”'] }])
    expect(bad.err).toBe('cauce: bad.json has one mistake, so it can’t be used as a model. Correct it and check again.\n')
    const [first, ...others] = model.elements
    writeFileSync(pathOf('unknown.json'), JSON.stringify({ ...model, elements: [{ ...first, kpis: ['k_nope'] }, ...others] }))
    const unknown = cauce('model-check', 'unknown.json')
    expect([unknown.code, unknown.err]).toEqual([
      1,
      'cauce: unknown.json has one mistake, so it can’t be used as a model. Correct it and check again.\n'
    ])

    for (const [code, ...words] of [[1, 'nowhere.json'], [2], [2, 'good.json', 'bad.json'], [2, 'good.json', '--lang', 'fr']] as const) {
      const answer = cauce('model-check', ...words)
      expect([words, answer.code, answer.out]).toEqual([words, code, ''])
      expect(answer.err).toMatch(/^cauce: [^\n]+\n$/)
    }
  })

  it('a model file is told everything that can be wrong with it, in both languages', async () => {
    const model = JSON.parse(readFileSync(join(resourcesFolder, 'models', 'idic.json'), 'utf8')) as Model
    const [first, second, ...rest] = model.elements
    const [relation] = model.relations
    if (!first || !second || !relation) throw new Error('IDIC has elements and relations')
    const content: Record<string, string> = {
      'text.json': 'hello',
      'large.json': JSON.stringify({ note: 'x'.repeat(5_000_001) }),
      'shape.json': JSON.stringify({
        ...model,
        id: 'A B',
        revision: 0,
        authors: undefined,
        year: 3,
        elements: [{ ...first, kind: 'blob' }],
        canvas: [1, 2, 3]
      }),
      'rules.json': JSON.stringify({
        ...model,
        colour: 'red',
        summary: { en: '', es: 'x' },
        elements: [
          first,
          { ...first, kpis: ['k_none'], segments: ['s_none'], position: [0, 0, 0, 0] },
          { ...second, parent: second.id, position: [99_999, 0, 10, 10] },
          { ...rest[0], id: 'other.one', parent: 'idic.nowhere' },
          ...rest.slice(1)
        ],
        relations: [relation, relation],
        walk: [...model.walk, model.walk[0]]
      }),
      'views.json': JSON.stringify({
        ...model,
        variants: [
          { ...VIEW, id: 'first', hides: [first.id] },
          {
            ...VIEW,
            id: 'none',
            hides: model.elements.map(({ id }) => id),
            hidesRelations: [{ from: first.id, to: first.id, kind: 'serves' }]
          }
        ]
      })
    }
    const host = startTestHost()
    const problems: Text[] = []
    try {
      for (const [name, text] of Object.entries(content)) {
        const file = host.file(name)
        writeFileSync(file.path, text)
        const found = await host.client.models.checkModel({ fileToken: file.token })
        expect([name, found.ok]).toEqual([name, false])
        problems.push(...found.problems)
      }
    } finally {
      await host.end()
    }
    // `modelTwice` needs two files, `notValid` is for kinds of problem no model file can have today.
    const keys = Object.keys(checks.en.model).filter((key) => !['types', 'wholeFile', 'modelTwice', 'notValid'].includes(key))
    for (const language of ['en', 'es'] as const) {
      const said = problems.map((problem) => problem[language]).join('\n')
      const texts: Record<string, unknown> = checks[language].model
      expect([language, keys.filter((key) => !toPattern(texts[key]).test(said))]).toEqual([language, []])
      expect(said).not.toMatch(/\{\{|undefined|Invalid|expected/)
    }
  })

  it('shows the evidence of an own model and reports on it', async () => {
    cauce('new', 'w.cauce', '--sample', 'la-espiga')
    const host = startTestHost()
    try {
      await host.client.workspace.openWorkspace({ fileToken: host.context.files.grant(pathOf('w.cauce')) })
      await host.client.ownModels.createOwnModel({ from: 'idic', name: { en: 'Our way', es: 'A nuestra manera' }, language: 'es' })
    } finally {
      await host.end()
    }
    const evidence = json('evidence', 'w.cauce', 'a-nuestra-manera') as { model: string; elements: { id: string }[] }
    expect(evidence.model).toBe('a-nuestra-manera')
    expect(evidence.elements.map(({ id }) => id)).toContain('a-nuestra-manera.identify')
    expect(cauce('report', 'w.cauce', 'a-nuestra-manera', '--out', pathOf('r.md')).code).toBe(0)
    expect(cauce('evidence', 'w.cauce', 'nope').err).toContain('a-nuestra-manera')
    // Without a workspace there are only the app's models.
    expect(cauce('models', 'a-nuestra-manera').code).toBe(1)
  })
})

const VIEW = { name: { en: 'View', es: 'Vista' }, note: { en: 'Note', es: 'Nota' }, source: 'A' }

/** A sentence with anything where its values stand. */
function toPattern(text: unknown): RegExp {
  const parts = String(text).split(/\{\{\w+\}\}/)
  return new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*'))
}
