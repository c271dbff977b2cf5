import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pattern } from '../../../../src/shared/cleaning/pattern/match.ts'
import { PatternError } from '../../../../src/shared/cleaning/pattern/parse.ts'

const replace = (pattern: string, text: string, to: string, ignoreCase = false): string =>
  new Pattern(pattern, { ignoreCase }).replaceAll(text, to)

describe('patterns a person writes', () => {
  it.each([
    ['\\s+', 'a  b\tc', '_', 'a_b_c'],
    ['^(\\w+), (\\w+)$', 'García, Ana', '$2 $1', 'Ana García'],
    ['(\\d{3})(\\d{3})(\\d{3})', '600112233', '$1 $2 $3', '600 112 233'],
    ['\\(.*?\\)', 'a (b) c (d)', '', 'a  c '],
    ['a|ab', 'ab', 'x', 'xb'],
    ['[^0-9+]', '+34 600-11', '', '+3460011'],
    ['\\bsa\\b', 'sa casa sa', 'S.A.', 'S.A. casa S.A.'],
    ['x*', 'abc', '-', '-a-b-c-'],
    ['ñ', 'España', 'n', 'Espana'],
    ['\\.', '1.2', '$$&', '1$&2'],
    ['[a\\]-]', 'a]-b', '', 'b'],
    ['', 'ab', '.', '.a.b.']
  ])('%s in %s', (pattern, text, to, expected) => {
    expect(replace(pattern, text, to)).toBe(expected)
  })

  it('ignores case where asked', () => {
    expect(replace('calle', 'CALLE Mayor, Calle Menor', 'C/', true)).toBe('C/ Mayor, C/ Menor')
    expect(replace('[à-ü]', 'É', 'e', true)).toBe('e')
  })

  it.each(['(', 'a)', '[a', '*a', 'a**', '\\1', '(?=a)', '\\p{L}', 'a{3,2}', 'a{9999}', '(((a{200}){200}){200}){200}', '[z-a]'])(
    'refuses %s',
    (pattern) => {
      expect(() => new Pattern(pattern, { ignoreCase: false })).toThrow(PatternError)
    }
  )

  it('takes no longer for texts that make other engines go back for ages', () => {
    const text = 'a'.repeat(2000)
    // Exponential for an engine that goes back: it would not end.
    expect(replace('^(a+)+$', `${text}b`, 'x')).toBe(`${text}b`)
    expect(replace('(a|a)*b', text, 'x')).toBe(text)
    expect(replace('(x+x+)+y', 'x'.repeat(500), '')).toBe('x'.repeat(500))
  })

  it('finds what the engine of the language finds', () => {
    const leaf = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '\\d', '\\w', '\\b')
    const piece: fc.Arbitrary<string> = fc.letrec<{ node: string; leaf: string }>((tie) => ({
      leaf,
      node: fc.oneof(
        { maxDepth: 3, withCrossShrink: true },
        tie('leaf'),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => a + b),
        fc.tuple(tie('node'), tie('node')).map(([a, b]) => `(${a}|${b})`),
        fc
          .tuple(tie('leaf'), fc.constantFrom('*', '+', '?', '*?', '+?', '??', '{2}', '{1,3}'))
          .filter(([a]) => a !== '\\b')
          .map(([a, times]) => a + times)
      )
    })).node
    fc.assert(
      fc.property(piece, fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', ' '), maxLength: 12 }), (pattern, text) => {
        expect(replace(pattern, text, '<$&>')).toBe(text.replace(new RegExp(pattern, 'g'), '<$&>'))
      }),
      { numRuns: 2000 }
    )
  })
})
