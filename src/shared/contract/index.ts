import type { ContractRouterClient } from '@orpc/contract'
import { assessments } from './assessments.ts'
import { charts } from './charts.ts'
import { choose } from './choose.ts'
import { cleaning } from './cleaning.ts'
import { compare } from './compare.ts'
import { customerEdits } from './customer-edits.ts'
import { customerTable } from './customer-table.ts'
import { customers } from './customers.ts'
import { dataHealth } from './data-health.ts'
import { diagrams } from './diagrams.ts'
import { duplicates } from './duplicates.ts'
import { explanations } from './explanations.ts'
import { history } from './history.ts'
import { imports } from './imports.ts'
import { models } from './models.ts'
import { ownModels } from './own-models.ts'
import { plan } from './plan.ts'
import { privacy } from './privacy.ts'
import { reports } from './reports.ts'
import { segments } from './segments.ts'
import { simulator } from './simulator.ts'
import { value } from './value.ts'
import { walks } from './walks.ts'
import { workspace } from './workspace.ts'

/** The areas of the contract. Written out by name: the type of the whole is too long for the compiler to tell. */
export type Contract = {
  workspace: typeof workspace
  imports: typeof imports
  duplicates: typeof duplicates
  cleaning: typeof cleaning
  customers: typeof customers
  customerTable: typeof customerTable
  customerEdits: typeof customerEdits
  history: typeof history
  segments: typeof segments
  value: typeof value
  models: typeof models
  ownModels: typeof ownModels
  diagrams: typeof diagrams
  walks: typeof walks
  assessments: typeof assessments
  compare: typeof compare
  choose: typeof choose
  plan: typeof plan
  privacy: typeof privacy
  dataHealth: typeof dataHealth
  explanations: typeof explanations
  simulator: typeof simulator
  reports: typeof reports
  charts: typeof charts
}
/** Everything the window, main and the command line may ask of the data host. */
export const contract: Contract = {
  workspace,
  imports,
  duplicates,
  cleaning,
  customers,
  customerTable,
  customerEdits,
  history,
  segments,
  value,
  models,
  ownModels,
  diagrams,
  walks,
  assessments,
  compare,
  choose,
  plan,
  privacy,
  dataHealth,
  explanations,
  simulator,
  reports,
  charts
}
/** The typed client both the window and the command line hold. */
export type HostClient = ContractRouterClient<Contract>
