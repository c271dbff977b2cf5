import { host } from './base.ts'

export const privacyProcedures = {
  setMask: host.privacy.setMask.handler(({ context, input }) => {
    context.mask.isOn = input.isOn
    return null
  })
}
