import type { ContractRouterClient } from '@orpc/contract'
import { assessments } from './assessments.ts'
import { charts } from './charts.ts'
import { choose } from './choose.ts'
import { cleaning } from './cleaning.ts'
import { compare } from './compare.ts'
import { customerEdits } from './customer-edits.ts'
import { customers } from './customers.ts'
import { dataHealth } from './data-health.ts'
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

/** Everything the window, main and the command line may ask of the data host. */
export const contract = {
  workspace,
  imports,
  cleaning,
  customers,
  customerEdits,
  history,
  segments,
  value,
  models,
  ownModels,
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
export type Contract = typeof contract
/** The typed client both the window and the command line hold. */
export type HostClient = ContractRouterClient<Contract>
