import { CauceError } from '../../../shared/domain/errors.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import { describeValue } from '../figures/describe-value.ts'
import { host } from './base.ts'

/** Refuses what is being built: the contract stands, so that the screen can be written beside it. */
const refuse = (): never => {
  throw new CauceError('busy')
}

export const valueProcedures = {
  getValue: host.value.getValue.handler(async ({ context }) =>
    describeValue(await ensureFigures(context.workspace(), context.resourcesDir))
  ),
  getCohorts: host.value.getCohorts.handler(refuse),
  getRetention: host.value.getRetention.handler(refuse),
  projectRetention: host.value.projectRetention.handler(refuse),
  getMovement: host.value.getMovement.handler(refuse),
  getValueMatrix: host.value.getValueMatrix.handler(refuse),
  listLifetimes: host.value.listLifetimes.handler(refuse),
  getEquity: host.value.getEquity.handler(refuse),
  getBackTest: host.value.getBackTest.handler(refuse),
  listStrategic: host.value.listStrategic.handler(refuse),
  setCustomerFlag: host.value.setCustomerFlag.handler(refuse),
  removeCustomerFlag: host.value.removeCustomerFlag.handler(refuse),
  getOpinions: host.value.getOpinions.handler(refuse),
  getRfmOptions: host.value.getRfmOptions.handler(refuse),
  setRfmOptions: host.value.setRfmOptions.handler(refuse)
}
