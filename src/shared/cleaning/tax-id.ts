import { validate as validateCuit } from 'stdnum/lib/cjs/ar/cuit.js'
import { validate as validateRut } from 'stdnum/lib/cjs/cl/rut.js'
import { validate as validateNif } from 'stdnum/lib/cjs/es/nif.js'
import { validate as validateRfc } from 'stdnum/lib/cjs/mx/rfc.js'
import type { TAX_COUNTRIES } from './recipe.ts'
import type { CleanCell } from './step-run.ts'

type Validate = (text: string) => { isValid: true; compact: string } | { isValid: false }

/** Numbers of the tax office for customers who give none: no check digit, and right all the same. */
const MEXICAN_PUBLIC = new Set(['XAXX010101000', 'XEXX010101000'])

const checked = (validate: Validate, text: string): string | null => {
  const result = validate(text)
  return result.isValid ? result.compact : null
}

/** The letter of a DNI by the rest of its number divided by 23. */
const DNI_LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

/** A spreadsheet takes the zeros off the front of a DNI: `1234567L` is looked at as `01234567L`, and its letter must fit. */
function readSpanish(text: string): string | null {
  if (/^\d{8}[A-Z]$/u.test(text)) return DNI_LETTERS[Number(text.slice(0, 8)) % 23] === text[8] ? text : null
  const bare = text.replace(/^ES(?=[A-Z0-9]{7,9}$)/u, '')
  return checked(validateNif, /^\d{5,7}[A-Z]$/u.test(bare) ? bare.padStart(9, '0') : bare)
}

const READ: Record<(typeof TAX_COUNTRIES)[number], (text: string) => string | null> = {
  ES: readSpanish,
  MX: (text) => (MEXICAN_PUBLIC.has(text) ? text : checked(validateRfc, text)),
  AR: (text) => checked(validateCuit, text.replace(/^AR(?=\d)/u, '')),
  CL: (text) => checked(validateRut, text.replace(/^CL(?=\d)/u, ''))
}

/**
 * A reader of tax numbers (ES: NIF, NIE and CIF; MX: RFC; AR: CUIT; CL: RUT): capitals and digits alone, with the check
 * digits tried; null where it is none.
 */
export function createTaxIdCleaner(country: (typeof TAX_COUNTRIES)[number]): CleanCell {
  return (text) =>
    READ[country](
      text
        .replace(/^\s*(?:N\.?I\.?F|C\.?I\.?F|N\.?I\.?E|D\.?N\.?I|R\.?F\.?C|C\.?U\.?I\.?T|R\.?U\.?T)\.?\s*:?\s+/iu, '')
        .toUpperCase()
        .replace(/[^\p{L}\p{N}&]/gu, '')
    )
}
