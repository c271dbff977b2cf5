import { join } from 'node:path'
import { createWorkspaceFile, expect, findHostPid, launchCauce, test } from './launch.ts'
import { askHost, tapHost } from './page-host.ts'

test('a page asks the host, follows a stream and stops it', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await tapHost(page)
    expect(await askHost(page, 'workspace/getState')).toMatchObject({ name: 'Molino', settings: { title: 'Molino' } })
    await expect(askHost(page, 'workspace/openWorkspace', { fileToken: 'never-granted' })).rejects.toThrow('file-token-unknown')

    const counts = await page.evaluate(async () => {
      const tap = window.hostTap
      if (!tap) throw new Error('no tap')
      const untilThereAre = async (values: unknown[], count: number): Promise<void> => {
        while (values.length < count) await new Promise((resolve) => setTimeout(resolve, 10))
      }
      const stream = tap.follow('workspace/watchChanges')
      await untilThereAre(stream.values, 1)
      await tap.call('workspace/updateSettings', { title: 'Otro' })
      await untilThereAre(stream.values, 2)
      stream.stop()
      // A second stream shows that the change was told to whoever still listens.
      const witness = tap.follow('workspace/watchChanges')
      await untilThereAre(witness.values, 1)
      await tap.call('workspace/updateSettings', { title: 'Tercero' })
      await untilThereAre(witness.values, 2)
      witness.stop()
      return { stopped: stream.values.length, witness: witness.values.length }
    })
    expect(counts).toEqual({ stopped: 2, witness: 2 })
  } finally {
    await app.close()
  }
})

test('a killed host comes back by itself with the file open and nothing lost', async ({ folder, userData }) => {
  const file = await createWorkspaceFile(join(folder, 'Molino.cauce'), { title: 'Molino' })
  const app = await launchCauce({ userData, file })
  try {
    const page = await app.firstWindow()
    await tapHost(page)
    await expect(page.getByText('Molino').first()).toBeVisible()
    const before = await findHostPid(app)
    await askHost(page, 'workspace/updateSettings', { title: 'Después' })
    // A page that was loaded twice at the start may have been handed two ports: the one of the new host comes on top.
    const ports = await page.evaluate(() => window.hostTap?.ports ?? 0)
    process.kill(before ?? 0, 'SIGKILL')
    await page.waitForFunction((sofar) => (window.hostTap?.ports ?? 0) > sofar, ports)
    expect(await findHostPid(app)).not.toBe(before)
    await expect(page.getByText('Después').first()).toBeVisible()
    expect(await askHost(page, 'workspace/getState')).toMatchObject({ settings: { title: 'Después' }, readOnly: false })
    expect(await askHost(page, 'workspace/checkIntegrity')).toEqual({ ok: true, problems: [] })
  } finally {
    await app.close()
  }
})

test('a host that dies three times within a minute is started again only when the person says so', async ({ userData }) => {
  const app = await launchCauce({ userData })
  try {
    await app.firstWindow()
    await app.evaluate(({ dialog }) => {
      const asked = globalThis as { asked?: number }
      asked.asked = 0
      dialog.showMessageBox = () => {
        asked.asked = (asked.asked ?? 0) + 1
        return Promise.resolve({ response: 0, checkboxChecked: false })
      }
    })
    const seen = new Set<number>()
    const waitForNewHost = (): Promise<void> => expect.poll(async () => isNew(await findHostPid(app), seen), { timeout: 15_000 }).toBe(true)
    for (let death = 0; death < 3; death++) {
      await waitForNewHost()
      process.kill([...seen].at(-1) ?? 0, 'SIGKILL')
    }
    await waitForNewHost()
    expect(await app.evaluate(() => (globalThis as { asked?: number }).asked)).toBe(1)
  } finally {
    await app.close()
  }
})

function isNew(pid: number | undefined, seen: Set<number>): boolean {
  if (pid === undefined || seen.has(pid)) return false
  seen.add(pid)
  return true
}
