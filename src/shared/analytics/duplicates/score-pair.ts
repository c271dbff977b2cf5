import { splitTokens, type Identity } from './identity.ts'
import { measureJaroWinkler } from './jaro-winkler.ts'

/** At least this: taken for one customer. */
export const DUPLICATE_SCORE = 80
/** At least this: a person should look. */
export const REVIEW_SCORE = 55
export type Verdict = 'duplicate' | 'review' | 'distinct'

const POINTS = { sameTaxId: 60, otherTaxId: -60, sameEmail: 45, samePhone: 35, sameBirthDate: 15, likeAddress: 10 } as const
const LIKE_ADDRESS = 0.6
/** From the likest down. */
const NAME_POINTS: readonly { from: number; points: number }[] = [
  { from: 0.97, points: 35 },
  { from: 0.92, points: 25 },
  { from: 0.85, points: 10 },
  { from: 0.7, points: 0 },
  { from: 0, points: -20 }
]

/**
 * How sure two records are one customer, 0 to 100 (domain 6.11, step 4; after Fellegi & Sunter 1969 and Winkler 1990). A
 * field counts only where both records have it. The same whichever record comes first.
 */
export function scorePair(one: Identity, other: Identity): number {
  const score =
    scoreTaxId(one.taxId, other.taxId) +
    (isSame(one.email, other.email) ? POINTS.sameEmail : 0) +
    (isSame(one.phone, other.phone) ? POINTS.samePhone : 0) +
    (isSame(one.birthDate, other.birthDate) ? POINTS.sameBirthDate : 0) +
    scoreNames(one.name, other.name) +
    (measureTokenOverlap(one.address, other.address) >= LIKE_ADDRESS ? POINTS.likeAddress : 0)
  return Math.min(100, Math.max(0, score))
}

export function judgeScore(score: number): Verdict {
  return score >= DUPLICATE_SCORE ? 'duplicate' : score >= REVIEW_SCORE ? 'review' : 'distinct'
}

/** Jaccard's share of common words, accents and case aside: words in both / words in either; 0 where one has none. */
export function measureTokenOverlap(one: string, other: string): number {
  if (one === '' || other === '') return 0
  const left = new Set(splitTokens(one))
  const right = new Set(splitTokens(other))
  let common = 0
  for (const token of left) if (right.has(token)) common++
  return common === 0 ? 0 : common / (left.size + right.size - common)
}

function isSame(one: string, other: string): boolean {
  return one !== '' && one === other
}

function scoreTaxId(one: string, other: string): number {
  if (one === '' || other === '') return 0
  return one === other ? POINTS.sameTaxId : POINTS.otherTaxId
}

function scoreNames(one: string, other: string): number {
  if (one === '' || other === '') return 0
  const likeness = measureJaroWinkler(one, other)
  return NAME_POINTS.find(({ from }) => likeness >= from)?.points ?? 0
}
