import { create } from 'zustand'
import type { PickedFile } from '../../shared/contract/shell.ts'

/** A diagram file brought to the window from anywhere, until it is read. */
export const useDiagramImport = create<{ file: PickedFile | null }>(() => ({ file: null }))

export function importDiagramFile(file: PickedFile): void {
  useDiagramImport.setState({ file })
}
