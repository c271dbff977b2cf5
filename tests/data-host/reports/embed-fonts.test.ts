import { describe, expect, it } from 'vitest'
import { embedFonts, hasLetter } from '../../../src/main/data-host/reports/embed-fonts.ts'
import { quoteCss } from '../../../src/main/data-host/reports/write-html.ts'
import { resourcesDir } from '../evidence/tiny-workspace.ts'

describe('embedFonts', () => {
  it('takes the rarer letters along only where the text has one', () => {
    const count = (text: string): number => embedFonts(resourcesDir, text).match(/@font-face/g)?.length ?? 0
    expect(count('Panadería «La Espiga», 12 €')).toBe(3)
    expect(count('Kovářová')).toBe(6)
  })
})

describe('hasLetter', () => {
  it.each([
    ['a', 'U+0000-00FF', true],
    ['ř', 'U+0000-00FF,U+0131', false],
    ['†', 'U+0100-02BA,U+2020', true],
    ['', 'U+0000-00FF', false]
  ])('%s in %s: %s', (text, ranges, expected) => {
    expect(hasLetter(text, ranges)).toBe(expected)
  })
})

describe('quoteCss', () => {
  it('lets nothing close the string, the rule or the element', () => {
    expect(quoteCss('Ñ "}</style>\\ 1')).toBe('"\\d1  \\22 \\7d \\3c \\2f style\\3e \\5c  1"')
  })
})
