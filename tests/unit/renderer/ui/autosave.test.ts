import { describe, expect, it } from 'vitest'
import { createAutosave, type Save } from '../../../../src/renderer/ui/autosave.ts'

/** A clock the test moves by hand. */
function createClock() {
  let planned: { run: () => void; delayMs: number } | null = null
  return {
    schedule: (run: () => void, delayMs: number) => {
      const mine = { run, delayMs }
      planned = mine
      return () => {
        if (planned === mine) planned = null
      }
    },
    delay: () => planned?.delayMs ?? null,
    ring: async () => {
      const now = planned
      planned = null
      now?.run()
      await new Promise((resolve) => setTimeout(resolve, 0))
    }
  }
}
function createStore() {
  const kept: Record<string, string> = {}
  let isDown = false
  let writes = 0
  return {
    kept,
    writes: () => writes,
    setDown: (down: boolean) => {
      isDown = down
    },
    save:
      (key: string, text: string): Save =>
      async () => {
        await Promise.resolve()
        if (isDown) throw new Error('host is away')
        kept[key] = text
        writes++
        return { savedAt: `2026-11-12T10:42:0${String(writes % 10)}Z` }
      }
  }
}

describe('autosave', () => {
  it('saves within 400 ms of the first key, though the typing goes on, and only the newest text', async () => {
    const [clock, store] = [createClock(), createStore()]
    const autosave = createAutosave(clock.schedule)
    autosave.note('a', store.save('a', 'H'))
    expect(clock.delay()).toBeLessThanOrEqual(400)
    autosave.note('a', store.save('a', 'Ho'))
    autosave.note('a', store.save('a', 'Hola'))
    expect(autosave.getState().status).toBe('waiting')
    await clock.ring()
    expect(store.kept).toEqual({ a: 'Hola' })
    expect(store.writes()).toBe(1)
    expect(autosave.getState()).toEqual({ status: 'saved', savedAt: '2026-11-12T10:42:01Z' })
  })

  it('flush saves every field at once and answers when all are kept', async () => {
    const [clock, store] = [createClock(), createStore()]
    const autosave = createAutosave(clock.schedule)
    autosave.note('a', store.save('a', '1'))
    autosave.note('b', store.save('b', '2'))
    expect(await autosave.flush()).toBe(true)
    expect(store.kept).toEqual({ a: '1', b: '2' })
    expect(clock.delay()).toBeNull()
  })

  it('keeps what was typed while a save was under way', async () => {
    const [clock, store] = [createClock(), createStore()]
    const autosave = createAutosave(clock.schedule)
    autosave.note('a', store.save('a', 'old'))
    const flushed = autosave.flush()
    autosave.note('a', store.save('a', 'new'))
    expect(await flushed).toBe(true)
    expect(store.kept).toEqual({ a: 'new' })
  })

  it('keeps the text when saving fails, says so, and saves it by itself once it can', async () => {
    const [clock, store] = [createClock(), createStore()]
    const autosave = createAutosave(clock.schedule)
    store.setDown(true)
    autosave.note('a', store.save('a', 'kept'))
    expect(await autosave.flush()).toBe(false)
    expect(autosave.getState().status).toBe('failed')
    const first = clock.delay()
    await clock.ring()
    expect(autosave.getState().status).toBe('failed')
    expect(clock.delay()).toBeGreaterThan(first ?? Infinity)
    store.setDown(false)
    await clock.ring()
    expect(store.kept).toEqual({ a: 'kept' })
    expect(autosave.getState().status).toBe('saved')
  })

  it('has nothing to do when nothing was typed', async () => {
    const clock = createClock()
    expect(await createAutosave(clock.schedule).flush()).toBe(true)
    expect(clock.delay()).toBeNull()
  })
})
