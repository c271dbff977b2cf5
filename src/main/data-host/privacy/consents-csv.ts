import type { ConsentRow } from '../../../shared/contract/privacy.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { type CsvColumn, writeCsvHeader, writeCsvRow } from '../reports/csv.ts'

/** The register as the lines of a CSV file. */
export function* writeConsentsCsv(rows: readonly ConsentRow[], language: Language): Generator<string> {
  const title = (key: string): string => translate(language, `privacy.consents.columns.${key}`)
  const columns: readonly CsvColumn<ConsentRow>[] = [
    { title: title('name'), type: 'text', read: ({ name }) => name },
    { title: title('purpose'), type: 'text', read: ({ purpose }) => purpose },
    { title: title('channel'), type: 'text', read: ({ channel }) => channel },
    { title: title('state'), type: 'text', read: ({ state }) => translate(language, `privacy.states.${state}`) },
    { title: title('at'), type: 'date', read: ({ at }) => at },
    { title: title('expiresAt'), type: 'date', read: ({ expiresAt }) => expiresAt },
    { title: title('source'), type: 'text', read: ({ source }) => source }
  ]
  yield writeCsvHeader(columns)
  for (const row of rows) yield writeCsvRow(columns, row)
}
