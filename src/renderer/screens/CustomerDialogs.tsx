import type { ReactNode } from 'react'
import { NewCustomer } from '../features/customers/page/NewCustomer.tsx'
import { LogInteraction } from '../features/log-interaction/LogInteraction.tsx'

/** The dialogs about customers that any screen may call up by their commands. */
export function CustomerDialogs(): ReactNode {
  return (
    <>
      <NewCustomer />
      <LogInteraction />
    </>
  )
}
