import { Button, Modal, Select, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LAYOUTS, type Layout } from '../../../../shared/contract/diagrams.ts'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { withContents } from '../../../../shared/diagrams/edits/items.ts'
import { client } from '../../../api/client.ts'
import { readError, type ReadError } from '../../../api/errors.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useCanvasUi, useCanvasUiStore, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { animatePlaces, placeItems, takePlaces } from './arrange.ts'
import type { CanvasActions } from './actions.ts'

const DIRECTIONS = ['down', 'right', 'up', 'left'] as const
const DIRECTED: readonly Layout['algorithm'][] = ['layered', 'tree']

/** Arranges the diagram, or what is chosen of it, by itself: may be called off, and is one step for undo. */
export function LayoutPanel({ actions }: { actions: CanvasActions }): ReactNode {
  const isOpen = useCanvasUi((state) => state.panel === 'layout')
  const ui = useCanvasUiStore()
  const { t } = useTranslation()
  const close = (): void => {
    ui.setState({ panel: null })
  }
  return (
    <Modal opened={isOpen} onClose={close} title={t('diagramCanvas.layout.title')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {isOpen && <LayoutForm actions={actions} onClose={close} />}
    </Modal>
  )
}

function LayoutForm({ actions, onClose }: { actions: CanvasActions; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const chosen = useDiagram((state) => state.selection.size)
  const [algorithm, setAlgorithm] = useState<Layout['algorithm']>('layered')
  const [direction, setDirection] = useState<Layout['direction']>('right')
  const [error, setError] = useState<ReadError | null>(null)
  const [isRunning, setRunning] = useState(false)
  const abort = useRef<AbortController | null>(null)
  useEffect(
    () => () => {
      abort.current?.abort()
    },
    []
  )
  const run = async (): Promise<void> => {
    const controller = new AbortController()
    abort.current = controller
    setRunning(true)
    setError(null)
    const { items, selection } = store.getState()
    const taken = takeItems([...items.values()], selection.size > 1 ? withContents(items, selection) : null)
    try {
      const placement = await client.diagrams.layOut(
        { items: taken, layout: { algorithm, direction, gap: 48 } },
        { signal: controller.signal }
      )
      if (controller.signal.aborted) return
      const places = takePlaces(taken, placement, selection.size > 1)
      onClose()
      await animatePlaces(store, places)
      // Whatever was changed meanwhile keeps its text; only places are put.
      actions.arrange('layout', placeItems(store.getState().items, places), places.boxes.size)
      ui.getState().view?.fit()
    } catch (thrown) {
      if (!controller.signal.aborted) setError(readError(thrown))
    } finally {
      if (!controller.signal.aborted) setRunning(false)
    }
  }
  return (
    <form
      ref={markFirst}
      className="diagram-layout"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isRunning) void run()
      }}
    >
      <SegmentedControl
        fullWidth
        value={algorithm}
        onChange={setAlgorithm}
        data={LAYOUTS.map((value) => ({ value, label: t(`diagramCanvas.layout.${value}`) }))}
        aria-label={t('diagramCanvas.layout.title')}
      />
      <p>{t(`diagramCanvas.layout.about.${algorithm}`)}</p>
      {DIRECTED.includes(algorithm) && (
        <Select
          label={t('diagramCanvas.layout.direction')}
          value={direction}
          allowDeselect={false}
          onChange={(value) => {
            const found = DIRECTIONS.find((each) => each === value)
            if (found) setDirection(found)
          }}
          data={DIRECTIONS.map((value) => ({ value, label: t(`diagramCanvas.layout.to.${value}`) }))}
        />
      )}
      <p className="diagram-find-kind">
        {t(chosen > 1 ? 'diagramCanvas.layout.ofChosen' : 'diagramCanvas.layout.ofAll', { count: chosen })}
      </p>
      {error && <ErrorNotice error={error} />}
      <div className="diagram-layout-buttons">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={isRunning} data-testid="layout-run">
          {t('diagramCanvas.layout.run')}
        </Button>
      </div>
    </form>
  )
}

/** The kind that is chosen has the focus first, not the cross that closes the dialog. */
function markFirst(form: HTMLFormElement | null): void {
  form?.querySelector('input:checked')?.setAttribute('data-autofocus', '')
}

/** All items, or the shapes of `ids` with the lines between them. */
function takeItems(items: readonly DiagramItem[], ids: ReadonlySet<string> | null): DiagramItem[] {
  if (!ids) return [...items]
  return items.filter((item) =>
    isShape(item) ? ids.has(item.id) : [item.from, item.to].every((end) => 'shapeId' in end && ids.has(end.shapeId))
  )
}
