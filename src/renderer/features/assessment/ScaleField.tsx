import type { KeyboardEvent, ReactNode } from 'react'
import { useId } from 'react'

interface ScaleFieldProps {
  label: string
  /** A word that says what is meant. */
  hint?: string
  options: readonly { readonly value: number; readonly label: string }[]
  value: number | null
  onValue: (value: number | null) => void
  isDisabled?: boolean
  /** With words under the figures; else the words are read out and shown on pointing. */
  hasWords?: boolean
  'data-testid': string
}

/**
 * A row of figures of which one is chosen. A digit chooses it and goes on to the next scale of the page, so that a page is rated
 * without a mouse; Delete takes the choice back.
 */
export function ScaleField({
  label,
  hint,
  options,
  value,
  onValue,
  isDisabled = false,
  hasWords = false,
  ...rest
}: ScaleFieldProps): ReactNode {
  const name = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLFieldSetElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const chosen = options.find((option) => String(option.value) === event.key)
    if (chosen) {
      event.preventDefault()
      onValue(chosen.value)
      focusNextScale(event.currentTarget)
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onValue(null)
    }
  }
  return (
    <fieldset className={hasWords ? 'scale scale-words' : 'scale'} disabled={isDisabled} onKeyDown={onKeyDown} data-scale {...rest}>
      <legend>
        {label}
        {hint !== undefined && <small>{hint}</small>}
      </legend>
      <div className="scale-options">
        {options.map((option) => (
          <label key={option.value} className={value === option.value ? 'scale-option scale-on' : 'scale-option'} title={option.label}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              aria-label={`${String(option.value)} ${option.label}`}
              onChange={() => {
                onValue(option.value)
              }}
            />
            <b>{option.value}</b>
            {hasWords && <span>{option.label}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** After the last scale of a page comes the button to the next page. */
function focusNextScale(scale: HTMLElement): void {
  const page = scale.closest('[data-rating-page]')
  const scales = [...(page?.querySelectorAll<HTMLFieldSetElement>('fieldset[data-scale]:enabled') ?? [])]
  const next = scales[scales.indexOf(scale as HTMLFieldSetElement) + 1]
  const target = next
    ? (next.querySelector<HTMLElement>('input:checked') ?? next.querySelector<HTMLElement>('input'))
    : page?.querySelector<HTMLElement>('[data-rating-next]')
  target?.focus()
  target?.scrollIntoView({ block: 'nearest' })
}
