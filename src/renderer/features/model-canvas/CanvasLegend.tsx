import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementState } from '../../../shared/contract/models.ts'
import type { RelationKind } from '../../../shared/models/model.ts'
import type { Route } from '../../../shared/models/edge-routes.ts'
import { LINE_STYLES } from '../../../shared/models/relation-lines.ts'
import { StateMark } from './StateMark.tsx'

/** Names every line and every state in use, and nothing else. */
export function CanvasLegend({ routes, states }: { routes: readonly Route[]; states: readonly ElementState[] }): ReactNode {
  const { t } = useTranslation()
  const kinds = [...new Set(routes.map((route) => route.relation.kind))]
  return (
    <ul className="canvas-legend" aria-label={t('canvas.legend')} data-testid="canvas-legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <LineSample kind={kind} />
          {t(`canvas.line.${kind}`)}
        </li>
      ))}
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
