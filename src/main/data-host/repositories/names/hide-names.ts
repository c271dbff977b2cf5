import { mayName, PHONE_DIGITS, type HiddenRun } from '../../../../shared/domain/named-text.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { HIDDEN, maskName } from '../../../../shared/i18n/mask.ts'
import type { OpenWorkspace } from '../../context.ts'
import { startPace } from '../../pause.ts'
import { findKnownNames, findKnownPhones, hashPhone, type KnownNames } from './known-names.ts'
import { addWord, hashWords, NO_WORDS, type NameTable } from './name-table.ts'

/** A text that names somebody, and what is shown of it. */
interface HiddenText {
  readonly shown: string
  /** What was hidden, in the order it stands there. */
  readonly runs: readonly HiddenRun[]
}

/** Signs that part no words: S.L., O'Brien. */
const SILENT = /[.'’´`·]/gu
const WORD = /[\p{L}\p{N}\p{M}.'’´`·]+/gu
const ADDRESS = /[\p{L}\p{N}][\p{L}\p{N}._%+'-]*@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu
const PHONE = new RegExp(`\\+?\\(?\\d(?:[ ().\\-/\\u00a0]{0,2}\\d){${String(PHONE_DIGITS - 1)},14}`, 'gu')

interface Found {
  readonly from: number
  readonly to: number
  readonly shown: string
}

/**
 * The texts that name a customer of the file in full, by their own words: a name of two words or more, an e-mail address or a
 * phone, whatever their case and accents. Names go by the stand-in they have everywhere, addresses and phones by none. Texts that
 * name nobody are not among the answers.
 */
export async function hideNames(workspace: OpenWorkspace, texts: Iterable<string>, language: Language): Promise<Map<string, HiddenText>> {
  const hidden = new Map<string, HiddenText>()
  const asked = new Set<string>()
  for (const text of texts) if (mayName(text)) asked.add(text)
  if (asked.size === 0) return hidden
  const known = await findKnownNames(workspace)
  const hasPhones = [...asked].some((text) => text.search(PHONE) >= 0)
  const phones = hasPhones ? await findKnownPhones(workspace) : null
  const nameCustomer = openNaming(workspace, language)
  const pace = startPace()
  for (const text of asked) {
    const found = findContacts(text, known, phones)
    found.push(...findNames(text, found, known, nameCustomer))
    if (found.length > 0) hidden.set(text, replace(text, found))
    await pace()
  }
  return hidden
}

/** What a customer is called; who was merged is called as the one they are part of now. */
function openNaming({ read }: OpenWorkspace, language: Language): (id: number) => string {
  const find = read.prepare<[number], number>('SELECT coalesce(merged_into_id, id) FROM customers WHERE id = ?').pluck()
  return (id) => maskName(find.get(id) ?? id, language)
}

function findContacts(text: string, { addresses }: KnownNames, phones: NameTable | null): Found[] {
  const found: Found[] = []
  const take = ({ 0: written, index }: RegExpExecArray): void => {
    found.push({ from: index, to: index + written.length, shown: HIDDEN })
  }
  if (text.includes('@'))
    for (const match of text.matchAll(ADDRESS)) if (addresses.find(hashWords([normaliseForSearch(match[0])])) > 0) take(match)
  if (phones)
    for (const match of text.matchAll(PHONE)) {
      const hash = hashPhone(match[0])
      if (hash && phones.find(hash) > 0) take(match)
    }
  return found
}

/** The longest names first; what is one name is no part of another. */
function findNames(text: string, taken: readonly Found[], { names, longest }: KnownNames, nameCustomer: (id: number) => string): Found[] {
  const words = [...text.matchAll(WORD)].flatMap(({ 0: written, index }) => {
    const word = normaliseForSearch(written).replace(SILENT, '')
    const isTaken = taken.some(({ from, to }) => index < to && from < index + written.length)
    return word === '' ? [] : [{ word: isTaken ? '' : word, from: index, to: index + written.length, written }]
  })
  const found: Found[] = []
  for (let first = 0; first < words.length; first += 1) {
    let hash = NO_WORDS
    let [last, id] = [0, 0]
    for (let next = first; next < Math.min(words.length, first + longest); next += 1) {
      const word = words[next]!.word
      if (word === '') break
      hash = addWord(hash, word)
      const known = next > first ? names.find(hash) : 0
      if (known > 0) [last, id] = [next, known]
    }
    if (id === 0) continue
    const { to, written } = words[last]!
    found.push({ from: words[first]!.from, to: to - countFullStops(written), shown: nameCustomer(id) })
    first = last
  }
  return found
}

/** What ends a sentence is no part of the name; the point of S.L. is. */
const countFullStops = (written: string): number => (/\p{L}[.]\p{L}/u.test(written) ? 0 : (/[.'’´`·]+$/u.exec(written)?.[0].length ?? 0))

function replace(text: string, found: readonly Found[]): HiddenText {
  let shown = ''
  let at = 0
  const runs: HiddenRun[] = []
  for (const run of found.toSorted((a, b) => a.from - b.from)) {
    shown += text.slice(at, run.from) + run.shown
    runs.push({ kept: text.slice(run.from, run.to), shown: run.shown })
    at = run.to
  }
  return { shown: shown + text.slice(at), runs }
}
