import Database from 'better-sqlite3'

/** Opens a copy that lives for one call and that nobody else knows of: no log beside it, nothing kept after a crash. */
export function openScratch(path: string): Database.Database {
  const db = new Database(path, { fileMustExist: true })
  db.pragma('journal_mode = MEMORY')
  db.pragma('synchronous = OFF')
  db.pragma('temp_store = MEMORY')
  db.pragma('trusted_schema = OFF')
  db.pragma('foreign_keys = OFF')
  return db
}
