import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ListedModel } from '../../../shared/contract/models.ts'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import type { Model } from '../../../shared/models/model.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { MiniDiagram } from './MiniDiagram.tsx'
import './models.css'

const LATER = ['qci', 'payne', 'gartner', 'buttle'] as const

/** A menu over a card's corner, put there by the screen. */
export type CardMenu = (model: ListedModel) => ReactNode

/** One card per model found. */
export function ModelCards({ menuOf, lastCard }: { menuOf?: CardMenu; lastCard?: ReactNode }): ReactNode {
  const models = useQuery(orpc.models.listModels.queryOptions())
  const walks = useQuery(orpc.walks.listWalks.queryOptions())
  return (
    <Answer query={models}>
      {({ models: list }) => (
        <div className="model-cards">
          {list.map((model) => (
            <div key={model.id} className="model-card-place">
              <ModelCard model={model} walks={(walks.data ?? []).filter(({ modelId }) => modelId === model.id)} />
              {menuOf && <div className="model-card-menu">{menuOf(model)}</div>}
            </div>
          ))}
          {list.length < 3 && <LaterCard known={list.map(({ id }) => id)} />}
          {lastCard}
        </div>
      )}
    </Answer>
  )
}

function ModelCard({ model, walks }: { model: Model; walks: readonly WalkSummary[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const farthest = Math.max(0, ...walks.map(({ doneSteps, steps }) => (steps === 0 ? 0 : doneSteps / steps)))
  const name = formats.text(model.name)
  return (
    <Card
      className="model-card"
      onClick={() => {
        navigate({ screen: 'models', modelId: model.id })
      }}
      data-testid={`model-card-${model.id}`}
    >
      <MiniDiagram model={model} />
      <h3>{name}</h3>
      <div className="muted model-card-facts">
        {t('gallery.steps', { count: model.walk.length })} ·{' '}
        {walks.length > 0 ? t('gallery.walked', { share: formats.share(farthest, 0) }) : t('gallery.notWalked')}
      </div>
    </Card>
  )
}

function LaterCard({ known }: { known: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="model-later" style={{ gridColumn: `${known.length + 1} / -1` }}>
      <h3>{t('gallery.later')}</h3>
      <ul>
        {LATER.filter((id) => !known.includes(id)).map((id) => (
          <li key={id}>{t(`gallery.laterModels.${id}`)}</li>
        ))}
      </ul>
      <p className="muted">{t('gallery.laterText')}</p>
    </Card>
  )
}
