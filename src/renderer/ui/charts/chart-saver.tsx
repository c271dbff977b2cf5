import { createContext, useContext, type ReactNode } from 'react'
import type { ChartData } from './table.ts'

export const CHART_FILES = ['svg', 'png', 'csv'] as const
export type ChartFile = (typeof CHART_FILES)[number]
/** A picture that stands alone, or data: at hand, or collected once the person has said where they go. */
export type ChartDocument =
  | {
      readonly kind: 'svg' | 'png'
      readonly name: string
      readonly drawing: { readonly svg: string; readonly width: number; readonly height: number }
    }
  | { readonly kind: 'csv'; readonly name: string; readonly data: ChartData | (() => Promise<ChartData>) }
/** Asks where and writes; whoever owns the screen knows how. */
export type SaveChart = (document: ChartDocument) => void

const SaverContext = createContext<SaveChart | null>(null)

/** Lends every chart below a way to be saved. */
export function ChartSaver({ save, children }: { save: SaveChart; children: ReactNode }): ReactNode {
  return <SaverContext value={save}>{children}</SaverContext>
}

export function useChartSaver(): SaveChart | null {
  return useContext(SaverContext)
}
