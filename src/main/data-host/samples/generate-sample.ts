import { toDay, toIso } from './calendar.ts'
import { runCampaigns } from './campaigns.ts'
import { makeComplaints, makeConsents, makeInteractions, makeSurveys, type Story, type TableRow } from './contacts.ts'
import { customerRow, makePeople } from './people.ts'
import { makePurchase, makePurchases, type Purchase } from './purchases.ts'
import { Random } from './random.ts'
import type { Recipe } from './recipe.ts'

/** Rows by table, parents before children; every row of a table has the same columns. */
export type SampleData = { table: string; rows: TableRow[] }[]

/** The whole business out of its recipe: the same recipe gives the same rows. */
export function generateSample(recipe: Recipe): SampleData {
  const random = new Random(recipe.seed)
  const people = makePeople(recipe, random)
  const stories: Story[] = people.map((person) => ({ person, purchases: makePurchases(recipe, person, random) }))
  const { campaigns, members } = runCampaigns(recipe, stories, random)
  for (const { purchases } of stories) purchases.sort((a, b) => a.day - b.day)
  const orders = numberOrders([...stories.flatMap(({ purchases }) => purchases), ...makeTillSales(recipe, random)])
  return [
    { table: 'campaigns', rows: campaigns },
    { table: 'customers', rows: stories.map(({ person, purchases }) => customerRow(person, recipe, purchases)) },
    { table: 'customer_flags', rows: makeFlags(stories, recipe) },
    { table: 'orders', rows: orders.map(orderRow) },
    { table: 'order_lines', rows: orders.flatMap(lineRows) },
    { table: 'interactions', rows: makeInteractions(recipe, stories, random) },
    { table: 'complaints', rows: makeComplaints(recipe, stories, random) },
    { table: 'consents', rows: makeConsents(recipe, stories, random) },
    { table: 'campaign_members', rows: members() },
    { table: 'surveys', rows: makeSurveys(recipe, stories, random) }
  ]
}

/** Ids and numbers follow the calendar. */
function numberOrders(orders: Purchase[]): Purchase[] {
  orders.sort((a, b) => a.day - b.day)
  orders.forEach((order, index) => {
    order.id = index + 1
  })
  return orders
}

/** What the till took without asking for a name: two closings a week. */
function makeTillSales(recipe: Recipe, random: Random): Purchase[] {
  const sales: Purchase[] = []
  for (let day = toDay(recipe.from) + 1; day < toDay(recipe.to); day += random.between(2, 3))
    sales.push(makePurchase(recipe, null, day, random.lognormal(6600, 0.35), random))
  return sales
}

function orderRow(order: Purchase): TableRow {
  return {
    id: order.id,
    customer_id: order.person?.id ?? null,
    external_id: `P-${toIso(order.day).slice(0, 4)}-${String(order.id).padStart(5, '0')}`,
    order_date: toIso(order.day),
    channel: order.channel,
    status: order.status,
    net_minor: order.netMinor,
    cost_minor: order.costMinor,
    discount_minor: order.discountMinor,
    service_cost_minor: order.serviceCostMinor,
    campaign_id: order.campaignId,
    promised_date: order.promisedDay === null ? null : toIso(order.promisedDay),
    delivered_date: order.deliveredDay === null ? null : toIso(order.deliveredDay),
    delay_cause: order.delayCause
  }
}

function lineRows(order: Purchase): TableRow[] {
  return order.lines.map((line, index) => ({
    order_id: order.id,
    line_key: String(index + 1),
    product: line.product,
    category: line.category,
    quantity: line.quantity,
    net_exact: minorToText(line.netMinor),
    cost_minor: line.costMinor
  }))
}

/** Cents as decimal text in euros, the way lines keep their amounts. */
function minorToText(minor: number): string {
  return `${String(Math.trunc(minor / 100))}.${String(minor % 100).padStart(2, '0')}`
}

/** Two companies count for more than they buy. */
function makeFlags(stories: readonly Story[], recipe: Recipe): TableRow[] {
  const companies = stories.filter(({ person }) => person.group.type === 'company')
  const reasons = [
    { kind: 'benchmark', reason: 'Otros hoteles de la ciudad compran donde compra este.' },
    { kind: 'inspiration', reason: 'De sus encargos salieron el pan de molde sin azúcar y el reparto a las seis.' }
  ]
  return reasons.flatMap(({ kind, reason }, index) => {
    const story = companies[index * 10]
    return story ? [{ customer_id: story.person.id, kind, reason, at: toIso(toDay(recipe.to) - 300) }] : []
  })
}
