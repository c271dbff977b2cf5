import { IconDownload } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useChartSaver } from './chart-saver.tsx'
import type { ChartData } from './table.ts'
import './charts.css'

interface ExportTableProps {
  /** What the file is called. */
  name: string
  /** Every row of the table, not only those in sight; called once the person has said where they go. */
  collect: () => Promise<ChartData>
  'data-testid': string
}

/** The button that saves a long table as CSV. */
export function ExportTable({ name, collect, ...rest }: ExportTableProps): ReactNode {
  const { t } = useTranslation()
  const saver = useChartSaver()
  const [isBusy, setIsBusy] = useState(false)
  const collectOnce = async (): Promise<ChartData> => {
    setIsBusy(true)
    try {
      return await collect()
    } finally {
      setIsBusy(false)
    }
  }
  return (
    saver && (
      <button
        type="button"
        className="chart-tool"
        disabled={isBusy}
        onClick={() => {
          saver({ kind: 'csv', name, data: collectOnce })
        }}
        {...rest}
      >
        <IconDownload size={15} stroke={1.6} aria-hidden />
        {t(isBusy ? 'charts.collecting' : 'charts.exportData')}
      </button>
    )
  )
}
