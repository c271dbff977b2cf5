import { Handle, NodeResizer, Position, type Node, type NodeProps } from '@xyflow/react'
import { IconPencilExclamation } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ModelElement } from '../../../shared/models/model.ts'
import { nameKind } from '../../../shared/models/node-text.ts'
import { useFormats } from '../../ui/formats.tsx'
import { LEAST_SIZE } from './edits.ts'

export type EditNode = Node<Record<string, unknown> & { element: ModelElement; isFrame: boolean; isFlagged: boolean; isHidden: boolean }>

const SIDES = [Position.Top, Position.Right, Position.Bottom, Position.Left] as const

/** An element on the page: its name and kind, corners to size it by, dots to pull a relation from. */
export function EditorNode({ id, data: { element, isFrame, isFlagged, isHidden }, selected }: NodeProps<EditNode>): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  return (
    <>
      <NodeResizer
        isVisible={selected}
        minWidth={LEAST_SIZE.width}
        minHeight={LEAST_SIZE.height}
        handleClassName="editor-corner"
        lineClassName="editor-side"
      />
      <div
        className={`editor-node ${isFrame ? 'editor-node-frame' : ''} ${selected ? 'editor-node-on' : ''} ${isHidden ? 'editor-node-out' : ''}`}
        data-testid={`edit-${id}`}
      >
        <span className="editor-node-kind">{nameKind(element, language)}</span>
        <span className="editor-node-name">{text(element.name)}</span>
        {isHidden && <span className="visually-hidden">{t('editor.views.out')}</span>}
        {isFlagged && (
          <span className="editor-node-flag" title={t('editor.unfinishedElement')}>
            <IconPencilExclamation size={15} stroke={1.8} aria-hidden />
            <span className="visually-hidden">{t('editor.unfinishedElement')}</span>
          </span>
        )}
      </div>
      {SIDES.map((side) => (
        <Handle key={side} id={side} type="source" position={side} className="editor-handle" aria-hidden />
      ))}
    </>
  )
}

export const nodeTypes = { element: EditorNode }
