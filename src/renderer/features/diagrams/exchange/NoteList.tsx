import type { ReactNode } from 'react'
import type { Text } from '../../../../shared/domain/text.ts'
import { useFormats } from '../../../ui/formats.tsx'

/** What a file could not hold or could not be read in full. */
export function NoteList({ title, notes }: { title: string; notes: readonly Text[] }): ReactNode {
  const { text } = useFormats()
  if (notes.length === 0) return null
  return (
    <section className="exchange-notes" data-testid="exchange-notes">
      <h3>{title}</h3>
      <ul>
        {notes.map((note) => (
          <li key={note.en}>{text(note)}</li>
        ))}
      </ul>
    </section>
  )
}
