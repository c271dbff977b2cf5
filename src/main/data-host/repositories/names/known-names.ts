import { LEGAL_FORMS } from '../../../../shared/cleaning/letter-case.ts'
import { PHONE_DIGITS } from '../../../../shared/domain/named-text.ts'
import { cutNormalised, joinPhone } from '../../../../shared/domain/search-words.ts'
import type { OpenWorkspace } from '../../context.ts'
import { readDataNumber } from '../../figures/load-base.ts'
import { startPace } from '../../pause.ts'
import { hashWords, NameTable, readName, type RunHash } from './name-table.ts'

/** Whom a text may name, as the file stands. */
export interface KnownNames {
  /** Full names of two words or more; of firms with and without their legal form, of `Surname, Name` in both orders. */
  readonly names: NameTable
  readonly addresses: NameTable
  /** The most words of a name. */
  readonly longest: number
}

interface Kept {
  readonly dataNumber: number
  readonly names: Promise<KnownNames>
  phones?: Promise<NameTable>
}
const kept = new WeakMap<OpenWorkspace, Kept>()

/** Rows read at once: about a millisecond. */
const SLICE = 1000

function keepNames(workspace: OpenWorkspace): Kept {
  const dataNumber = readDataNumber(workspace)
  const known = kept.get(workspace)
  if (known?.dataNumber === dataNumber) return known
  const made: Kept = { dataNumber, names: readNames(workspace) }
  kept.set(workspace, made)
  // What could not be read is read again when next asked for.
  made.names.catch(() => kept.delete(workspace))
  return made
}

/** The names of all customers, read once for as long as no customer changes. */
export const findKnownNames = (workspace: OpenWorkspace): Promise<KnownNames> => keepNames(workspace).names

/** Their phones by their last digits; read only when a text has so many. */
export function findKnownPhones(workspace: OpenWorkspace): Promise<NameTable> {
  const known = keepNames(workspace)
  return (known.phones ??= readPhones(workspace))
}

/** A phone as it is known: its last digits, whatever the country's stand before them; null: too few for one. */
export const hashPhone = (written: string): RunHash | null => {
  const digits = joinPhone(written)
  return digits.length < PHONE_DIGITS ? null : hashWords([digits.slice(-PHONE_DIGITS)])
}

/** Reads the index of the search alone: the name stands first in its key, without accents and in lower case. */
async function readNames({ read }: OpenWorkspace): Promise<KnownNames> {
  const slice = read
    .prepare<[string, number], [number, string]>(
      `SELECT id, search_key FROM customers WHERE (search_key, id) > (?, ?) ORDER BY search_key, id LIMIT ${String(SLICE)}`
    )
    .raw()
  const [names, addresses] = [new NameTable(), new NameTable()]
  let longest = 2
  const pace = startPace()
  for (let last: [number, string] = [0, '']; read.open;) {
    const rows = slice.all(last[1], last[0])
    for (const [id, key] of rows) {
      longest = Math.max(longest, addName(names, key, id))
      const sign = key.indexOf('@')
      if (sign > 0) addresses.add(hashWords([cutAround(key, sign)]), id)
    }
    last = rows.at(-1) ?? last
    if (rows.length < SLICE) break
    await pace()
  }
  return { names, addresses, longest }
}

/**
 * Adds the ways somebody writes a name in full: as it is kept, a firm without its legal form, `Surname, Name` the other way round.
 * Returns how many words it has.
 */
function addName(names: NameTable, key: string, id: number): number {
  const { hash, begun, words, lastWord, hasComma, isName, end } = readName(key)
  if (!isName || words < 2) return 0
  names.add(hash, id)
  if (LEGAL_FORMS.has(lastWord)) {
    if (words > 2) names.add(begun, id)
  } else if (hasComma) {
    const [family = '', ...given] = key.slice(0, end).split(',')
    names.add(hashWords([...cutNormalised(given.join(' ')), ...cutNormalised(family)]), id)
  }
  return words
}

/** What stands around a place, from space to space. */
function cutAround(key: string, at: number): string {
  const end = key.indexOf(' ', at)
  return key.slice(key.lastIndexOf(' ', at) + 1, end < 0 ? key.length : end)
}

async function readPhones({ read }: OpenWorkspace): Promise<NameTable> {
  const slice = read
    .prepare<[number], [number, string]>(
      `SELECT id, phone FROM customers WHERE id > ? AND phone IS NOT NULL ORDER BY id LIMIT ${String(SLICE)}`
    )
    .raw()
  const phones = new NameTable()
  const pace = startPace()
  for (let last = 0; read.open;) {
    const rows = slice.all(last)
    for (const [id, phone] of rows) {
      const hash = hashPhone(phone)
      if (hash) phones.add(hash, id)
    }
    last = rows.at(-1)?.[0] ?? last
    if (rows.length < SLICE) break
    await pace()
  }
  return phones
}
