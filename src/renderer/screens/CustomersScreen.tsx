import type { ReactNode } from 'react'
import type { CustomerFilter } from '../../shared/contract/customers.ts'

export function CustomersScreen(_: { filter?: CustomerFilter; customerId?: number }): ReactNode {
  return <div className="page" />
}
