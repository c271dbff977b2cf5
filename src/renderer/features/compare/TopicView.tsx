import { Chip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CrosswalkTopic } from '../../../shared/models/crosswalk.ts'
import type { Text } from '../../../shared/domain/text.ts'
import type { ModelView } from '../../../shared/models/apply-variant.ts'
import { findPairing, listInView } from '../../../shared/models/list-in-view.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ModelCard } from './ModelCard.tsx'
import type { ViewProps } from './view-props.ts'

/** One topic of the crosswalk, lit in every model. */
export function TopicView({ comparison, models, renderThumbnail, onChange }: ViewProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const crosswalk = useQuery(orpc.compare.getCrosswalk.queryOptions())
  return (
    <div className="compare-body">
      <Answer query={crosswalk}>
        {(topics) => {
          const topic = topics.find(({ id }) => id === comparison.topicId) ?? topics[0]
          if (!topic) return null
          return (
            <>
              <Chip.Group
                value={topic.id}
                onChange={(topicId) => {
                  onChange({ topicId })
                }}
              >
                <div className="compare-topics" role="radiogroup" aria-label={t('compare.topic')}>
                  {topics.map(({ id, name }) => (
                    <Chip key={id} value={id} size="sm" variant="light" data-testid={`topic-${id}`}>
                      {text(name)}
                    </Chip>
                  ))}
                </div>
              </Chip.Group>
              <p className="compare-subject" data-testid="compare-subject">
                <strong>{text(topic.question)}</strong> <span className="muted">{t('compare.topicMark')}</span>
              </p>
              <div className="compare-cards">
                {models.map((model) => (
                  <TopicCard key={model.whole.id} {...{ model, topic, topics, renderThumbnail }} />
                ))}
              </div>
            </>
          )
        }}
      </Answer>
    </div>
  )
}

interface TopicCardProps {
  model: ModelView
  topic: CrosswalkTopic
  topics: readonly CrosswalkTopic[]
  renderThumbnail: ViewProps['renderThumbnail']
}

function TopicCard({ model, topic, topics, renderThumbnail }: TopicCardProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const place = topic.places[model.whole.id]
  const isKnown = topics.some(({ places }) => places[model.whole.id])
  const nothing = place?.note ? text(place.note) : t(isKnown ? 'compare.noPlace' : 'compare.notInTable')
  const { shown, absent } = listInView(model, place?.elements ?? [])
  const describe = (id: string, definition: Text): string => {
    const pairing = findPairing(model, id)
    return pairing ? t('canvas.pairing', { name: text(pairing) }) : text(definition)
  }
  return (
    <ModelCard
      {...{ model, renderThumbnail, nothing, absent }}
      lit={shown.map(({ id, definition }) => ({
        elementId: id,
        detail: <span className="compare-definition">{describe(id, definition)}</span>
      }))}
    >
      {shown.length > 0 && place?.note && <p className="compare-removed muted">{text(place.note)}</p>}
    </ModelCard>
  )
}
