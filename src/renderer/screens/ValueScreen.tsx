import type { ReactNode } from 'react'
import { ValuePage } from '../features/value/ValuePage.tsx'

export function ValueScreen(): ReactNode {
  return <ValuePage />
}
