import type Database from 'better-sqlite3'

export type ImportedTable = 'customers' | 'orders' | 'order_lines' | 'interactions' | 'complaints' | 'consents' | 'surveys' | 'campaigns'

/** Keeps what a row was before this import changes it, once; undo of the import puts it back. */
export function createBeforeKeeper(db: Database.Database, batchId: number, table: ImportedTable): (id: number) => void {
  const keep = db.prepare<[number, number]>(
    `INSERT OR IGNORE INTO import_before (batch_id, table_name, row_id, before) SELECT ?, '${table}', id, ${writeRowJson(db, table)} FROM ${table} WHERE id = ?`
  )
  return (id) => {
    keep.run(batchId, id)
  }
}

/** Members of campaigns have no id of their own: campaign and customer in one number, as the log of an import names rows. */
const MEMBER_BASE = 2 ** 32
export const MEMBER_ROW_ID = `campaign_id * ${String(MEMBER_BASE)} + customer_id`

/** As `createBeforeKeeper`, for a customer's place in a campaign. */
export function createMemberKeeper(db: Database.Database, batchId: number): (campaignId: number, customerId: number) => void {
  const keep = db.prepare<[number, number, number]>(
    `INSERT OR IGNORE INTO import_before (batch_id, table_name, row_id, before)
     SELECT ?, 'campaign_members', ${MEMBER_ROW_ID}, ${writeRowJson(db, 'campaign_members')} FROM campaign_members WHERE campaign_id = ? AND customer_id = ?`
  )
  return (campaignId, customerId) => {
    keep.run(batchId, campaignId, customerId)
  }
}

/** SQL of a whole row as a JSON object. */
function writeRowJson(db: Database.Database, table: string): string {
  const columns = db.prepare<[string], { name: string }>('SELECT name FROM pragma_table_info(?)').all(table)
  return `json_object(${columns.map(({ name }) => `'${name}', ${name}`).join(', ')})`
}
