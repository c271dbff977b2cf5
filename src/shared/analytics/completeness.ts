/** The fields a useful record has, with their weights (domain, `k_field_completeness`). */
export const COMPLETENESS_WEIGHTS = { name: 2, email: 2, phone: 2, address: 1, city: 1, acquisitionChannel: 1, language: 1 } as const
export type CompletenessField = keyof typeof COMPLETENESS_WEIGHTS
export const COMPLETENESS_TOTAL = Object.values(COMPLETENESS_WEIGHTS).reduce((sum, weight) => sum + weight, 0)
/** A record below this share of the total is incomplete. */
export const COMPLETENESS_GOAL = 0.8

/** What people type when they have nothing to type (domain 6.11). */
const PLACEHOLDER =
  /^(?:n\/?a|s\/?n|x{2,}|[-.·–—]+|0+|123456\d*|ninguno|ninguna|none|null|sin (?:correo|e-?mail|tel[eé]fono|nombre|direcci[oó]n)|no tiene|desconocido|unknown|prueba@.*|test@.*)$/i
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/

/** Whether there is a value at all; placeholders count as empty. */
export function isFilled(value: string | null | undefined): value is string {
  if (value == null) return false
  const text = value.trim()
  return text !== '' && !PLACEHOLDER.test(text)
}

export function isValidEmail(value: string | null | undefined): boolean {
  return isFilled(value) && EMAIL.test(value.trim().toLowerCase())
}

/** 8 to 15 digits after an optional `+`; spaces, dots, dashes, slashes and brackets are how people group them. */
export function isValidPhone(value: string | null | undefined): boolean {
  return isFilled(value) && /^\+?\d{8,15}$/.test(value.replace(/[\s().\-/]/g, ''))
}

export type CompletenessRecord = { readonly [F in CompletenessField]: string | null }

const CHECKS: { readonly [F in CompletenessField]: (value: string | null) => boolean } = {
  name: isFilled,
  email: isValidEmail,
  phone: isValidPhone,
  address: isFilled,
  city: isFilled,
  acquisitionChannel: isFilled,
  language: isFilled
}

/** Weight of the fields that are filled and pass their format check, 0 to `COMPLETENESS_TOTAL`. */
export function weighCompleteness(record: CompletenessRecord): number {
  let weight = 0
  for (const field of Object.keys(COMPLETENESS_WEIGHTS) as CompletenessField[])
    if (CHECKS[field](record[field])) weight += COMPLETENESS_WEIGHTS[field]
  return weight
}
