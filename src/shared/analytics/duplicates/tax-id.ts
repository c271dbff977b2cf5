const LETTERS = 'trwagmyfpdxbnjzsqvhlcke'
const PREFIX: Readonly<Record<string, string>> = { x: '0', y: '1', z: '2' }

/**
 * Whether a Spanish personal tax id (NIF or NIE) is confirmed by its letter, which is the number modulo 23. Takes lower case
 * without separators. Two different confirmed ids are two people even one digit apart: brothers and sisters often have
 * numbers in a row.
 */
export function isProvenTaxId(taxId: string): boolean {
  const parts = /^([xyz]?)(\d{7,8})([a-z])$/.exec(taxId)
  if (!parts) return false
  const [, prefix = '', digits = '', letter] = parts
  if ((prefix === '') !== (digits.length === 8)) return false
  return LETTERS[Number((PREFIX[prefix] ?? '') + digits) % LETTERS.length] === letter
}
