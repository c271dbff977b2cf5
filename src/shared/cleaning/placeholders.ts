import { keyOfValue } from './text-steps.ts'

/** Words that people write where there is nothing (domain 6.11, and what sheets put there by themselves). */
const PLACEHOLDERS: readonly string[] = [
  '-',
  '--',
  '—',
  '.',
  '?',
  'n/a',
  'na',
  'n.a.',
  'n/d',
  'nd',
  's/d',
  's/n',
  'xxx',
  'xx',
  'null',
  'none',
  'nan',
  '#n/a',
  '#n/d',
  'no tiene',
  'no',
  'ninguno',
  'sin datos',
  'sin dato',
  'sin correo',
  'sin email',
  'sin teléfono',
  'sin móvil',
  'sin dirección',
  'sin nombre',
  'no consta',
  'no disponible',
  'desconocido',
  'unknown',
  'no email',
  'test@test.com',
  'prueba@prueba.com'
]
/** The same among phones, e-mails and tax numbers alone: elsewhere they may be figures. */
const NUMBERS_FOR_NOTHING: readonly string[] = ['0', '00', '000', '123456', '123456789', '000000000', '111111111', '999999999']
/** `prueba@…`, `noemail@…`: nobody's address at any domain. */
const NOBODY = /^(?:prueba|test|noemail|no-?tiene|sin-?(?:correo|email)|nomail|noreply|no)@/u

const WORDS = new Set(PLACEHOLDERS.map(keyOfValue))
const NUMBERS = new Set(NUMBERS_FOR_NOTHING)

/** Whether a value stands for nothing. `isContact`: the column holds phones, e-mails or tax numbers. */
export function isPlaceholder(value: string, isContact: boolean): boolean {
  const key = keyOfValue(value)
  // `no` and `nd` are answers and codes too: only where an address or a number should stand do they say that there is none.
  if (key.length <= 2 && /\p{L}/u.test(key)) return isContact && WORDS.has(key)
  return WORDS.has(key) || (isContact && (NUMBERS.has(key) || NOBODY.test(key)))
}
