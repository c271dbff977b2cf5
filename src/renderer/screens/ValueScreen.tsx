import type { ReactNode } from 'react'

export function ValueScreen(): ReactNode {
  return <div className="page" />
}
