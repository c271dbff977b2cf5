import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export interface Bar {
  id: string
  name: string
  color: string
  /** In proportion to the longest. */
  size: number
  count: string
  note: string
}

/** Named bars, longest first or in their own order; each leads to its customers. */
export function BarList({ bars, onOpen }: { bars: readonly Bar[]; onOpen: (id: string) => void }): ReactNode {
  const { t } = useTranslation()
  const longest = Math.max(1, ...bars.map(({ size }) => size))
  return (
    <ul className="bars">
      {bars.map(({ id, name, color, size, count, note }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => {
              onOpen(id)
            }}
            data-testid={`bar-${id}`}
            data-count={size}
          >
            <span className="bar-name">{name}</span>
            <span className="bar-track" aria-hidden>
              <span style={{ width: `${(size / longest) * 100}%`, background: color }} />
            </span>
            <span className="bar-count">
              {count} <span className="visually-hidden">{t('common.customers')}</span>
            </span>
            <span className="bar-note">{note}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
