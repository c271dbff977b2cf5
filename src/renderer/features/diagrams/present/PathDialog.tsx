import { ActionIcon, Button, Modal } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape } from '../../../../shared/diagrams/diagram.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { closePathDialog, usePathDialog } from './path-store.ts'
import { useShapeLabel } from './use-shape-label.ts'
import { useSteps } from './use-steps.ts'
import './present.css'

/** The dialog that sets the order of the steps. Below `DiagramProvider`, once. */
export function PathDialog(): ReactNode {
  const { t } = useTranslation()
  const isOpen = usePathDialog((dialog) => dialog.isOpen)
  useEffect(() => closePathDialog, [])
  return (
    <Modal
      opened={isOpen}
      onClose={closePathDialog}
      size={560}
      title={t('diagramPresent.path.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <PathForm />
    </Modal>
  )
}

/** `list` with what stands at `from` at `to`. */
function move<T>(list: readonly T[], from: number, to: number): T[] {
  const moved = list[from]
  if (moved === undefined || to < 0 || to >= list.length) return [...list]
  const rest = list.filter((_, index) => index !== from)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

function PathForm(): ReactNode {
  const { t } = useTranslation()
  const settings = useDiagram((diagram) => diagram.settings)
  const items = useDiagram((diagram) => diagram.items)
  const edit = useDiagram((diagram) => diagram.edit)
  const steps = useSteps()
  const nameOf = useShapeLabel()
  const list = useRef<HTMLOListElement>(null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [over, setOver] = useState<number | null>(null)
  const [said, setSaid] = useState('')
  const ids = steps.map(({ id }) => id)
  const left = [...items.values()].filter(isShape).filter(({ id, label, link }) => !ids.includes(id) && (label.trim() !== '' || link))
  const put = (path: string[] | null): void => {
    const { path: _path, ...rest } = settings
    edit('path', { settings: path === null ? rest : { ...rest, path } })
  }
  const shift = (from: number, to: number): void => {
    const step = steps[from]
    if (!step || to < 0 || to >= steps.length || to === from) return
    put(move(ids, from, to))
    setSaid(t('diagramPresent.path.moved', { label: nameOf(step), step: to + 1, count: steps.length }))
    // The keyboard goes with what it moved.
    requestAnimationFrame(() => list.current?.querySelectorAll<HTMLElement>('[data-step]')[to]?.focus())
  }
  if (steps.length === 0 && left.length === 0) return <p>{t('diagramPresent.path.none')}</p>
  return (
    <div className="path-form">
      <p className="path-hint">{t(settings.path ? 'diagramPresent.path.own' : 'diagramPresent.path.relations')}</p>
      <ol ref={list} aria-label={t('diagramPresent.path.list')} className="path-list">
        {steps.map((step, index) => {
          const name = nameOf(step)
          return (
            <li
              key={step.id}
              draggable
              tabIndex={0}
              data-step={index + 1}
              data-over={over === index || undefined}
              data-testid="path-step"
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', name)
                setDragged(index)
              }}
              onDragOver={(event) => {
                if (dragged === null) return
                event.preventDefault()
                setOver(index)
              }}
              onDragEnd={() => {
                setDragged(null)
                setOver(null)
              }}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged !== null) shift(dragged, index)
                setDragged(null)
                setOver(null)
              }}
              onKeyDown={(event) => {
                if (event.target !== event.currentTarget) return
                const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
                if (by !== 0) {
                  event.preventDefault()
                  if (event.altKey) shift(index, index + by)
                  else list.current?.querySelectorAll<HTMLElement>('[data-step]')[index + by]?.focus()
                } else if (event.key === 'Delete') put(ids.filter((id) => id !== step.id))
              }}
            >
              <IconGripVertical size={16} stroke={1.6} aria-hidden />
              <span className="path-number">{index + 1}</span>
              <span className="path-name">{name}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={index === 0}
                aria-label={`${t('diagramPresent.path.up')}: ${name}`}
                onClick={() => {
                  shift(index, index - 1)
                }}
              >
                <IconArrowUp size={15} stroke={1.8} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                disabled={index === steps.length - 1}
                aria-label={`${t('diagramPresent.path.down')}: ${name}`}
                onClick={() => {
                  shift(index, index + 1)
                }}
              >
                <IconArrowDown size={15} stroke={1.8} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                // A path of nothing would be none.
                disabled={steps.length === 1}
                aria-label={t('diagramPresent.path.leaveOut', { label: name })}
                onClick={() => {
                  put(ids.filter((id) => id !== step.id))
                }}
              >
                <IconX size={15} stroke={1.8} />
              </ActionIcon>
            </li>
          )
        })}
      </ol>
      {left.length > 0 && (
        <section>
          <h3>{t('diagramPresent.path.left')}</h3>
          <ul className="path-left">
            {left.map((shape) => (
              <li key={shape.id}>
                <Button
                  size="compact-sm"
                  variant="default"
                  leftSection={<IconPlus size={14} stroke={1.8} />}
                  aria-label={t('diagramPresent.path.add', { label: nameOf(shape) })}
                  onClick={() => {
                    put([...ids, shape.id])
                  }}
                >
                  {nameOf(shape)}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <footer className="link-footer">
        {settings.path ? (
          <Button
            variant="subtle"
            onClick={() => {
              put(null)
            }}
            data-testid="path-reset"
          >
            {t('diagramPresent.path.reset')}
          </Button>
        ) : (
          <span />
        )}
        <Button onClick={closePathDialog} data-testid="path-done">
          {t('diagramPresent.path.done')}
        </Button>
      </footer>
    </div>
  )
}
