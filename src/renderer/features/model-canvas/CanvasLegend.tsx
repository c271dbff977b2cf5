import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementState } from '../../../shared/contract/models.ts'
import type { RelationKind } from '../../../shared/models/model.ts'
import { LINE_STYLES } from '../../../shared/models/relation-lines.ts'
import { StateMark } from '../../ui/StateMark.tsx'

interface CanvasLegendProps {
  /** Every kind of line the model has, shown or not. */
  kinds: readonly RelationKind[]
  hidden: ReadonlySet<RelationKind>
  onToggle: (kind: RelationKind) => void
  states: readonly ElementState[]
}

/** Names every kind of line and every state in use, and nothing else; a line's name shows and hides its lines. */
export function CanvasLegend({ kinds, hidden, onToggle, states }: CanvasLegendProps): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className="canvas-legend" aria-label={t('canvas.legend')} data-testid="canvas-legend">
      {kinds.map((kind) => {
        const name = t(`canvas.line.${kind}`)
        return (
          <li key={kind}>
            <button
              type="button"
              className={hidden.has(kind) ? 'legend-kind legend-kind-off' : 'legend-kind'}
              aria-pressed={!hidden.has(kind)}
              title={t(hidden.has(kind) ? 'canvas.showLines' : 'canvas.hideLines', { kind: name })}
              onClick={() => {
                onToggle(kind)
              }}
              data-testid={`legend-${kind}`}
            >
              <LineSample kind={kind} />
              {name}
            </button>
          </li>
        )
      })}
      {states.map((state) => (
        <li key={state}>
          <StateMark state={state} withWord />
        </li>
      ))}
    </ul>
  )
}

function LineSample({ kind }: { kind: RelationKind }): ReactNode {
  const style = LINE_STYLES[kind]
  if (!style) return null
  return (
    <svg width="26" height="10" viewBox="0 0 26 10" aria-hidden className="legend-line">
      <path
        className={`relation relation-${style.line} relation-${style.weight}`}
        d="M1,5L23,5"
        markerEnd={`url(#relation-head${style.head === 'open' ? '-open' : ''}${style.line === 'dashed' ? '-accent' : ''})`}
        markerStart={style.startArrow ? 'url(#relation-head)' : undefined}
      />
    </svg>
  )
}
