import type { OpenWorkspace } from '../context.ts'

/** Tables whose rows figures are computed from, beside orders and customers: a change there leaves the order columns as they are. */
const OTHER_TABLES = [
  'order_lines',
  'interactions',
  'complaints',
  'consents',
  'campaigns',
  'campaign_members',
  'surveys',
  'customer_flags'
] as const
/** What tells whether two records stand for one customer, and whether a record counts at all. */
const IDENTITY_COLUMNS = ['id', 'name', 'tax_id', 'email', 'phone', 'address', 'city', 'birth_date', 'merged_into_id', 'status'] as const
/** More customers than this are read again with everybody else. */
const MOST_TOUCHED = 2000

/** What this process changed since the journal was last emptied. Rolled back changes stay noted: that costs time, never truth. */
export interface Touches {
  /** Data numbers given by this process. */
  readonly numbers: Set<number>
  /** Customers whose orders changed. */
  readonly buyers: Set<number>
  /** Customers whose own record changed. */
  readonly customers: Set<number>
  /** An order changed or went; else all that was noted of orders is new ones. */
  areOrdersChanged: boolean
  /** Somebody came, went, or is named or reached otherwise. */
  areIdentitiesTouched: boolean
  /** A row changed that the order columns know nothing of. */
  areOthersTouched: boolean
}

function makeTouches(): Touches {
  return {
    numbers: new Set(),
    buyers: new Set(),
    customers: new Set(),
    areOrdersChanged: false,
    areIdentitiesTouched: false,
    areOthersTouched: false
  }
}

const journals = new WeakMap<OpenWorkspace, Touches>()

/**
 * Notes which customers each change touches, from now on, through triggers of the writing connection alone: nothing of it
 * is in the file. Call it before the columns are read that it keeps up to date. Null where nothing is written.
 */
export function openJournal(workspace: OpenWorkspace): Touches | null {
  const known = journals.get(workspace)
  if (known || workspace.readOnly) return known ?? null
  const touches = makeTouches()
  journals.set(workspace, touches)
  const { write } = workspace
  const define = (name: string, note: (value: unknown) => void): void => {
    write.function(name, (value: unknown) => {
      note(value)
      return null
    })
  }
  define('note_number', (number) => {
    if (typeof number === 'number') touches.numbers.add(number)
  })
  define('note_buyer', (id) => {
    if (typeof id === 'number' && touches.buyers.size <= MOST_TOUCHED) touches.buyers.add(id)
  })
  define('note_customer', (id) => {
    if (typeof id === 'number' && touches.customers.size <= MOST_TOUCHED) touches.customers.add(id)
  })
  define('note_changed_order', () => {
    touches.areOrdersChanged = true
  })
  define('note_identity', () => {
    touches.areIdentitiesTouched = true
  })
  define('note_other', () => {
    touches.areOthersTouched = true
  })
  write.exec(listTriggers().join(';\n'))
  return touches
}

function listTriggers(): string[] {
  const trigger = (table: string, event: string, work: string): string =>
    `CREATE TEMP TRIGGER touch_${table}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON main.${table} BEGIN ${work} END`
  return [
    trigger('revision', 'UPDATE OF data_number', 'SELECT note_number(new.data_number);'),
    trigger('orders', 'INSERT', 'SELECT note_buyer(new.customer_id);'),
    trigger('orders', 'DELETE', 'SELECT note_buyer(old.customer_id); SELECT note_changed_order(1);'),
    trigger('orders', 'UPDATE', 'SELECT note_buyer(old.customer_id); SELECT note_buyer(new.customer_id); SELECT note_changed_order(1);'),
    trigger('customers', 'INSERT', 'SELECT note_customer(new.id); SELECT note_identity(1);'),
    trigger('customers', 'DELETE', 'SELECT note_customer(old.id); SELECT note_identity(1);'),
    trigger(
      'customers',
      'UPDATE',
      `SELECT note_customer(old.id); SELECT note_customer(new.id); SELECT note_identity(1) WHERE ${IDENTITY_COLUMNS.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')};`
    ),
    ...OTHER_TABLES.flatMap((table) => ['INSERT', 'UPDATE', 'DELETE'].map((event) => trigger(table, event, 'SELECT note_other(1);')))
  ]
}

/** What was noted so far, and begins anew: for whoever brings the columns up to date. */
export function takeTouches(touches: Touches): Touches {
  const { numbers, buyers, customers } = touches
  const taken: Touches = { ...touches, numbers: new Set(numbers), buyers: new Set(buyers), customers: new Set(customers) }
  for (const noted of [numbers, buyers, customers]) noted.clear()
  touches.areOrdersChanged = false
  touches.areIdentitiesTouched = false
  touches.areOthersTouched = false
  return taken
}

