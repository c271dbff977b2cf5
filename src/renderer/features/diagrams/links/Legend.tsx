import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { drawLegend, makeLegend, type LegendEntry } from '../../../../shared/diagrams/legend.ts'
import type { Shape } from '../../../../shared/models/diagram-shapes.ts'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { useLinkStates } from './use-link-states.ts'
import './links.css'

/** Wide enough that an entry never breaks. */
const ONE_ROW = 100_000
const ROW_HEIGHT = 24

/** The sample of an entry without its words, which the page writes itself: they may break, and are read aloud. */
function drawSample(entry: LegendEntry): { shapes: Shape[]; width: number } {
  const { shapes } = drawLegend([entry], { x: 0, y: 0, width: ONE_ROW })
  const words = shapes.at(-1)
  return { shapes: shapes.slice(0, -1), width: words?.kind === 'text' ? words.x : 0 }
}

/** The ends of a scale stand in its sample, which nobody hears. */
const tellEnds = (entry: LegendEntry): string =>
  'from' in entry ? `: ${entry.from === entry.to ? entry.to : `${entry.from} – ${entry.to}`}` : ''

/** Names every colour, size, badge and mark in use on the open diagram, and nothing else; nothing in use: no legend. Can be folded. */
export function Legend(): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const items = useDiagram((diagram) => diagram.items)
  const { byId, currency } = useLinkStates()
  const entries = useMemo(
    () => makeLegend([...items.values()], [...byId.values()], { language, currency }),
    [items, byId, language, currency]
  )
  if (entries.length === 0) return null
  return (
    <details className="link-legend" open data-testid="link-legend">
      <summary>{t('diagramLinks.legend')}</summary>
      <ul>
        {entries.map((entry) => {
          const { shapes, width } = drawSample(entry)
          return (
            <li key={`${entry.kind} ${entry.text}`}>
              <svg width={width} height={ROW_HEIGHT} viewBox={`0 0 ${width} ${ROW_HEIGHT}`} aria-hidden>
                <DrawnShapes shapes={shapes} />
              </svg>
              <span>
                {entry.text}
                <span className="visually-hidden">{tellEnds(entry)}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
