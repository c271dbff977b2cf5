import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CauceError } from '../../../../../src/shared/domain/errors.ts'
import { formatRecord, MAX_RECORD_CHARACTERS, RecordSplitter } from '../../../../../src/main/data-host/imports/reading/split.ts'

function split(pieces: readonly string[], delimiter = ','): string[][] {
  const records: string[][] = []
  const splitter = new RecordSplitter(delimiter, (cells) => {
    records.push([...cells])
    return true
  })
  for (const piece of pieces) splitter.push(piece, false)
  splitter.push('', true)
  return records
}

function refusal(work: () => unknown): { code: string; details: unknown } | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof CauceError) return { code: error.code, details: error.details }
    throw error
  }
}

/** Any text but NUL, which no text file has; a table of one blank cell is an empty line, so first cells are never blank. */
const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replaceAll('\0', ''))
const table = fc
  .integer({ min: 1, max: 5 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }))
const nastyText = fc
  .array(fc.constantFrom('a', 'é', '"', '""', ',', ';', '\n', '\r', '\r\n', ' ', '😀'), { maxLength: 60 })
  .map((parts) => parts.join(''))

describe('RecordSplitter', () => {
  it.each([
    [
      'LF',
      'a,b\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'CRLF without an end',
      'a,b\r\nc,d',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    [
      'CR alone',
      'a,b\rc,d\r',
      [
        ['a', 'b'],
        ['c', 'd']
      ]
    ],
    ['all three mixed', 'a\r\nb\nc\rd', [['a'], ['b'], ['c'], ['d']]],
    [
      'quotes with delimiter, line end and quote',
      '"a,1","b\r\n2","c""3"\nd,e,f',
      [
        ['a,1', 'b\r\n2', 'c"3'],
        ['d', 'e', 'f']
      ]
    ],
    [
      'a quote inside an unquoted cell',
      'pipe 12",b\nc,d',
      [
        ['pipe 12"', 'b'],
        ['c', 'd']
      ]
    ],
    ['text after a closing quote', '"a"b,c\n', [['ab', 'c']]],
    [
      'blank cells at both ends',
      ',a,\n,,',
      [
        ['', 'a', ''],
        ['', '', '']
      ]
    ],
    ['an empty quoted cell', '"",x\n', [['', 'x']]],
    ['a blank line', 'a\n\nb', [['a'], [''], ['b']]]
  ])('cuts %s', (_, text, expected) => {
    expect(split([text])).toEqual(expected)
  })

  it('reads back every table it can write, with each delimiter and line end', () => {
    fc.assert(
      fc.property(table, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), (rows, delimiter, end) => {
        const text = rows.map((cells) => formatRecord(cells, delimiter) + end).join('')
        expect(split([text], delimiter)).toEqual(rows)
      }),
      { numRuns: 500 }
    )
  })

  it('gives the same whatever the borders of the pieces', () => {
    fc.assert(
      fc.property(nastyText, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const borders = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length]
        const pieces = borders.slice(1).map((to, index) => text.slice(borders[index], to))
        const whole = refusal(() => split([text]))
        if (whole) expect(refusal(() => split(pieces))).toEqual(whole)
        else expect(split(pieces)).toEqual(split([text]))
      }),
      { numRuns: 2000 }
    )
  })

  it('names the line of a quote that never closes', () => {
    expect(refusal(() => split(['a,b\n"x\ny",2\n3,"open\n4,5\n']))).toEqual({ code: 'import-unbalanced-quote', details: { line: 4 } })
  })

  it('stops at the cap of one record instead of reading a broken file to its end', () => {
    const pieces = Array.from({ length: 40 }, () => 'x,y\n'.repeat(16_384))
    expect(refusal(() => split(['a,b\n1,"open\n', ...pieces]))).toEqual({ code: 'import-unbalanced-quote', details: { line: 2 } })
    expect(refusal(() => split(['a\n', 'x'.repeat(MAX_RECORD_CHARACTERS + 1)]))).toEqual({
      code: 'import-record-too-long',
      details: { line: 2 }
    })
  })

  it('refuses NUL bytes with their line, and more columns than 2,000', () => {
    expect(refusal(() => split(['a,b\nc\0,d\n']))).toEqual({ code: 'import-nul-bytes', details: { line: 2 } })
    expect(refusal(() => split([','.repeat(2000) + '\n']))).toEqual({
      code: 'import-too-many-columns',
      details: { columns: 2001, limit: 2000 }
    })
    expect(split([','.repeat(1999)])[0]).toHaveLength(2000)
  })
})
