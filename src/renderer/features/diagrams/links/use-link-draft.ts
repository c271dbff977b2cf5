import { useState } from 'react'
import type { DiagramShape, Display, Link, LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { client } from '../../../api/client.ts'
import { useDiagramStore } from '../store/use-diagram.ts'
import { chooseDisplay } from './link-choice.ts'
import { isWhole, type NewActionDraft } from './NewActionFields.tsx'
import type { Target } from './targets.ts'

/** What the picker has chosen so far. */
type Chosen =
  | { readonly is: 'link'; readonly link: Link }
  | { readonly is: 'customers'; readonly ids: readonly number[] }
  | { readonly is: 'new-action'; readonly action: NewActionDraft }
  | null

/** A list on a shape holds at most this many. */
export const MOST_CUSTOMERS = 1000

interface LinkDraft {
  readonly chosen: Chosen
  /** What was taken in the list last is called; null: nothing was, or something that is no link yet. */
  readonly name: string | null
  readonly display: Display | null
  /** The link as far as it can be shown before it is made. */
  readonly link: Link | null
  readonly isReady: boolean
  readonly setDisplay: (display: Display) => void
  readonly setCustomers: (ids: readonly number[]) => void
  readonly setAction: (action: NewActionDraft) => void
  /** Takes what was chosen in the list; true when it was chosen already. */
  readonly take: (target: Target) => Promise<boolean>
  readonly isTaken: (target: Target) => boolean
  /** The link to put on the shape; null: an action that is new was added to the plan, and the shape stands for it already. */
  readonly finish: () => Promise<Link | null>
}

function readChosen({ link }: DiagramShape): Chosen {
  if (!link) return null
  return link.to === 'customers' ? { is: 'customers', ids: link.customerIds } : { is: 'link', link }
}

const targetOf = (chosen: Exclude<Chosen, null>): LinkTarget =>
  chosen.is === 'link' ? chosen.link.to : chosen.is === 'customers' ? 'customers' : 'action'

const linkOf = (chosen: Chosen): Link | null => {
  if (chosen?.is === 'link') return chosen.link
  return chosen?.is === 'customers' && chosen.ids.length > 0 ? { to: 'customers', customerIds: [...chosen.ids] } : null
}

/** The link of a shape while it is being chosen; begins with the one it has. */
export function useLinkDraft(shape: DiagramShape): LinkDraft {
  const store = useDiagramStore()
  const [chosen, setChosen] = useState<Chosen>(() => readChosen(shape))
  const [name, setName] = useState<string | null>(null)
  const [display, setDisplay] = useState<Display | null>(() => (shape.link ? chooseDisplay(shape.link.to, shape.display) : null))
  const choose = (next: Exclude<Chosen, null>): void => {
    setChosen(next)
    setDisplay((before) => chooseDisplay(targetOf(next), before ?? shape.display))
  }
  const ids = chosen?.is === 'customers' ? chosen.ids : []
  const link = linkOf(chosen)
  const isTaken = ({ choice }: Target): boolean => {
    if (choice.is === 'customer') return ids.includes(choice.id)
    if (choice.is === 'new-action') return chosen?.is === 'new-action'
    return choice.is === 'link' && chosen?.is === 'link' && JSON.stringify(choice.link) === JSON.stringify(chosen.link)
  }
  return {
    chosen,
    name,
    display,
    link,
    isReady: chosen?.is === 'new-action' ? isWhole(chosen.action) : link !== null,
    setDisplay,
    setCustomers: (next) => {
      choose({ is: 'customers', ids: next })
    },
    setAction: (action) => {
      choose({ is: 'new-action', action })
    },
    isTaken,
    take: async (target) => {
      const { choice } = target
      setName(choice.is === 'link' ? target.name : null)
      if (choice.is === 'customer') {
        choose({ is: 'customers', ids: ids.includes(choice.id) ? ids.filter((id) => id !== choice.id) : [...ids, choice.id] })
        return false
      }
      if (choice.is === 'members') {
        const { rows } = await client.customers.listCustomers({ limit: MOST_CUSTOMERS, filter: { segmentId: choice.segmentId } })
        choose({ is: 'customers', ids: [...new Set([...ids, ...rows.map(({ id }) => id)])].slice(0, MOST_CUSTOMERS) })
        return false
      }
      if (choice.is === 'new-action') {
        choose({ is: 'new-action', action: { title: shape.label.slice(0, 500), owner: '', dueDate: '' } })
        return false
      }
      const isAgain = isTaken(target)
      choose({ is: 'link', link: choice.link })
      return isAgain
    },
    finish: async () => {
      if (chosen?.is !== 'new-action') return link
      // What is still on its way belongs below it.
      await store.flush()
      const { diagramId } = store.getState()
      if (diagramId === null) return null
      const shown = display ?? chooseDisplay('action', shape.display)
      await client.plan.addAction({ ...chosen.action, shape: { diagramId, shapeId: shape.id, as: 'link', display: shown } })
      return null
    }
  }
}
