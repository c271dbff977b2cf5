import { MOST_ITEMS } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

const MIB = 1024 * 1024

/** A diagram file is read whole, and so is what it unpacks to: by counting, never by what it says of itself. */
export const MOST_DIAGRAM_BYTES = 64 * MIB
/** Containers within containers; nobody draws so many, and a file made to exhaust the stack does. */
export const DEEPEST_NESTING = 64
/** Pages of one file: each becomes a diagram of its own. */
export const MOST_PAGES = 200

/** The refusal of a file above any of these limits, or with more items than a diagram holds. */
export const refuseTooLarge = (): CauceError =>
  new CauceError('diagram-too-large', { items: MOST_ITEMS, depth: DEEPEST_NESTING, megabytes: MOST_DIAGRAM_BYTES / MIB })
