import type Database from 'better-sqlite3'
import type { Text } from '../../../shared/domain/text.ts'
import type { ReadingWords } from '../../../shared/segments/describe-comparison.ts'
import { readSettings } from '../database/settings.ts'
import type { Figures } from '../figures/figures.ts'
import { loadSegmentCatalogue } from './catalogue.ts'

/** Names that a reading of a rule needs out of the workspace: campaigns, RFM segments, segments built in and own. */
export function readReadingWords(
  db: Database.Database,
  resourcesDir: string,
  figures: Pick<Figures, 'hasSegment'>,
  own: readonly { id: string; en: string; es: string }[]
): ReadingWords {
  const segments = new Map<string, Text>(loadSegmentCatalogue(resourcesDir).map(({ id, name }) => [id, name]))
  for (const { id, en, es } of own) segments.set(id, { en, es })
  const campaigns = new Map(
    db
      .prepare<[], { id: number; name: string }>('SELECT id, name FROM campaigns')
      .all()
      .map(({ id, name }) => [String(id), { en: name, es: name }])
  )
  const nameSegment = (id: string): Text | null => segments.get(id) ?? null
  return {
    currency: readSettings(db).currency,
    nameSegment,
    nameChoice: (fieldId, value) => {
      if (fieldId === 'rfm' && figures.hasSegment(value)) return nameSegment(value)
      return CAMPAIGN_FIELDS.has(fieldId) ? (campaigns.get(value) ?? null) : null
    }
  }
}
const CAMPAIGN_FIELDS: ReadonlySet<string> = new Set(['campaign', 'acquisition-campaign'])
