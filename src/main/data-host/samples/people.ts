import { buildSearchKey, normaliseForSearch } from '../../../shared/domain/search-key.ts'
import { toDay, toMoment, toIso } from './calendar.ts'
import type { Random } from './random.ts'
import type { Group, Recipe } from './recipe.ts'

/** A customer to be, with how they buy. */
export interface Person {
  id: number
  group: Group
  name: string
  email: string | null
  phone: string | null
  address: string | null
  city: string | null
  postalCode: string | null
  language: string | null
  acquisitionChannel: string | null
  ownerUser: string | null
  needsTags: string | null
  /** First day they could buy, and the day they stopped. */
  startDay: number
  endDay: number
  gapDays: number
  ticketMinor: number
  /** The best customer of the story, who orders less and less at the end. */
  isMain: boolean
  /** In the welcome programme: treated, kept out of it as control, or there before it began. */
  welcome: 'T' | 'C' | null
}

const ACQUISITION = { 'paso por la tienda': 0.42, recomendación: 0.26, mercado: 0.14, web: 0.12, folleto: 0.06 }
export const WELCOME_FROM = toDay('2026-03-01')

/** All customers in the order of their ids: companies first, then people as they came. */
export function makePeople(recipe: Recipe, random: Random): Person[] {
  const people: Person[] = []
  for (const group of recipe.groups) {
    for (let index = 0; index < group.count; index += 1) {
      const person = makePerson(recipe, group, index, random)
      people.push(
        group.id === 'duplicate'
          ? copyIdentity(person, random.pick(people.filter((each) => each.group.id === 'occasional' && each.phone !== null)), random)
          : person
      )
    }
  }
  const companies = people.filter(({ group }) => group.type === 'company')
  const others = people.filter(({ group }) => group.type === 'person').sort((a, b) => a.startDay - b.startDay)
  return [...companies, ...others].map((person, index) => ({ ...person, id: index + 1 }))
}

function makePerson(recipe: Recipe, group: Group, index: number, random: Random): Person {
  const from = toDay(recipe.from)
  const to = toDay(recipe.to)
  const isCompany = group.type === 'company'
  // The best customer of the story has been there from the first day and never left altogether.
  const isMain = isCompany && index === 0
  const startDay =
    isMain || random.chance(group.fromTheStart)
      ? from + random.between(0, Math.min(group.gapDays, 90))
      : from + Math.floor((to - from) * random.next() ** 0.85)
  const name = isCompany
    ? (recipe.businesses[index % recipe.businesses.length] ?? '')
    : `${random.pick(recipe.firstNames)} ${random.pick(recipe.surnames)} ${random.pick(recipe.surnames)}`
  const [city, postalCode] = random.pick(recipe.towns)
  const slug = normaliseForSearch(name).replace(/[^a-z0-9]+/g, '.')
  const isSparse = random.chance(isCompany ? 0.08 : 0.3)
  return {
    id: 0,
    group,
    name,
    email: random.chance(isSparse ? 0.35 : 0.93)
      ? isCompany
        ? `pedidos@${slug.replaceAll('.', '')}.example`
        : `${slug}${String(random.between(1, 99))}@correo.example`
      : null,
    phone: random.chance(isSparse ? 0.4 : 0.95)
      ? `+34 6${String(random.between(0, 9))}0 ${String(random.between(100, 999))} ${String(random.between(100, 999))}`
      : null,
    address: random.chance(isSparse ? 0.25 : 0.85) ? `${random.pick(recipe.streets)} ${String(random.between(1, 88))}` : null,
    city: random.chance(isSparse ? 0.6 : 0.97) ? city : null,
    postalCode,
    language: random.chance(0.9) ? 'es' : null,
    acquisitionChannel: isCompany
      ? random.pick(['visita comercial', 'recomendación'])
      : random.chance(isSparse ? 0.4 : 0.9)
        ? random.weighted(ACQUISITION)
        : null,
    ownerUser: (isCompany && random.chance(0.75)) || (group.id === 'regular' && random.chance(0.3)) ? random.pick(recipe.owners) : null,
    needsTags: random.chance(0.6) ? pickNeeds(isCompany ? recipe.businessNeeds : recipe.needs, random) : null,
    startDay,
    endDay: isMain ? to : startDay + Math.floor(random.exponential(group.yearlyChurn) * 365),
    gapDays: isMain ? 5 : group.gapDays * Math.exp(0.35 * random.normal()),
    ticketMinor: isMain ? 15_500 : random.lognormal(group.ticketMinor, group.personSpread),
    isMain,
    welcome: group.id !== 'prospect' && group.type === 'person' && startDay >= WELCOME_FROM ? (random.chance(0.8) ? 'T' : 'C') : null
  }
}

