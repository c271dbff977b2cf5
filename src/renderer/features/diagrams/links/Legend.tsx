import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { drawLegend, makeLegend, type LegendEntry } from '../../../../shared/diagrams/legend.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { useLinkStates } from './use-link-states.ts'
import './links.css'

const tellEntry = (entry: LegendEntry): string => ('from' in entry ? `${entry.text}: ${entry.from} – ${entry.to}` : entry.text)

/** Names every colour, size, badge and mark in use on the open diagram, and nothing else; nothing in use: no legend. `width`: of its rows, in pixels. */
export function Legend({ width, scale = 1 }: { width: number; scale?: number }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const items = useDiagram((diagram) => diagram.items)
  const { byId, currency } = useLinkStates()
  const entries = useMemo(
    () => makeLegend([...items.values()], [...byId.values()], { language, currency }),
    [items, byId, language, currency]
  )
  const drawn = useMemo(() => drawLegend(entries, { x: 0, y: 0, width: width / scale }), [entries, width, scale])
  if (entries.length === 0) return null
  return (
    <div className="link-legend" data-testid="link-legend">
      <svg width={width} height={drawn.height * scale} viewBox={`0 0 ${width / scale} ${drawn.height}`} aria-hidden>
        <DrawnShapes shapes={drawn.shapes} />
      </svg>
      <ul className="visually-hidden" aria-label={t('diagramLinks.legend')}>
        {entries.map((entry) => (
          <li key={`${entry.kind} ${entry.text}`}>{tellEntry(entry)}</li>
        ))}
      </ul>
    </div>
  )
}
