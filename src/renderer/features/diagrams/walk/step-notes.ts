import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import type { Language } from '../../../../shared/domain/text.ts'

/** What was decided at a step, and on which day (ISO date). */
export interface Decision {
  readonly date: string
  readonly text: string
}

/** How a decision stands in the notes of its shape: on a line of its own, to be read and changed by anybody. */
const WORDS: Readonly<Record<Language, string>> = { en: 'Decision', es: 'Decisión' }
const LINE = /^(?:Decision|Decisión) (\d{4}-\d{2}-\d{2}): (.+)$/u

/** The decisions among the notes, oldest first. */
export function readDecisions({ notes = '' }: Pick<DiagramShape, 'notes'>): Decision[] {
  return notes.split('\n').flatMap((line) => {
    const [, date, text] = LINE.exec(line.trim()) ?? []
    return date !== undefined && text !== undefined ? [{ date, text }] : []
  })
}

/** The notes without the decisions. */
export function readPlainNotes({ notes = '' }: Pick<DiagramShape, 'notes'>): string {
  return notes
    .split('\n')
    .filter((line) => !LINE.test(line.trim()))
    .join('\n')
    .trim()
}

/** The shape with one more decision in its notes; a line break in it would end it, so it is one line. */
export function addDecision(shape: DiagramShape, { date, text }: Decision, language: Language): DiagramShape {
  const line = `${WORDS[language]} ${date}: ${text.replace(/\s+/gu, ' ').trim()}`
  const notes = shape.notes?.trimEnd() ?? ''
  return { ...shape, notes: notes === '' ? line : `${notes}\n${line}` }
}