/** The newest rows there were when columns were read: what came later is told by its id. */
export interface HighestIds {
  readonly order: number
  readonly customer: number
  readonly batch: number
}

export function readHighestIds({ read }: OpenWorkspace): HighestIds {
  return read
    .prepare<[], HighestIds>(
      `SELECT coalesce((SELECT max(id) FROM orders), 0) AS "order", coalesce((SELECT max(id) FROM customers), 0) AS customer,
         coalesce((SELECT max(id) FROM import_batches), 0) AS batch`
    )
    .get()!
}

/** What changed since `from`, as far as columns of customers and orders go. */
export interface DataChange {
  /** Customers whose orders have to be read again, by id. */
  readonly buyers: readonly number[]
  /** Every order that counted then still does, as it was: what changed is new orders, with higher ids. */
  readonly areOrdersAppended: boolean
  /** Customers whose own record has to be read again, by id, ascending; null: too many to be worth it. */
  readonly customers: readonly number[] | null
  /** Nobody came, went, or is named or reached otherwise. */
  readonly areIdentitiesKept: boolean
  /** Only orders changed: whatever is drawn from other records stands. */
  readonly isOrdersAlone: boolean
}

/**
 * What happened between two data numbers: what this process noted, and what imports wrote through a connection of their own
 * (new rows by their ids, changed ones by what the import kept of them). Null when that does not explain every number in
 * between, or is too much to be worth it: then everything is read again.
 */
export function findDataChange(
  workspace: OpenWorkspace,
  from: { dataNumber: number; highest: HighestIds },
  to: number,
  touches: Touches
): DataChange | null {
  const { read } = workspace
  const { highest } = from
  const imports = read
    .prepare<[number], { kind: string }>('SELECT kind FROM import_batches WHERE id > ? AND created + updated > 0')
    .all(highest.batch)
  const noted = [...touches.numbers].filter((number) => number > from.dataNumber && number <= to).length
  if (noted + imports.length !== to - from.dataNumber || touches.buyers.size > MOST_TOUCHED) return null
  const buyers = new Set(touches.buyers)
  let areOrdersAppended = !touches.areOrdersChanged
  if (imports.length > 0) {
    const rows = read
      .prepare<[number, number, number], { was: number | null; is: number | null }>(
        `SELECT NULL AS was, customer_id AS "is" FROM orders WHERE id > ?
         UNION ALL
         SELECT CAST(before ->> 'customer_id' AS INTEGER), o.customer_id FROM import_before b LEFT JOIN orders o ON o.id = b.row_id
         WHERE b.batch_id > ? AND b.table_name = 'orders' LIMIT ?`
      )
      .all(highest.order, highest.batch, MOST_TOUCHED + 1)
    if (rows.length > MOST_TOUCHED) return null
    areOrdersAppended &&= !hasChangedOrders(workspace, highest)
    for (const { was, is } of rows) for (const id of [was, is]) if (id !== null) buyers.add(id)
  }
  const imported = imports.length > 0 ? listImportedCustomers(workspace, highest) : []
  const customers = new Set([...touches.customers, ...imported])
  const isOrdersAlone =
    customers.size === 0 && !touches.areOthersTouched && imports.every(({ kind }) => kind === 'orders') && !hasLines(workspace)
  return {
    buyers: [...buyers],
    areOrdersAppended,
    customers: customers.size > MOST_TOUCHED ? null : [...customers].sort((a, b) => a - b),
    areIdentitiesKept: !touches.areIdentitiesTouched && imported.length === 0,
    isOrdersAlone
  }
}

function hasChangedOrders({ read }: OpenWorkspace, highest: HighestIds): boolean {
  return (
    read.prepare<[number]>("SELECT 1 FROM import_before WHERE batch_id > ? AND table_name = 'orders' LIMIT 1").get(highest.batch) !==
    undefined
  )
}

/** An order's import may bring its lines, which other figures read. */
function hasLines({ read }: OpenWorkspace): boolean {
  return read.prepare('SELECT 1 FROM order_lines LIMIT 1').get() !== undefined
}

/** Customers that imports brought or changed; one more than are worth reading when there are that many. */
function listImportedCustomers({ read }: OpenWorkspace, highest: HighestIds): number[] {
  return read
    .prepare<[number, number, number], number>(
      `SELECT id FROM customers WHERE id > ?
       UNION SELECT row_id FROM import_before WHERE batch_id > ? AND table_name = 'customers' LIMIT ?`
    )
    .pluck()
    .all(highest.customer, highest.batch, MOST_TOUCHED + 1)
}
