import type { ReactNode } from 'react'

export function HomeScreen(): ReactNode {
  return <div className="page" />
}
