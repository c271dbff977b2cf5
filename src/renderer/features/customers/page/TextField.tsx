import { Textarea } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadError } from '../../../api/errors.ts'
import type { Autosave } from '../../../ui/autosave.ts'

interface FieldLineProps {
  label: string
  htmlFor?: string
  children: ReactNode
}

/** A field of the record: its name, and beside it what stands there, changed in place. */
export function FieldLine({ label, htmlFor, children }: FieldLineProps): ReactNode {
  return (
    <div className="field-line">
      <label htmlFor={htmlFor}>{label}</label>
      <div>{children}</div>
    </div>
  )
}

interface TextFieldProps {
  /** Under which name the autosave keeps the newest text. */
  name: string
  label: string
  initial: string
  /** Saves as it is typed; otherwise when the field is left, since half of it would be refused. */
  isLive?: boolean
  /** Takes the whole width and as many lines as it needs; its heading names it. */
  isLong?: boolean
  placeholder?: string
  maxLength?: number
  autosave: Autosave
  /** Answers with the sentence of a refusal, said under the field. */
  save: (text: string) => Promise<{ savedAt: string; refusal: ReadError | null }>
}

/** A text of the record, changed in place; what is refused stays in the field with its sentence, and the record keeps what it had. */
export function TextField({
  name,
  label,
  initial,
  isLive = false,
  isLong = false,
  placeholder,
  maxLength,
  autosave,
  save
}: TextFieldProps): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<ReadError | null>(null)
  const keep = async (text: string): Promise<{ savedAt: string }> => {
    const answer = await save(text)
    setRefusal(answer.refusal)
    return answer
  }
  const leave = (): void => {
    if (draft === null) return
    if (draft !== initial || refusal) autosave.note(name, () => keep(draft))
    void autosave.flush().then((isSaved) => {
      // What was refused, or is not saved yet, stays in sight.
      if (isSaved) setDraft((now) => (now === draft && !refusal ? null : now))
    })
  }
  const field = {
    id,
    value: draft ?? initial,
    placeholder: placeholder ?? '–',
    error: refusal ? t(`errors.${refusal.code}`, refusal.details) : null,
    variant: 'unstyled' as const,
    className: 'field-input',
    ...(maxLength === undefined ? {} : { maxLength }),
    'data-testid': `field-${name}`,
    onBlur: leave,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => {
      // A line that was pasted in two stays one; the field only breaks it to show all of it.
      const value = isLong ? currentTarget.value : currentTarget.value.replace(/\s*\n\s*/g, ' ')
      setDraft(value)
      setRefusal(null)
      if (isLive) autosave.note(name, () => keep(value))
    }
  }
  if (isLong) return <Textarea {...field} aria-label={label} autosize minRows={2} maxRows={14} />
  return (
    <FieldLine label={label} htmlFor={id}>
      <Textarea
        {...field}
        autosize
        minRows={1}
        maxRows={6}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault()
            event.currentTarget.blur()
          }
          if (event.key === 'Escape' && draft !== null) {
            event.stopPropagation()
            setDraft(null)
            setRefusal(null)
          }
        }}
      />
    </FieldLine>
  )
}
