import type { ReactNode } from 'react'
import type { PickedFile } from '../../shared/contract/shell.ts'
import { ImportPage } from '../features/imports/ImportPage.tsx'

export function ImportScreen({ file }: { file?: PickedFile }): ReactNode {
  return <ImportPage {...(file ? { file } : {})} />
}
