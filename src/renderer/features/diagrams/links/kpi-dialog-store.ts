import { create } from 'zustand'

/** Which KPI is being explained; null: none. */
export const useKpiDialog = create<{ kpiId: string | null }>(() => ({ kpiId: null }))

export function explainKpi(kpiId: string | null): void {
  useKpiDialog.setState({ kpiId })
}
