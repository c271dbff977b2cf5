import type Database from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'

/** Every text column of the schema as it stands, read from the file: nobody has to remember to add one here. */
export function listTextColumns(db: Database.Database): { table: string; column: string }[] {
  const tables = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
  return tables.flatMap((table) =>
    db
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(table)
      .filter(({ type }) => type === 'TEXT')
      .map(({ name }) => ({ table, column: name }))
  )
}

/** How often a text stands in the raw bytes of a workspace: the file and what lies beside it. */
export function countInBytes(path: string, text: string): number {
  return ['', '-wal', '-shm', '-journal']
    .filter((ending) => existsSync(path + ending))
    .reduce(
      (count, ending) =>
        count +
        readFileSync(path + ending)
          .toString('latin1')
          .split(Buffer.from(text, 'utf8').toString('latin1')).length -
        1,
      0
    )
}

export const NAME = 'Zacarías Canariñez Únicor'
export const EMAIL = 'zacarias.canarinez@unicor.es'
export const PHONE = '+34699887766'
export const TAX = '99887766K'
/** What was planted in a column. */
export const canary = (table: string, column: string): string => `KNRY.${table}.${column}.KNRY`

/**
 * A workspace where customer 1 is a person with something in every text of every table, and customer 2 somebody else. Texts
 * people wrote about other things name customer 1.
 */
