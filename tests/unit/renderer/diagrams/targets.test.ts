import { describe, expect, it } from 'vitest'
import { chooseDisplay, putLink } from '../../../../src/renderer/features/diagrams/links/link-choice.ts'
import { findTargets, OFFERED, type Target } from '../../../../src/renderer/features/diagrams/links/targets.ts'
import { DiagramShape } from '../../../../src/shared/diagrams/diagram.ts'
import { normaliseForSearch } from '../../../../src/shared/domain/search-key.ts'

const target = (kind: Target['kind'], name: string, other = ''): Target => ({
  key: `${kind} ${name}`,
  kind,
  name,
  detail: '',
  choice: { is: 'link', link: { to: 'segment', segmentId: name } },
  words: normaliseForSearch(`${name} ${other}`)
})
const namesOf = (groups: ReturnType<typeof findTargets>): string[] => groups.flatMap(({ targets }) => targets.map(({ name }) => name))

describe('what a shape can be linked to', () => {
  const targets = [
    target('segment', 'Clientes nuevos', 'New customers'),
    target('segment', 'En riesgo', 'At risk'),
    target('metric', 'Riesgo medio', 'Mean risk'),
    target('element', 'Atracción', 'Attraction')
  ]
  it('is found by every word, accents aside, in either language', () => {
    expect(namesOf(findTargets(targets, 'atraccion', 'all'))).toEqual(['Atracción'])
    expect(namesOf(findTargets(targets, 'customers NEW', 'all'))).toEqual(['Clientes nuevos'])
    expect(namesOf(findTargets(targets, 'new risk', 'all'))).toEqual([])
  })
  it('puts the kind with the best answer first, and shows one kind alone when asked', () => {
    expect(namesOf(findTargets(targets, 'riesgo', 'all'))).toEqual(['Riesgo medio', 'En riesgo'])
    expect(namesOf(findTargets(targets, 'riesgo', 'segment'))).toEqual(['En riesgo'])
    expect(namesOf(findTargets(targets, '', 'all'))).toHaveLength(4)
  })
  it('says how many more there are', () => {
    const many = Array.from({ length: OFFERED.all + 3 }, (_, index) => target('segment', `S${String(index)}`))
    const [group] = findTargets(many, '', 'all')
    expect(group).toMatchObject({ more: 3 })
    expect(group?.targets).toHaveLength(OFFERED.all)
    expect(findTargets(many, '', 'segment')[0]).toMatchObject({ more: 0 })
  })
})

describe('how a link shows', () => {
  const shape = DiagramShape.parse({ item: 'shape', id: 'a', kind: 'process', x: 0, y: 0, width: 10, height: 10, order: 0 })
  it('keeps what was chosen before where the new target has it', () => {
    expect(chooseDisplay('segment')).toEqual({ measure: 'customers', as: ['badge'] })
    expect(chooseDisplay('customers', { measure: 'revenue', as: ['colour'] })).toEqual({ measure: 'revenue', as: ['colour'] })
    expect(chooseDisplay('metric', { measure: 'revenue', as: ['size', 'badge'] })).toEqual({ measure: 'value', as: ['size', 'badge'] })
    expect(chooseDisplay('diagram', { measure: 'revenue', as: ['size', 'badge'] })).toEqual({ measure: 'value', as: ['badge'] })
  })
  it('is put on the shape and taken away whole', () => {
    const linked = putLink(shape, { to: 'diagram', diagramId: 3 })
    expect(linked).toMatchObject({ link: { to: 'diagram', diagramId: 3 }, display: { measure: 'value', as: ['badge'] } })
    expect(putLink(linked, null)).toEqual(shape)
  })
})
