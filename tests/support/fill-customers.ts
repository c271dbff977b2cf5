import type Database from 'better-sqlite3'
import { makeRandom } from '../../src/shared/analytics/chance.ts'
import { buildSearchKey } from '../../src/shared/domain/search-key.ts'

const GIVEN =
  'Antonio María Manuel Carmen José Ana Francisco Isabel David Laura Juan Cristina Javier Marta Daniel Lucía Carlos Elena Jesús Paula Alejandro Raquel Miguel Pilar Rafael Rocío Pedro Sofía Pablo Nuria Ángel Álvaro Sergio Inés Óscar Iván Raúl Rubén Adrián Begoña Íñigo Aitor Jordi Montserrat Xavier Núria Gael Valentina Mateo Ximena'.split(
    ' '
  )
const FAMILY =
  'García González Rodríguez Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Blanco Molina Morales Suárez Ortega Delgado Castro Ortiz Rubio Marín Sanz Núñez Iglesias Medina Garrido Cortés Castillo Santos Lozano Guerrero Cano Prieto Méndez Cruz Calvo Gallego Vidal León Márquez Herrera Peña Flores Cabrera Campos Vega Fuentes Carrasco Diez Caballero Reyes Nieto Aguilar Pascual Santana Herrero Montero Lorenzo Hidalgo Giménez Ibáñez Ferrer Durán Santiago Benítez Vargas Mora Vicente Arias Carmona Crespo Román Pastor Soto Sáez Velasco Moya Soler Parra Esteban Bravo Gallardo Rojas'.split(
    ' '
  )
const CITIES =
  'Madrid Barcelona Valencia Sevilla Zaragoza Málaga Murcia Palma Bilbao Alicante Córdoba Valladolid Vigo Gijón Granada Vitoria Elche Oviedo Cartagena Jerez Pamplona Almería Burgos Santander Castellón Albacete Logroño Badajoz Salamanca Huelva Lleida Tarragona León Cádiz Jaén Ourense Girona Lugo Cáceres Toledo'.split(
    ' '
  )
const STREETS =
  'Mayor Real Sol Nueva Iglesia Constitución Ancha Alta Baja Fuente Olivo Rosario Libertad Prado Colón Goya Cervantes Velázquez Picasso Alfonso'.split(
    ' '
  )
const DOMAINS = ['gmail.com', 'hotmail.com', 'yahoo.es', 'outlook.es', 'telefonica.net', 'empresa.es']
const TAGS = ['precio', 'rapidez', 'regalo', 'asesoría', 'ecológico', 'a medida']
const LETTERS = 'TRWAGMYFPDXBNJZSQVHLCKE'

interface Made {
  name: string
  email: string
  phone: string
  taxId: string
  address: string
  city: string
  postalCode: string
  externalId: string
}

/** Customer number `i`, always the same: a Spanish name, and whatever tells people apart. */
function makeCustomer(i: number): Made {
  const random = makeRandom(i + 1)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const [given, one, two] = [pick(GIVEN), pick(FAMILY), pick(FAMILY)]
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const dni = Math.floor(random() * 1e8)
  return {
    name: `${given} ${one} ${two}`,
    email: `${plain(given)}.${plain(one)}${i % 997}@${pick(DOMAINS)}`,
    phone: `+34${600_000_000 + Math.floor(random() * 2e8)}`,
    taxId: `${String(dni).padStart(8, '0')}${LETTERS[dni % 23] ?? ''}`,
    address: `Calle ${pick(STREETS)} ${1 + Math.floor(random() * 120)}`,
    city: pick(CITIES),
    postalCode: String(1000 + Math.floor(random() * 51_000)).padStart(5, '0'),
    externalId: `C-${String(i + 1).padStart(7, '0')}`
  }
}

/** Writes customers 1 to `count`, every tenth with notes, every third with tags, every second with an attribute; and one order each for a tenth. */
export function fillCustomers(db: Database.Database, count: number): void {
  const insert = db.prepare(
    `INSERT INTO customers (id, external_id, type, name, search_key, tax_id, email, phone, address, city, postal_code, country, needs_tags, notes, attributes, created_at, updated_at)
     VALUES (?, ?, 'person', ?, ?, ?, ?, ?, ?, ?, ?, 'ES', ?, ?, ?, ?, '2026-01-01T00:00:00.000Z')`
  )
  const order = db.prepare('INSERT INTO orders (customer_id, external_id, order_date, net_minor) VALUES (?, ?, ?, ?)')
  for (let i = 0; i < count; i += 1) {
    const { name, email, phone, taxId, address, city, postalCode, externalId } = makeCustomer(i)
    insert.run(
      i + 1,
      externalId,
      name,
      buildSearchKey({ name, email, city, externalId }),
      taxId,
      email,
      phone,
      address,
      city,
      postalCode,
      i % 3 === 0 ? `${TAGS[i % TAGS.length] ?? ''}, ${TAGS[(i * 7 + 1) % TAGS.length] ?? ''}` : null,
      i % 10 === 0 ? `Prefiere que le llamen por la tarde; expediente ${i}` : null,
      i % 2 === 0 ? JSON.stringify({ Puntos: (i * 37) % 5000, Tienda: CITIES[i % 7] }) : null,
      `20${20 + (i % 6)}-0${1 + (i % 9)}-1${i % 10}T10:00:00.000Z`
    )
    if (i % 10 === 0) order.run(i + 1, `#${100_000 + i}`, `2025-0${1 + (i % 9)}-1${i % 10}`, 1000 + ((i * 7919) % 90_000))
  }
}

/** What people type: whole and half names, with and without accents, phones in any writing, e-mails, numbers, places, several at once. */
export function listQueries(count: number, customers: number): string[] {
  const random = makeRandom(2026)
  return Array.from({ length: count }, (_, at) => {
    const one = makeCustomer(Math.floor(random() * customers))
    const [given = '', family = '', second = ''] = one.name.split(' ')
    const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
    const digits = one.phone.slice(3)
    const ways = [
      one.name,
      plain(family).slice(0, 3),
      `${plain(family)} ${plain(given)}`,
      `${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)} ${digits.slice(7)}`,
      one.phone,
      `0034 ${digits}`,
      one.email,
      one.email.split('@')[0] ?? '',
      one.taxId,
      `${one.taxId.slice(0, 2)}.${one.taxId.slice(2, 5)}.${one.taxId.slice(5, 8)}-${one.taxId.slice(8)}`,
      plain(one.city),
      `${plain(second)} ${plain(one.city)}`,
      one.postalCode,
      one.address,
      one.externalId,
      one.externalId.slice(3),
      `#${100_000 + 10 * Math.floor(random() * (customers / 10))}`,
      `${plain(given).slice(0, 2)} ${plain(family).slice(0, 4)} ${plain(one.city).slice(0, 3)}`,
      'a',
      `expediente ${plain(given)}`
    ]
    return ways[at % ways.length] ?? ''
  })
}
