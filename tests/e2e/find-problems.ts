import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** In a drawing a label stands in pieces, one a line, which axe reads without spaces between: no name could hold that. */
const isPiecedLabel = (id: string, html: string): boolean => id === 'label-content-name-mismatch' && html.startsWith('<g ')

/** Serious and critical findings of axe, as `rule: element`. Legacy mode: Electron makes no second page for axe to work in. */
export async function findProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.filter(({ html }) => !isPiecedLabel(id, html)).map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
