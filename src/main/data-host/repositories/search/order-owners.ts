import type Database from 'better-sqlite3'

/** Shorter beginnings fit too many orders to mean one of them. */
const SHORTEST = 3
const MOST_OWNERS = 5000

/**
 * Customers of orders whose number begins with what was typed, as typed or in capitals, with or without the sign `#` that shops
 * put before it. Read from the index of order numbers, so it is right at once after every change.
 */
export function findOrderOwners(db: Database.Database, typed: string): number[] {
  const plain = typed.trim().replace(/^#/, '')
  if (plain.length < SHORTEST || !/\d/.test(plain) || /\s/.test(plain)) return []
  const owners = db
    .prepare<[string, string], number>(
      `SELECT DISTINCT customer_id FROM (SELECT customer_id FROM orders WHERE external_id >= ? AND external_id < ? LIMIT ${MOST_OWNERS}) WHERE customer_id IS NOT NULL`
    )
    .pluck()
  const ways = new Set([plain, plain.toUpperCase(), plain.toLowerCase()].flatMap((way) => [way, `#${way}`]))
  return [...ways].flatMap((way) => owners.all(way, afterAll(way)))
}

/** The first text after all that begin with `text`. */
function afterAll(text: string): string {
  return text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1)
}
