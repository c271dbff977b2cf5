import Database from 'better-sqlite3'

/**
 * Tables of no workspace in a temporary file of SQLite's own, for what would fill the memory: gone when it is closed, and nothing
 * of it is safe from a crash.
 */
export function openScratch(): Database.Database {
  const db = new Database('')
  db.pragma('journal_mode = OFF')
  db.pragma('cache_size = -2048')
  return db
}
