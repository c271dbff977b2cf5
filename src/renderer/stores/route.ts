import { create } from 'zustand'
import type { CustomerFilter } from '../../shared/contract/customers.ts'
import type { PickedFile } from '../../shared/contract/shell.ts'
import { usePanel } from './panel.ts'

export const COMPARE_VIEWS = ['homes', 'topic', 'pair'] as const
/** What stands side by side on the comparison screen; every view keeps its own choice while another is shown. */
export interface Comparison {
  view?: (typeof COMPARE_VIEWS)[number]
  segmentId?: string
  customerId?: number
  topicId?: string
  leftId?: string
  rightId?: string
  /** The view each side shows of its model; without it, the one chosen last. */
  leftView?: string | undefined
  rightView?: string | undefined
}

/** Where the window stands. `models` without a model is the gallery; `walk` is one walk, full width. */
export type Route =
  | { screen: 'home' }
  | { screen: 'customers'; filter?: CustomerFilter; customerId?: number }
  | { screen: 'import'; file?: PickedFile }
  | { screen: 'segments' }
  | { screen: 'value' }
  | { screen: 'simulator' }
  | { screen: 'models'; modelId?: string; elementId?: string }
  /** The workshop of one own model. */
  | { screen: 'editor'; modelId: string; elementId?: string }
  | ({ screen: 'compare' } & Comparison)
  | { screen: 'choose' }
  | { screen: 'walk'; walkId: number }
  | { screen: 'assessment'; modelId: string }
  | { screen: 'plan' }
  | { screen: 'reports'; walkId?: number; modelId?: string }
  | { screen: 'settings' }
export type Screen = Route['screen']

interface RouteStore {
  route: Route
}

export const useRoute = create<RouteStore>(() => ({ route: { screen: 'home' } }))

/** Goes somewhere. The context panel belongs to the place it was opened at, so it closes. */
export function navigate(route: Route): void {
  usePanel.getState().close()
  useRoute.setState({ route })
}

/** Where a table of customers or orders is brought in. */
export function goToImport(): void {
  navigate({ screen: 'import' })
}

/** The customers behind a figure, a segment or a cell of a grid. */
export function showCustomers(filter: CustomerFilter): void {
  navigate({ screen: 'customers', filter })
}
