import { join } from 'node:path'
import type { Dialect } from '../../../../shared/contract/imports.ts'
import { WorkFile } from '../../../files/work-file.ts'
import { compileRowRules, type Fill, type RowRules } from '../mapping/row-rules.ts'
import { readRecords } from '../reading/read-records.ts'
import { formatRecord, isBlank } from '../reading/split.ts'
import type { StopIfCancelled } from './archive.ts'
import { makeOnce } from './make-once.ts'

/** A table ready to be read. */
export interface ReadyTable {
  path: string
  dialect: Dialect
  /** Rows the rules left out. */
  leftOut: number
}

interface RulesOrder {
  rules: RowRules
  fills: readonly Fill[]
  workFolder: string
  /** How the table stands, so that a changed one is done again. */
  stamp: unknown
  stopIfCancelled: StopIfCancelled
}

/**
 * The table as its source's rules leave it, as text of our own. A row left out stays as a blank line, so that every other row
 * keeps its number.
 */
export function applyRowRules(
  path: string,
  dialect: Dialect,
  { rules, fills, workFolder, stamp, stopIfCancelled }: RulesOrder
): Promise<ReadyTable> {
  return makeOnce(workFolder, ['rules', path, stamp, dialect, rules, fills], (folder) => {
    const made = join(folder, 'rows.csv')
    const file = new WorkFile(made)
    let step = compileRowRules(rules, [])
    let record = 0
    let leftOut = 0
    try {
      readRecords(
        path,
        dialect,
        (cells) => {
          const index = record++
          if (index === dialect.headerRow) step = compileRowRules(rules, cells, fills)
          const row = [...cells]
          const isKept = index <= dialect.headerRow || step(row)
          if (!isKept && !isBlank(cells)) leftOut++
          file.write(isKept ? `${formatRecord(row, ',')}\n` : '\n')
          return true
        },
        { onPiece: stopIfCancelled }
      )
    } finally {
      file.close()
    }
    return { path: made, dialect: { ...dialect, encoding: 'utf-8', delimiter: ',' }, leftOut }
  })
}
