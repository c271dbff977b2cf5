import type { ReactNode } from 'react'
import type { CustomerFilter } from '../../shared/contract/customers.ts'
import { useWorkspace } from '../api/workspace.ts'
import { CustomersPage } from '../features/customers/CustomersPage.tsx'

export function CustomersScreen({ filter = {}, customerId }: { filter?: CustomerFilter; customerId?: number }): ReactNode {
  const workspace = useWorkspace()
  if (!workspace) return null
  return (
    <CustomersPage
      key={JSON.stringify([filter, customerId])}
      workspace={workspace}
      filter={filter}
      {...(customerId ? { customerId } : {})}
    />
  )
}
