import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useShapeLabel } from './use-shape-label.ts'

interface NotesPaneProps {
  /** When the presentation began, in milliseconds of the clock. */
  begunAt: number
  shape: DiagramShape | null
  next: DiagramShape | null
  isWhole: boolean
}

/** For whoever presents alone: what to say, what comes next, how long it has been. */
export function NotesPane({ begunAt, shape, next, isWhole }: NotesPaneProps): ReactNode {
  const { t } = useTranslation()
  const nameOf = useShapeLabel()
  return (
    <aside className="present-side" aria-label={t('diagramPresent.notes.title')} data-testid="present-notes">
      <Clock start={begunAt} />
      <h2>{isWhole || !shape ? t('diagramPresent.notes.title') : nameOf(shape)}</h2>
      <div className="present-notes">
        {isWhole || !shape ? (
          <p className="present-quiet">{t('diagramPresent.notes.noneWhole')}</p>
        ) : shape.notes ? (
          <p>{shape.notes}</p>
        ) : (
          <p className="present-quiet">{t('diagramPresent.notes.none')}</p>
        )}
      </div>
      <footer>
        <span>{t('diagramPresent.notes.next')}</span>
        <strong>{next ? nameOf(next) : t('diagramPresent.notes.last')}</strong>
      </footer>
    </aside>
  )
}

const pad = (value: number): string => String(value).padStart(2, '0')

function Clock({ start }: { start: number }): ReactNode {
  const { t } = useTranslation()
  const { time } = useFormats()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => {
      setNow(Date.now())
    }, 1000)
    return () => {
      clearInterval(timer)
    }
  }, [])
  const seconds = Math.floor((now - start) / 1000)
  return (
    <dl className="present-clock">
      <div>
        <dt>{t('diagramPresent.notes.begun')}</dt>
        <dd>{`${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`}</dd>
      </div>
      <div>
        <dt>{t('diagramPresent.notes.now')}</dt>
        <dd>{time(new Date(now).toISOString())}</dd>
      </div>
    </dl>
  )
}
