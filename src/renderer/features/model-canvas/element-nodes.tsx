import { Handle, Position, type Node, type NodeProps } from '@xyflow/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentDot } from '../../ui/StatePill.tsx'
import type { PlacedElement } from '../../../shared/models/arrange-model.ts'
import type { NodeFigure, NodeText } from '../../../shared/models/node-text.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { StateMark } from './StateMark.tsx'
import { TrendMark } from './TrendMark.tsx'

export type ElementNodeData = Record<string, unknown> & {
  placed: PlacedElement
  text: NodeText
  isSelected: boolean
  /** The one node that Tab reaches; arrow keys move it. */
  isTabStop: boolean
}
export type ElementNode = Node<ElementNodeData>

/** Lines need an anchor to exist; their real course comes from `edge-routes`. */
function Anchors(): ReactNode {
  return (
    <>
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
      <Handle type="target" position={Position.Top} isConnectable={false} />
    </>
  )
}

function focusProps({ placed, isSelected, isTabStop }: ElementNodeData): Record<string, unknown> {
  const { id } = placed.element
  return { role: 'button', tabIndex: isTabStop ? 0 : -1, 'aria-pressed': isSelected, 'data-testid': `node-${id}`, 'data-element': id }
}

/** The node in one sentence for screen readers; what is drawn says the same in pieces and stays silent. */
function Spoken({ text, children }: { text: NodeText; children: ReactNode }): ReactNode {
  return (
    <>
      <span className="visually-hidden">{text.label}</span>
      <div className="node-drawn" aria-hidden>
        {children}
      </div>
    </>
  )
}

function FigureLine({ figure }: { figure: NodeFigure }): ReactNode {
  const { t } = useTranslation()
  return (
    <span className={figure.isWorse ? 'node-figure node-figure-worse' : 'node-figure'}>
      <span className="node-figure-name">{figure.name}</span>
      <b className={figure.value === null ? 'node-missing' : undefined}>{figure.value ?? t('canvas.noData')}</b>
      {figure.trend && <TrendMark trend={figure.trend} isWorse={figure.isWorse} />}
    </span>
  )
}

/** A step: number, name, the question it answers, two segments, one figure with its trend, a state. Never more. */
export function CardNode({ data }: NodeProps<ElementNode>): ReactNode {
  const { placed, text, isSelected } = data
  return (
    <div className={`node-card detail-${placed.detail} ${isSelected ? 'node-selected' : ''}`} {...focusProps(data)}>
      <Anchors />
      <Spoken text={text}>
        <div className="node-head">
          {text.number && <span className="node-number">{text.number}</span>}
          <span className={text.name.length > 16 ? 'node-name node-name-long' : 'node-name'}>{text.name}</span>
          {text.state && <StateMark state={text.state} />}
        </div>
        {placed.detail === 'full' && text.prompt && <div className="node-prompt">{text.prompt}</div>}
        {placed.detail === 'full' && <SegmentLines text={text} />}
        {placed.detail !== 'name' && text.figures[0] && (
          <div className="node-foot">
            <FigureLine figure={text.figures[0]} />
          </div>
        )}
      </Spoken>
    </div>
  )
}

function SegmentLines({ text }: { text: NodeText }): ReactNode {
  return (
    <div className="node-segments">
      {text.segments.map((segment) => (
        <div key={segment.id} className="node-segment" data-testid={`node-segment-${segment.id}`}>
          <SegmentDot color={segmentColor(segment.id)} />
          <span className="node-segment-name" title={segment.name}>
            {segment.name}
          </span>
          <b>{segment.customers ?? '—'}</b>
          <span className="node-share">{segment.revenueShare ?? ''}</span>
        </div>
      ))}
    </div>
  )
}

/** Lowest bar that holds its segments under its figures. */
const TWO_LINE_BAR = 52

/** A base or a condition under the whole: name and figures in one line, segments under them where there is room. */
export function BarNode({ data }: NodeProps<ElementNode>): ReactNode {
  const { placed, text, isSelected } = data
  return (
    <div className={`node-card node-bar ${isSelected ? 'node-selected' : ''}`} {...focusProps(data)}>
      <Anchors />
      <Spoken text={text}>
        {text.number && <span className="node-number">{text.number}</span>}
        <span className="node-name">{text.name}</span>
        <div className="node-bar-lines">
          <span className="node-bar-figures">
            {text.figures.slice(0, 3).map((figure) => (
              <FigureLine key={figure.id} figure={figure} />
            ))}
          </span>
          {placed.box.height >= TWO_LINE_BAR && text.segments.length > 0 && <SegmentLines text={text} />}
        </div>
        {text.state && <StateMark state={text.state} />}
      </Spoken>
    </div>
  )
}

/** A frame around elements, its name on the border. */
export function RegionNode({ data }: NodeProps<ElementNode>): ReactNode {
  const { text, isSelected } = data
  const [name = text.name, detail] = splitName(text.name)
  return (
    <div className={`node-region ${isSelected ? 'node-region-selected' : ''}`}>
      <Anchors />
      <div className="node-region-name" {...focusProps(data)}>
        <Spoken text={text}>
          {name}
          {detail && <span> · {detail}</span>}
        </Spoken>
      </div>
    </div>
  )
}

/** `Analizar (conocimiento del cliente)` reads calmer on a border as `Analizar · conocimiento del cliente`. */
function splitName(name: string): string[] {
  const parts = /^(.*?)\s*\((.*)\)$/.exec(name)
  return parts ? [parts[1] ?? name, parts[2] ?? ''] : [name]
}

export const nodeTypes = { card: CardNode, bar: BarNode, region: RegionNode }
