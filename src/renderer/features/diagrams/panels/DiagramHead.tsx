import { IconArrowLeft, IconPencil } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/client.ts'
import { useModels } from '../../../api/models.ts'
import { readError } from '../../../api/errors.ts'
import type { DiagramMode } from '../../../stores/route.ts'
import { navigate } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { tellWhen } from '../list/tell-when.ts'
import { useCanWrite } from '../list/use-can-write.ts'
import { useDiagram, useDiagramStore } from '../store/use-diagram.ts'

interface DiagramHeadProps {
  diagramId: number
  mode: DiagramMode
  modes: readonly DiagramMode[]
  onMode: (mode: DiagramMode) => void
}

/** The way back, the name, whether all is saved, and the ways to use the diagram. */
export function DiagramHead({ diagramId, mode, modes, onMode }: DiagramHeadProps): ReactNode {
  const { t } = useTranslation()
  return (
    <header className="diagram-head">
      <div className="diagram-head-main">
        <div className="diagram-above">
          <button
            type="button"
            className="diagram-back"
            data-testid="diagram-back"
            onClick={() => {
              navigate({ screen: 'diagrams' })
            }}
          >
            <IconArrowLeft size={14} stroke={1.8} aria-hidden />
            {t('diagrams.back')}
          </button>
          <ToModel />
          <SaveWords />
        </div>
        <NameField key={diagramId} diagramId={diagramId} />
      </div>
      <div className="diagram-modes" role="group" aria-label={t('diagrams.modes')}>
        {modes.map((each) => (
          <button
            key={each}
            type="button"
            className="diagram-mode"
            aria-pressed={each === mode}
            data-testid={`diagram-mode-${each}`}
            onClick={() => {
              if (each !== mode) onMode(each)
            }}
          >
            {t(`canvas.mode.${each}`)}
          </button>
        ))}
      </div>
    </header>
  )
}

/** The way back to the model this is a copy of, while there is one. */
function ToModel(): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const modelId = useDiagram((state) => state.modelId)
  const model = useModels().data?.models.find(({ id }) => id === modelId)
  if (!model) return null
  return (
    <button
      type="button"
      className="diagram-back"
      title={t('diagrams.toModelNamed', { model: text(model.name) })}
      data-testid="diagram-to-model"
      onClick={() => {
        navigate({ screen: 'models', modelId: model.id })
      }}
    >
      <IconArrowLeft size={14} stroke={1.8} aria-hidden />
      {t('diagrams.toModel')}
    </button>
  )
}

/** `saved 10:42`; while something is on its way, that; when it can't get there, that it is tried again. */
function SaveWords(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const status = useDiagram((state) => state.status)
  const updatedAt = useDiagram((state) => state.updatedAt)
  const words =
    status === 'failed'
      ? t('diagrams.notSaved')
      : status === 'saved'
        ? updatedAt === null
          ? ''
          : t('diagrams.saved', { when: tellWhen(updatedAt, formats) })
        : t('diagrams.saving')
  return (
    <span
      className={status === 'failed' ? 'diagram-saved tone-attention' : 'diagram-saved'}
      role="status"
      data-testid="diagram-saved"
      data-status={status}
    >
      {words}
    </span>
  )
}

/** The name as the page's heading; a click, or Enter on it, changes it in place. */
function NameField({ diagramId }: { diagramId: number }): ReactNode {
  const { t } = useTranslation()
  const name = useDiagram((state) => state.name)
  const { meanName } = useDiagramStore()
  const canWrite = useCanWrite()
  const [typed, setTyped] = useState<string | null>(null)
  const finish = (isTaken: boolean): void => {
    const next = typed?.trim() ?? ''
    setTyped(null)
    if (!isTaken || next === '' || next === name) return
    client.diagrams.renameDiagram({ id: diagramId, name: meanName(next) }).catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
  if (!canWrite)
    return (
      <h1 className="diagram-name" data-testid="diagram-name">
        {name}
      </h1>
    )
  if (typed === null)
    return (
      <h1 className="diagram-name">
        <button
          type="button"
          title={t('diagrams.renameHere', { name })}
          data-testid="diagram-name"
          onClick={() => {
            setTyped(name)
          }}
        >
          <span>{name}</span>
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </button>
      </h1>
    )
  return (
    <input
      className="diagram-name-field"
      aria-label={t('diagrams.name')}
      value={typed}
      maxLength={200}
      autoFocus
      data-testid="diagram-name-field"
      data-editing
      onFocus={({ currentTarget }) => {
        currentTarget.select()
      }}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value)
      }}
      onBlur={() => {
        finish(true)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(true)
        else if (event.key === 'Escape') finish(false)
      }}
    />
  )
}
