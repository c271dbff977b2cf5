import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../../shared/domain/text.ts'
import { useFormats } from '../../../ui/formats.tsx'

/** What was completed, left out or could not be read. A few are shown at once, many on demand. */
export function SchemaNotes({ notes }: { notes: readonly Text[] }): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  if (notes.length === 0) return null
  const list = (
    <ul>
      {notes.map((note) => (
        <li key={note.en}>{text(note)}</li>
      ))}
    </ul>
  )
  return (
    <div className="schema-notes" role="note" data-testid="schema-notes">
      <IconInfoCircle size={18} stroke={1.6} aria-hidden />
      {notes.length <= 2 ? (
        list
      ) : (
        <details>
          <summary>{t('diagramSchema.notesCount', { count: notes.length, n: count(notes.length) })}</summary>
          {list}
        </details>
      )}
    </div>
  )
}
