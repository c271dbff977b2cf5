import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import { isShape, type Link } from '../../../../shared/diagrams/diagram.ts'
import { client, orpc } from '../../../api/client.ts'
import { useMask } from '../../../stores/mask.ts'
import type { Items } from '../store/items.ts'
import { useDiagram } from '../store/use-diagram.ts'

interface ItemLink {
  itemId: string
  link: Link
}

/** What every linked shape says today. */
interface LinkStates {
  /** By the shape's id; a link nobody has answered yet has none. */
  readonly byId: ReadonlyMap<string, LinkState>
  /** ISO date the figures are of; null: no link needs any, or there are no orders yet. */
  readonly asOf: string | null
  /** ISO 4217. */
  readonly currency: string
  /** Some link has not been answered yet. */
  readonly isWaiting: boolean
  readonly error: unknown
}

const NO_STATES: readonly LinkState[] = []

function listLinks(items: Items): ItemLink[] {
  const links: ItemLink[] = []
  for (const item of items.values()) if (isShape(item) && item.link) links.push({ itemId: item.id, link: item.link })
  return links
}

/** Customers by number instead of by name: what was answered before identities were hidden names them. */
const hideName = (state: LinkState): LinkState => (state.state === 'answered' ? { ...state, name: state.text } : state)

/**
 * What `links` say. They are asked again whenever the data behind them change; what was said last stays until then. The same map
 * as long as nothing was answered anew.
 */
export function useLinkAnswers(links: ItemLink[]): LinkStates {
  const isMasked = useMask((mask) => mask.isOn)
  const { data, isPlaceholderData, isPending, error } = useQuery({
    // With names and without are two answers.
    queryKey: [...orpc.diagrams.readLinks.key(), links, isMasked],
    queryFn: () => client.diagrams.readLinks({ links }),
    enabled: links.length > 0,
    placeholderData: keepPreviousData
  })
  const answered = links.length === 0 ? NO_STATES : (data?.links ?? NO_STATES)
  const mayName = isMasked && isPlaceholderData
  const byId = useMemo(() => new Map(answered.map((state) => [state.itemId, mayName ? hideName(state) : state])), [answered, mayName])
  return {
    byId,
    asOf: data?.asOf ?? null,
    currency: data?.currency ?? 'EUR',
    isWaiting: links.length > 0 && (isPlaceholderData || isPending),
    error
  }
}

/** The figures of all links of the open diagram as it stands on the page: a link set a moment ago is asked for before it is kept. */
export function useLinkStates(): LinkStates {
  const items = useDiagram((diagram) => diagram.items)
  return useLinkAnswers(useMemo(() => listLinks(items), [items]))
}
