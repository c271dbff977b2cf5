import { Button, Modal, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramSource } from '../../../../shared/contract/diagrams.ts'
import type { Model } from '../../../../shared/models/model.ts'
import { orpc } from '../../../api/client.ts'
import { useModels } from '../../../api/models.ts'
import { readView } from '../../../stores/views.ts'
import { Caption } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { DiagramPicture } from './DiagramPicture.tsx'
import { useDiagramActions } from './use-diagram-actions.ts'

interface Start {
  readonly key: string
  readonly name: string
  readonly text: string
  readonly source: DiagramSource
  readonly picture: ReactNode
}

interface NewDiagramDialogProps {
  /** A model in small. */
  drawModel: (model: Model) => ReactNode
  /** Ways to begin that bring something in from elsewhere; each closes the dialog. */
  sources: (close: () => void) => ReactNode
  onClose: () => void
}

/** What a new diagram begins with: nothing, a template, a model, or something brought in. */
export function NewDiagramDialog({ drawModel, sources, onClose }: NewDiagramDialogProps): ReactNode {
  const { t } = useTranslation()
  const { create } = useDiagramActions()
  const groups = useStarts(drawModel)
  const starts = [...groups.templates, ...groups.models]
  const [chosen, setChosen] = useState('blank')
  const [typed, setTyped] = useState<string | null>(null)
  const [isMaking, setIsMaking] = useState(false)
  const start = starts.find(({ key }) => key === chosen)
  const name = typed ?? (start?.key === 'blank' ? t('diagrams.untitled') : (start?.name ?? ''))
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={t('diagrams.new')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      classNames={{ body: 'new-diagram-body' }}
    >
      <form
        className="diagram-dialog new-diagram"
        data-testid="new-diagram"
        onSubmit={(event) => {
          event.preventDefault()
          if (!start || name.trim() === '') return
          setIsMaking(true)
          void create(name.trim(), start.source).finally(() => {
            setIsMaking(false)
          })
        }}
      >
        <TextInput
          label={t('diagrams.name')}
          value={name}
          maxLength={200}
          data-autofocus
          data-testid="new-diagram-name"
          onFocus={({ currentTarget }) => {
            currentTarget.select()
          }}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value)
          }}
        />
        <div className="new-diagram-starts">
          <StartGroup title={t('diagrams.startWith')} starts={groups.templates} chosen={chosen} onChoose={setChosen} />
          <StartGroup title={t('diagrams.startModel')} starts={groups.models} chosen={chosen} onChoose={setChosen} />
        </div>
        <footer>
          <div className="new-diagram-sources">{sources(onClose)}</div>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" disabled={!start || name.trim() === ''} loading={isMaking} data-testid="new-diagram-create">
            {t('diagrams.create')}
          </Button>
        </footer>
      </form>
    </Modal>
  )
}

function useStarts(drawModel: (model: Model) => ReactNode): { templates: Start[]; models: Start[] } {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const templates = useQuery(orpc.diagrams.listTemplates.queryOptions())
  const models = useModels()
  const blank: Start = {
    key: 'blank',
    name: t('diagrams.blank'),
    text: t('diagrams.blankText'),
    source: { from: 'blank' },
    picture: <div className="diagram-picture" />
  }
  return {
    templates: [
      blank,
      ...(templates.data ?? []).map(({ id, name, description, content }) => ({
        key: `template ${id}`,
        name: text(name),
        text: text(description),
        source: { from: 'template', templateId: id } as const,
        picture: <DiagramPicture items={content[language].items} />
      }))
    ],
    models: (models.data?.models ?? []).map((model) => ({
      key: `model ${model.id}`,
      name: text(model.name),
      text: '',
      source: { from: 'model', modelId: model.id, ...readView(model.id) } as const,
      picture: drawModel(model)
    }))
  }
}

function StartGroup(props: { title: string; starts: readonly Start[]; chosen: string; onChoose: (key: string) => void }): ReactNode {
  const { title, starts, chosen, onChoose } = props
  if (starts.length === 0) return null
  return (
    <fieldset className="new-diagram-group">
      <legend>
        <Caption as="h3">{title}</Caption>
      </legend>
      <div className="new-diagram-tiles">
        {starts.map((start) => (
          <label
            key={start.key}
            className="new-diagram-tile"
            title={start.text}
            onDoubleClick={({ currentTarget }) => {
              currentTarget.closest('form')?.requestSubmit()
            }}
          >
            <input
              type="radio"
              name="new-diagram-start"
              value={start.key}
              checked={start.key === chosen}
              data-testid={`start-${start.key.replace(' ', '-')}`}
              onChange={() => {
                onChoose(start.key)
              }}
            />
            {start.picture}
            <span className="new-diagram-name">{start.name}</span>
            {start.text !== '' && <span className="new-diagram-text">{start.text}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
