import { Button, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_LABEL, LONGEST_NOTES, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { growToText } from '../../../../shared/diagrams/edits/grow-to-text.ts'
import { setLocked } from '../../../../shared/diagrams/edits/lock.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { useCanvasUiStore } from '../store/use-diagram.ts'
import { findCommon, setKey } from './change-items.ts'
import { Section, TextField } from './inspector-fields.tsx'
import { KeptData } from './KeptData.tsx'
import { StyleFields } from './StyleFields.tsx'
import { useEdits, type Edits } from './use-edits.ts'

interface ChosenFormProps {
  items: readonly DiagramItem[]
  /** What is chosen, above its name. */
  what: string
  title: ReactNode
  /** What the button that deletes it says. */
  deleteLabel: string
  /** Rows its text and its notes begin with; without it, neither is offered. */
  rows?: { readonly label: number; readonly notes: number }
  /** Below the text, in its section. */
  text?: (edits: Edits) => ReactNode
  /** Before and after what all have in common: colours and lines. */
  before?: (edits: Edits) => ReactNode
  after?: (edits: Edits) => ReactNode
}

/** What can be changed of anything that is chosen, one thing or several; what only some have is put in between. */
export function ChosenForm({ items, what, title, deleteLabel, rows, text, before, after }: ChosenFormProps): ReactNode {
  const { t } = useTranslation()
  const key = JSON.stringify(items.map(({ id }) => id))
  // Ids stay the same while what they name changes.
  const ids = useMemo(() => JSON.parse(key) as string[], [key])
  const edits = useEdits(ids)
  const ui = useCanvasUiStore()
  const isLocked = items.every((item) => item.isLocked === true)
  const [single] = items.length === 1 ? items : []
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-what">{what}</p>
        {title !== null && <h2>{title}</h2>}
      </header>
      {rows && (
        <Section title={t('diagrams.text')} isBare>
          <TextField
            label={t('diagrams.label')}
            value={findCommon(items, ({ label }) => label)}
            isLong
            minRows={rows.label}
            maxLength={LONGEST_LABEL}
            testId="inspector-label"
            onType={(label) => {
              const { figures } = ui.getState()
              edits.items(
                'label',
                (item) => {
                  const written = setKey(item, 'label', label)
                  return written !== item && isShape(written) ? growToText(written, figures.get(item.id) ?? null) : written
                },
                true
              )
            }}
          />
          {text?.(edits)}
        </Section>
      )}
      {before?.(edits)}
      <StyleFields items={items} edits={edits} />
      {after?.(edits)}
      <Section title={t('diagrams.notes')} isBare={!rows}>
        {rows && (
          <TextField
            label={t('diagrams.notesHelp')}
            value={findCommon(items, ({ notes }) => notes ?? '')}
            isLong
            minRows={rows.notes}
            maxLength={LONGEST_NOTES}
            testId="inspector-notes"
            onType={(notes) => {
              edits.items('notes', (item) => setKey(item, 'notes', notes === '' ? undefined : notes), true)
            }}
          />
        )}
        <Switch
          label={t('diagrams.locked')}
          description={t('diagrams.lockedHelp')}
          checked={isLocked}
          data-testid="place-locked"
          onChange={() => {
            edits.make('lock', (now) => setLocked(now, ids, !isLocked))
          }}
        />
      </Section>
      {single && <KeptData item={single} />}
      <Button
        className="inspector-delete"
        variant="default"
        size="xs"
        leftSection={<IconTrash size={15} stroke={1.6} />}
        disabled={isLocked}
        data-testid="inspector-delete"
        onClick={() => {
          edits.make('delete', (now) => removeItems(now, ids))
        }}
      >
        {deleteLabel}
      </Button>
    </>
  )
}
