import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CustomerView, TableLayout } from '../../../shared/contract/customer-table.ts'
import type { CustomerFilter, CustomerSort } from '../../../shared/contract/customers.ts'
import { client, orpc } from '../../api/client.ts'
import { USUAL_LAYOUT } from './table-layout.ts'

export interface LayoutState {
  layout: TableLayout
  /** The view the layout came from; it may differ from it by now. */
  viewId: string | null
  change: (layout: TableLayout) => void
  show: (view: CustomerView | null) => void
  /** After a view was saved: the layout is that view's. */
  adopt: (viewId: string) => void
}

const REMEMBER_MS = 600

/**
 * The table as it was left last. Where somebody came to see certain customers (`filter`, `sort`), their filter holds instead of the
 * remembered one and is not remembered: it says where they came from, not how they like their table. Null: not read yet.
 */
export function useTableLayout(
  filter: CustomerFilter | undefined,
  sort: CustomerSort | undefined,
  isReadOnly: boolean
): LayoutState | null {
  const kept = useQuery({ ...orpc.customerTable.getLayout.queryOptions(), staleTime: Infinity, gcTime: 0 })
  const [own, setOwn] = useState<{ viewId: string | null; layout: TableLayout } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    []
  )
  if (kept.data === undefined && !kept.error) return null
  const remembered = kept.data ?? { viewId: null, layout: USUAL_LAYOUT }
  const start = {
    viewId: filter ? null : remembered.viewId,
    layout: { ...remembered.layout, ...(filter && { filter }), ...(sort && { sort }) }
  }
  const now = own ?? start
  const set = (next: { viewId: string | null; layout: TableLayout }): void => {
    setOwn(next)
    clearTimeout(timer.current)
    if (isReadOnly) return
    timer.current = setTimeout(() => {
      const layout = filter ? { ...next.layout, filter: remembered.layout.filter } : next.layout
      // How the table stood is a comfort: nobody is told when it could not be kept.
      client.customerTable.rememberLayout({ ...next, layout }).catch(() => undefined)
    }, REMEMBER_MS)
  }
  return {
    ...now,
    change: (layout) => {
      set({ ...now, layout })
    },
    show: (view) => {
      set(view ? { viewId: view.id, layout: view.layout } : { viewId: null, layout: USUAL_LAYOUT })
    },
    adopt: (viewId) => {
      set({ ...now, viewId })
    }
  }
}
