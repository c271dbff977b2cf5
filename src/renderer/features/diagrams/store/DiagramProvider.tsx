import { useQuery } from '@tanstack/react-query'
import { useEffect, useLayoutEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Diagram } from '../../../../shared/contract/diagrams.ts'
import type { DiagramContent } from '../../../../shared/diagrams/diagram.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { noteTyped, useTextMask } from '../../../stores/hidden-texts.ts'
import type { TextMask } from '../../../stores/text-mask.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { createDiagramStore, type DiagramStore } from './diagram-store.ts'
import { createCanvasUi } from './canvas-ui.ts'
import { LostDiagram } from './LostDiagram.tsx'
import { DiagramContext, openDiagram } from './use-diagram.ts'
import { useOwnSteps } from './use-own-steps.ts'

type DiagramProviderProps = { children: ReactNode } & (
  | { diagramId: number }
  /** Kept nowhere: shown, not edited. `key` the provider by what it shows. */
  | { content: DiagramContent; name: string; modelId: string | null }
)

/** Opens a diagram for everything below; until it is there, says so. */
export function DiagramProvider(props: DiagramProviderProps): ReactNode {
  if ('diagramId' in props) return <OpenDiagram key={props.diagramId} id={props.diagramId} children={props.children} />
  return <ShownContent {...props} />
}

function scheduleTimeout(run: () => void, delayMs: number): () => void {
  const timer = setTimeout(run, delayMs)
  return () => {
    clearTimeout(timer)
  }
}
const readNow = (): string => new Date().toISOString()
const RETRIED: readonly string[] = ['host-restarted', 'busy', 'internal']

const isGone = (error: unknown): boolean => readError(error).code === 'not-found'

const openStore = (diagram: Diagram, mask: TextMask | null, onReplaced: () => void): DiagramStore =>
  createDiagramStore({
    diagram,
    save: (patch, edit, joins) => client.diagrams.editDiagram({ id: diagram.id, edit, patch, joins }),
    read: () => client.diagrams.getDiagram({ id: diagram.id }),
    mayRetry: (error) => RETRIED.includes(readError(error).code),
    onRefused: (error) => {
      notifyError(readError(error))
    },
    onReplaced,
    mask,
    onTyped: noteTyped,
    schedule: scheduleTimeout,
    readNow
  })

/** While identities are hidden, no words of the diagram name a customer, in whichever mode. */
function useMaskedStore(store: DiagramStore, mask: TextMask | null): void {
  // Before anything is drawn: a name must not be seen for a moment.
  useLayoutEffect(() => {
    store.setMask(mask)
  }, [store, mask])
}

function OpenDiagram({ id, children }: { id: number; children: ReactNode }): ReactNode {
  const { t } = useTranslation()
  // Read once, then kept in step by revision: an edit of one's own must not read a large diagram again.
  const found = useQuery({ queryKey: ['open-diagram', id], queryFn: () => client.diagrams.getDiagram({ id }), gcTime: 0 })
  if (found.error && !found.data && isGone(found.error)) return <LostDiagram name={null} />
  if (found.error && !found.data)
    return (
      <div className="canvas-message">
        <ErrorNotice error={readError(found.error)} onRetry={() => void found.refetch()} />
      </div>
    )
  if (!found.data)
    return (
      <div className="canvas-message" role="status">
        {t('canvas.loading')}
      </div>
    )
  return <LiveDiagram found={found.data} children={children} />
}

function LiveDiagram({ found, children }: { found: Diagram; children: ReactNode }): ReactNode {
  const mask = useTextMask()
  const [open] = useState(() => {
    const ui = createCanvasUi()
    // What was said last is no longer so after an undo.
    return openDiagram(
      openStore(found, mask, () => {
        ui.setState({ said: '' })
      }),
      ui
    )
  })
  const { store } = open
  useMaskedStore(store, mask)
  useOwnSteps(found.id)
  const revision = useWorkspace()?.revision
  useEffect(() => {
    store.adopt(found)
  }, [store, found])
  useEffect(() => {
    if (revision !== undefined) store.hear(revision)
  }, [store, revision])
  useEffect(() => {
    // What waits is sent before anything else can be asked for: undo must find it there.
    const flush = (): void => void store.flush()
    const places = ['pagehide', 'blur', 'focusout'] as const
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey) flush()
    }
    for (const place of places) window.addEventListener(place, flush)
    window.addEventListener('keydown', onKey, true)
    return () => {
      for (const place of places) window.removeEventListener(place, flush)
      window.removeEventListener('keydown', onKey, true)
      flush()
    }
  }, [store])
  const lost = useStore(store, (state) => state.lost)
  const name = useStore(store, (state) => state.name)
  if (lost !== null && isGone(lost)) return <LostDiagram name={name} />
  if (lost !== null)
    return (
      <div className="canvas-message">
        <ErrorNotice error={readError(lost)} />
      </div>
    )
  return <DiagramContext value={open}>{children}</DiagramContext>
}

function ShownContent(props: { content: DiagramContent; name: string; modelId: string | null; children: ReactNode }): ReactNode {
  const { content, name, modelId, children } = props
  const mask = useTextMask()
  const [open] = useState(() =>
    openDiagram(
      createDiagramStore({
        diagram: { id: null, name, modelId, ...content, updatedAt: null, revision: 0 },
        // Never asked: a diagram with no id takes no edit.
        save: () => Promise.reject(new Error('kept nowhere')),
        read: () => Promise.reject(new Error('kept nowhere')),
        mayRetry: () => false,
        onRefused: () => undefined,
        mask,
        schedule: scheduleTimeout,
        readNow
      }),
      createCanvasUi()
    )
  )
  useMaskedStore(open.store, mask)
  return <DiagramContext value={open}>{children}</DiagramContext>
}
