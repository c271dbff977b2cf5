import { IconArrowLeft, IconArrowRight, IconChevronDown, IconChevronRight, IconLink, IconLock, IconMinus } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_LABEL } from '../../../../shared/diagrams/diagram.ts'
import { ShapeMark } from '../panels/ShapeMark.tsx'
import type { OutlineRow } from './outline-tree.ts'
import type { RowWords } from './use-row-words.ts'

const INDENT = 16
const WAYS = { out: IconArrowRight, in: IconArrowLeft, loose: IconMinus }

interface OutlineRowViewProps {
  id: string
  row: OutlineRow
  words: RowWords
  top: number
  isChosen: boolean
  isActive: boolean
  isRenamed: boolean
  label: string
  onChoose: (isAdding: boolean) => void
  onToggle: () => void
  onRename: () => void
  /** Null: left as it was. `isByKey`: the keyboard goes back to the list. */
  onRenamed: (label: string | null, isByKey: boolean) => void
}

/** One row of the outline: a shape, or a relation at one of its ends. */
export function OutlineRowView(props: OutlineRowViewProps): ReactNode {
  const { id, row, words, top, isChosen, isActive, isRenamed, label, onChoose, onToggle, onRename, onRenamed } = props
  const Way = row.row === 'line' ? WAYS[row.way] : null
  return (
    <div
      id={id}
      role="treeitem"
      className={['outline-row', isChosen && 'is-chosen', isActive && 'is-active', row.row === 'line' && 'outline-line']
        .filter(Boolean)
        .join(' ')}
      style={{ top, paddingInlineStart: 4 + (row.level - 1) * INDENT }}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-selected={isChosen}
      {...(row.isOpen === null ? {} : { 'aria-expanded': row.isOpen })}
      aria-label={words.spoken}
      data-testid={`outline-row-${row.key.replaceAll(' ', '')}`}
      onClick={(event) => {
        onChoose(event.ctrlKey || event.metaKey || event.shiftKey)
      }}
      onDoubleClick={onRename}
    >
      {row.isOpen === null ? (
        <span className="outline-twist" />
      ) : (
        <span
          className="outline-twist outline-twist-on"
          aria-hidden
          onClick={(event) => {
            event.stopPropagation()
            onToggle()
          }}
        >
          {row.isOpen ? <IconChevronDown size={14} stroke={1.8} /> : <IconChevronRight size={14} stroke={1.8} />}
        </span>
      )}
      {row.row === 'shape' ? (
        <ShapeMark kind={row.shape.kind} size={17} />
      ) : (
        Way && <Way size={15} stroke={1.7} className="outline-way" aria-hidden />
      )}
      {isRenamed ? (
        <RenameField label={label} onDone={onRenamed} />
      ) : (
        <>
          <span className="outline-name">{words.name}</span> <span className="outline-note">{words.note}</span>
          {row.row === 'shape' && row.shape.link && <IconLink size={14} stroke={1.7} className="outline-sign" aria-hidden />}
          {row.row === 'shape' && row.shape.isLocked === true && <IconLock size={14} stroke={1.7} className="outline-sign" aria-hidden />}
        </>
      )}
    </div>
  )
}

function RenameField({ label, onDone }: { label: string; onDone: OutlineRowViewProps['onRenamed'] }): ReactNode {
  const { t } = useTranslation()
  const [text, setText] = useState(label)
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const finish = (next: string | null, isByKey: boolean): void => {
    if (isDone.current) return
    isDone.current = true
    onDone(next, isByKey)
  }
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return (
    <input
      ref={field}
      className="outline-field"
      aria-label={t('diagrams.label')}
      value={text}
      maxLength={LONGEST_LABEL}
      spellCheck={false}
      data-testid="outline-field"
      onChange={({ currentTarget: { value } }) => {
        setText(value)
      }}
      onClick={(event) => {
        event.stopPropagation()
      }}
      onDoubleClick={(event) => {
        event.stopPropagation()
      }}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') finish(text, true)
        else if (event.key === 'Escape') finish(null, true)
      }}
      onBlur={() => {
        finish(text, false)
      }}
    />
  )
}
