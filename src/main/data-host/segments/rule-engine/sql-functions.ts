import type Database from 'better-sqlite3'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { splitTags, type PlainValue } from '../../../../shared/segments/compare.ts'
import { ATTRIBUTE_TYPES } from '../../../../shared/segments/find-field.ts'
import { readAttribute } from '../../../../shared/segments/read-attribute.ts'

/** Texts of few kinds (channels, cities) are folded once. */
const REMEMBERED = 20_000

function remember(work: (text: string) => string): (value: PlainValue) => string {
  let known = new Map<string, string>()
  return (value) => {
    if (value === null) return ''
    const text = typeof value === 'string' ? value : String(value)
    const before = known.get(text)
    if (before !== undefined) return before
    const made = work(text)
    if (known.size >= REMEMBERED) known = new Map()
    known.set(text, made)
    return made
  }
}

const ready = new WeakSet<Database.Database>()

/** Gives a connection the functions rules are written with: text as the search reads it, tags between bars, a customer's own columns. */
export function defineRuleFunctions(db: Database.Database): void {
  if (ready.has(db)) return
  ready.add(db)
  db.function('fold', { deterministic: true }, remember(normaliseForSearch))
  db.function(
    'tag_key',
    { deterministic: true },
    remember((text) => {
      const tags = splitTags(text)
      return tags.length === 0 ? '' : `|${tags.join('|')}|`
    })
  )
  db.function('attribute_value', { deterministic: true }, (attributes: PlainValue, type: string, name: string) => {
    const known = ATTRIBUTE_TYPES.find((each) => each === type)
    return known ? readAttribute(attributes, known, name) : null
  })
}
