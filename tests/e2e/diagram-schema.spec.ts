import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { ElectronApplication, Page } from '@playwright/test'
import { listProject, putFiles, tabulateObjects, type MadeField, type MadeObject } from '../support/make-schema.ts'
import { answerOpenDialog, createWorkspaceFile, dropFile, expect, launchCauce, test } from './launch.ts'

const field = (name: string, told: Partial<MadeField> = {}): MadeField => ({
  name,
  label: name.replace(/__c$/, '').replaceAll('_', ' '),
  kind: 'Text',
  length: 80,
  precision: 18,
  scale: 2,
  isRequired: false,
  isUnique: false,
  isExternalId: false,
  formula: null,
  target: null,
  relationshipName: null,
  ...told
})
const BAKERY: MadeObject[] = [
  {
    name: 'Bread_Order__c',
    label: 'Bread order',
    nameLabel: 'Number',
    fields: [
      field('Account__c', { kind: 'Lookup', target: 'Account', relationshipName: 'Bread_Orders' }),
      field('Total__c', { kind: 'Currency' })
    ]
  },
  {
    name: 'Order_Line__c',
    label: 'Order line',
    nameLabel: 'Line',
    fields: [
      field('Bread_Order__c', { kind: 'MasterDetail', target: 'Bread_Order__c', isRequired: true, relationshipName: 'Lines' }),
      field('Bread__c', { kind: 'MasterDetail', target: 'Bread__c', isRequired: true, relationshipName: 'Lines' })
    ]
  },
  { name: 'Bread__c', label: 'Bread', nameLabel: 'Bread', fields: [field('Code__c', { isExternalId: true })] }
]

async function findProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

/** As the menu calls it. */
async function chooseCommand(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('schema.import')?.click()
  })
}

for (const theme of ['light', 'dark'] as const)
  test(`a schema is brought in by keyboard alone, its objects chosen in a list, and axe finds nothing serious (${theme})`, async ({
    folder,
    userData
  }) => {
    const file = await createWorkspaceFile(join(folder, 'Schema.cauce'))
    const project = putFiles(join(folder, 'bakery'), listProject(BAKERY))
    const app = await launchCauce({ userData, file, theme })
    try {
      const page = await app.firstWindow()
      await page.getByTestId('rail-home').waitFor()
      await answerOpenDialog(app, project)
      await chooseCommand(app)
      await expect(page.getByTestId('schema-folder')).toBeFocused()
      expect(await findProblems(page)).toEqual([])
      await page.keyboard.press('Enter')

      // The account is there though the project says nothing of it.
      const account = page.getByTestId('schema-object-Account')
      await expect(account).toContainText('Account')
      await expect(account.getByRole('checkbox')).toBeChecked()
      await expect(page.getByTestId('schema-object-User').getByRole('checkbox')).not.toBeChecked()
      await expect(page.getByTestId('schema-notes')).toContainText('table of the usual ones')
      expect(await findProblems(page)).toEqual([])

      // None of what is listed, then two of them by arrows and space, then what is related to them.
      const search = page.getByTestId('schema-search')
      await expect(search).toBeFocused()
      for (const stop of ['schema-all', 'schema-none']) {
        await page.keyboard.press('Tab')
        await expect(page.getByTestId(stop)).toBeFocused()
      }
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('schema-create')).toBeDisabled()
      await search.focus()
      await page.keyboard.type('order')
      for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('Tab')
      await expect(page.getByTestId('schema-object-Bread_Order__c').getByRole('checkbox')).toBeFocused()
      await page.keyboard.press('ArrowDown')
      await expect(page.getByTestId('schema-object-Order_Line__c').getByRole('checkbox')).toBeFocused()
      await page.keyboard.press('Space')
      await expect(page.getByTestId('schema-count')).toContainText('1 object')
      await page.getByTestId('schema-related').focus()
      await page.keyboard.press('Enter')
      await expect(page.getByTestId('schema-count')).toContainText('3 objects')
      await page.getByTestId('schema-name').focus()
      await page.keyboard.press('Enter')

      await expect(page.getByTestId('schema-dialog')).toBeHidden()
      await expect(page.getByText('The diagram has 3 objects')).toBeVisible()
      await expect(page.locator('[data-item="Order_Line__c"]')).toBeVisible()
      await expect(page.locator('[data-item="Bread__c"]')).toContainText('Code__c')
    } finally {
      await app.close()
    }
  })

test('a folder without a schema says what to choose instead', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Schema.cauce'))
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    await answerOpenDialog(app, putFiles(join(folder, 'papers'), new Map([['notes.txt', 'nothing here']])))
    await chooseCommand(app)
    await page.getByTestId('schema-folder').click()
    await expect(page.getByTestId('error-notice')).toHaveAttribute('data-code', 'schema-empty')
    await page.getByTestId('schema-again').click()
    await expect(page.getByTestId('schema-file')).toBeVisible()
  } finally {
    await app.close()
  }
})

test('a folder and a file dropped on the window are taken for the schema they hold', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Schema.cauce'))
  const project = putFiles(join(folder, 'bakery'), listProject(BAKERY))
  const table = join(folder, 'fields.csv')
  writeFileSync(table, tabulateObjects(BAKERY))
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await page.getByTestId('rail-home').waitFor()
    for (const dropped of [project, table]) {
      await dropFile(app, page, dropped)
      await expect(page.getByTestId('schema-object-Order_Line__c')).toContainText('junction')
      await page.keyboard.press('Escape')
      await expect(page.getByTestId('schema-dialog')).toBeHidden()
    }
  } finally {
    await app.close()
  }
})
