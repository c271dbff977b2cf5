import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Diagram, DiagramPatch } from '../../../../shared/contract/diagrams.ts'
import type { DiagramItem, DiagramSettings } from '../../../../shared/diagrams/diagram.ts'
import { applyPatch, keepSame, type Items, type PatchInput } from './items.ts'
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
  /** By id. An item nobody changed keeps its identity through every edit and refresh. */
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
}

interface StoreParts extends QueueParts {
  /** Now, as an ISO date-time. */
  readonly readNow: () => string
  /** Items changed in the workspace, by undo say, were taken over. */
  readonly onReplaced?: () => void
  readonly diagram: Pick<Diagram, 'name' | 'modelId' | 'settings' | 'items'> & {
    id: number | null
    updatedAt: string | null
    revision: number
  }
}

const NOTHING: ReadonlySet<string> = new Set()

/** The store of one diagram; `save` and `read` reach the workspace, `schedule` is time. */
export function createDiagramStore({ diagram, readNow, ...parts }: StoreParts): DiagramStore {
  let steps = 0
  const store = createStore<DiagramState>()((set, get) => ({
    diagramId: diagram.id,
    name: diagram.name,
    modelId: diagram.modelId,
    settings: diagram.settings,
    items: new Map(diagram.items.map((item) => [item.id, item])),
    selection: NOTHING,
    preview: null,
    status: 'saved',
    lost: null,
    updatedAt: diagram.updatedAt,
    edit: (label, input, { isTyping = false, step } = {}) => {
      const patch: DiagramPatch = { ...input, put: [...(input.put ?? [])], remove: [...(input.remove ?? [])] }
      if (get().diagramId === null || (patch.put.length === 0 && patch.remove.length === 0 && !patch.settings)) return
      const { items, settings, selection } = get()
      set({
        items: applyPatch(items, patch),
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
      const next = keepSame(items, found.items)
      const isOther = next !== items || found.name !== store.getState().name || !isSame(settings, found.settings)
      store.setState({
        lost: null,
        name: found.name,
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
  return Object.assign(store, { adopt: queue.adopt, hear: queue.hear, flush: queue.flush })
}

const isSame = (a: DiagramSettings, b: DiagramSettings): boolean => JSON.stringify(a) === JSON.stringify(b)

function keepSelected(selection: ReadonlySet<string>, removed: readonly string[]): ReadonlySet<string> {
  const gone = new Set(removed)
  return new Set([...selection].filter((id) => !gone.has(id)))
}
