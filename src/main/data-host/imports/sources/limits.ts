const MIB = 1024 * 1024

/** A file that has to be unpacked to be read: its own size, how many parts it has and what they unpack to together. */
export const MAX_PACKED_BYTES = 100 * MIB
export const MAX_PARTS = 2000
export const MAX_UNPACKED_BYTES = 1024 * MIB
/** A part above this size that grows more than so many times is made to fill the disk. */
export const SUSPECT_BYTES = 10 * MIB
export const MAX_GROWTH = 200
/** Texts of a workbook are held in memory while its sheets are read. */
export const MAX_SHARED_CHARACTERS = 96 * MIB
/** Delimited text is read piece by piece. */
export const MAX_TEXT_BYTES = 4096 * MIB
/** Contacts are read whole. */
export const MAX_CARD_BYTES = 100 * MIB
export const MAX_ROWS = 5_000_000

export const toMegabytes = (bytes: number): number => Math.round(bytes / MIB)
