import type { ReactNode } from 'react'
import type { PickedFile } from '../../shared/contract/shell.ts'

export function ImportScreen(_: { file?: PickedFile }): ReactNode {
  return <div className="page" />
}
