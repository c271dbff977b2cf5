import { translate } from '../../../shared/i18n/translate.ts'
import { readRecords } from './reading/read-records.ts'
import { formatRecord } from './reading/split.ts'
import { describeReject } from './run/describe-reject.ts'
import type { ImportJob } from './run/run-context.ts'
import type { FinishedRun } from './run/run-import.ts'

const PIECE = 64 * 1024
/** A spreadsheet would run these as a formula; plain numbers below zero stay as they are. */
const FORMULA_START = /^[=+@\t\r\n\0＝＋－＠]|^-(?![\d.,]+$)/u

/** A cell that no spreadsheet takes for a formula. */
export function defuseCell(cell: string): string {
  return FORMULA_START.test(cell) ? `'${cell}` : cell
}

/** The refused rows as they stand in the file, with a last column that says why: gives out pieces of a UTF-8 file with the same delimiter, one at a time. */
export function listRejects({ rejects, headers }: FinishedRun, { path, settings }: ImportJob, giveOut: (piece: string) => void): void {
  const { delimiter } = settings.dialect
  const waiting = rejects.list()
  let next = waiting.next()
  let record = 0
  const reason = `${translate('en', 'imports.reason')} / ${translate('es', 'imports.reason')}`
  let piece = `\uFEFF${formatRecord([...headers.map(defuseCell), reason], delimiter)}\r\n`
  readRecords(path, settings.dialect, (cells) => {
    record++
    if (next.done) return false
    if (next.value.row !== record) return true
    const { message } = describeReject(next.value, headers)
    piece += `${formatRecord([...headers.map((_, at) => defuseCell(cells[at] ?? '')), ...cells.slice(headers.length).map(defuseCell), `${message.en} / ${message.es}`], delimiter)}\r\n`
    if (piece.length > PIECE) {
      giveOut(piece)
      piece = ''
    }
    next = waiting.next()
    return true
  })
  giveOut(piece)
  waiting.return(undefined)
  rejects.close()
}
