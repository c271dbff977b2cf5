import type { ReactNode } from 'react'
import { ChooseModelPage } from '../features/choose-model/ChooseModelPage.tsx'

export function ChooseModelScreen(): ReactNode {
  return <ChooseModelPage />
}
