import { create } from 'zustand'
import type { PickedFile } from '../../../../shared/contract/shell.ts'
import type { Text } from '../../../../shared/domain/text.ts'

/** A diagram of the workspace or a model, by what it is called. */
export interface ExportSubject {
  readonly name: string
  readonly subject: { readonly id: number; readonly itemIds?: string[] } | { readonly modelId: string; readonly view?: string }
}
export interface ImportedDiagram {
  readonly id: number
  readonly name: string
  readonly shapes: number
  readonly lines: number
}

export type ExchangeDialog =
  | { readonly kind: 'export'; readonly from: ExportSubject }
  | { readonly kind: 'teams'; readonly file: PickedFile }
  | { readonly kind: 'imported'; readonly diagrams: readonly ImportedDiagram[]; readonly notes: readonly Text[] }

interface ExchangeState {
  readonly dialog: ExchangeDialog | null
  /** What is chosen in the diagram in front: it may be taken out alone. */
  readonly chosen: readonly string[]
}
const NONE: readonly string[] = []

export const useExchangeDialog = create<ExchangeState>(() => ({ dialog: null, chosen: NONE }))

export function showExchange(dialog: ExchangeDialog | null): void {
  useExchangeDialog.setState({ dialog })
}

export function setChosen(chosen: readonly string[]): void {
  useExchangeDialog.setState({ chosen: chosen.length === 0 ? NONE : chosen })
}
