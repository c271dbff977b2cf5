import { join } from 'node:path'
import { createWorkspaceFile, expect, findHostPid, launchCauce, test } from './launch.ts'

test('starts on the start screen with no error in any console', async ({ page, electronApp, errors }) => {
  await expect(page.locator('#root')).not.toBeEmpty()
  expect(page.url()).toBe('app://cauce/index.html')
  expect(await electronApp.evaluate(({ app }) => app.getName())).toBe('Cauce')
  await expect.poll(() => findHostPid(electronApp)).toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test('opens the file named on the command line, and a second start of the same file brings that window forward', async ({
  folder,
  userData
}) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const first = await launchCauce({ userData, file })
  try {
    const page = await first.firstWindow()
    await expect(page.getByText('Molino').first()).toBeVisible()
    // The second start hands over its file and ends: Playwright sees it leave before a window is there.
    const second = await launchCauce({ userData, file }).catch(() => null)
    await second?.waitForEvent('close').catch(() => undefined)
    await expect.poll(() => first.windows().length).toBe(1)
    const title = await first.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle())
    expect(title).toBe('Molino — Cauce')
  } finally {
    await first.close()
  }
})
