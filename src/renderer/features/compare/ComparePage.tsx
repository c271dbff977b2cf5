import './compare.css'
import { SegmentedControl } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Model } from '../../../shared/models/model.ts'
import { Answer } from '../../api/Answer.tsx'
import { useModels } from '../../api/models.ts'
import { COMPARE_VIEWS, navigate, type Comparison } from '../../stores/route.ts'
import { useModelViews } from '../../stores/views.ts'
import { HomesView } from './HomesView.tsx'
import { PairView, type CanvasProps } from './PairView.tsx'
import { TopicView } from './TopicView.tsx'

export interface ComparePageProps {
  comparison: Comparison
  /** Draws a model in small with some of its elements lit. */
  renderThumbnail: (model: Model, litIds: ReadonlySet<string>) => ReactNode
  /** Draws a model at full size, one element selected, others lit. */
  renderCanvas: (props: CanvasProps) => ReactNode
}

const NO_MODELS: readonly Model[] = []

/** The same subject in every model: a segment or a customer, a topic, or two models side by side. */
export function ComparePage({ comparison, renderThumbnail, renderCanvas }: ComparePageProps): ReactNode {
  const { t } = useTranslation()
  const models = useModels()
  // Every list here speaks as the drawing beside it does.
  const list = useModelViews(models.data?.models ?? NO_MODELS)
  const view = comparison.view ?? 'homes'
  const change = (changed: Comparison): void => {
    navigate({ screen: 'compare', ...comparison, ...changed })
  }
  return (
    <div className="compare">
      <header className="compare-head">
        <div>
          <h1>{t('compare.title')}</h1>
          <p className="muted">{t('compare.intro')}</p>
        </div>
        <SegmentedControl
          aria-label={t('compare.viewsLabel')}
          value={view}
          onChange={(value) => {
            change({ view: COMPARE_VIEWS.find((each) => each === value) ?? 'homes' })
          }}
          data={COMPARE_VIEWS.map((value) => ({ value, label: t(`compare.views.${value}`) }))}
          data-testid="compare-views"
        />
      </header>
      <Answer query={models}>
        {() => (
          <>
            {view === 'homes' && <HomesView {...{ comparison, models: list, renderThumbnail }} onChange={change} />}
            {view === 'topic' && <TopicView {...{ comparison, models: list, renderThumbnail }} onChange={change} />}
            {view === 'pair' && <PairView {...{ comparison, models: list, renderCanvas }} onChange={change} />}
          </>
        )}
      </Answer>
    </div>
  )
}
