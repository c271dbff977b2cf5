/** What a row can be recognised by as somebody who is there already. */
export const MATCH_KEYS = ['external_id', 'email', 'phone', 'tax_id', 'name_city'] as const
export type MatchKey = (typeof MATCH_KEYS)[number]

/** The keys asked when none were chosen, in this order. */
export const USUAL_MATCH_KEYS: readonly MatchKey[] = ['external_id', 'email', 'name_city']
