import { create } from 'zustand'
import type { PickedFile } from '../../shared/contract/shell.ts'

/** Whether somebody is bringing in a schema, and from what; no file: still to be chosen. */
interface SchemaSource {
  isOpen: boolean
  file: PickedFile | null
}
export const useSchemaSource = create<SchemaSource>(() => ({ isOpen: false, file: null }))

/** Opens the dialog in which the objects of a schema are chosen; without a file or folder it asks for one. */
export function importSchema(file: PickedFile | null = null): void {
  useSchemaSource.setState({ isOpen: true, file })
}

export function closeSchema(): void {
  useSchemaSource.setState({ isOpen: false, file: null })
}
