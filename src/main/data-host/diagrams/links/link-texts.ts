import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import type { Missing } from '../../../../shared/contract/segments.ts'
import { LANGUAGES, type Language, type Text } from '../../../../shared/domain/text.ts'
import { formatNumber } from '../../../../shared/i18n/formats.ts'
import { translate } from '../../../../shared/i18n/translate.ts'

/** What is said of a link whatever shape carries it. */
export type LinkAnswer = DropItem<LinkState>
type DropItem<State> = State extends unknown ? Omit<State, 'itemId'> : never
type Answered = Extract<LinkAnswer, { state: 'answered' }>

export const GONE: LinkAnswer = { state: 'gone' }

export const unanswered = (name: Text, missing: Missing): LinkAnswer => ({ state: 'unanswered', name, missing })

/** An answer; what is not said stays without a value. */
export const answered = (said: Pick<Answered, 'name' | 'text'> & Partial<Answered>): LinkAnswer => ({
  state: 'answered',
  customers: null,
  share: null,
  revenueMinor: null,
  value: null,
  colour: null,
  status: null,
  ...said
})

/** The same in every language. */
export const inBoth = (say: (language: Language) => string): Text => {
  const [es = '', en = ''] = LANGUAGES.map(say)
  return { es, en }
}

/** `1.234 clientes`. */
export const tellCount = (what: 'customers' | 'shapes', count: number): Text =>
  inBoth((language) => translate(language, `linkStates.${what}`, { count, formatted: formatNumber(count, language) }))
