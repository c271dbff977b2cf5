import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface WithTableProps {
  children: ReactNode
  head: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A drawing with the table behind it, one click away. */
export function WithTable({ children, head, rows }: WithTableProps): ReactNode {
  const { t } = useTranslation()
  const [isShown, setIsShown] = useState(false)
  return (
    <>
      {children}
      <button
        type="button"
        className="table-toggle"
        aria-expanded={isShown}
        onClick={() => {
          setIsShown(!isShown)
        }}
      >
        {t(isShown ? 'common.hideTable' : 'common.showTable')}
      </button>
      {isShown && (
        <div className="table-behind" tabIndex={0} role="region" aria-label={head.join(', ')}>
          <table className="plain-table">
            <thead>
              <tr>
                {head.map((each, at) => (
                  <th key={each} className={at === 0 ? '' : 'num'}>
                    {each}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.join()}>
                  {row.map((cell, at) => (
                    <td key={head[at]} className={at === 0 ? '' : 'num'}>
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
