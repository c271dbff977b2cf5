import type { IdentityRecord } from '../../src/shared/analytics/duplicates/identity.ts'

/** A record of a made-up base and who it truly stands for. */
interface KnownRecord {
  readonly truth: number
  readonly record: IdentityRecord
}

/** Numbers from 0 up to 1 that a seed fixes (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WOMEN =
  'María Carmen|Ana|Isabel|Laura|Cristina|Marta|María|Lucía|Elena|Raquel|Sara|Paula|Rosa|María José|Pilar|Dolores|Teresa|Mercedes|Ana María|Beatriz|Nuria|Silvia|Patricia|Rocío|Irene|Inés|Alba|Julia|Begoña|Concepción|Montserrat|Josefa|Eva|Andrea|María Teresa|Inmaculada|Francisca|Carla|Noelia|Ainhoa|Nerea|Manuela|Encarnación|Lourdes|Yolanda|Ángela|Olga'.split(
    '|'
  )
const MEN =
  'José|Antonio|Juan|Manuel|Francisco|Javier|Carlos|David|Daniel|Miguel|José Antonio|Alejandro|Rafael|Pedro|Pablo|Fernando|Sergio|Jorge|Luis|José Luis|Alberto|Álvaro|Juan Carlos|Adrián|Raúl|Enrique|Ignacio|Rubén|Ramón|Vicente|Diego|Víctor|Joaquín|Andrés|Santiago|Óscar|Iñaki|Jaime|Eduardo|Mario|Íñigo|Aitor|Jordi|Hugo|Guillermo|Xavier|Salvador|Ángel'.split(
    '|'
  )
const SURNAMES =
  'García|González|Rodríguez|Fernández|López|Martínez|Sánchez|Pérez|Gómez|Martín|Jiménez|Ruiz|Hernández|Díaz|Moreno|Muñoz|Álvarez|Romero|Alonso|Gutiérrez|Navarro|Torres|Domínguez|Vázquez|Ramos|Gil|Ramírez|Serrano|Blanco|Molina|Morales|Suárez|Ortega|Delgado|Castro|Ortiz|Rubio|Marín|Sanz|Núñez|Iglesias|Medina|Garrido|Cortés|Castillo|Santos|Lozano|Guerrero|Cano|Prieto|Méndez|Cruz|Calvo|Gallego|Vidal|León|Márquez|Herrera|Peña|Flores|Cabrera|Campos|Vega|Fuentes|Carrasco|Diez|Caballero|Reyes|Nieto|Aguilar|Pascual|Herrero|Santana|Lorenzo|Hidalgo|Montero|Ibáñez|Giménez|Ferrer|Durán|Santiago|Benítez|Mora|Vicente|Vargas|Arias|Carmona|Crespo|Román|Pastor|Soto|Sáez|Velasco|Soler|Moya|Esteban|Parra|Bravo|Gallardo|Rojas|Zubizarreta|Etxeberria|Goikoetxea|Puigdomènech|Casanova|Bustamante|Villanueva|Barrionuevo|Echevarría|Lizarraga|Pombo|Figueroa|Seoane|Otero|Carballo|Quiroga|Losada|Bermúdez|Cienfuegos|Argüelles|Valdés|Palacios|Escudero|Rebollo|Tejedor|Zamora|Segovia|Toledano|Cordero|Becerra|Lobato|Paredes|Murillo|Manzano|Robledo|Arroyo|Montes|Lafuente|Aranda|Belmonte|Cuenca|Alarcón|Sepúlveda|Olmedo|Villalobos|Pedraza|Requena|Utrera|Baena|Lucena|Montilla|Osuna|Llopis|Ferrandis|Sanchis|Pons|Mir|Bonet|Roca|Riera|Coll|Sala|Vila|Puig|Serra|Font|Casals|Ametller|Noguera|Oliva|Camps|Rovira|Marqués|Segarra'.split(
    '|'
  )
const STREETS =
  'Mayor|Real|Nueva|del Sol|de la Constitución|San Juan|San Pedro|Santa Ana|de los Reyes Católicos|Cervantes|Velázquez|Goya|Colón|Alcalá|Gran Vía|de la Estación|del Carmen|del Pilar|de la Paz|Ramón y Cajal|Menéndez Pelayo|Blasco Ibáñez|Doctor Fleming|Isaac Peral|Antonio Machado|García Lorca|Miguel Hernández|de Andalucía|de Castilla|de Valencia|de Galicia|de Aragón|de la Fuente|del Molino|de la Iglesia|del Castillo|de las Flores|de los Olivos|del Río|de la Huerta|Juan XXIII|Pío XII|de Extremadura|Hernán Cortés|Pizarro|Sagasta|Jovellanos|Larios|Serranos|Zurbano'.split(
    '|'
  )
const CITIES: readonly (readonly [string, string])[] = [
  ['Madrid', '280'],
  ['Barcelona', '080'],
  ['Valencia', '460'],
  ['Sevilla', '410'],
  ['Zaragoza', '500'],
  ['Málaga', '290'],
  ['Murcia', '300'],
  ['Bilbao', '480'],
  ['Alicante', '030'],
  ['Córdoba', '140'],
  ['Valladolid', '470'],
  ['Vigo', '362'],
  ['Gijón', '332'],
  ['A Coruña', '150'],
  ['Granada', '180'],
  ['Soria', '420'],
  ['Cádiz', '110'],
  ['León', '240']
]
const TRADES =
  'Panadería|Talleres|Construcciones|Transportes|Restaurante|Ferretería|Farmacia|Clínica Dental|Autoescuela|Carpintería|Gestoría|Hotel'.split(
    '|'
  )
const TRADE_NAMES =
  'El Sol|La Espiga|del Norte|Hermanos Ruiz|Mediterráneo|San Roque|La Encina|Atlántico|Moderna|Los Álamos|Castilla|Iberia|La Plaza|Nuevo Milenio|El Molino|Aurora|Sierra Nevada|Torre Alta|Costa Verde|Puente Viejo|Los Arcos|La Fuente|El Faro|Guadalquivir|Duero|Rocamar|Valdeolivas|Monteclaro|Peñalara|Urbasa|Cantalejo|Buenavista|Trigal|Vistahermosa|Almenara|Covadonga|Finisterre|Zarzalejo|Tamarit|Olarizu'.split(
    '|'
  )
const FORMS = [', S.L.', ' SL', ', S.A.', ' S.A.', ' S.L.U.', ', S. Coop.']
const SHORT: Readonly<Record<string, string>> = {
  José: 'Pepe',
  Francisco: 'Paco',
  Dolores: 'Lola',
  Concepción: 'Concha',
  Ignacio: 'Nacho',
  Manuel: 'Manolo',
  Javier: 'Javi',
  Rafael: 'Rafa',
  Enrique: 'Quique',
  Alejandro: 'Álex',
  Montserrat: 'Montse',
  Inmaculada: 'Inma',
  Santiago: 'Santi',
  Guillermo: 'Guille'
}

interface Person {
  given: string
  surnames: [string, string]
  company: string | null
  taxId: string
  email: string
  phone: string
  street: string
  number: string
  city: string
  postalCode: string
  birthDate: string
}

/** The letter that confirms a personal tax id. */
const letterOf = (digits: number): string => 'TRWAGMYFPDXBNJZSQVHLCKE'[digits % 23] ?? 'T'
const stripAccents = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '')

