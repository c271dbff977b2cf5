import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '../../../api/client.ts'
import { navigate, type Route } from '../../../stores/route.ts'

type CustomersRoute = Extract<Route, { screen: 'customers' }>

export interface Neighbours {
  /** Which row of the table this is, from 0; null: it was not reached from there. */
  place: number | null
  total: number | null
  previous: number | null
  next: number | null
  /** To the customer before (-1) or after (1). */
  go: (by: -1 | 1) => void
}

/** Writing, or something open over the page: the keys belong to that. */
function isBusy(target: EventTarget | null): boolean {
  const isField = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  const over = [...document.querySelectorAll('[role="dialog"], [role="menu"], [role="listbox"]')]
  return isField || over.some((element) => element.checkVisibility())
}

/**
 * The customers before and after this one in the table it was reached from; J and K, or Alt with the arrows up and down, go
 * there, and Escape goes back to the table.
 */
export function useNeighbours(route: CustomersRoute, onBack: () => void): Neighbours {
  const { at, filter = {} } = route
  const offset = Math.max(0, (at?.index ?? 0) - 1)
  const around = useQuery({
    ...orpc.customers.listCustomers.queryOptions({
      input: { offset, limit: 3, filter, ...(at ? { sort: at.sort } : {}) },
      enabled: at !== undefined
    }),
    placeholderData: keepPreviousData
  }).data
  const rows = around?.rows ?? []
  const here = at ? at.index - offset : -1
  const isHere = rows[here]?.id === route.customerId
  const idAt = (by: number): number | null => (at && isHere ? (rows[here + by]?.id ?? null) : null)
  const go = (by: -1 | 1): void => {
    const id = idAt(by)
    if (id === null || !at) return
    navigate({ ...route, customerId: id, at: { ...at, index: at.index + by } })
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || isBusy(event.target)) return
      if (event.key === 'Escape') onBack()
      const isNext = event.altKey ? event.key === 'ArrowDown' : event.key === 'j'
      const isPrevious = event.altKey ? event.key === 'ArrowUp' : event.key === 'k'
      if (isNext) go(1)
      if (isPrevious) go(-1)
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  })
  return { place: at && isHere ? at.index : null, total: around?.total ?? null, previous: idAt(-1), next: idAt(1), go }
}
