import type Database from 'better-sqlite3'
import type { Kpi, KpiEntry } from '../../../shared/contract/models.ts'
import { isCalendarDay } from '../../../shared/domain/calendar-day.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { settleEntryValue } from '../../../shared/models/kpi-entry.ts'
import { recordChange } from '../database/changes.ts'
import { trackNewRow, trackRows } from '../database/row-log.ts'
import { findMetric } from '../evidence/metrics/index.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { deleteKpiEntry, insertKpiEntry, listKpiEntries, readKpiEntry } from '../repositories/kpi-entries.ts'
import { host } from './base.ts'

/** The KPI, if a person may enter it: `not-found` outside the catalogue, `entry-computed` where the data says it. */
function findEnterable(resourcesDir: string, id: string): Kpi {
  const kpi = loadKpis(resourcesDir).find((each) => each.id === id)
  if (!kpi) throw new CauceError('not-found', { what: id })
  if (!findMetric(id)?.isEnterable) throw new CauceError('entry-computed')
  return kpi
}

/** A value is of a day that exists and is not still to come where the person is. */
function requirePastDay(at: string, now: Date): void {
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10)
  if (!isCalendarDay(at) || at > tomorrow) throw new CauceError('entry-date')
}

function findEntry(db: Database.Database, id: number): KpiEntry {
  const entry = readKpiEntry(db, id)
  if (!entry) throw new CauceError('not-found')
  return entry
}

/** The change log keeps both names: it is read in whatever language the app is in then. A KPI no longer in the catalogue goes by its id. */
function nameKpi(resourcesDir: string, id: string): { nameEn: string; nameEs: string } {
  const name = loadKpis(resourcesDir).find((each) => each.id === id)?.name
  return { nameEn: name?.en ?? id, nameEs: name?.es ?? id }
}

export const kpiEntryProcedures = {
  listKpiEntries: host.models.listKpiEntries.handler(({ context, input }) => listKpiEntries(context.workspace().read, input.kpiId)),

  enterKpi: host.models.enterKpi.handler(({ context, input }) => {
    const kpi = findEnterable(context.resourcesDir, input.kpiId)
    requirePastDay(input.at, context.now())
    const value = settleEntryValue(kpi.unit, input)
    return context.workspace().change(['models'], (db) => {
      const id = insertKpiEntry(db, { ...input, value })
      recordChange(
        db,
        { kind: 'kpi-entered', details: nameKpi(context.resourcesDir, kpi.id), rows: trackNewRow(db, 'kpi_entries', { id }) },
        context.now()
      )
      return findEntry(db, id)
    })
  }),

  removeKpiEntry: host.models.removeKpiEntry.handler(({ context, input: { id } }) =>
    context.workspace().change(['models'], (db) => {
      const { kpiId } = findEntry(db, id)
      const { rows } = trackRows(db, [{ table: 'kpi_entries', where: { id } }], () => {
        deleteKpiEntry(db, id)
      })
      recordChange(db, { kind: 'kpi-entry-removed', details: nameKpi(context.resourcesDir, kpiId), rows }, context.now())
      return null
    })
  )
}