export function plantCanaries(db: Database.Database): void {
  const c = canary
  const names = `${NAME} <${EMAIL}>`
  const json = (table: string, column: string): string => JSON.stringify({ said: `${c(table, column)} ${NAME}` })
  db.exec(`INSERT INTO import_batches (id, kind, file_name, at, settings, rows, created, updated, unchanged, rejected)
    VALUES (1, 'customers', 'clientes ${NAME}.csv', '2026-01-01', '{}', 1, 1, 0, 0, 0)`)
  const customer = db.prepare(
    `INSERT INTO customers (id, external_id, type, name, search_key, tax_id, email, phone, address, city, region, postal_code, country, language, birth_date,
       acquisition_date, acquisition_channel, partner_id, owner_user, needs_tags, notes, attributes, created_at, updated_at, batch_id)
     VALUES (@id, @external, 'person', @name, lower(@name), @tax, @email, @phone, @address, @city, @region, @postal, 'ES', 'es', '1980-02-03',
       '2024-01-01', 'web', 'P1', @owner, @tags, @notes, @attributes, '2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00.000Z', 1)`
  )
  customer.run({
    id: 1,
    external: c('customers', 'external_id'),
    name: NAME,
    tax: TAX,
    email: EMAIL,
    phone: PHONE,
    address: c('customers', 'address'),
    city: c('customers', 'city'),
    region: c('customers', 'region'),
    postal: c('customers', 'postal_code'),
    owner: c('customers', 'owner_user'),
    tags: c('customers', 'needs_tags'),
    notes: c('customers', 'notes'),
    attributes: json('customers', 'attributes')
  })
  customer.run({
    id: 2,
    external: 'C2',
    name: 'Otra Persona',
    tax: null,
    email: 'otra@casa.es',
    phone: '+34600000001',
    address: 'Sol 2',
    city: 'Soria',
    region: 'Soria',
    postal: '42001',
    owner: 'Marta',
    tags: 'pan',
    notes: `prima de ${NAME}`,
    attributes: null
  })
  db.exec(`INSERT INTO customer_flags VALUES (1, 'benchmark', '${c('customer_flags', 'reason')}', '2026-01-01')`)
  db.exec(`INSERT INTO orders (id, customer_id, external_id, order_date, channel, status, net_minor, delay_cause, promised_date, delivered_date, batch_id)
    VALUES (1, 1, 'PED-1', '2026-03-01', 'web', 'completed', 5000, 'proveedor ${NAME}', '2026-03-02', '2026-03-05', 1), (2, 2, 'PED-2', '2026-03-01', 'web', 'completed', 7000, NULL, NULL, NULL, 1)`)
  db.exec(
    `INSERT INTO order_lines (order_id, line_key, product, category, quantity, net_exact) VALUES (1, '1', 'Taza para ${NAME}', 'tazas', 1, '50.00')`
  )
  db.exec(`INSERT INTO interactions (id, customer_id, at, channel, direction, kind, subject, outcome, handled_by)
    VALUES (1, 1, '2026-03-01T10:00', 'phone', 'in', 'enquiry', '${c('interactions', 'subject')}', '${c('interactions', 'outcome')}', '${c('interactions', 'handled_by')}')`)
  db.exec(
    `INSERT INTO complaints (id, customer_id, opened_at, category, resolution) VALUES (1, 1, '2026-03-01', 'entrega', '${c('complaints', 'resolution')}')`
  )
  db.exec(
    `INSERT INTO consents (customer_id, purpose, channel, status, at, expires_at, source) VALUES (1, 'marketing', 'email', 'granted', '2026-01-01', '2026-11-20', '${c('consents', 'source')}')`
  )
  db.exec(
    `INSERT INTO surveys (id, customer_id, at, kind, score, comment) VALUES (1, 1, '2026-03-01', 'nps', 9, '${c('surveys', 'comment')}')`
  )
  db.exec(`INSERT INTO campaigns (id, external_id, name, goal) VALUES (1, 'K1', 'Visita a ${NAME}', 'retention')`)
  db.exec(`INSERT INTO campaign_members (campaign_id, customer_id, sent_at) VALUES (1, 1, '2026-02-01')`)
  db.exec(
    `INSERT INTO segments (id, name_en, name_es, rule, owner, proposition) VALUES ('own-1', 'About ${NAME}', 'Sobre ${NAME}', ${sqlText(JSON.stringify({ about: EMAIL }))}, 'Marta', 'Llamar a ${names}')`
  )
  db.exec(`INSERT INTO segment_members VALUES ('own-1', 1, '')`)
  db.exec(`INSERT INTO accuracy_checks VALUES (1, 'email', 1, '2026-01-01')`)
  db.exec(
    `INSERT INTO merges (kept_id, merged_id, at, reasons, kept_before, kept_after, merged_before, moved) VALUES (1, 2, '2026-01-01', '[]', ${sqlText(json('merges', 'kept_before'))}, '{}', ${sqlText(json('merges', 'merged_before'))}, '{}')`
  )
  db.exec(`INSERT INTO distinct_pairs VALUES (1, 2, '2026-01-01')`)
  db.exec(`INSERT INTO import_before VALUES (1, 'customers', 1, ${sqlText(json('import_before', 'before'))})`)
  db.exec(`INSERT INTO import_after VALUES (1, 'customers', 99, ${sqlText(json('import_after', 'after'))})`)
  db.exec(`INSERT INTO changes (at, kind, details, rows) VALUES ('2026-01-02', 'customer-changed', ${sqlText(JSON.stringify({ name: NAME }))},
    ${sqlText(JSON.stringify([{ table: 'customers', key: { id: 1 }, before: { notes: c('changes', 'rows') }, after: { notes: null } }]))}),
    ('2026-01-03', 'walk-step', ${sqlText(JSON.stringify({ title: `Con ${NAME}` }))}, ${sqlText(JSON.stringify([{ table: 'walk_steps', key: { walk_id: 1, element_id: 'e' }, before: { notes: '' }, after: { notes: `Visto a ${NAME}` } }]))})`)
  db.exec(`INSERT INTO settings (key, value) VALUES ('choice.1', ${sqlText(JSON.stringify({ note: NAME }))})`)
  db.exec(`INSERT INTO kpi_entries (kpi_id, at, value, note) VALUES ('k_x', '2026-01-01', 1, 'dicho por ${NAME}')`)
  db.exec(`INSERT INTO own_models VALUES ('m', ${sqlText(JSON.stringify({ about: NAME }))}, '2026-01-01')`)
  db.exec(
    `INSERT INTO diagrams (name, content, updated_at) VALUES ('Casa de ${NAME}', ${sqlText(JSON.stringify({ about: NAME }))}, '2026-01-01')`
  )
  db.exec(`INSERT INTO diagram_items (diagram_id, id, place, content) VALUES
    (1, 'a ${NAME}', '{"x":0,"y":0,"width":80,"height":40,"order":1}', ${sqlText(JSON.stringify({ item: 'shape', kind: 'process', label: `Llamar a ${names}`, link: { to: 'customers', customerIds: [1, 2] } }))}),
    (1, 'b', ${sqlText(JSON.stringify({ from: { shapeId: `a ${NAME}` }, to: { x: 1, y: 1 }, points: [], order: 2 }))}, '{"item":"line"}')`)
  db.exec(
    `INSERT INTO diagram_versions (diagram_id, name, made_at, shapes, lines, content) VALUES (1, 'Antes de ${NAME}', '2026-01-01', 1, 1, ${sqlText(JSON.stringify({ settings: { path: [`a ${NAME}`] }, items: [] }))})`
  )
  db.exec(
    `INSERT INTO walks (id, model_id, model_revision, started_at, updated_at, participants) VALUES (1, 'idic', 1, '2026-01-01', '2026-01-01', 'Marta y ${NAME}')`
  )
  db.exec(`INSERT INTO walk_steps (walk_id, element_id, position, justification, decision, notes, evidence, action_draft)
    VALUES (1, 'e', 1, '${names}', '${names}', '${names}', ${sqlText(JSON.stringify({ a: NAME }))}, ${sqlText(JSON.stringify({ a: NAME }))})`)
  db.exec(`INSERT INTO walk_answers VALUES (1, 'e', 1, 'Lo dijo ${names}')`)
  db.exec(
    `INSERT INTO assessments (model_id, element_id, participant, evidence_text, at) VALUES ('idic', 'e', '${NAME}', 'Carta de ${names}', '2026-01-01')`
  )
  db.exec(`INSERT INTO actions (title, owner, due_date, created_at) VALUES ('Llamar a ${NAME}', '${NAME}', '2026-12-01', '2026-01-01')`)
  db.exec(`INSERT INTO own_presets VALUES ('p', ${sqlText(JSON.stringify({ map: NAME }))}, '2026-01-01')`)
  db.exec(`INSERT INTO attributes (id, name, type) VALUES ('said', 'Apodo de ${NAME}', 'text')`)
  db.exec(`INSERT INTO customer_views VALUES ('v', 'Sin ${NAME}', ${sqlText(JSON.stringify({ search: NAME }))}, 1)`)
}

const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`