function pickNeeds(needs: readonly string[], random: Random): string {
  return [...new Set([random.pick(needs), ...(random.chance(0.25) ? [random.pick(needs)] : [])])].join(', ')
}

/** The same person entered a second time: without accents or with one surname, and one contact in common. */
function copyIdentity(person: Person, original: Person, random: Random): Person {
  const plain = original.name.normalize('NFD').replace(/\p{M}/gu, '')
  const name = random.chance(0.5) ? plain : plain.split(' ').slice(0, 2).join(' ')
  return {
    ...person,
    name,
    phone: original.phone,
    email: random.chance(0.4) ? original.email : person.email,
    city: original.city,
    postalCode: original.postalCode,
    address: original.address,
    startDay: Math.max(person.startDay, original.startDay + 30)
  }
}

/** What customers who left said, where somebody asked. */
const LOST_REASONS = ['moved_away', 'competitor', 'no_need', 'price', 'competitor', 'unknown', 'service']
/** Silent for so long that they are gone; every so many of them was asked why. */
const GONE_DAYS = 730
const ASKED_EVERY = 5

/** Nothing here is drawn at random, so that it changes nothing of what comes after. */
function findLostReason({ id }: Person, lastOrderDay: number | undefined, today: number): string | null {
  if (lastOrderDay === undefined || lastOrderDay > today - GONE_DAYS || id % ASKED_EVERY !== 0) return null
  return LOST_REASONS[(id / ASKED_EVERY) % LOST_REASONS.length] ?? null
}

/** Whoever has somebody in charge was on record before buying: visited, or asked for an offer. */
function findFirstContact({ id, ownerUser }: Person, firstDay: number, from: number): number {
  return ownerUser === null ? firstDay : Math.max(from, firstDay - 5 - ((id * 13) % 110))
}

/** The row of `customers`; `purchases` in time's order. */
export function customerRow(
  person: Person,
  recipe: Recipe,
  purchases: readonly { readonly day: number }[]
): Record<string, string | number | null> {
  const externalId = `C-${String(person.id).padStart(4, '0')}`
  const today = toDay(recipe.to)
  const created = Math.min(purchases[0]?.day ?? person.startDay, today)
  const lostReason = findLostReason(person, purchases.at(-1)?.day, today)
  return {
    id: person.id,
    external_id: externalId,
    type: person.group.type,
    name: person.name,
    search_key: buildSearchKey({ name: person.name, email: person.email, city: person.city, externalId }),
    email: person.email,
    phone: person.phone,
    address: person.address,
    city: person.city,
    postal_code: person.postalCode,
    country: 'ES',
    language: person.language,
    acquisition_date: toIso(created),
    acquisition_channel: person.acquisitionChannel,
    acquisition_campaign_id: null,
    owner_user: person.ownerUser,
    status: person.group.id === 'prospect' ? 'prospect' : lostReason === null ? 'customer' : 'lost',
    lost_reason: lostReason,
    needs_tags: person.needsTags,
    created_at: toMoment(findFirstContact(person, created, toDay(recipe.from)), 600),
    updated_at: toMoment(created, 600)
  }
}
