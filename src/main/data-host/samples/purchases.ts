import { monthOf, toDay } from './calendar.ts'
import type { Person } from './people.ts'
import type { Random } from './random.ts'
import type { Product, Recipe } from './recipe.ts'

export interface Line {
  product: string
  category: string
  quantity: number
  netMinor: number
  costMinor: number
}
/** An order to be; ids follow the calendar and are given at the end. */
export interface Purchase {
  id: number
  person: Person | null
  day: number
  channel: string
  status: 'completed' | 'pending' | 'cancelled'
  lines: Line[]
  netMinor: number
  costMinor: number
  discountMinor: number
  serviceCostMinor: number | null
  campaignId: number | null
  promisedDay: number | null
  deliveredDay: number | null
  delayCause: string | null
}

/** From here the best customer's orders shrink; its deliveries had begun to come late a month before. */
const DECLINE_FROM = toDay('2026-06-01')
const TROUBLE_FROM = toDay('2026-04-25')
const TROUBLE_TO = toDay('2026-07-20')
const CAUSES = ['horno averiado', 'ruta de reparto', 'falta de personal', 'pedido mal anotado']
/** Share of a usual ticket by month: Christmas and Easter are the bakery's seasons. */
const SEASON = [1.25, 0.9, 0.98, 1.08, 1, 0.97, 0.92, 0.85, 0.97, 1.02, 1.02, 1.3]

/** Everything one customer bought. */
export function makePurchases(recipe: Recipe, person: Person, random: Random): Purchase[] {
  const until = Math.min(toDay(recipe.to), person.endDay)
  const purchases: Purchase[] = []
  if (person.group.id === 'prospect' || person.startDay > toDay(recipe.to)) return purchases
  // Everybody has bought once: that is how they came into the books.
  for (let day = person.startDay; purchases.length === 0 || day <= until;) {
    const fading = person.isMain && day >= DECLINE_FROM ? Math.max(0.28, 1 - (day - DECLINE_FROM) / 190) : 1
    purchases.push(makePurchase(recipe, person, day, random.lognormal(person.ticketMinor, person.group.ticketSpread) * fading, random))
    const welcomed = person.welcome === 'T' && purchases.length === 1 ? 0.72 : 1
    day += Math.max(1, Math.round((random.lognormal(person.gapDays, person.group.gapSpread) * welcomed) / fading))
  }
  return purchases
}

/** One order of a customer, or of somebody at the till who left no name. */
export function makePurchase(
  recipe: Recipe,
  person: Person | null,
  day: number,
  amount: number,
  random: Random,
  wanted?: Product
): Purchase {
  const isBusiness = person?.group.type === 'company'
  const discountShare = random.chance(isBusiness ? 0.2 : 0.08) ? 0.1 : 0
  const gross = Math.max(180, Math.round((amount * (SEASON[monthOf(day) - 1] ?? 1)) / 5) * 5)
  const target = Math.round(gross * (1 - discountShare))
  const lines = makeLines(recipe, target, isBusiness, random, wanted)
  const channel = person ? random.weighted(person.group.channels) : random.chance(0.6) ? 'tienda' : 'mercado'
  const status = random.chance(0.012) ? 'cancelled' : person && day >= toDay(recipe.to) - 1 && random.chance(0.1) ? 'pending' : 'completed'
  return {
    id: 0,
    person,
    day,
    channel,
    status,
    lines,
    netMinor: lines.reduce((sum, { netMinor }) => sum + netMinor, 0),
    costMinor: lines.reduce((sum, { costMinor }) => sum + costMinor, 0),
    discountMinor: gross - target,
    serviceCostMinor: isBusiness ? 420 : channel === 'web' ? 290 : null,
    campaignId: null,
    ...makeDelivery(recipe, person, day, channel, random)
  }
}

function makeDelivery(
  recipe: Recipe,
  person: Person | null,
  day: number,
  channel: string,
  random: Random
): Pick<Purchase, 'promisedDay' | 'deliveredDay' | 'delayCause'> {
  const isBusiness = person?.group.type === 'company'
  if (!isBusiness && channel !== 'web') return { promisedDay: null, deliveredDay: null, delayCause: null }
  const promisedDay = day + 1
  const inTrouble = isBusiness && person.isMain && day >= TROUBLE_FROM && day <= TROUBLE_TO
  const isLate = random.chance(inTrouble ? 0.45 : 0.045)
  const deliveredDay = promisedDay + (isLate ? random.between(1, 2) : 0)
  return {
    promisedDay,
    deliveredDay: deliveredDay > toDay(recipe.to) ? null : deliveredDay,
    delayCause: isLate ? random.pick(CAUSES) : null
  }
}

/** One to three lines that add up to the order exactly. */
function makeLines(recipe: Recipe, target: number, isBusiness: boolean, random: Random, wanted?: Product): Line[] {
  const count = wanted ? 1 : random.weighted({ '1': 0.4, '2': 0.38, '3': 0.22 })
  const weights = Object.fromEntries(recipe.products.map((product) => [product.category, isBusiness ? product.business : product.home]))
  const lines: Line[] = []
  let left = target
  for (let index = Number(count); index >= 1; index -= 1) {
    const category = random.weighted(weights)
    const product = wanted ?? recipe.products.find((each) => each.category === category) ?? recipe.products[0]
    if (!product) break
    const netMinor = index === 1 ? left : Math.round((left * (0.3 + 0.5 * random.next())) / 5) * 5
    left -= netMinor
    lines.push({
      product: random.pick(product.names),
      category: product.category,
      quantity: Math.max(1, Math.round(netMinor / random.between(180, 420))),
      netMinor,
      costMinor: Math.round(netMinor * product.costRatio * (0.92 + 0.16 * random.next()))
    })
  }
  return lines
}
