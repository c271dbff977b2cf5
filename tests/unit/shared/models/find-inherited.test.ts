import { describe, expect, it } from 'vitest'
import { viewModel } from '../../../../src/shared/models/apply-variant.ts'
import { findInherited } from '../../../../src/shared/models/find-inherited.ts'
import { hasEvidence } from '../../../../src/shared/models/hold.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

function inherit(elementId: string, variantId?: string): [string, string[]] | null {
  const model = bundledModels.find(({ id }) => elementId.startsWith(`${id}.`))
  if (!model) throw new Error(elementId)
  const inherited = findInherited(viewModel(model, variantId), elementId)
  return inherited && [inherited.from, inherited.elements.map(({ id }) => id)]
}

describe('what an element without its own evidence shows', () => {
  it('is that of what it is part of, also where the view leaves that out', () => {
    expect(inherit('payne.value_cocreation')).toEqual(['holder', ['payne.value']])
    expect(inherit('qci.infra_process', 'book')).toEqual(['holder', ['qci.infrastructure']])
  })

  it('is that of what it contains, where it is part of nothing', () => {
    expect(inherit('payne.impl_frame')).toEqual([
      'held',
      ['payne.impl_readiness', 'payne.impl_change', 'payne.impl_project', 'payne.impl_employees']
    ])
    expect(inherit('idic.phase_insight')).toEqual(['held', ['idic.identify', 'idic.differentiate']])
  })

  it('is nothing where it has its own, or where the view means something else there', () => {
    expect(inherit('payne.value')).toBeNull()
    expect(inherit('buttle.sup_procurement', '2004')).toBeNull()
    expect(inherit('buttle.cpa', '2020s')).toBeNull()
  })

  it('leaves no element of the five models without any, as they stand', () => {
    const empty = bundledModels.flatMap((whole) =>
      whole.elements
        .filter((element) => !hasEvidence(element) && !findInherited(viewModel(whole, undefined), element.id))
        .map(({ id }) => id)
    )
    expect(empty).toEqual([])
  })
})
