import { toDay, toIso, toMoment } from './calendar.ts'
import { type Person, WELCOME_FROM } from './people.ts'
import type { Purchase } from './purchases.ts'
import type { Random } from './random.ts'
import type { Recipe } from './recipe.ts'

export type TableRow = Record<string, string | number | null>

/** One customer with what they bought, in time's order. */
export interface Story {
  person: Person
  purchases: Purchase[]
}

const INBOUND = { enquiry: 0.5, support: 0.22, quote: 0.18, other: 0.1 }
const OUTCOMES = [
  'pedido hecho',
  'presupuesto enviado',
  'resuelto',
  'volverá a llamar',
  'sin interés',
  'prefiere sin gluten',
  'anotado su horario'
]
const COMPLAINTS = { 'pedido incompleto': 0.3, calidad: 0.34, trato: 0.12, precio: 0.14, privacidad: 0.1 }
const RESOLUTIONS = ['reposición del pedido', 'descuento en el siguiente', 'disculpa y llamada', 'cambio de ruta']
const COMMENTS = [
  'El pan, siempre bueno.',
  'A veces se acaba pronto.',
  'Muy amables.',
  'Llegó tarde.',
  'La web es cómoda.',
  null,
  null,
  null
]

function interaction(person: Person, day: number, random: Random, row: TableRow): TableRow {
  const isInbound = row.direction === 'in'
  const at = toMoment(day, random.between(480, 1180))
  return {
    customer_id: person.id,
    at,
    channel: random.pick(['teléfono', 'email', 'tienda', 'whatsapp']),
    subject: null,
    outcome: random.chance(isInbound ? 0.66 : 0.5) ? random.pick(OUTCOMES) : null,
    first_response_at:
      isInbound && random.chance(0.85)
        ? new Date(Date.parse(at) + Math.round(random.exponential(1 / 90)) * 60_000).toISOString().slice(0, 19) + 'Z'
        : null,
    next_action_at: random.chance(0.12) ? toIso(day + random.between(3, 30)) : null,
    handled_by: person.ownerUser ?? 'mostrador',
    handled_by_role: person.ownerUser ? 'responsable' : 'dependienta',
    cost_minor: random.between(40, 900),
    ...row
  }
}

/** Enquiries of everybody, visits to companies, and the welcome of new customers since the programme began. */
export function makeInteractions(recipe: Recipe, stories: readonly Story[], random: Random): TableRow[] {
  const to = toDay(recipe.to)
  const rows: TableRow[] = []
  for (const { person, purchases } of stories) {
    const first = purchases[0]?.day ?? person.startDay
    const last = Math.min(to, purchases.at(-1)?.day ?? to)
    const isCompany = person.group.type === 'company'
    const add = (day: number, row: TableRow): void => {
      if (day <= to) rows.push(interaction(person, day, random, row))
    }
    if (isCompany)
      for (let day = first + random.between(20, 80); day < last; day += random.between(70, 130))
        add(day, { direction: 'out', kind: 'visit', subject: 'visita trimestral' })
    if (person.group.id === 'prospect')
      add(to - random.between(5, 330), { direction: 'in', kind: random.pick(['enquiry', 'quote']), subject: 'pregunta por un encargo' })
    for (
      let day = first - random.between(0, 20);
      day < last;
      day += Math.max(8, Math.round(random.exponential(isCompany ? 1 / 90 : 1 / 420)))
    )
      add(Math.max(day, toDay(recipe.from)), { direction: 'in', kind: random.weighted(INBOUND) })
    if (person.welcome === 'T' && random.chance(0.84)) {
      add(first + random.between(1, 6), { direction: 'out', kind: 'welcome', subject: 'carta y vale de bienvenida' })
      if (random.chance(0.5)) add(first + random.between(20, 40), { direction: 'out', kind: 'follow_up' })
    } else if (random.chance(0.18)) add(last + random.between(5, 25), { direction: 'out', kind: 'follow_up' })
  }
  return rows
}

