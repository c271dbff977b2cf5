import { CauceError } from '../../../shared/domain/errors.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { tellSimulator } from '../evidence/simulator-defaults.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { deleteScenario, listScenarios, watchScenario, writeScenario } from '../repositories/scenarios.ts'
import { host } from './base.ts'

export const simulatorProcedures = {
  getDefaults: host.simulator.getDefaults.handler(async ({ context }) => {
    const workspace = context.workspace()
    const figures = await ensureFigures(workspace, context.resourcesDir)
    return tellSimulator({ db: workspace.read, figures, period: 'current' })
  }),

  listScenarios: host.simulator.listScenarios.handler(({ context }) => listScenarios(context.workspace().read)),

  saveScenario: host.simulator.saveScenario.handler(({ context, input: { id, name, typed } }) =>
    context.workspace().change(['workspace'], (db) => {
      const known = listScenarios(db)
      if (id !== undefined && !known.some((each) => each.id === id)) throw new CauceError('not-found', { what: 'scenario' })
      const scenario = { id: id ?? 1 + Math.max(0, ...known.map((each) => each.id)), name, typed }
      const { rows } = trackRows(db, watchScenario(scenario.id), () => {
        writeScenario(db, scenario)
      })
      if (rows.length > 0)
        recordChange(db, { kind: id === undefined ? 'scenario-saved' : 'scenario-changed', details: { name }, rows }, context.now())
      return scenario
    })
  ),

  deleteScenario: host.simulator.deleteScenario.handler(({ context, input: { id } }) =>
    context.workspace().change(['workspace'], (db) => {
      const scenario = listScenarios(db).find((each) => each.id === id)
      if (!scenario) throw new CauceError('not-found', { what: 'scenario' })
      const { rows } = trackRows(db, watchScenario(id), () => {
        deleteScenario(db, id)
      })
      recordChange(db, { kind: 'scenario-deleted', details: { name: scenario.name }, rows }, context.now())
      return null
    })
  )
}
