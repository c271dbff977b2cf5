import type { ReactNode } from 'react'
import { StartPage } from '../features/home/StartPage.tsx'

export function StartScreen(): ReactNode {
  return <StartPage />
}
