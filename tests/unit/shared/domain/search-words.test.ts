import { describe, expect, it } from 'vitest'
import { joinCode, joinPhone, parseSearch, splitWords } from '../../../../src/shared/domain/search-words.ts'

describe('words of the search', () => {
  it.each([
    ['Panadería Núñez, S.L.', ['panaderia', 'nunez', 'sl']],
    ['O’Brien-Gómez', ['obrien', 'gomez']],
    ['ana.garcia@correo.es', ['anagarcia@correoes']],
    ['  ', []]
  ])('cuts %j', (text, words) => {
    expect(splitWords(text)).toEqual(words)
  })
  it('joins numbers whatever stands between their digits', () => {
    expect(joinCode('B-12.345.678')).toBe('b12345678')
    expect(joinPhone('0034 (612) 34-56-78')).toBe('34612345678')
  })
  it('takes digits in several words as one phone, and few of them as words', () => {
    expect(parseSearch('ana 612 34 56 78').map(({ ways }) => ways)).toEqual([[['ana']], [['612345678'], ['612', '34', '56', '78']]])
    expect(parseSearch('calle mayor 3').map(({ typed }) => typed)).toEqual(['calle', 'mayor', '3'])
  })
  it('looks for a foreign writing of a number without its country, too', () => {
    expect(parseSearch('+34612345678')[0]?.ways).toEqual([['34612345678'], ['4612345678'], ['612345678'], ['12345678']])
  })
  it('looks for both sides of an address, and for pieces of a code when nobody has the code', () => {
    expect(parseSearch('ana@mail.es')[0]?.ways).toEqual([['ana@', '@mailes']])
    expect(parseSearch('c-00017')[0]?.ways).toEqual([['c00017'], ['c', '00017']])
    expect(parseSearch('%% &')).toEqual([])
  })
})
