import type { EvidenceField, Reason } from '../../contract/duplicates.ts'
import { measureJaroWinkler } from './jaro-winkler.ts'
import type { RecordBook } from './record-book.ts'
import { weighAddress, weighNames, weighPlace, weighValue, type Weight } from './weigh-fields.ts'

/** At least this: taken for one customer. */
export const DUPLICATE_SCORE = 80
/** At least this: a person should look. */
export const REVIEW_SCORE = 55
export type Verdict = 'duplicate' | 'review' | 'distinct'

/** Even odds stand at the border to review; every bit of evidence, which doubles the odds, is worth five points (ours). */
const EVEN_SCORE = REVIEW_SCORE
const POINTS_PER_BIT = 5
/** What a place is worth in all: an address has its city and postal code with it. */
const MOST_PLACE_BITS = 13
/** The most that a name and a place without number can reach: namesakes are for a person to tell apart. */
const MOST_BY_NAME = DUPLICATE_SCORE - 5

export interface PairScore {
  /** 0 to 100. */
  readonly score: number
  readonly reasons: readonly Reason[]
  /** Tax id or e-mail equal, and neither names nor tax ids against each other. */
  readonly isStrong: boolean
}

type Weights = readonly (readonly [field: EvidenceField, weight: Weight | null])[]

/**
 * How sure two records are one customer, 0 to 100 with the borders of domain 6.11 (80: duplicate, 55: for a person to look
 * at). The score is ours: the weight of evidence of Fellegi and Sunter (1969), with the chance of every agreement counted in
 * the base itself (the e-mail of one is telling, the surname of hundreds is not) and held against two explanations, chance
 * and two people of one household or firm, who share address, phone and surnames but not a first name. 55 are even odds,
 * every doubling of the odds adds 5. A field counts only where both records have it. The same whichever record comes first.
 */
export function scorePair(book: RecordBook, i: number, j: number): PairScore {
  return sumWeights(book, [...weighWho(book, i, j), ...weighWhere(book, i, j)])
}

/** The same, null below `from`; most pairs are told apart before their addresses are looked at. */
export function scoreFrom(book: RecordBook, i: number, j: number, from: number): PairScore | null {
  const who = weighWho(book, i, j)
  const bits = who.reduce((sum, [, weight]) => sum + (weight?.bits ?? 0), book.startBits)
  // Rounding may add half a point a field.
  if (EVEN_SCORE + POINTS_PER_BIT * (bits + MOST_PLACE_BITS) + who.length < from) return null
  const score = sumWeights(book, [...who, ...weighWhere(book, i, j)])
  return score.score < from ? null : score
}

function sumWeights(book: RecordBook, weights: Weights): PairScore {
  const reasons: Reason[] = [{ kind: 'start', points: Math.round(EVEN_SCORE + POINTS_PER_BIT * book.startBits) }]
  let household = 0
  for (const [field, weight] of weights) {
    if (!weight) continue
    household += weight.household
    reasons.push({ kind: 'field', field, agreement: weight.agreement, likeness: null, points: Math.round(POINTS_PER_BIT * weight.bits) })
  }
  let sum = reasons.reduce((total, { points }) => total + points, 0)
  const withRelatives = Math.min(sum, Math.round(EVEN_SCORE + POINTS_PER_BIT * joinOdds((sum - EVEN_SCORE) / POINTS_PER_BIT, household)))
  if (withRelatives < sum) {
    reasons.push({ kind: 'household', points: withRelatives - sum })
    sum = withRelatives
  }
  if (sum > MOST_BY_NAME && !weights.some(isContact)) {
    reasons.push({ kind: 'name-only', points: MOST_BY_NAME - sum })
    sum = MOST_BY_NAME
  }
  return { score: Math.min(100, Math.max(0, sum)), reasons, isStrong: isStrongKey(weights) }
}

export function judgeScore(score: number): Verdict {
  return score >= DUPLICATE_SCORE ? 'duplicate' : score >= REVIEW_SCORE ? 'review' : 'distinct'
}

/** Likeness of two names as Jaro and Winkler measure it, of their words in alphabetical order; for showing beside the reason. */
export function measureNames(book: RecordBook, i: number, j: number): number {
  return measureJaroWinkler(joinName(book, i), joinName(book, j))
}

function joinName({ names, nameWords }: RecordBook, i: number): string {
  const { starts, items } = nameWords
  return items
    .slice(starts[i], starts[i + 1])
    .map((word) => names.lexicon.text(word))
    .sort()
    .join(' ')
}

function weighWho(book: RecordBook, i: number, j: number): Weights {
  return [
    ['name', weighNames(book, i, j)],
    ['taxId', weighValue(book, 'taxId', i, j)],
    ['email', weighValue(book, 'email', i, j)],
    ['phone', weighValue(book, 'phone', i, j)],
    ['birthDate', weighValue(book, 'birthDate', i, j)]
  ]
}

function weighWhere(book: RecordBook, i: number, j: number): Weights {
  const address = weighAddress(book, i, j)
  const postalCode = limit(weighPlace(book, 'postalCode', i, j), MOST_PLACE_BITS - Math.max(0, address?.bits ?? 0))
  const left = MOST_PLACE_BITS - Math.max(0, address?.bits ?? 0) - Math.max(0, postalCode?.bits ?? 0)
  // A postal code has its city in it.
  const city = limit(weighPlace(book, 'city', i, j), postalCode?.agreement === 'same' ? Math.min(1, left) : left)
  return [
    ['address', address],
    ['city', city],
    ['postalCode', postalCode]
  ]
}

function limit(weight: Weight | null, most: number): Weight | null {
  return weight && weight.bits > most ? { ...weight, bits: most } : weight
}

/** Bits for one customer against either of two other explanations. */
function joinOdds(chance: number, household: number): number {
  const [least, most] = chance < household ? [chance, household] : [household, chance]
  return least - Math.log2(1 + 2 ** (least - most))
}

function isContact([field, weight]: Weights[number]): boolean {
  if (weight === null || field === 'name' || field === 'city' || field === 'postalCode') return false
  return weight.agreement === 'same' || weight.agreement === 'similar'
}

function isStrongKey(weights: Weights): boolean {
  const agreementOf = (field: EvidenceField): string | undefined => weights.find(([each]) => each === field)?.[1]?.agreement
  const isAgainst = agreementOf('name') === 'conflict' || ['conflict', 'different'].includes(agreementOf('taxId') ?? '')
  return !isAgainst && (agreementOf('taxId') === 'same' || agreementOf('email') === 'same')
}
