import { useEffect } from 'react'
import { create } from 'zustand'

export interface CurrentCustomer {
  id: number
  name: string
}

/** The customer on screen, in a panel or on the page; null: none. What is begun from anywhere begins with this one. */
export const useCurrentCustomer = create<{ customer: CurrentCustomer | null }>(() => ({ customer: null }))

/** Says who is on screen while the component is mounted. */
export function useShownCustomer(id: number, name: string): void {
  useEffect(() => {
    useCurrentCustomer.setState({ customer: { id, name } })
    return () => {
      useCurrentCustomer.setState(({ customer }) => ({ customer: customer?.id === id ? null : customer }))
    }
  }, [id, name])
}
