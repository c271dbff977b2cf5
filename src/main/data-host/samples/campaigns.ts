import { toDay, toIso, toMoment } from './calendar.ts'
import type { Story, TableRow } from './contacts.ts'
import { WELCOME_FROM } from './people.ts'
import { makePurchase, type Purchase } from './purchases.ts'
import type { Random } from './random.ts'
import type { Recipe } from './recipe.ts'

interface Plan {
  id: number
  name: string
  goal: string
  segmentId: string | null
  channel: string
  from: string
  to: string
  budgetMinor: number
  costMinor: number
  /** Who could be asked: by what they had bought when it began. */
  suits: (purchases: readonly Purchase[], day: number) => boolean
  /** Of those who suit, how many were taken; of these, how many were left out on purpose to compare with. */
  share: number
  control: number
  responds: number
  /** Chance of an order that would not have come: with and without the campaign. */
  lift: readonly [number, number]
  category: string | null
}

const bought = (purchases: readonly Purchase[], from: number, to: number): number =>
  purchases.filter(({ day }) => day > from && day <= to).length

/** What the bakery tried, with a control group where it could. The welcome programme takes its members from `Person.welcome`. */
const PLANS: readonly Plan[] = [
  {
    id: 1,
    name: 'Roscones de Reyes',
    goal: 'development',
    segmentId: 's_champions',
    channel: 'email',
    from: '2025-12-12',
    to: '2026-01-06',
    budgetMinor: 32_000,
    costMinor: 29_400,
    suits: (p, day) => bought(p, day - 120, day) >= 3,
    share: 0.8,
    control: 0.2,
    responds: 0.3,
    lift: [0.2, 0.04],
    category: 'temporada'
  },
  {
    id: 2,
    name: 'Te echamos de menos',
    goal: 'winback',
    segmentId: 's_winback',
    channel: 'email',
    from: '2026-05-04',
    to: '2026-06-15',
    budgetMinor: 18_000,
    costMinor: 17_100,
    suits: (p, day) => bought(p, day - 800, day - 180) >= 3 && bought(p, day - 180, day) === 0,
    share: 0.9,
    control: 0.25,
    responds: 0.14,
    lift: [0.16, 0.03],
    category: null
  },
  {
    id: 3,
    name: 'Boletín de otoño',
    goal: 'retention',
    segmentId: null,
    channel: 'email',
    from: '2026-10-01',
    to: '2026-10-20',
    budgetMinor: 9000,
    costMinor: 8200,
    suits: (p, day) => bought(p, day - 365, day) >= 1,
    share: 0.6,
    control: 0,
    responds: 0.09,
    lift: [0.01, 0],
    category: null
  }
]
const WELCOME_ID = PLANS.length + 1

/** Put into letter boxes: nobody knows who got them, so they have no members. */
const LEAFLETS = [
  { name: 'Vales en el buzón', from: '2025-02-10', to: '2025-03-02', budgetMinor: 70_000, costMinor: 68_400 },
  { name: 'Vales en el buzón y puertas abiertas', from: '2026-02-09', to: '2026-03-01', budgetMinor: 110_000, costMinor: 117_900 }
] as const

/** Campaigns as rows; the orders they brought are added to the stories, so this runs before ids are given. */
export function runCampaigns(
  recipe: Recipe,
  stories: readonly Story[],
  random: Random
): { campaigns: TableRow[]; members: () => TableRow[] } {
  const members: (() => TableRow)[] = []
  for (const plan of PLANS) for (const story of stories) members.push(...invite(recipe, plan, story, random))
  for (const story of stories) members.push(...welcome(recipe, story, random))
  const campaigns = PLANS.map((plan) =>
    campaignRow(plan.id, plan.name, plan.goal, plan.segmentId, plan.channel, plan.from, plan.to, plan.budgetMinor, plan.costMinor)
  )
  campaigns.push(campaignRow(WELCOME_ID, 'Bienvenida', 'onboarding', 's_new', 'carta', toIso(WELCOME_FROM), recipe.to, 60_000, 41_300))
  for (const [place, { name, from, to, budgetMinor, costMinor }] of LEAFLETS.entries())
    campaigns.push(campaignRow(WELCOME_ID + 1 + place, name, 'acquisition', null, 'buzoneo', from, to, budgetMinor, costMinor))
  return { campaigns, members: () => members.map((make) => make()) }
}

function campaignRow(
  id: number,
  name: string,
  goal: string,
  segmentId: string | null,
  channel: string,
  from: string,
  to: string,
  budgetMinor: number,
  costMinor: number
): TableRow {
  return {
    id,
    external_id: `CAMP-${String(id)}`,
    name,
    goal,
    segment_id: segmentId,
    channel,
    start_date: from,
    end_date: to,
    budget_minor: budgetMinor,
    actual_cost_minor: costMinor
  }
}

/** At most one member; a function, because the order it led to has no id yet. */
function invite(recipe: Recipe, plan: Plan, { person, purchases }: Story, random: Random): (() => TableRow)[] {
  const from = toDay(plan.from)
  const to = toDay(plan.to)
  if (person.group.id === 'prospect' || !plan.suits(purchases, from) || !random.chance(plan.share)) return []
  const isControl = random.chance(plan.control)
  let order: Purchase | null = null
  if (random.chance(plan.lift[isControl ? 1 : 0])) {
    const product = recipe.products.find(({ category }) => category === plan.category)
    order = makePurchase(recipe, person, random.between(from + 2, to), random.lognormal(person.ticketMinor * 1.2, 0.3), random, product)
    order.campaignId = isControl ? null : plan.id
    purchases.push(order)
    purchases.sort((a, b) => a.day - b.day)
    // Whoever came back stays a while.
    if (plan.goal === 'winback')
      purchases.push(makePurchase(recipe, person, Math.min(toDay(recipe.to), to + random.between(25, 120)), person.ticketMinor, random))
  }
  const responded = !isControl && (order !== null || random.chance(plan.responds))
  return [
    () => ({
      campaign_id: plan.id,
      customer_id: person.id,
      member_group: isControl ? 'C' : 'T',
      sent_at: isControl ? null : toMoment(from, 600),
      responded_at: responded ? toMoment(order?.day ?? from + 2, 900) : null,
      converted_order_id: order?.id ?? null
    })
  ]
}

function welcome(recipe: Recipe, { person, purchases }: Story, random: Random): (() => TableRow)[] {
  const first = purchases[0]
  if (person.welcome === null || !first || first.day + 3 > toDay(recipe.to)) return []
  const second = purchases.find(({ day }) => day > first.day && day <= first.day + 60) ?? null
  const isControl = person.welcome === 'C'
  const responded = !isControl && (second !== null ? random.chance(0.7) : random.chance(0.1))
  return [
    () => ({
      campaign_id: WELCOME_ID,
      customer_id: person.id,
      member_group: person.welcome,
      sent_at: isControl ? null : toMoment(first.day + 2, 600),
      responded_at: responded ? toMoment(Math.min(toDay(recipe.to), first.day + 10), 1000) : null,
      converted_order_id: second?.id ?? null
    })
  ]
}
