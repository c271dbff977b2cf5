import type Database from 'better-sqlite3'
import type { DataKind } from '../../../../shared/contract/base.ts'
import type { Missing } from '../../../../shared/contract/segments.ts'
import { findField, findSubject } from '../../../../shared/segments/find-field.ts'
import type { SubjectDefinition } from '../../../../shared/segments/subjects.ts'
import type { Figures } from '../../figures/figures.ts'
import type { Condition } from './compile-rule.ts'

/** The built-in segment that lacks an answer for the same reason as a figure; other figures need orders alone. */
const LIKE_SEGMENT: Readonly<Record<string, string>> = {
  rfm: 's_champions',
  r: 's_champions',
  f: 's_champions',
  m: 's_champions',
  alive: 's_mvc',
  'lifetime-value': 's_mvc'
}
const KIND_OF_SUBJECT: Readonly<Record<string, DataKind>> = { products: 'order-lines' }

/** Why the data can't answer a condition: a figure that could not be computed, records that were never brought in. Null: it can. */
export function findMissing(db: Database.Database, figures: Figures, condition: Condition): Missing | null {
  if (condition.kind === 'field') {
    if (findField(condition.field)?.table !== 'customer_metrics') return null
    return figures.segmentSummary(LIKE_SEGMENT[condition.field] ?? 's_active').missing
  }
  const subject = findSubject(condition.subject)
  return subject && isEmptySubject(db, subject) ? needsRecords(subject) : null
}

/** Whether no row of it is there at all: then there is no answer, rather than an empty one. */
export function isEmptySubject(db: Database.Database, { tables }: SubjectDefinition): boolean {
  return db.prepare(`SELECT 1 FROM ${tables[0] ?? ''} LIMIT 1`).get() === undefined
}

function needsRecords({ id, name }: SubjectDefinition): Missing {
  const kind = KIND_OF_SUBJECT[id] ?? (id as DataKind)
  return {
    code: 'needs-data',
    needs: [kind],
    hint: {
      en: `Nothing is known here yet of: ${name.en.toLowerCase()}. Bring them in.`,
      es: `Aquí aún no consta nada de: ${name.es.toLowerCase()}. Tráigalos.`
    }
  }
}
