import { expect, it } from 'vitest'
import { orderModels } from '../../../../src/shared/models/order-models.ts'
import { tellAuthors } from '../../../../src/shared/models/tell-authors.ts'

it('says a decade as the language does, and leaves out what is not known', () => {
  const chain = { authors: 'Francis Buttle', year: '2020s' }
  expect(tellAuthors(chain, 'en')).toBe('Francis Buttle · 2020s')
  expect(tellAuthors(chain, 'es')).toBe('Francis Buttle · década de 2020')
  expect(tellAuthors({ authors: 'QCi', year: '2000–2003' }, 'es', ', ')).toBe('QCi, 2000–2003')
  expect(tellAuthors({ authors: 'Ana', year: '' }, 'es')).toBe('Ana')
  expect(tellAuthors({ authors: '', year: '' }, 'en')).toBe('')
})

it('puts own models after the others, by the name they have in the language', () => {
  const own = (id: string, es: string, en: string): { id: string; name: { es: string; en: string }; own: true } => ({
    id,
    name: { es, en },
    own: true
  })
  const models = [
    own('z', 'Ámbar', 'Zinc'),
    { id: 'idic', name: { es: 'Z', en: 'Z' } },
    own('b', 'Zinc', 'Amber'),
    { id: 'qci', name: { es: 'A', en: 'A' } }
  ]
  expect(orderModels(models, 'es').map(({ id }) => id)).toEqual(['idic', 'qci', 'z', 'b'])
  expect(orderModels(models, 'en').map(({ id }) => id)).toEqual(['idic', 'qci', 'b', 'z'])
})
