import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LONGEST_LABEL, LONGEST_NOTES, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { openLinkPicker } from '../links/link-picker-store.ts'
import { useDiagram } from '../store/use-diagram.ts'

/** Grounds that read well at a distance in either theme; the first is the shape's own. */
const FILLS = [
  { name: 'own', fill: null },
  { name: 'teal', fill: '#cfe6e2' },
  { name: 'blue', fill: '#cfe3ee' },
  { name: 'violet', fill: '#e2d8f0' },
  { name: 'amber', fill: '#f8e3b8' },
  { name: 'red', fill: '#f4d3cb' },
  { name: 'grey', fill: '#dfe5e6' }
] as const

interface EditPaneProps {
  shape: DiagramShape
  onDone: () => void
  /** Makes a diagram of the model that is presented; null: this is a diagram. */
  onCopy: (() => void) | null
}

/** Changes the step that is shown, while it is shown. */
export function EditPane({ shape, onDone, onCopy }: EditPaneProps): ReactNode {
  const { t } = useTranslation()
  const edit = useDiagram((diagram) => diagram.edit)
  const fillId = useId()
  const put = (what: string, changed: DiagramShape, isTyping = false): void => {
    edit(`${what} ${shape.id}`, { put: [changed] }, { isTyping })
  }
  if (onCopy)
    return (
      <aside className="present-side" aria-label={t('diagramPresent.edit.title')} data-testid="present-edit">
        <h2>{t('diagramPresent.edit.title')}</h2>
        <p>{t('diagramPresent.edit.ofModel')}</p>
        <div className="present-buttons">
          <Button onClick={onCopy} data-testid="present-copy">
            {t('diagramPresent.edit.copy')}
          </Button>
          <Button variant="default" onClick={onDone}>
            {t('diagramPresent.edit.done')}
          </Button>
        </div>
      </aside>
    )
  return (
    <aside className="present-side" aria-label={t('diagramPresent.edit.title')} data-testid="present-edit">
      <h2>{t('diagramPresent.edit.title')}</h2>
      <Textarea
        label={t('diagramPresent.edit.label')}
        value={shape.label}
        maxLength={LONGEST_LABEL}
        autosize
        minRows={2}
        maxRows={6}
        autoFocus
        onChange={({ currentTarget }) => {
          put('label', { ...shape, label: currentTarget.value }, true)
        }}
        data-testid="present-label"
      />
      <Textarea
        label={t('diagramPresent.edit.notes')}
        value={shape.notes ?? ''}
        maxLength={LONGEST_NOTES}
        autosize
        minRows={4}
        maxRows={10}
        onChange={({ currentTarget }) => {
          put('notes', { ...shape, notes: currentTarget.value }, true)
        }}
        data-testid="present-notes-field"
      />
      <div role="group" aria-labelledby={fillId} className="present-fills">
        <span id={fillId}>{t('diagramPresent.edit.fill')}</span>
        <div>
          {FILLS.map(({ name, fill }) => {
            const isOn = (shape.style.fill?.toLowerCase() ?? null) === fill
            const { fill: _fill, ...style } = shape.style
            return (
              <button
                key={name}
                type="button"
                aria-pressed={isOn}
                aria-label={t(`diagramPresent.edit.fills.${name}`)}
                title={t(`diagramPresent.edit.fills.${name}`)}
                style={fill === null ? {} : { background: fill }}
                onClick={() => {
                  put('style', { ...shape, style: fill === null ? style : { ...style, fill } })
                }}
              >
                {isOn && <IconCheck size={16} stroke={2.2} aria-hidden />}
              </button>
            )
          })}
        </div>
      </div>
      <div className="present-buttons">
        <Button
          variant="default"
          onClick={() => {
            openLinkPicker(shape.id)
          }}
          data-testid="present-link"
        >
          {t(shape.link ? 'diagramPresent.edit.changeLink' : 'diagramPresent.edit.link')}
        </Button>
        <Button onClick={onDone} data-testid="present-done">
          {t('diagramPresent.edit.done')}
        </Button>
      </div>
      <p className="present-quiet">{t('diagramPresent.edit.saved')}</p>
    </aside>
  )
}
