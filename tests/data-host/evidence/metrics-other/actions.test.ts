import type Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { fillShop, insertRow, measureTiny } from '../measure-tiny.ts'
import { openTinyHost } from '../tiny-workspace.ts'

function addAction(db: Database.Database, due: string, status: string, completed: string | null = null): void {
  insertRow(db, 'actions', {
    title: 'Llamar',
    owner: 'Ana',
    due_date: due,
    status,
    completed_at: completed,
    created_at: '2026-01-01T00:00:00.000Z'
  })
}

describe('actions on time', () => {
  it('two of the five due by 31 October were done by their date; one of one a window before', async () => {
    const metric = await measureTiny('k_action_on_time', (db) => {
      fillShop(db)
      addAction(db, '2026-03-10', 'done', '2026-03-10T21:00:00.000Z')
      addAction(db, '2026-03-10', 'done', '2026-03-11T07:00:00.000Z')
      addAction(db, '2026-10-31', 'open')
      addAction(db, '2026-05-01', 'dropped')
      addAction(db, '2026-11-01', 'open')
      addAction(db, '2025-10-31', 'done', '2025-10-30T10:00:00.000Z')
    })
    expect(metric).toMatchObject({ value: 40, numerator: 2, denominator: 5, previous: 100, listable: false })
  })

  it('asks for actions, and for none that is due', async () => {
    expect((await measureTiny('k_action_on_time', fillShop)).missing?.hint.en).toContain('Write actions')
    const later = await measureTiny('k_action_on_time', (db) => {
      fillShop(db)
      addAction(db, '2026-11-01', 'open')
    })
    expect(later).toMatchObject({ value: null, missing: { code: 'needs-entry' } })
    expect(later.missing?.hint.en).toContain('No action of the plan is due')
  })

  it('follows the plan at once, though no customer data changed', async () => {
    const host = await openTinyHost((db) => {
      fillShop(db)
      addAction(db, '2026-03-10', 'open')
    })
    const value = async (): Promise<number | null> => (await host.client.models.getMetric({ id: 'k_action_on_time' })).value
    expect(await value()).toBe(0)
    await host.client.plan.deleteAction({ id: 1 })
    expect(await value()).toBeNull()
    host.close()
  })
})
