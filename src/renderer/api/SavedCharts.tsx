import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartSaver, type ChartDocument } from '../ui/charts/chart-saver.tsx'
import { useFormats } from '../ui/formats.tsx'
import { notify, notifyError } from '../ui/notify.tsx'
import { readError } from './errors.ts'
import { saveChart } from './save-charts.ts'
import { useWorkspace } from './workspace.ts'

/** Lets every chart below be saved as a picture or as data, and says how it went. */
export function SavedCharts({ children }: { children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  const { currency } = useFormats()
  const asOf = useWorkspace()?.asOf ?? null
  const save = useMutation({
    mutationFn: (document: ChartDocument) => saveChart(document, { currency, asOf }),
    onSuccess: (isWritten, { kind }) => {
      if (isWritten) notify(t(kind === 'csv' ? 'charts.savedData' : 'charts.saved'))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <ChartSaver
      save={(document) => {
        save.mutate(document)
      }}
    >
      {children}
    </ChartSaver>
  )
}
