import { describe, expect, it } from 'vitest'
import { createDraftStore, type DraftStore, type Stored } from '../../../../src/renderer/features/model-editor/draft-store.ts'
import type { SaveOutcome } from '../../../../src/shared/contract/own-models.ts'
import { makeBlank, type OwnModel } from '../../../../src/shared/models/own-model.ts'

const blank = makeBlank('own', { en: 'Own', es: 'Own' })
const named = (name: string): OwnModel => ({ ...blank, name: { en: name, es: name } })
const rename = (name: string) => (): OwnModel => named(name)
const stored = (name: string, revision: number): Stored => ({
  definition: named(name),
  revision,
  updatedAt: `2026-11-01T09:00:${String(revision).padStart(2, '0')}Z`
})

/** A workspace that keeps what it is sent, and a clock that only goes on when told. */
function start(answer?: (definition: OwnModel) => Promise<SaveOutcome>): {
  store: DraftStore
  sent: [string, string][]
  tick: () => void
  at: () => Stored
} {
  const sent: [string, string][] = []
  const timers = new Set<() => void>()
  let kept = stored('Own', 1)
  const store = createDraftStore({
    stored: kept,
    save: async (definition, edit) => {
      sent.push([definition.name.en, edit])
      if (answer) return answer(definition)
      kept = { ...stored('', kept.revision + 1), definition }
      return Promise.resolve({ outcome: 'saved', updatedAt: kept.updatedAt, revision: kept.revision, unfinished: [] })
    },
    schedule: (run) => {
      timers.add(run)
      return () => timers.delete(run)
    }
  })
  return {
    store,
    sent,
    tick: () => {
      const due = [...timers]
      timers.clear()
      for (const run of due) run()
    },
    at: () => kept
  }
}

describe('the draft of a model', () => {
  it('is sent a moment after the typing, once for a field, and before the next field', async () => {
    const { store, sent, tick } = start()
    store.edit('name', rename('A'))
    store.edit('name', rename('AB'))
    expect([sent, store.getState().status]).toEqual([[], 'waiting'])
    store.edit('summary', rename('ABC'))
    tick()
    await store.flush()
    expect(sent).toEqual([
      ['AB', 'name'],
      ['ABC', 'summary']
    ])
    expect(store.getState().status).toBe('saved')
  })

  it('sends at once what nothing follows, and nothing for an edit that changed nothing', async () => {
    const { store, sent, tick } = start()
    store.edit('place 1', rename('A'), { atOnce: true })
    store.edit('place 2', (draft) => draft, { atOnce: true })
    await store.flush()
    tick()
    expect(sent).toEqual([['A', 'place 1']])
  })

  it('takes over what somebody else changed, and never an older state of its own', async () => {
    const { store, at } = start()
    store.edit('name', rename('A'), { atOnce: true })
    await store.flush()
    const first = at()
    store.edit('name', rename('B'), { atOnce: true })
    // The answer to the first save's question comes while the second is on its way, and again after it.
    store.adopt(first)
    await store.flush()
    store.adopt(first)
    expect(store.getState().draft.name.en).toBe('B')
    // Undo: an older definition with its older date, in a newer revision.
    store.adopt({ ...first, revision: at().revision + 1 })
    expect(store.getState()).toMatchObject({ draft: named('A'), status: 'saved' })
  })

  it('keeps what is typed while it waits', () => {
    const { store } = start()
    store.edit('name', rename('A'))
    store.adopt(stored('Other', 9))
    expect(store.getState().draft.name.en).toBe('A')
  })

  it('says what was refused, and is saved when it is put right', async () => {
    const { store } = start((definition) =>
      Promise.resolve(
        definition.name.en === ''
          ? { outcome: 'refused', problems: [] }
          : { outcome: 'saved', updatedAt: 'later', revision: 2, unfinished: [] }
      )
    )
    store.edit('name', rename(''), { atOnce: true })
    await store.flush()
    expect(store.getState().status).toBe('refused')
    store.edit('name', rename('A'), { atOnce: true })
    await store.flush()
    expect(store.getState().status).toBe('saved')
  })

  it('keeps what could not be sent and sends it again', async () => {
    let isDown = true
    const { store, sent, tick } = start(() =>
      isDown ? Promise.reject(new Error('down')) : Promise.resolve({ outcome: 'saved', updatedAt: 'later', revision: 2, unfinished: [] })
    )
    store.edit('name', rename('A'), { atOnce: true })
    await store.flush()
    expect([store.getState().status, store.getState().draft.name.en]).toEqual(['failed', 'A'])
    isDown = false
    tick()
    await store.flush()
    expect([store.getState().status, sent]).toEqual([
      'saved',
      [
        ['A', 'name'],
        ['A', 'name']
      ]
    ])
  })
})
