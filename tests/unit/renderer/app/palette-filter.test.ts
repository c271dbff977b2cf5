import { expect, it } from 'vitest'
import { filterPalette } from '../../../../src/renderer/app/palette-filter.ts'

const segments = {
  group: 'Segmentos',
  actions: [
    { id: 'a', label: 'Clientes nuevos' },
    { id: 'b', label: 'Más valiosos', description: 'Cálculo' }
  ]
}
const commands = { group: 'Comandos', actions: [{ id: 'c', label: 'Guardar diagrama' }] }
const idsOf = (query: string): string[] =>
  filterPalette(query, [segments, commands]).flatMap((entry) => ('actions' in entry ? entry.actions.map(({ id }) => id) : [entry.id]))

it('finds by every word, accents and case aside, in label and description', () => {
  expect(idsOf('MAS valio')).toEqual(['b'])
  expect(idsOf('cálculo mas')).toEqual(['b'])
  expect(idsOf('nuevos clientes')).toEqual(['a'])
  expect(idsOf('nada')).toEqual([])
  expect(idsOf('  ')).toEqual(['a', 'b', 'c'])
})

it('leaves out a group with nothing in it', () => {
  expect(filterPalette('diagrama', [segments, commands])).toEqual([commands])
})
