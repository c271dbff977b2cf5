import { Button } from '@mantine/core'
import { IconCopyPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedModel } from '../../../../shared/contract/models.ts'
import type { Model } from '../../../../shared/models/model.ts'
import { useModels } from '../../../api/models.ts'
import { navigate } from '../../../stores/route.ts'
import { readView } from '../../../stores/views.ts'
import { Card, Caption } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { useCanWrite } from './use-can-write.ts'
import { useDiagramActions } from './use-diagram-actions.ts'

/** The models, whose diagrams have a place of their own: opened there, or copied to be drawn on. */
export function ModelStrip({ drawModel }: { drawModel: (model: Model) => ReactNode }): ReactNode {
  const { t } = useTranslation()
  const models = useModels()
  const list = models.data?.models ?? []
  if (list.length === 0) return null
  return (
    <section className="diagram-models" aria-label={t('diagrams.models')}>
      <Caption>{t('diagrams.models')}</Caption>
      <p className="muted">{t('diagrams.modelsText')}</p>
      <div className="diagram-cards">
        {list.map((model) => (
          <ModelCard key={model.id} model={model} drawModel={drawModel} />
        ))}
      </div>
    </section>
  )
}

function ModelCard({ model, drawModel }: { model: ListedModel; drawModel: (model: Model) => ReactNode }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { create } = useDiagramActions()
  const canWrite = useCanWrite()
  const name = text(model.name)
  return (
    <div className="diagram-card-place">
      <Card
        className="diagram-card diagram-card-of-model"
        data-testid={`diagram-model-${model.id}`}
        onClick={() => {
          navigate({ screen: 'models', modelId: model.id })
        }}
      >
        {drawModel(model)}
        <h3>{name}</h3>
      </Card>
      {canWrite && (
        <Button
          className="diagram-card-copy"
          variant="default"
          size="compact-sm"
          leftSection={<IconCopyPlus size={15} stroke={1.6} />}
          aria-label={t('diagrams.drawCopyOf', { model: name })}
          data-testid={`diagram-copy-${model.id}`}
          onClick={() => {
            void create(name, { from: 'model', modelId: model.id, ...readView(model.id) })
          }}
        >
          {t('diagrams.drawCopy')}
        </Button>
      )}
    </div>
  )
}
