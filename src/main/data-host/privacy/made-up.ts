import { isFilled, isValidEmail, isValidPhone } from '../../../shared/analytics/completeness.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'

const GIVEN = {
  es: 'Alba Bruno Carla Darío Elsa Fermín Gala Hugo Irene Joel Kira León Maya Noel Olga Pablo Queta Raúl Sara Tomás Úrsula Víctor Wanda Xavi Yago Zoe Aitor Berta Ciro Dalia Eloy Frida'.split(
    ' '
  ),
  en: 'Alice Brian Clara Derek Ella Felix Grace Henry Iris Jack Kate Liam Molly Neil Olive Peter Quinn Ruth Simon Tess Uma Vince Wendy Xander Yara Zack Amber Blake Cora Dean Edith Frank'.split(
    ' '
  )
}
const FAMILY = {
  es: 'Abril Bosque Campos Duero Encina Fuente Granado Huerta Isla Jara Lago Manzano Nogal Olmo Prado Quintana Robledo Sauce Tejo Umbría Vega Yedra Zarza Arroyo Brezo Cumbre Delta Espino Faro Gruta Horno Laurel'.split(
    ' '
  ),
  en: 'Ashford Birch Clover Dale Elmwood Field Grove Hazel Ivory Juniper Knoll Lake Meadow North Oakley Pine Quarry Rivers Stone Thorn Upland Vale Willow Yardley Archer Brook Cliff Dunes East Fern Glen Heath'.split(
    ' '
  )
}
const COMPANY = { es: 'Empresa', en: 'Company' }
const STREET = { es: 'Calle Inventada', en: 'Invented Street' }
const STAFF = { es: 'Empleado', en: 'Employee' }

/** Gives every different key its number, in the order met. */
class Numbers {
  readonly #known = new Map<string, number>()
  of(key: string): number {
    const number = this.#known.get(key) ?? this.#known.size + 1
    this.#known.set(key, number)
    return number
  }
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')

/**
 * Made-up identities: the same real value always becomes the same made-up one, so that what was equal stays equal; what was
 * empty, a placeholder or ill-formed stays so. `realNames`: in search form; no made-up name is one of them.
 */
export class MadeUp {
  readonly #names = new Map<string, string>()
  #place = 0
  readonly #emails = new Numbers()
  readonly #phones = new Numbers()
  readonly #taxIds = new Numbers()
  readonly #addresses = new Numbers()
  readonly #staff = new Numbers()
  readonly #language: Language
  readonly #realNames: ReadonlySet<string>

  constructor(language: Language, realNames: ReadonlySet<string>) {
    this.#language = language
    this.#realNames = realNames
  }

  name(real: string, type: string | null): string {
    if (!isFilled(real)) return real
    const key = normaliseForSearch(real)
    const known = this.#names.get(key)
    if (known !== undefined) return known
    const made = this.#nextName(type === 'company')
    this.#names.set(key, made)
    return made
  }

  #nextName(isCompany: boolean): string {
    const given = GIVEN[this.#language]
    const family = FAMILY[this.#language]
    for (;;) {
      const place = this.#place++
      const first = given[place % given.length] ?? ''
      const second = family[Math.floor(place / given.length) % family.length] ?? ''
      const third = family[(Math.floor(place / given.length / family.length) + place) % family.length] ?? ''
      const round = Math.floor(place / (given.length * family.length * family.length))
      const made = isCompany
        ? `${COMPANY[this.#language]} ${second} ${String(place + 1)}`
        : [first, second, third, ...(round > 0 ? [String(round + 1)] : [])].join(' ')
      if (!this.#realNames.has(normaliseForSearch(made))) return made
    }
  }

  email(real: string): string {
    if (!isFilled(real)) return real
    const number = String(this.#emails.of(real.trim().toLowerCase()))
    return isValidEmail(real) ? `cliente.${number}@example.invalid` : `cliente.${number}`
  }

  /** The international prefix and the length stay, the digits become a number of ours with zeros before it. */
  phone(real: string): string {
    if (!isFilled(real)) return real
    if (!isValidPhone(real)) return '99'
    const bare = real.replace(/[^\d+]/g, '')
    const prefix = /^(?:\+|00)\d{2}/.exec(bare)?.[0] ?? ''
    const digits = digitsOf(bare.slice(prefix.length))
    return prefix + String(this.#phones.of(digitsOf(real).slice(-9))).padStart(digits.length, '0')
  }

  taxId(real: string): string {
    return isFilled(real) ? `T-${String(this.#taxIds.of(normaliseForSearch(real).replace(/[^a-z0-9]/g, ''))).padStart(6, '0')}` : real
  }

  address(real: string): string {
    return isFilled(real) ? `${STREET[this.#language]} ${String(this.#addresses.of(normaliseForSearch(real)))}` : real
  }

  staff(real: string): string {
    return isFilled(real) ? `${STAFF[this.#language]} ${String(this.#staff.of(normaliseForSearch(real)))}` : real
  }
}

/** Figures and yes/no of own columns; texts and dates may tell who somebody is. Null: nothing left. */
export function keepPlainAttributes(json: string): string | null {
  const kept = Object.entries(JSON.parse(json) as Record<string, unknown>).filter(
    ([, value]) => typeof value === 'number' || typeof value === 'boolean'
  )
  return kept.length === 0 ? null : JSON.stringify(Object.fromEntries(kept))
}

/** The province of a Spanish postal code, or nothing. */
export const keepProvince = (real: string): string | null => (/^\d{5}$/.test(real.trim()) ? `${real.trim().slice(0, 2)}000` : null)
