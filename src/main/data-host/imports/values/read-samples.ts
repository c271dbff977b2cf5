import type { Column, DateOrder, DecimalMark, SampleRead } from '../../../../shared/contract/imports.ts'
import { findAmountBody, formatDecimal, readDecimal } from './amount.ts'
import { isDate, readDate } from './date.ts'

const SHOWN = 3
const YES = /^(?:yes|true|sí|si|verdadero|1|y|s|x)$/i
const NO = /^(?:no|false|falso|0|n)$/i

function readDateSample(text: string, order: DateOrder | null): string | null {
  const date = readDate(text, order)
  return isDate(date) ? date : null
}

function readAmountSample(text: string, decimal: DecimalMark | null): string | null {
  // The unit is what it is: whether it is the workspace's is another question.
  const currency = findAmountBody(text)?.written[0] ?? ''
  const amount = readDecimal(text, { decimal, currency, digits: 2 })
  return typeof amount === 'string' ? null : formatDecimal(amount)
}

/** Both readings of what can be read two ways; one where they come to the same. */
function pair(first: string | null, second: string | null): Pick<SampleRead, 'read' | 'otherwise'> {
  if (first === null || second === null || first === second) return { read: first ?? second, otherwise: null }
  return { read: first, otherwise: second }
}

type Reading = Pick<Column, 'type' | 'decimal' | 'dateOrder' | 'ambiguous'>

function readSample(text: string, { type, decimal, dateOrder, ambiguous }: Reading): Pick<SampleRead, 'read' | 'otherwise'> {
  if (type === 'boolean') return { read: YES.test(text) ? 'true' : NO.test(text) ? 'false' : null, otherwise: null }
  if (type === 'date')
    return ambiguous === null
      ? { read: readDateSample(text, dateOrder), otherwise: null }
      : pair(readDateSample(text, 'dmy'), readDateSample(text, 'mdy'))
  return ambiguous === null
    ? { read: readAmountSample(text, decimal), otherwise: null }
    : pair(readAmountSample(text, 'comma'), readAmountSample(text, 'dot'))
}

/** The first samples with what they are read as; none for columns taken as they stand. */
export function readSamples(samples: readonly string[], reading: Reading): SampleRead[] {
  if (reading.type !== 'date' && reading.type !== 'amount' && reading.type !== 'boolean') return []
  return samples.slice(0, SHOWN).map((written) => ({ written, ...readSample(written, reading) }))
}
