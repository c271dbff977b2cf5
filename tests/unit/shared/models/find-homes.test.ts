import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { findHomes, type LinkedSegments } from '../../../../src/shared/models/find-homes.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const links = new Map<string, LinkedSegments>([
  ['idic.customize', { linked: [{ id: 's_ssc', link: 'added' }], removed: [] }],
  [
    'idic.differentiate',
    {
      linked: [
        { id: 's_mvc', link: 'model' },
        { id: 's_ssc', link: 'model' }
      ],
      removed: []
    }
  ],
  ['idic.identify', { linked: [{ id: 's_all', link: 'model' }], removed: ['s_ssc', 's_dup'] }]
])

describe('where segments live in a model', () => {
  it('names every element linked to the segment, in the order of the model, and who linked it', () => {
    expect(findHomes(idic, links, ['s_ssc'])).toEqual({
      modelId: 'idic',
      homes: [
        { elementId: 'idic.differentiate', reasons: [{ segmentId: 's_ssc', origin: 'model' }] },
        { elementId: 'idic.customize', reasons: [{ segmentId: 's_ssc', origin: 'added' }] }
      ],
      removed: [{ elementId: 'idic.identify', segmentId: 's_ssc' }]
    })
  })

  it('gives an element every segment of a customer as a reason', () => {
    const { homes, removed } = findHomes(idic, links, ['s_ssc', 's_mvc', 's_all'])
    expect(homes.map(({ elementId, reasons }) => [elementId, reasons.map(({ segmentId }) => segmentId)])).toEqual([
      ['idic.identify', ['s_all']],
      ['idic.differentiate', ['s_mvc', 's_ssc']],
      ['idic.customize', ['s_ssc']]
    ])
    expect(removed).toHaveLength(1)
  })

  it('finds nothing for a segment no element is linked to, nor for no segment', () => {
    expect(findHomes(idic, links, ['s_winback']).homes).toEqual([])
    expect(findHomes(idic, links, [])).toEqual({ modelId: 'idic', homes: [], removed: [] })
  })
})
