import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { KpiExplanation } from '../../../api/ExplainMetric.tsx'
import '../../../ui/explanation/explanation.css'
import { explainKpi, useKpiDialog } from './kpi-dialog-store.ts'

const close = (): void => {
  explainKpi(null)
}

/** What a figure on a shape is made of, where there are no people to go to. */
export function KpiDialog(): ReactNode {
  const kpiId = useKpiDialog((dialog) => dialog.kpiId)
  return (
    <Modal opened={kpiId !== null} onClose={close} size={460} withCloseButton={false} data-testid="kpi-dialog">
      {kpiId !== null && (
        <div className="explanation">
          <KpiExplanation id={kpiId} onClose={close} />
        </div>
      )}
    </Modal>
  )
}
