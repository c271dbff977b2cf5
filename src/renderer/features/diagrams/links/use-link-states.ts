import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import { isShape, type Link } from '../../../../shared/diagrams/diagram.ts'
import { orpc } from '../../../api/client.ts'
import type { Items } from '../store/items.ts'
import { useDiagram } from '../store/use-diagram.ts'

/** What every linked shape says today. */
export interface LinkStates {
  /** By the shape's id; a link nobody has answered yet has none. */
  readonly byId: ReadonlyMap<string, LinkState>
  /** ISO date the figures are of; null: there are no orders yet. */
  readonly asOf: string | null
  /** Some link has not been answered yet. */
  readonly isWaiting: boolean
  readonly error: unknown
}

const NO_STATES: readonly LinkState[] = []

function listLinks(items: Items): { itemId: string; link: Link }[] {
  const links: { itemId: string; link: Link }[] = []
  for (const item of items.values()) if (isShape(item) && item.link) links.push({ itemId: item.id, link: item.link })
  return links
}

/**
 * The figures of all links of the open diagram as it stands on the page: a link set a moment ago is asked for before
 * it is kept. They are asked again whenever the data behind them change; what was said last stays until then. The same map as
 * long as nothing was answered anew: shapes that are moved about ask for nothing.
 */
export function useLinkStates(): LinkStates {
  const items = useDiagram((diagram) => diagram.items)
  const links = useMemo(() => listLinks(items), [items])
  const { data, isPlaceholderData, isPending, error } = useQuery(
    orpc.diagrams.readLinks.queryOptions({ input: { links }, enabled: links.length > 0, placeholderData: keepPreviousData })
  )
  const answered = links.length === 0 ? NO_STATES : (data?.links ?? NO_STATES)
  const byId = useMemo(() => new Map(answered.map((state) => [state.itemId, state])), [answered])
  return { byId, asOf: data?.asOf ?? null, isWaiting: links.length > 0 && (isPlaceholderData || isPending), error }
}
