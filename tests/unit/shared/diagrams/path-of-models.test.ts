import { expect, it } from 'vitest'
import { drawModel } from '../../../../src/shared/diagrams/draw-model.ts'
import { isShape } from '../../../../src/shared/diagrams/diagram.ts'
import { findPath } from '../../../../src/shared/diagrams/path.ts'
import { LANGUAGES } from '../../../../src/shared/domain/text.ts'
import { bundledModels } from '../../../support/bundled-models.ts'

it.each(bundledModels.map((model) => [model.id, model] as const))('%s is presented in the order its authors give', (_id, model) => {
  for (const language of LANGUAGES) {
    const content = drawModel(model, language)
    const path = findPath(content)
    expect(path).toEqual(model.walk)
    // The authors' numbers, among what they number together, only go up.
    const labels = new Map(content.items.filter(isShape).map((shape) => [shape.id, shape]))
    const last = new Map<string, number>()
    for (const step of path) {
      const element = model.elements.find((each) => each.id === step)
      if (element?.order == null || !labels.has(step)) continue
      expect(element.order, step).toBeGreaterThan(last.get(element.kind) ?? 0)
      last.set(element.kind, element.order)
    }
  }
})
