import { create } from 'zustand'
import type { Text } from '../../../../shared/domain/text.ts'

/** A diagram of the workspace or a model, by what it is called. */
export interface ExportSubject {
  readonly name: string
  readonly subject: { readonly id: number } | { readonly modelId: string; readonly view?: string }
}
export interface ImportedDiagram {
  readonly id: number
  readonly name: string
  readonly shapes: number
  readonly lines: number
}

export type ExchangeDialog =
  | { readonly kind: 'export'; readonly from: ExportSubject }
  | { readonly kind: 'imported'; readonly diagrams: readonly ImportedDiagram[]; readonly notes: readonly Text[] }

export const useExchangeDialog = create<{ dialog: ExchangeDialog | null }>(() => ({ dialog: null }))

export function showExchange(dialog: ExchangeDialog | null): void {
  useExchangeDialog.setState({ dialog })
}
