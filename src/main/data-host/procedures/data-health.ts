import { drawPositions } from '../../../shared/analytics/data-health/accuracy.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { readSample, SAMPLE_KEY } from '../data-health/accuracy-checks.ts'
import { ensureScreening, listOffenders, measureHealth, WEIGHTS_KEY } from '../data-health/ensure-health.ts'
import { applyFixes, findFixes } from '../data-health/find-fixes.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { host } from './base.ts'

const DATA = ['customers', 'segments', 'value', 'models', 'health'] as const

/** One setting of data health as one change; null forgets it. */
async function keepSetting(context: HostContext, key: string, value: unknown, kind: string): Promise<void> {
  await context.workspace().change(['health'], (db) => {
    const { rows } = trackRows(db, [{ table: 'settings', where: { key } }], () => {
      if (value === null) db.prepare('DELETE FROM settings WHERE key = ?').run(key)
      else
        db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
          key,
          JSON.stringify(value)
        )
    })
    if (rows.length > 0) recordChange(db, { kind, details: {}, rows }, context.now())
  })
}

export const dataHealthProcedures = {
  getHealth: host.dataHealth.getHealth.handler(async ({ context }) => {
    const workspace = context.workspace()
    return measureHealth(workspace, await ensureFigures(workspace, context.resourcesDir))
  }),
  listOffenders: host.dataHealth.listOffenders.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    return listOffenders(workspace, await ensureFigures(workspace, context.resourcesDir), input)
  }),
  getHomeCountry: host.dataHealth.getHomeCountry.handler(async ({ context }) => {
    const workspace = context.workspace()
    const { home } = await ensureScreening(workspace, await ensureFigures(workspace, context.resourcesDir))
    return { country: home ?? 'ES' }
  }),
  previewFix: host.dataHealth.previewFix.handler(async ({ context, input: { fix, country, offset, limit } }) => {
    const workspace = context.workspace()
    const { fixes, left } = await findFixes(workspace, fix, country)
    const nameOf = workspace.read
      .prepare<[number], string>(`SELECT coalesce(nullif(name, ''), external_id, '#' || id) FROM customers WHERE id = ?`)
      .pluck()
    const rows = [...fixes, ...left]
      .slice(offset, offset + limit)
      .map(({ id, field, before, after }) => ({ id, name: nameOf.get(id) ?? '', field, before, after }))
    return { total: fixes.length, left: left.length, rows }
  }),
  applyFix: host.dataHealth.applyFix.handler(async ({ context, input: { fix, country } }) => {
    const workspace = context.workspace()
    const found = await findFixes(workspace, fix, country)
    const left = found.left.length
    if (found.edits.length === 0) return { changed: 0, left }
    return workspace.changeInSteps(DATA, function* (db) {
      const now = context.now()
      const rows = yield* applyFixes(db, found, fix, country, now)
      if (rows.length > 0) recordChange(db, { kind: `fixed-${fix}`, details: { count: rows.length }, rows }, now)
      return { changed: rows.length, left }
    })
  }),
  setWeights: host.dataHealth.setWeights.handler(async ({ context, input }) => {
    await keepSetting(context, WEIGHTS_KEY, input, 'health-weights-set')
    return null
  }),
  getSample: host.dataHealth.getSample.handler(({ context }) => readSample(context.workspace().read)),
  drawSample: host.dataHealth.drawSample.handler(async ({ context, input }) => {
    const workspace = context.workspace()
    const { customerIds } = await ensureFigures(workspace, context.resourcesDir)
    const drawn = drawPositions(customerIds.length, input.size, Math.random).flatMap((i) => customerIds.at(i) ?? [])
    await keepSetting(context, SAMPLE_KEY, drawn, 'sample-drawn')
    return readSample(workspace.read)
  }),
  markValue: host.dataHealth.markValue.handler(async ({ context, input: { customerId, field, correct } }) => {
    await context.workspace().change(['health'], (db) => {
      const { rows } = trackRows(db, [{ table: 'accuracy_checks', where: { customer_id: customerId, field } }], () => {
        db.prepare('DELETE FROM accuracy_checks WHERE customer_id = ? AND field = ?').run(customerId, field)
        if (correct !== null)
          db.prepare('INSERT INTO accuracy_checks (customer_id, field, correct, at) VALUES (?, ?, ?, ?)').run(
            customerId,
            field,
            correct ? 1 : 0,
            context.now().toISOString()
          )
      })
      if (rows.length > 0) recordChange(db, { kind: 'value-checked', details: {}, rows }, context.now())
    })
    return null
  }),
  clearMarks: host.dataHealth.clearMarks.handler(async ({ context }) => {
    await context.workspace().change(['health'], (db) => {
      const { rows } = trackRows(db, [{ table: 'accuracy_checks', where: {} }], () => {
        db.prepare('DELETE FROM accuracy_checks').run()
      })
      if (rows.length > 0) recordChange(db, { kind: 'checks-cleared', details: {}, rows }, context.now())
    })
    return null
  })
}
