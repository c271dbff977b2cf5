import { ActionIcon, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { DraftStore } from './draft-store.ts'
import { moveStep, toggleStep } from './edits.ts'

/** The order a walk visits the elements in: dragged, or moved with the arrows. */
export function WalkForm({ draft, store }: { draft: OwnModel; store: DraftStore }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const [dragged, setDragged] = useState<number | null>(null)
  const nameOf = (id: string): string => {
    const element = draft.elements.find((each) => each.id === id)
    return element ? text(element.name) : id
  }
  const move = (index: number, by: number): void => {
    store.edit(`walk ${String(index)} ${String(by)}`, (current) => moveStep(current, index, by), { atOnce: true })
  }
  const toggle = (id: string): void => {
    store.edit(`walk ${id}`, (current) => toggleStep(current, id), { atOnce: true })
  }
  const others = draft.elements.filter(({ id }) => !draft.walk.includes(id))
  return (
    <div className="editor-form" data-testid="walk-form">
      <p className="editor-quiet">{t('editor.walkHelp')}</p>
      <ol className="editor-steps">
        {draft.walk.map((id, index) => (
          <li
            key={id}
            draggable
            className={dragged === index ? 'editor-step-dragged' : undefined}
            data-testid={`step-${id}`}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move'
              event.dataTransfer.setData('text/plain', id)
              setDragged(index)
            }}
            onDragEnd={() => {
              setDragged(null)
            }}
            onDragOver={(event) => {
              if (dragged !== null) event.preventDefault()
            }}
            onDrop={(event) => {
              event.preventDefault()
              if (dragged !== null && dragged !== index) move(dragged, index - dragged)
              setDragged(null)
            }}
          >
            <IconGripVertical size={16} stroke={1.6} aria-hidden className="editor-grip" />
            <span className="editor-step-number">{index + 1}</span>
            <span className="editor-step-name">{nameOf(id)}</span>
            <Tool
              label={t('editor.stepUp', { name: nameOf(id) })}
              isOff={index === 0}
              onClick={() => {
                move(index, -1)
              }}
            >
              <IconArrowUp size={16} stroke={1.6} />
            </Tool>
            <Tool
              label={t('editor.stepDown', { name: nameOf(id) })}
              isOff={index === draft.walk.length - 1}
              onClick={() => {
                move(index, 1)
              }}
            >
              <IconArrowDown size={16} stroke={1.6} />
            </Tool>
            <Tool
              label={t('editor.stepOut', { name: nameOf(id) })}
              onClick={() => {
                toggle(id)
              }}
            >
              <IconX size={16} stroke={1.6} />
            </Tool>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Select
          label={t('editor.addStep')}
          placeholder={t('editor.search')}
          data={others.map((element) => ({ value: element.id, label: text(element.name) }))}
          value={null}
          searchable
          nothingFoundMessage={t('editor.nothingFound')}
          onChange={(id) => {
            if (id !== null) toggle(id)
          }}
        />
      )}
    </div>
  )
}

interface ToolProps {
  label: string
  isOff?: boolean
  onClick: () => void
  children: ReactNode
}
function Tool({ label, isOff = false, onClick, children }: ToolProps): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" size={26} aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </ActionIcon>
  )
}