/** Late deliveries draw most of them; the ones of the last weeks are still open. */
export function makeComplaints(recipe: Recipe, stories: readonly Story[], random: Random): TableRow[] {
  const to = toDay(recipe.to)
  const rows: TableRow[] = []
  for (const { person, purchases } of stories) {
    for (const purchase of purchases) {
      const isLate = purchase.delayCause !== null && purchase.deliveredDay !== null
      if (!random.chance(isLate ? 0.2 : 0.003)) continue
      const openedDay = Math.min(to, (purchase.deliveredDay ?? purchase.day) + random.between(0, 2))
      const isOpen = openedDay > to - 90 ? random.chance(0.6) : random.chance(0.03)
      const opened = toMoment(openedDay, random.between(500, 1100))
      const resolvedDay = Math.min(to, openedDay + Math.round(random.exponential(1 / 4)))
      rows.push({
        customer_id: person.id,
        order_id: purchase.id,
        opened_at: opened,
        category: isLate ? 'retraso' : random.weighted(COMPLAINTS),
        severity: random.pick([1, 1, 2, 2, 3]),
        channel: random.pick(['teléfono', 'tienda', 'email']),
        first_response_at: isOpen && random.chance(0.4) ? null : toMoment(Math.min(to, openedDay + random.between(0, 2)), 1190),
        resolved_at: isOpen ? null : toMoment(resolvedDay, 1195),
        resolution: isOpen ? null : random.pick(RESOLUTIONS),
        compensation_minor: isOpen ? null : random.pick([0, 0, 300, 600, 1200]),
        satisfaction: isOpen || random.chance(0.4) ? null : random.pick([2, 3, 4, 4, 5]),
        reopened: random.chance(0.05) ? 1 : 0
      })
    }
    const last = purchases.at(-1)
    if (person.isMain && last)
      rows.push({
        customer_id: person.id,
        order_id: last.id,
        opened_at: toMoment(to - 23, 555),
        category: 'retraso',
        severity: 3,
        channel: 'teléfono',
        first_response_at: null,
        resolved_at: null,
        resolution: null,
        compensation_minor: null,
        satisfaction: null,
        reopened: 1
      })
  }
  return rows
}

/** Two of three said yes to news; some took it back later, some were never asked. */
export function makeConsents(recipe: Recipe, stories: readonly Story[], random: Random): TableRow[] {
  const to = toDay(recipe.to)
  const rows: TableRow[] = []
  for (const { person, purchases } of stories) {
    const first = purchases[0]?.day ?? person.startDay
    if (random.chance(0.13)) continue
    const channel = person.email && random.chance(0.8) ? 'email' : 'whatsapp'
    const isGranted = random.chance(0.8)
    const consent = (day: number, status: string, row: TableRow = {}): TableRow => ({
      customer_id: person.id,
      purpose: 'marketing',
      channel,
      status,
      at: toMoment(Math.min(day, to), 700),
      expires_at: null,
      source: random.pick(['ficha en tienda', 'web']),
      ...row
    })
    rows.push(consent(first, isGranted ? 'granted' : 'denied', isGranted && random.chance(0.05) ? { expires_at: toIso(first + 730) } : {}))
    if (isGranted && random.chance(0.06) && first + 60 < to) rows.push(consent(random.between(first + 60, to), 'withdrawn'))
    if (random.chance(0.25)) rows.push(consent(first, random.chance(0.7) ? 'granted' : 'denied', { purpose: 'profiling' }))
  }
  return rows
}

/** A yearly "would you recommend us?" to those who come, and a question after the welcome. */
export function makeSurveys(recipe: Recipe, stories: readonly Story[], random: Random): TableRow[] {
  const to = toDay(recipe.to)
  const rows: TableRow[] = []
  for (const { person, purchases } of stories) {
    const wasLate = purchases.some(({ delayCause, day }) => delayCause !== null && day > to - 365)
    for (const year of [2024, 2025, 2026]) {
      const day = toDay(`${String(year)}-05-10`) + random.between(0, 25)
      const isComing = purchases.some((purchase) => purchase.day < day && purchase.day > day - 200)
      if (!isComing || !random.chance(person.group.type === 'company' ? 0.7 : 0.42)) continue
      const mood =
        (person.group.id === 'regular' ? 9 : 8.2) - (wasLate && year === 2026 ? 2.2 : 0) - (person.isMain && year === 2026 ? 2 : 0)
      rows.push({
        customer_id: person.id,
        at: toIso(day),
        kind: 'nps',
        score: Math.min(10, Math.max(0, Math.round(mood + 1.9 * random.normal()))),
        channel: 'email',
        comment: random.pick(COMMENTS),
        competitor_score: random.chance(0.2) ? random.between(5, 9) : null
      })
    }
    const first = purchases[0]?.day
    if (first !== undefined && first >= WELCOME_FROM && first + 20 <= to && random.chance(0.4))
      rows.push({
        customer_id: person.id,
        at: toIso(first + random.between(8, 20)),
        kind: 'csat',
        score: Math.min(5, Math.max(1, Math.round((person.welcome === 'T' ? 4.5 : 3.9) + 0.8 * random.normal()))),
        channel: person.id % 3 === 0 ? 'tienda' : 'whatsapp',
        comment: null,
        competitor_score: null
      })
  }
  return rows
}