/**
 * A made-up base of Spanish people and firms whose truth is known: families that share telephone, address and surnames,
 * sons named after their fathers, namesakes, firms at their owner's address, and for about one in eight a second or third
 * record with the slips people make. Every further record keeps something by which a person could tell who it is.
 */
export function makeSpanishCustomers(seed: number, people: number): KnownRecord[] {
  const random = makeRandom(seed)
  const chance = (share: number): boolean => random() < share
  const whole = (below: number): number => Math.floor(random() * below)
  const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!
  /** The first of a list come up far more often than the last. */
  const pickSkewed = <T>(list: readonly T[]): T => list[Math.floor(list.length * random() ** 2.2)]!
  const digits = (count: number): string => Array.from({ length: count }, () => String(whole(10))).join('')
  const date = (from: number, to: number): string =>
    `${String(from + whole(to - from))}-${String(1 + whole(12)).padStart(2, '0')}-${String(1 + whole(28)).padStart(2, '0')}`
  const mobile = (): string => `6${digits(8)}`
  const nif = (): string => {
    const number = 10_000_000 + whole(80_000_000)
    return `${String(number)}${letterOf(number)}`
  }
  const mails = new Set<string>()
  /** No two people have one address. */
  const mail = (name: string): string => {
    for (;;) {
      const made = makeMail(name)
      if (mails.has(made)) continue
      mails.add(made)
      return made
    }
  }
  const makeMail = (name: string): string =>
    `${stripAccents(name)
      .toLowerCase()
      .replace(
        /[^a-z]+/g,
        pick(['', '.', '_'])
      )}${chance(0.5) ? digits(2) : ''}@${pick(['gmail.com', 'hotmail.com', 'yahoo.es', 'telefonica.net'])}`
  const home = (): Pick<Person, 'street' | 'number' | 'city' | 'postalCode'> => {
    const [city, prefix] = pickSkewed(CITIES)
    return { street: pick(STREETS), number: String(1 + whole(120)), city, postalCode: prefix + digits(2) }
  }
  const person = (over: Partial<Person> = {}): Person => {
    const given = over.given ?? pickSkewed(chance(0.5) ? WOMEN : MEN)
    const surnames = over.surnames ?? [pickSkewed(SURNAMES), pickSkewed(SURNAMES)]
    return {
      given,
      surnames,
      company: null,
      taxId: nif(),
      email: mail(`${given.split(' ')[0]!} ${surnames[0]}`),
      phone: mobile(),
      birthDate: date(1940, 2005),
      ...home(),
      ...over
    }
  }
  const family = (): Person[] => {
    const shared = { ...home(), phone: `9${digits(8)}` }
    const landline = (): Partial<Person> => (chance(0.5) ? shared : { ...shared, phone: mobile() })
    const father = person({ ...landline(), given: pickSkewed(MEN) })
    const mother = person({ ...landline(), given: pickSkewed(WOMEN) })
    const children = Array.from({ length: whole(3) }, () => {
      const given = chance(0.06) ? father.given : pickSkewed(chance(0.5) ? WOMEN : MEN)
      return person({
        ...landline(),
        given,
        surnames: [father.surnames[0], mother.surnames[0]],
        birthDate: date(1985, 2010),
        ...(chance(0.1) && { email: mother.email })
      })
    })
    // No parents give two children one name.
    return [father, mother, ...children.filter(({ given }, i) => children.findIndex((other) => other.given === given) === i)]
  }
  const hosts = new Set<string>()
  /** No two firms have one address in the net. */
  const host = (name: string): string => {
    const plain = stripAccents(name)
      .toLowerCase()
      .replace(/[^a-z]/g, '')
    let own = plain
    while (hosts.has(own)) own = plain + digits(2)
    hosts.add(own)
    return own
  }
  const company = (over: Partial<Person> = {}): Person => {
    const name = `${pick(TRADES)} ${chance(0.5) ? pick(TRADE_NAMES) : pick(SURNAMES)}${chance(0.4) ? ` ${pick(TRADE_NAMES)}` : ''}`
    return person({
      company: name,
      taxId: `B${digits(8)}`,
      email: `${pick(['info', 'contacto', 'administracion', 'ventas'])}@${host(name)}.es`,
      phone: `9${digits(8)}`,
      birthDate: '',
      ...over
    })
  }

  const all: Person[] = []
  while (all.length < people) {
    const kind = random()
    if (kind < 0.25) all.push(...family())
    else if (kind < 0.4) {
      const firm = company()
      all.push(firm)
      if (chance(0.3))
        all.push(person({ street: firm.street, number: firm.number, city: firm.city, postalCode: firm.postalCode, phone: firm.phone }))
    } else {
      const one = person()
      all.push(one)
      if (chance(0.01)) all.push(person({ given: one.given, surnames: one.surnames, ...(chance(0.5) && { city: one.city }) }))
    }
  }

  /** One slip of the pen. */
  const slip = (text: string): string => {
    const at = 1 + whole(Math.max(1, text.length - 2))
    const letter = 'abcdeimnorst'[whole(12)]!
    const kind = whole(4)
    if (kind === 0) return text.slice(0, at) + text.slice(at + 1)
    if (kind === 1) return text.slice(0, at) + letter + text.slice(at)
    if (kind === 2) return text.slice(0, at) + letter + text.slice(at + 1)
    return text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2)
  }
  const writeName = ({ given, surnames: [first, second], company: firm }: Person, isAgain: boolean): string => {
    if (firm !== null) {
      const form = pick(FORMS)
      const variants = [firm + form, firm, stripAccents(firm + form).toUpperCase(), slip(firm) + form]
      return isAgain ? pick(variants) : firm + pick(FORMS)
    }
    const whole = `${given} ${first} ${second}`
    if (!isAgain) return chance(0.06) ? `${given} ${first}` : whole
    const short = given.split(' ').map((part) => (part === 'María' ? pick(['Mª', 'M.']) : (SHORT[part] ?? part)))
    const variants = [
      whole,
      stripAccents(whole).toUpperCase(),
      `${first} ${second}, ${given}`,
      `${given} ${first}`,
      `${short.join(' ')} ${first} ${second}`,
      `${slip(given)} ${first} ${second}`,
      `${given} ${slip(first)} ${second}`,
      `${given.split(' ')[0]!} ${first} ${second}`,
      `Sr./Sra. ${whole}`,
      `${stripAccents(first)} ${stripAccents(second)} ${stripAccents(given)}`.toUpperCase(),
      `${given} ${first} de ${second}`
    ]
    return pick(variants)
  }
  const writePhone = (phone: string): string =>
    pick([
      phone,
      `+34${phone}`,
      `0034 ${phone}`,
      `${phone.slice(0, 3)} ${phone.slice(3, 6)} ${phone.slice(6)}`,
      `${phone.slice(0, 3)}-${phone.slice(3, 5)}-${phone.slice(5, 7)}-${phone.slice(7)}`
    ])
  const writeStreet = ({ street, number }: Person): string =>
    pick([
      `Calle ${street}, ${number}`,
      `C/ ${street} ${number}`,
      `Cl. ${street}, nº ${number}`,
      `c/${street.toUpperCase()}, ${number}`,
      `${street} ${number}, ${String(1 + whole(6))}º ${pick(['A', 'B', 'izda', 'dcha'])}`
    ])
  const write = (one: Person, isAgain: boolean): IdentityRecord => {
    const keep = (share: number): boolean => chance(share)
    const record = {
      name: writeName(one, isAgain),
      taxId: keep(0.5)
        ? isAgain && chance(0.04)
          ? slip(one.taxId)
          : pick([one.taxId, one.taxId.toLowerCase(), `${one.taxId.slice(0, -1)}-${one.taxId.slice(-1)}`])
        : null,
      email: keep(0.7) ? (isAgain && chance(0.08) ? mail(one.given) : isAgain && chance(0.04) ? slip(one.email) : one.email) : null,
      phone: keep(0.75) ? writePhone(isAgain && chance(0.1) ? mobile() : one.phone) : null,
      address: keep(0.65) ? writeStreet(one) : null,
      city: keep(0.8) ? pick([one.city, one.city.toUpperCase()]) : null,
      postalCode: keep(0.5) ? one.postalCode : null,
      birthDate: one.birthDate !== '' && keep(0.4) ? one.birthDate : null
    }
    return record
  }
  /** Whether two records have something beside the name by which they can be told to be one. */
  const tells = (a: IdentityRecord, b: IdentityRecord): boolean => {
    const digitsOf = (text: string | null): string => text?.replace(/\D/g, '').slice(-9) ?? ''
    const isSame = (x: string, y: string): boolean => x !== '' && x === y
    return (
      isSame(digitsOf(a.phone), digitsOf(b.phone)) ||
      isSame(a.email ?? '', b.email ?? '') ||
      isSame(a.taxId?.replace('-', '').toUpperCase() ?? '', b.taxId?.replace('-', '').toUpperCase() ?? '')
    )
  }

  const records: KnownRecord[] = []
  for (const [truth, one] of all.entries()) {
    let first = write(one, false)
    while (first.email === null && first.phone === null && first.taxId === null) first = write(one, false)
    records.push({ truth, record: first })
    if (!chance(0.13)) continue
    for (let copies = chance(0.15) ? 2 : 1; copies > 0; copies--) {
      let again = write(one, true)
      while (!tells(first, again)) again = write(one, true)
      records.push({ truth, record: again })
    }
  }
  for (let i = records.length - 1; i > 0; i--) {
    const j = whole(i + 1)
    ;[records[i], records[j]] = [records[j]!, records[i]!]
  }
  return records
}
