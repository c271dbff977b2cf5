import { Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Autosave } from './autosave.ts'

interface DraftFieldProps {
  /** Under which name the autosave keeps the newest text. */
  name: string
  label: string
  placeholder: string
  /** The text as it is kept; shown anew when it changes elsewhere (undo) while nobody writes here. */
  initial: string
  minRows?: number
  autosave: Autosave
  save: (text: string) => Promise<{ savedAt: string }>
  className?: string
  'data-testid': string
}
const LONGEST = 20_000

/** A text that grows with what is written and is saved as it is typed. */
export function DraftField({
  name,
  label,
  placeholder,
  initial,
  minRows = 2,
  autosave,
  save,
  className,
  ...rest
}: DraftFieldProps): ReactNode {
  const [text, setText] = useState(initial)
  const [kept, setKept] = useState(initial)
  const [isWriting, setIsWriting] = useState(false)
  if (kept !== initial) {
    setKept(initial)
    if (!isWriting) setText(initial)
  }
  return (
    <Textarea
      label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => {
        const typed = event.currentTarget.value
        setText(typed)
        autosave.note(name, () => save(typed))
      }}
      onFocus={() => {
        setIsWriting(true)
      }}
      onBlur={() => {
        setIsWriting(false)
        void autosave.flush()
      }}
      autosize
      minRows={minRows}
      maxLength={LONGEST}
      {...(className ? { className } : {})}
      {...rest}
    />
  )
}
