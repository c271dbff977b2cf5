import { useMemo, type ReactNode } from 'react'
import { useFormats } from '../formats.tsx'
import { countDecimals, writeValue, type ChartData } from './table.ts'

/** The data behind a chart. */
export function ChartTable({ label, data: { columns, rows } }: { label: string; data: ChartData }): ReactNode {
  const formats = useFormats()
  const decimals = useMemo(
    () =>
      columns.map((column, at) =>
        countDecimals(
          rows.map((row) => row[at] ?? null),
          column
        )
      ),
    [columns, rows]
  )
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={label} data-testid="chart-table">
      <table className="plain-table">
        <caption className="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {columns.map(({ title, type }, column) => (
              <th key={title} scope="col" className={column === 0 || type === 'text' ? '' : 'num'}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map(({ title, type }, column) => {
                const text = writeValue(row[column] ?? null, type, formats, decimals[column] ?? 0)
                const className = column === 0 || type === 'text' ? '' : 'num'
                return column === 0 ? (
                  <th key={title} scope="row" className={className}>
                    {text}
                  </th>
                ) : (
                  <td key={title} className={className}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
