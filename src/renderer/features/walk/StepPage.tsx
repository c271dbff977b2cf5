import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { ElementEvidence, Metric } from '../../../shared/contract/models.ts'
import type { Walk, WalkEntry } from '../../../shared/contract/walks.ts'
import type { Text } from '../../../shared/domain/text.ts'
import type { Model, ModelElement } from '../../../shared/models/model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { ActionList } from './ActionList.tsx'
import type { Autosave } from '../../ui/autosave.ts'
import { DraftField } from '../../ui/DraftField.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EvidenceCards } from './EvidenceCards.tsx'
import { ScoreField } from './ScoreField.tsx'
import type { WalkPlace } from './walk-order.ts'

interface StepPageProps {
  walk: Walk
  model: Model
  places: readonly WalkPlace[]
  element: ModelElement
  /** In whose place the view puts this element, where it means something else. */
  pairing: Text | null
  evidence: ElementEvidence | undefined
  autosave: Autosave
  /** Shown where the walk begins. */
  entry: WalkEntry | null
  /** The model has no order. */
  isUnordered: boolean
  renderEntries: (metric: Metric) => ReactNode
  /** The model's diagram in small, with this element lit. */
  diagram: ReactNode
}
type StepChange = Omit<Parameters<typeof client.walks.saveStep>[0], 'walkId' | 'elementId'>

/** One element of a walk: what the data say, what to ask, how mature, what was decided, who does what by when. */
export function StepPage({
  walk,
  model,
  places,
  element,
  pairing,
  evidence,
  autosave,
  entry,
  isUnordered,
  renderEntries,
  diagram
}: StepPageProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const step = walk.stepList.find((each) => each.elementId === element.id)
  const place = { walkId: walk.id, modelId: model.id, elementId: element.id }
  const save = (change: StepChange): Promise<{ savedAt: string }> =>
    client.walks.saveStep({ walkId: walk.id, elementId: element.id, ...change })
  const field = (
    name: 'justification' | 'decision' | 'notes'
  ): {
    name: string
    initial: string
    autosave: Autosave
    save: (typed: string) => Promise<{ savedAt: string }>
    'data-testid': string
  } => ({
    name: `${element.id}/${name}`,
    initial: step?.[name] ?? '',
    autosave,
    save: (typed) => save({ [name]: typed }),
    'data-testid': `walk-${name}`
  })
  const kept = walk.finishedAt === null ? null : (step?.evidence ?? null)
  const shown = kept ?? evidence
  const number = places.find((each) => each.element.id === element.id)?.number ?? 0
  return (
    <div className="walk-columns" data-testid="walk-page" data-element={element.id}>
      <div className="walk-main">
        {entry && <EntryCard entry={entry} />}
        <header>
          <p className="walk-quiet">
            {t(isUnordered ? 'walk.stepAny' : 'walk.stepOf', { model: text(model.name), step: number, total: places.length })}
          </p>
          <h1>{text(element.name)}</h1>
          <p className="walk-definition">{text(element.definition)}</p>
          {pairing && (
            <p className="walk-quiet walk-pairing" data-testid="walk-pairing">
              {t('canvas.pairing', { name: text(pairing) })}
            </p>
          )}
        </header>
        {shown && <EvidenceCards evidence={shown} isKept={kept !== null} renderEntries={renderEntries} />}
        <section aria-label={t('walk.questions')} className="walk-questions">
          {element.questions.length === 0 && <p className="walk-quiet">{t(pairing ? 'walk.noQuestionsPaired' : 'walk.noQuestions')}</p>}
          {element.questions.map((question, index) => (
            <DraftField
              key={question.en}
              name={`${element.id}/answer/${String(index)}`}
              label={text(question)}
              placeholder={t('walk.answerHere')}
              initial={step?.answers[index] ?? ''}
              minRows={2}
              autosave={autosave}
              save={(typed) => save({ answer: { index, text: typed } })}
              className="walk-question"
              data-testid={`walk-answer-${String(index)}`}
            />
          ))}
        </section>
      </div>
      <aside className="walk-side">
        {diagram}
        <div className="card card-roomy walk-card">
          <div className="walk-maturity">
            <ScoreField
              initial={step?.score ?? null}
              onScore={(score) => {
                autosave.note(`${element.id}/score`, () => save({ score }))
                void autosave.flush()
              }}
            />
            <DraftField label={t('walk.justification')} placeholder={t('walk.justificationHere')} minRows={1} {...field('justification')} />
          </div>
          <DraftField label={t('walk.decision')} placeholder={t('walk.decisionHere')} {...field('decision')} />
          <ActionList
            place={place}
            suggested={element.segments}
            draft={step?.actionDraft ?? null}
            onDraft={(actionDraft) => {
              autosave.note(`${element.id}/action`, () => save({ actionDraft }))
              // Added or called off: it must not come back.
              if (actionDraft === null) void autosave.flush()
            }}
          />
          <DraftField label={t('walk.notes')} placeholder={t('walk.notesHere')} minRows={1} {...field('notes')} />
        </div>
      </aside>
    </div>
  )
}
