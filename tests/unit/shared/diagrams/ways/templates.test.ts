import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isLine, isShape } from '../../../../../src/shared/diagrams/diagram.ts'
import { drawModel } from '../../../../../src/shared/diagrams/draw-model.ts'
import { move } from '../../../../../src/shared/diagrams/edits/move.ts'
import { fillTemplate, Template } from '../../../../../src/shared/diagrams/templates.ts'
import { rerouteLines, withWays } from '../../../../../src/shared/diagrams/ways/reroute.ts'
import { LANGUAGES } from '../../../../../src/shared/domain/text.ts'
import { bundledViews } from '../../../../support/bundled-models.ts'
import { apply, toItems } from '../edits/sample.ts'
import { listBadWays } from './page-of.ts'

const folder = fileURLToPath(new URL('../../../../../resources/diagrams/', import.meta.url))
const templates = readdirSync(folder).map((name) => Template.parse(JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))))

describe('what people begin with', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'keeps its ways when all lines are led anew: %s',
    (_id, template) => {
      for (const language of LANGUAGES) expect(rerouteLines(toItems(fillTemplate(template, language).items), []).put).toEqual([])
    }
  )

  it.each(bundledViews)('keeps the ways of a model that became a diagram: %s', (_id, model) => {
    for (const language of LANGUAGES) {
      const items = toItems(drawModel(model, language).items)
      expect(rerouteLines(items, []).put).toEqual([])
      // What moves as a whole takes its ways along; nothing finds others.
      const moved = move(items, [...items.keys()], { x: 40, y: 60 })
      expect(withWays(items, moved).put).toEqual(moved.put)
    }
  })

  it.each(templates.map((template) => [template.id, template] as const))(
    'has no more lines through shapes once a shape is moved: %s',
    (_id, template) => {
      const items = toItems(fillTemplate(template, 'es').items)
      const led = [...items.values()]
        .filter((item) => isLine(item) && item.points.length === 0 && item.route === 'elbow')
        .map(({ id }) => id)
      for (const shape of [...items.values()]
        .filter(isShape)
        .filter(({ kind }) => !['pool', 'lane', 'vertical-lane', 'group', 'stage'].includes(kind))) {
        const patch = move(items, [shape.id], { x: 0, y: 12 })
        const [plain, found] = [apply(items, patch), apply(items, withWays(items, patch))]
        const count = (each: typeof plain): number => listBadWays(each).filter((said) => led.some((id) => said.startsWith(`${id} `))).length
        expect(count(found)).toBeLessThanOrEqual(count(plain))
      }
    }
  )
})
