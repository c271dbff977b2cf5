import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagram, DiagramPatch } from '../../../../shared/contract/diagrams.ts'
import type { DiagramItem, DiagramSettings } from '../../../../shared/diagrams/diagram.ts'
import { withWays } from '../../../../shared/diagrams/ways/reroute.ts'
import type { TextMask } from '../../../stores/text-mask.ts'
import { applyPatch, keepSame, type Items, type PatchInput } from './items.ts'
import { hideItems, restoreItem } from './mask-items.ts'
import { createSaveQueue, type QueueParts } from './save-queue.ts'

export interface EditOptions {
  /** More of the same follows, as while typing: edits in a row with the same label are one step for undo and saved after a pause. */
  readonly isTyping?: boolean
  /** The whole of which this is a part, as a shape and the text written into it at once: such edits in a row are one step for undo. */
  readonly step?: string
}

/** One open diagram as the window holds it: what the workspace has, and on top of it what is on its way there. */
export interface DiagramState {
  /** Null: content kept nowhere (a model drawn to be presented); it can't be edited. */
  readonly diagramId: number | null
  readonly name: string
  readonly modelId: string | null
  readonly settings: DiagramSettings
  /**
   * By id, as they are shown: without customers named in their words while identities are hidden. An item nobody changed keeps its
   * identity through every edit and refresh.
   */
  readonly items: Items
  readonly selection: ReadonlySet<string>
  /** Items as they look while a gesture is under way, by id; null: none is. Nothing of it is kept. */
  readonly preview: ReadonlyMap<string, DiagramItem> | null
  /** waiting: edited, not sent yet; failed: tried again by itself. */
  readonly status: 'saved' | 'waiting' | 'saving' | 'failed'
  /** Why the diagram can't be read any more (deleted meanwhile); null: it can. */
  readonly lost: unknown
  /** When the workspace last took an edit, ISO date-time. */
  readonly updatedAt: string | null
  /** Changes the diagram at once and saves it. `label`: what is done to what, as `label s12`; every call is a step of its own for undo unless more is being typed. */
  readonly edit: (label: string, patch: PatchInput, options?: EditOptions) => void
  readonly select: (ids: Iterable<string>) => void
  readonly setPreview: (preview: ReadonlyMap<string, DiagramItem> | null) => void
}

export interface DiagramStore extends StoreApi<DiagramState> {
  /** What the workspace holds now; taken over unless edits are on their way, which ask for it again once they are there. */
  readonly adopt: (found: Diagram) => void
  /** The workspace is at `revision`: if that is not our own doing, the diagram is read again. */
  readonly hear: (revision: number) => void
  /** Sends what waits; resolves once the workspace has all. */
  readonly flush: () => Promise<void>
  /** How words are shown from now on; what is edited meanwhile is kept with the names it had. */
  readonly setMask: (mask: TextMask | null) => void
  /** What is meant by a name made out of the one that is shown. */
  readonly meanName: (name: string) => string
}

