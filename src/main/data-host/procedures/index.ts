import type { Router } from '@orpc/server'
import type { Contract } from '../../../shared/contract/index.ts'
import type { HostContext } from '../context.ts'
import { assessmentsProcedures } from './assessments.ts'
import { chartsProcedures } from './charts.ts'
import { chooseProcedures } from './choose.ts'
import { cleaningProcedures } from './cleaning.ts'
import { compareProcedures } from './compare.ts'
import { customerEditsProcedures } from './customer-edits.ts'
import { customerTableProcedures } from './customer-table.ts'
import { customersProcedures } from './customers.ts'
import { dataHealthProcedures } from './data-health.ts'
import { diagramsProcedures } from './diagrams.ts'
import { duplicatesProcedures } from './duplicates.ts'
import { explanationsProcedures } from './explanations.ts'
import { historyProcedures } from './history.ts'
import { importsProcedures } from './imports.ts'
import { modelsProcedures } from './models.ts'
import { ownModelsProcedures } from './own-models.ts'
import { planProcedures } from './plan.ts'
import { privacyProcedures } from './privacy.ts'
import { reportsProcedures } from './reports.ts'
import { segmentsProcedures } from './segments.ts'
import { simulatorProcedures } from './simulator.ts'
import { valueProcedures } from './value.ts'
import { walksProcedures } from './walks.ts'
import { workspaceProcedures } from './workspace.ts'
import { host } from './base.ts'

/** The whole contract, implemented: one file per area. Its type is named: written out, it is too long for the compiler. */
export const router: Router<Contract, HostContext> = host.router({
  workspace: workspaceProcedures,
  imports: importsProcedures,
  duplicates: duplicatesProcedures,
  cleaning: cleaningProcedures,
  customers: customersProcedures,
  customerEdits: customerEditsProcedures,
  customerTable: customerTableProcedures,
  history: historyProcedures,
  segments: segmentsProcedures,
  value: valueProcedures,
  models: modelsProcedures,
  ownModels: ownModelsProcedures,
  walks: walksProcedures,
  compare: compareProcedures,
  choose: chooseProcedures,
  assessments: assessmentsProcedures,
  plan: planProcedures,
  privacy: privacyProcedures,
  dataHealth: dataHealthProcedures,
  explanations: explanationsProcedures,
  simulator: simulatorProcedures,
  reports: reportsProcedures,
  charts: chartsProcedures,
  diagrams: diagramsProcedures
})
