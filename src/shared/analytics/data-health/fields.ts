import { COMPLETENESS_WEIGHTS, type CompletenessField, isFilled, isValidEmail, isValidPhone } from '../completeness.ts'

/** Fields whose state is told one by one: those of the weighted completeness, and the tax number, which weighs nothing there. */
export const HEALTH_FIELDS = ['name', 'email', 'phone', 'address', 'city', 'acquisitionChannel', 'language', 'taxId'] as const
export type HealthField = (typeof HEALTH_FIELDS)[number]
export type HealthRecord = { readonly [F in HealthField]: string | null }

/** Fields with a format rule (domain 6.11): only they can be invalid. */
export const FORMAT_RULES: Readonly<Partial<Record<HealthField, (value: string) => boolean>>> = { email: isValidEmail, phone: isValidPhone }

const isWeighted = (field: HealthField): field is CompletenessField => field in COMPLETENESS_WEIGHTS
/** Weight in `k_field_completeness`; 0: none. */
export const weightOf = (field: HealthField): number => (isWeighted(field) ? COMPLETENESS_WEIGHTS[field] : 0)

/** A record's fields as bits, the k-th bit for the k-th of `HEALTH_FIELDS`. */
export interface FieldBits {
  /** There is a value; placeholders count as empty. */
  readonly filled: number
  /** The value breaks the format rule of its field. */
  readonly invalid: number
  /** Something is written there that stands for nothing ("n/a", "xxx", "sin correo"). */
  readonly placeholder: number
}

/** Looks one record through. */
export function inspectFields(record: HealthRecord): FieldBits {
  let filled = 0
  let invalid = 0
  let placeholder = 0
  for (const [position, field] of HEALTH_FIELDS.entries()) {
    const value = record[field]
    if (value === null || value.trim() === '') continue
    const bit = 1 << position
    if (isFilled(value)) {
      filled |= bit
      if (FORMAT_RULES[field]?.(value) === false) invalid |= bit
    } else placeholder |= bit
  }
  return { filled, invalid, placeholder }
}

export const bitOf = (field: HealthField): number => 1 << HEALTH_FIELDS.indexOf(field)
