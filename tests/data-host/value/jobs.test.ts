import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ensureFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import { waitForBackground } from '../../../src/main/data-host/figures/background.ts'
import { answerOnce, type RunSteps } from '../../../src/main/data-host/figures/value/jobs.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

/** Steps that last until they are told to end; `steps.taken` counts them. */
function makeSteps(): { steps: Generator<void, string, void>; end: () => void; taken: () => number } {
  let isOver = false
  let taken = 0
  function* work(): Generator<void, string, void> {
    while (!isOver) {
      const until = performance.now() + 9
      while (performance.now() < until);
      taken++
      yield
    }
    return 'done'
  }
  return { steps: work(), end: () => (isOver = true), taken: () => taken }
}

describe('long answers', () => {
  let test: TestWorkspace
  let figures: Figures
  const openFigures = (): Promise<Figures> => ensureFigures(test.workspace, resourcesDir)
  const ask = (work: (run: RunSteps) => Promise<unknown>, signal?: AbortSignal, of = figures): Promise<unknown> =>
    answerOnce(test.workspace, of, 'long', signal, work)
  beforeEach(async () => {
    test = await openTestWorkspace((db) => {
      db.exec("INSERT INTO customers (id, name, created_at, updated_at) VALUES (1, 'Ana', '2026-01-01', '2026-01-01')")
      db.exec("INSERT INTO orders (customer_id, order_date, net_minor) VALUES (1, '2026-01-01', 100)")
    })
    figures = await openFigures()
  })
  afterEach(() => {
    test.close()
  })

  it('are computed once for all who ask, and let others in meanwhile', async () => {
    const { steps, end, taken } = makeSteps()
    const first = ask((run) => run(steps))
    const second = ask(() => Promise.reject(new Error('computed twice')))
    const isOthersTurn = await new Promise<boolean>((resolve) =>
      setTimeout(() => {
        resolve(taken() > 0)
      }, 30)
    )
    end()
    expect([await first, await second, isOthersTurn]).toEqual(['done', 'done', true])
  })
  it('are found again after the file was closed, and not after the data changed', async () => {
    await ask(() => Promise.resolve('kept'))
    await waitForBackground(test.workspace)
    test.reopen()
    expect(await ask(() => Promise.resolve('again'), undefined, await openFigures())).toBe('kept')
    await test.workspace.change(['customers'], (db) => db.prepare('UPDATE orders SET net_minor = 200').run())
    expect(await ask(() => Promise.resolve('again'), undefined, await openFigures())).toBe('again')
  })
  it('end when nobody waits any more', async () => {
    const { steps, taken } = makeSteps()
    const leaving = [new AbortController(), new AbortController()]
    const asked = leaving.map(({ signal }) => ask((run) => run(steps), signal))
    leaving[0]!.abort()
    await new Promise((resolve) => setTimeout(resolve, 30))
    const before = taken()
    expect(before).toBeGreaterThan(0)
    leaving[1]!.abort()
    for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'busy' })
    const after = taken()
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(taken()).toBe(after)
    expect(await ask(() => Promise.resolve('asked anew'))).toBe('asked anew')
  })
  it('give way to the same question about newer data', async () => {
    const { steps } = makeSteps()
    const old = ask((run) => run(steps))
    const refused = expect(old).rejects.toMatchObject({ code: 'busy' })
    await test.workspace.change(['customers'], (db) => db.prepare('UPDATE orders SET net_minor = 300').run())
    expect(await ask(() => Promise.resolve('new'), undefined, await openFigures())).toBe('new')
    await refused
  })
})
