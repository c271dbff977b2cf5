import { z } from 'zod'
import { procedure } from './base.ts'

export const privacy = {
  /** Hides identities in every file this host writes from now on, or shows them again. The window hides them on its own pages. */
  setMask: procedure.input(z.object({ isOn: z.boolean() })).output(z.null())
}
