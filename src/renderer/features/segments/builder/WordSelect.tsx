import type { ReactNode } from 'react'

interface WordSelectProps<V extends string> {
  label: string
  value: V
  options: readonly (readonly [value: V, name: string])[]
  onChange: (value: V) => void
  className?: string
  'data-testid'?: string
}

/** A word of a sentence that can be another: the platform's own list, as wide as what is chosen. */
export function WordSelect<V extends string>({ label, value, options, onChange, className = '', ...rest }: WordSelectProps<V>): ReactNode {
  return (
    <select
      className={`rule-word ${className}`}
      aria-label={label}
      value={value}
      onChange={({ currentTarget }) => {
        const picked = options.find(([each]) => each === currentTarget.value)
        if (picked) onChange(picked[0])
      }}
      {...rest}
    >
      {options.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </select>
  )
}
