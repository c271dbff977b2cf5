import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Model } from '../../../shared/models/model.ts'
import { usePanel } from '../../stores/panel.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ElementPanel } from './ElementPanel.tsx'
import { walkModel } from './start-walk.ts'

interface Selection {
  readonly selectedId: string | null
  readonly select: (elementId: string) => void
}

/** The selected element, shown in the context panel: the one asked for, else the first of the walk. Closing the panel clears it. */
export function useSelection(model: Model | undefined, wantedId: string | undefined): Selection {
  const { language } = useFormats()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const isOpen = usePanel((panel) => panel.content !== null)
  const wasOpen = useRef(false)
  const select = useCallback(
    (elementId: string) => {
      const element = model?.elements.find((each) => each.id === elementId)
      if (!model || !element) return
      setSelectedId(elementId)
      usePanel
        .getState()
        .open(
          <ElementPanel
            key={elementId}
            modelId={model.id}
            elementId={elementId}
            onSelect={select}
            onWalk={(id) => void walkModel(model.id, id)}
          />,
          element.name[language]
        )
    },
    [model, language]
  )
  // Not before the model is there: the effect below runs once for each id.
  const firstId = model && (wantedId ?? model.walk[0])
  const selectLatest = useEffectEvent((elementId: string) => {
    select(elementId)
  })
  useEffect(() => {
    if (firstId) selectLatest(firstId)
  }, [firstId])
  useEffect(() => {
    if (wasOpen.current && !isOpen) setSelectedId(null)
    wasOpen.current = isOpen
  }, [isOpen])
  // Another language or view calls it otherwise.
  useEffect(() => {
    const element = model?.elements.find(({ id }) => id === selectedId)
    if (element) usePanel.setState({ label: element.name[language] })
  }, [model, language, selectedId])
  return { selectedId, select }
}