interface StoreParts extends QueueParts {
  /** Now, as an ISO date-time. */
  readonly readNow: () => string
  /** Items changed in the workspace, by undo say, were taken over. */
  readonly onReplaced?: () => void
  /** How words are shown from the start; null: as they stand. */
  readonly mask?: TextMask | null
  /** Words somebody just wrote while names are hidden. */
  readonly onTyped?: (text: string) => void
  readonly diagram: Pick<Diagram, 'name' | 'modelId' | 'settings' | 'items'> & {
    id: number | null
    updatedAt: string | null
    revision: number
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** The store of one diagram; `save` and `read` reach the workspace, `schedule` is time. */
export function createDiagramStore({ diagram, readNow, mask: maskAtFirst = null, onTyped, ...parts }: StoreParts): DiagramStore {
  let steps = 0
  /** As the workspace has it, whatever is shown of it. */
  let kept: Items = new Map(diagram.items.map((item) => [item.id, item]))
  let keptName = diagram.name
  let mask = maskAtFirst
  const store = createStore<DiagramState>()((set, get) => ({
    diagramId: diagram.id,
    name: mask ? mask.hide(keptName) : keptName,
    modelId: diagram.modelId,
    settings: diagram.settings,
    items: mask ? new Map(hideItems(kept.values(), mask).map((item) => [item.id, item])) : kept,
    selection: NOTHING,
    preview: null,
    status: 'saved',
    lost: null,
    updatedAt: diagram.updatedAt,
    edit: (label, input, { isTyping = false, step } = {}) => {
      const put = (input.put ?? []).map((item) => (mask ? restoreItem(item, kept.get(item.id), mask, onTyped) : item))
      const given: DiagramPatch = { ...input, put, remove: [...(input.remove ?? [])] }
      if (get().diagramId === null || (given.put.length === 0 && given.remove.length === 0 && !given.settings)) return
      // Lines the edit has an effect on find their ways anew as part of it: one step for undo.
      const patch = withWays(kept, given)
      const { items, settings, selection } = get()
      kept = applyPatch(kept, patch)
      set({
        items: mask ? applyPatch(items, { ...patch, put: hideItems(patch.put, mask) }) : kept,
        settings: patch.settings ?? settings,
        preview: null,
        selection: patch.remove.length === 0 ? selection : keepSelected(selection, patch.remove)
      })
      if (!isTyping) steps += 1
      queue.add(step ?? (isTyping ? label : `${label} #${String(steps)}`), patch, { isTyping, joins: step !== undefined })
    },
    select: (ids) => {
      const { items, selection } = get()
      const chosen = [...ids].filter((id) => items.has(id))
      if (chosen.length === selection.size && chosen.every((id) => selection.has(id))) return
      set({ selection: new Set(chosen) })
    },
    setPreview: (preview) => {
      if (preview !== get().preview) set({ preview })
    }
  }))
  const queue = createSaveQueue(parts, diagram.revision, {
    onStatus: (status, updatedAt) => {
      store.setState(updatedAt === null ? { status } : { status, updatedAt })
    },
    onLost: (lost) => {
      store.setState({ lost })
    },
    onRead: (found) => {
      const { items, selection, settings } = store.getState()
      kept = keepSame(kept, found.items)
      const next = showKept()
      const isOther = next !== items || found.name !== keptName || !isSame(settings, found.settings)
      keptName = found.name
      store.setState({
        lost: null,
        name: mask ? mask.hide(keptName) : keptName,
        modelId: found.modelId,
        // What undo and redo bring back was written just now, whenever it was first drawn.
        updatedAt: isOther ? readNow() : store.getState().updatedAt,
        settings: isSame(settings, found.settings) ? settings : found.settings,
        items: next,
        selection: next === items ? selection : new Set([...selection].filter((id) => next.has(id)))
      })
      if (next !== items) parts.onReplaced?.()
    }
  })
  /** What is shown of what is kept: the same map as long as it says the same. */
  const showKept = (): Items => (mask ? keepSame(store.getState().items, hideItems(kept.values(), mask)) : kept)
  const setMask = (next: TextMask | null): void => {
    if (next === mask) return
    mask = next
    store.setState({ items: showKept(), name: mask ? mask.hide(keptName) : keptName })
  }
  return Object.assign(store, {
    adopt: queue.adopt,
    hear: queue.hear,
    flush: queue.flush,
    setMask,
    meanName: (name: string) => mask?.restore(name, keptName) ?? name
  })
}

const isSame = (a: DiagramSettings, b: DiagramSettings): boolean => JSON.stringify(a) === JSON.stringify(b)

function keepSelected(selection: ReadonlySet<string>, removed: readonly string[]): ReadonlySet<string> {
  const gone = new Set(removed)
  return new Set([...selection].filter((id) => !gone.has(id)))
}
