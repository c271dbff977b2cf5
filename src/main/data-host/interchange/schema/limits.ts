import { CauceError } from '../../../../shared/domain/errors.ts'

const MIB = 1024 * 1024

/** Large organisations have some ten thousand fields; a diagram of more than this is of no use to anybody. */
export const MOST_FIELDS = 100_000
export const MOST_OBJECTS = 5000
/** Fields one shape holds. */
export const MOST_SHOWN = 2000
/** Files of a schema, one per field; what is looked at to find them in a folder chosen by mistake. */
export const MOST_FILES = 60_000
export const MOST_LOOKED_AT = 300_000
export const DEEPEST_FOLDER = 40
/** One object with all its fields and picklists is a few megabytes at most. */
export const MOST_FILE_BYTES = 16 * MIB
/** Everything that is read, unpacked. */
export const MOST_BYTES = 256 * MIB
export const MOST_PACKED_BYTES = 100 * MIB

export const refuseTooLarge = (): CauceError =>
  new CauceError('schema-too-large', { fields: MOST_FIELDS, files: MOST_FILES, megabytes: MOST_BYTES / MIB })
