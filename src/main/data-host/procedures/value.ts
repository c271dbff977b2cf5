import { ensureFigures } from '../figures/ensure-figures.ts'
import { describeValue } from '../figures/describe-value.ts'
import { host } from './base.ts'

export const valueProcedures = {
  getValue: host.value.getValue.handler(async ({ context }) =>
    describeValue(await ensureFigures(context.workspace(), context.resourcesDir))
  )
}
