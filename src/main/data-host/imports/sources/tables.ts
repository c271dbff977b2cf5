/** One table of a file, in a file of its own. */
export interface MadeTable {
  name: string
  /** Rows below the first that has something in it. */
  rows: number
  path: string
  /** True: UTF-8 with commas, as we write it. False: as it came, to be looked at like any file. */
  isText: boolean
}
