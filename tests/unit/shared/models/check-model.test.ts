import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { checkModel, type KnownIds } from '../../../../src/shared/models/check-model.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const idicPath = fileURLToPath(new URL('../../../../resources/models/idic.json', import.meta.url))
const readIdic = (): Model => Model.parse(JSON.parse(readFileSync(idicPath, 'utf8')))
const idic = readIdic()
const known: KnownIds = {
  kpis: new Set(idic.elements.flatMap(({ kpis }) => kpis)),
  segments: new Set(idic.elements.flatMap(({ segments }) => segments))
}

/** The IDIC file with one thing changed. */
function problemsAfter(change: (model: Model) => void): string[] {
  const model = readIdic()
  change(model)
  return checkModel(model, known).problems.map(({ en }) => en)
}

describe('checkModel', () => {
  it('says in both languages what is wrong with the shape, in words of ours', () => {
    const { name: _name, ...rest } = readIdic()
    const broken = { ...rest, revision: 'one', walk: [], colour: 'red', elements: [{ ...rest.elements[0], kind: 'thing' }] }
    expect(checkModel(broken, known).problems).toEqual([
      { en: 'revision: must be a number', es: 'revision: debe ser un número' },
      { en: 'name: is missing', es: 'name: falta' },
      {
        en: expect.stringMatching(/^elements\[0\].kind: must be one of: phase, step/) as string,
        es: expect.stringMatching(/^elements\[0\].kind: debe ser uno de estos valores: phase/) as string
      },
      { en: expect.stringMatching(/^walk: .*at least 1$/) as string, es: expect.stringMatching(/^walk: .*al menos 1$/) as string }
    ])
  })

  it('finds what is not part of a model, wherever it stands', () => {
    const idicWithMore = readIdic()
    const [first, ...others] = idicWithMore.elements
    const changed = { ...idicWithMore, colour: 'red', elements: [{ ...first, name: { ...first?.name, fr: 'x' } }, ...others] }
    expect(checkModel(changed, known).problems.map(({ en }) => en)).toEqual([
      'elements[0].name.fr: is not part of a model',
      'colour: is not part of a model'
    ])
  })

  it('finds nothing wrong with IDIC and hands it back', () => {
    const { model, problems } = checkModel(readIdic(), known)
    expect(problems).toEqual([])
    expect(model).toEqual(idic)
  })

  it.each<[string, (model: Model) => void, string]>([
    [
      'an id used twice',
      (model) => void (model.elements[1]!.id = 'idic.phase_insight'),
      'elements[1].id: “idic.phase_insight” is used twice'
    ],
    [
      'an id of another model',
      (model) => void (model.elements[6]!.id = 'qci.trust'),
      'elements[6].id: “qci.trust” does not start with “idic.”'
    ],
    [
      'a parent that is not there',
      (model) => void (model.elements[2]!.parent = 'idic.nowhere'),
      'elements[2].parent: there is no element “idic.nowhere”'
    ],
    [
      'a relation from nowhere',
      (model) => void (model.relations[0]!.from = 'idic.nowhere'),
      'relations[0].from: there is no element “idic.nowhere”'
    ],
    [
      'a relation to nowhere',
      (model) => void (model.relations[0]!.to = 'idic.nowhere'),
      'relations[0].to: there is no element “idic.nowhere”'
    ],
    ['a relation twice', (model) => void model.relations.push(model.relations[0]!), 'relations[15]: the same relation is there twice'],
    ['a walk through nowhere', (model) => void model.walk.push('idic.nowhere'), 'walk[4]: there is no element “idic.nowhere”'],
    ['a walk through one element twice', (model) => void model.walk.push('idic.identify'), 'walk[4]: “idic.identify” is visited twice'],
    [
      'an unknown KPI',
      (model) => void model.elements[2]!.kpis.push('k_nothing'),
      'elements[2].kpis[3]: there is no figure “k_nothing” in the catalogue'
    ],
    [
      'an unknown segment',
      (model) => void model.elements[2]!.segments.push('s_nothing'),
      'elements[2].segments[4]: there is no segment “s_nothing” in the catalogue'
    ],
    [
      'a card outside the canvas',
      (model) => void (model.elements[5]!.position = [1000, 150, 230, 170]),
      'elements[5].position: lies outside the canvas of 1200 × 640'
    ],
    [
      'a card without size',
      (model) => void (model.elements[5]!.position = [900, 150, 0, 170]),
      'elements[5].position: width and height must be above 0'
    ],
    [
      'a text that one language lacks',
      (model) => void (model.elements[2]!.questions[1]!.es = ' '),
      'elements[2].questions[1].es: is empty'
    ],
    ['a title that one language lacks', (model) => void (model.name.en = ''), 'name.en: is empty']
  ])('reports %s, by its path', (_name, change, problem) => {
    expect(problemsAfter(change)).toContain(problem)
  })

  it('reports elements that are inside themselves, and ends', () => {
    const problems = problemsAfter((model) => {
      model.elements[0]!.parent = 'idic.identify'
    })
    expect(problems).toEqual([
      'elements[0].parent: “idic.phase_insight” is inside itself',
      'elements[2].parent: “idic.identify” is inside itself'
    ])
  })

  it('reports every problem of the shape at once, each with its path', () => {
    const broken = {
      ...readIdic(),
      revision: 0,
      walk: [],
      relations: [{ from: 'a', to: 'b', kind: 'loves', label: null, shortLabel: null, source: 'V' }]
    }
    const { model, problems } = checkModel(broken, known)
    expect(model).toBeNull()
    expect(problems.map((problem) => problem.en.split(':')[0])).toEqual(['revision', 'relations[0].kind', 'walk'])
  })

  it.each([null, 'text', 7, [], {}])('refuses %j without throwing', (content) => {
    expect(checkModel(content, known)).toMatchObject({ model: null })
    expect(checkModel(content, known).problems.length).toBeGreaterThan(0)
  })
})
