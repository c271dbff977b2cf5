import { createORPCClient } from '@orpc/client'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { HostClient } from '../../shared/contract/index.ts'
import { HOST_PORT_MESSAGE } from '../../shared/contract/shell.ts'
import { readError } from './errors.ts'
import { HostLink, type LinkStatus } from './host-link.ts'

const link = new HostLink()

/** Everything the window may ask of the data host. */
export const client: HostClient = createORPCClient(link)
/** The same, as query options, query keys and mutations: `useQuery(orpc.segments.listSegments.queryOptions())`. */
export const orpc: ReturnType<typeof createTanstackQueryUtils<HostClient>> = createTanstackQueryUtils(client)

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Answers change only when the host says so (`useChanges`), never with time or focus.
      staleTime: Infinity,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      networkMode: 'always',
      retry: (failures, error) => failures < 3 && readError(error).code === 'host-restarted',
      retryDelay: 150
    },
    mutations: { networkMode: 'always' }
  }
})

/** Listens for the host's ports; call once, before the page has loaded. A second port means that the host was restarted. */
export function listenForHost(): void {
  let isFirst = true
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    const port = event.ports[0]
    if (event.data !== HOST_PORT_MESSAGE || !port) return
    link.connect(port)
    if (!isFirst) void queryClient.invalidateQueries()
    isFirst = false
  })
}

export function useLinkStatus(): LinkStatus {
  return useSyncExternalStore(link.subscribe, link.getStatus)
}
