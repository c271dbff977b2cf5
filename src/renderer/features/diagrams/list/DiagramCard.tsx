import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramEntry } from '../../../../shared/contract/diagrams.ts'
import { orpc } from '../../../api/client.ts'
import { Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { DiagramMenu } from './DiagramMenu.tsx'
import { DiagramPicture } from './DiagramPicture.tsx'
import { tellWhen } from './tell-when.ts'
import { useCanWrite } from './use-can-write.ts'
import { useDiagramActions } from './use-diagram-actions.ts'

/** One diagram: its picture, its name, where it is from, when it changed, how much is in it. */
export function DiagramCard({ diagram, modelName }: { diagram: DiagramEntry; modelName: string | null }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { open } = useDiagramActions()
  const canWrite = useCanWrite()
  const facts = [
    t('diagrams.shapes', { count: diagram.shapes, formatted: formats.count(diagram.shapes) }),
    t('diagrams.changed', { when: tellWhen(diagram.updatedAt, formats) })
  ]
  return (
    <div className="diagram-card-place">
      <Card
        className="diagram-card"
        data-testid={`diagram-card-${String(diagram.id)}`}
        onClick={() => {
          open(diagram)
        }}
      >
        <SeenPicture id={diagram.id} />
        <h3>{diagram.name}</h3>
        {modelName !== null && <span className="diagram-card-model muted">{t('diagrams.fromModel', { model: modelName })}</span>}
        <span className="diagram-card-facts muted">{facts.join(' · ')}</span>
      </Card>
      {canWrite && (
        <div className="diagram-card-menu">
          <DiagramMenu diagram={diagram} />
        </div>
      )}
    </div>
  )
}

/** Read and drawn once it comes into sight: a workspace may hold many large diagrams. */
function SeenPicture({ id }: { id: number }): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const [isSeen, setIsSeen] = useState(false)
  useEffect(() => {
    if (!place.current) return undefined
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true)
    })
    observer.observe(place.current)
    return () => {
      observer.disconnect()
    }
  }, [])
  const { data } = useQuery(orpc.diagrams.getDiagram.queryOptions({ input: { id }, enabled: isSeen }))
  return <div ref={place}>{data ? <DiagramPicture items={data.items} /> : <div className="diagram-picture" />}</div>
}
