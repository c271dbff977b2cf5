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

it('puts what is called so before what only its text or its finder names', () => {
  const customers = {
    group: 'Clientes',
    actions: [
      { id: 'said', label: 'Bar Pepe', description: 'Ávila', keywords: 'detractores' },
      { id: 'named', label: 'Los Detractores, S. L.', keywords: 'detractores' }
    ]
  }
  const own = { group: 'Segmentos', actions: [{ id: 'segment', label: 'Detractores' }] }
  const order = (query: string): string[] =>
    filterPalette(query, [customers, own]).flatMap((entry) => ('actions' in entry ? entry.actions.map(({ id }) => id) : [entry.id]))
  expect(order('detractores')).toEqual(['segment', 'named', 'said'])
  expect(order('los detractores')).toEqual(['named'])
  expect(
    filterPalette('detractores', [{ ...customers, actions: customers.actions.slice(0, 1) }, own]).map(
      (entry) => 'group' in entry && entry.group
    )
  ).toEqual(['Segmentos', 'Clientes'])
})
