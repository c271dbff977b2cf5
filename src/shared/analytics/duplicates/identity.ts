import { normaliseForSearch } from '../../domain/search-key.ts'
import { isFilled, isValidEmail } from '../completeness.ts'
import { PARTICLES, SHARED_MAILBOXES, SHORT_FORMS } from './name-words.ts'
import { isProvenTaxId } from './tax-id.ts'

/** What a customer's record says about who it is, as stored. */
export interface IdentityRecord {
  readonly name: string | null
  readonly taxId: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly address: string | null
  readonly city: string | null
  readonly postalCode: string | null
  readonly birthDate: string | null
}

/**
 * The same ready to be compared (domain 6.11, step 1); an empty text or list: nothing to compare. The stored record stays
 * as it is.
 */
export interface Identity {
  /** Words in the order they are said, first names first; short forms written out, legal forms, honorifics and particles left out. */
  readonly name: readonly string[]
  readonly taxId: string
  /** Whether the tax id's own check digit or letter confirms it. */
  readonly isTaxIdProven: boolean
  readonly email: string
  /** Letters and digits before the @, unless many firms have it or it is short. */
  readonly mailbox: string
  /** Last nine digits. */
  readonly phone: string
  /** Words of the street, without its kind. */
  readonly street: readonly string[]
  /** House number; empty where there is none. */
  readonly houseNumber: string
  readonly city: string
  readonly postalCode: string
  readonly birthDate: string
}

const PHONE_DIGITS = 9
/** Fewer digits are an extension or a slip, and many records would share them. */
const PHONE_LEAST_DIGITS = 8
const MOST_WORDS = 10
const NOT_PLAIN = /[^a-z0-9]/g
/** A shorter one is met too often by chance. */
const MAILBOX_LETTERS = 5

/** With dots and spaces as people write them. Matched before the accents go: Sá is a surname. */
const LEGAL_FORM =
  /(?<![\p{L}\p{N}])(?:s\.? ?a\.? ?de ?c\.? ?v\.?|s\. ?[al]\.?(?: ?[ulp]\.?)?|s[al][ulp]?|s\.r\.l\.?|srl|s\.? ?coop\.?(?: ?v\.?)?|scp|c\.b\.|ltda?\.?|inc\.?|llc|gmbh|sociedad (?:limitada|an[oó]nima)(?: unipersonal)?)(?![\p{L}\p{N}])/gu
const HONORIFIC = /^(?:sr|sra|srta|don|dona|dna|dr|dra|mr|mrs|ms|miss)$/
/** "D. Luis" and "Dª Ana": a single d at the front, with its dot or ordinal mark; "D.J. Ruiz" has initials. */
const ABBREVIATED_DON = /^\s*d(?:\.ª?|ª\.?)\s+/u
const NOT_ASCII = /[^\0-\x7f]/
/** "Arnie Morton's" is one word. */
const APOSTROPHE = /['’´`](?=\p{L})/gu
/** "Ana Gil (no llamar)", "Spago (Los Angeles)": a note beside the name. */
const NOTE = /\([^)]*\)/g
const SURNAMES_FIRST = /^([^,]+),([^,]+)$/

/** Makes a record comparable. */
export function normaliseIdentity(record: IdentityRecord): Identity {
  const taxId = normaliseTaxId(record.taxId)
  const email = isValidEmail(record.email) ? record.email!.trim().toLowerCase() : ''
  const mailbox = (email.split('@')[0] ?? '').replace(NOT_PLAIN, '')
  return {
    name: normaliseName(record.name),
    taxId,
    isTaxIdProven: isProvenTaxId(taxId),
    email,
    mailbox: mailbox.length < MAILBOX_LETTERS || SHARED_MAILBOXES.has(mailbox) ? '' : mailbox,
    phone: normalisePhone(record.phone),
    ...normaliseAddress(record.address),
    city: isFilled(record.city) ? splitTokens(record.city).join(' ') : '',
    postalCode: isFilled(record.postalCode) ? splitTokens(record.postalCode).join('') : '',
    birthDate: isFilled(record.birthDate) ? record.birthDate.trim() : ''
  }
}

/** A name's words; what is usually left out stays where nothing else would. */
export function normaliseName(name: string | null): string[] {
  if (!isFilled(name)) return []
  const plain = name
    .toLowerCase()
    .replace(NOTE, ' ')
    .replace(APOSTROPHE, '')
    .replace(ABBREVIATED_DON, '')
    .replace(LEGAL_FORM, ' ')
    .replace(/[\s,]+$/u, '')
  const all = splitTokens(plain.replace(SURNAMES_FIRST, '$2 $1'))
  const words = all.filter((word) => !HONORIFIC.test(word)).flatMap((word) => SHORT_FORMS.get(word) ?? [word])
  const telling = words.filter((word) => !PARTICLES.has(word))
  const kept = [telling, words, all, splitTokens(name)].find((list) => list.length > 0) ?? []
  return kept.slice(0, MOST_WORDS)
}

/** The last nine digits; empty for a placeholder or one digit over and over. */
export function normalisePhone(phone: string | null): string {
  if (!isFilled(phone)) return ''
  const digits = phone.replace(/\D/g, '')
  const isMadeUp = !isFilled(digits) || /^(\d)\1*$/.test(digits.slice(-PHONE_DIGITS))
  return digits.length < PHONE_LEAST_DIGITS || isMadeUp ? '' : digits.slice(-PHONE_DIGITS)
}

/** Kinds of street and what stands around numbers, in Spanish and English. */
const STREET_WORDS: ReadonlySet<string> = new Set(
  `c cl calle clle av avd avda avenida ave avenue pl pza plz plaza placa pso ps paseo passeig ctra carretera cno camino rda ronda trv trva
  travesia urb urbanizacion pol poligono ind carrer rua glorieta gta bulevar st street rd road blvd boulevard dr drive cct circuit cres
  crescent place ct court ln lane no num numero nro piso pta puerta esc escalera planta bajo bj izda izq izquierda dcha dcho derecha
  portal bloque blq local entlo atico s n sn de del la las los el y e w north south east west`
    .trim()
    .split(/\s+/)
)

/** A street's telling words, and the first number in it. */
function normaliseAddress(address: string | null): Pick<Identity, 'street' | 'houseNumber'> {
  if (!isFilled(address)) return { street: [], houseNumber: '' }
  const words = splitTokens(address.replace(APOSTROPHE, '').replace(/\bn[ºª°]/giu, ' '))
  const houseNumber = words.find((word) => /^\d+[a-z]?$/.test(word)) ?? ''
  const named = words.filter((word) => !/^\d+[a-zºª]?$/.test(word))
  const telling = named.filter((word) => word.length > 1 && !STREET_WORDS.has(word))
  return { street: (telling.length > 0 ? telling : named).slice(0, MOST_WORDS), houseNumber }
}

function normaliseTaxId(taxId: string | null): string {
  if (!isFilled(taxId)) return ''
  const plain = splitTokens(taxId)
    .join('')
    .replace(/^es(?=[a-z0-9]{9}$)/, '')
  return isFilled(plain) ? plain : ''
}

/** Words of a text without accents, in lower case. */
function splitTokens(text: string): string[] {
  // Texts of many records come through here: most are plain letters, which need neither Unicode tables nor taking apart.
  const plain = NOT_ASCII.test(text) ? normaliseForSearch(text) : text.toLowerCase()
  return plain.match(NOT_ASCII.test(plain) ? /[\p{L}\p{N}]+/gu : /[a-z0-9]+/g) ?? []
}
