import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { readActionIds } from '../../../../shared/diagrams/shape-actions.ts'
import { orpc } from '../../../api/client.ts'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { navigate } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useShapeLabel } from '../present/use-shape-label.ts'
import { hasWords, useStepDrafts } from './step-drafts.ts'
import { readDecisions } from './step-notes.ts'

interface WalkClosingProps {
  steps: readonly DiagramShape[]
  onStep: (step: number) => void
  onAgain: () => void
}

/** The end of a walk: every step with what was decided there and who does what by when. */
export function WalkClosing({ steps, onStep, onAgain }: WalkClosingProps): ReactNode {
  const { t } = useTranslation()
  const { date, count } = useFormats()
  const nameOf = useShapeLabel()
  const hideText = useHideText()
  const drafts = useStepDrafts()
  const [, setDropped] = useState(0)
  const actions = useQuery(orpc.plan.listActions.queryOptions()).data ?? []
  const found = steps.map((shape) => {
    const ids = readActionIds(shape)
    return { shape, decisions: readDecisions(shape), actions: actions.filter(({ id }) => ids.includes(id)) }
  })
  const decided = found.filter(({ decisions }) => decisions.length > 0).length
  const made = found.reduce((sum, each) => sum + each.actions.length, 0)
  return (
    <div className="dwalk-closing" data-testid="diagram-walk-closing">
      <header>
        <h1>{t('diagramPresent.walk.closingTitle')}</h1>
        <p>
          {[
            t('diagramPresent.walk.decidedSteps', { decided: count(decided), total: count(steps.length) }),
            t('diagramPresent.walk.actionCount', { count: made, formatted: count(made) })
          ].join(' · ')}
        </p>
        <p className="link-quiet">{t('diagramPresent.walk.closingText')}</p>
      </header>
      <ol>
        {found.map(({ shape, decisions, actions: listed }, index) => (
          <li key={shape.id}>
            <button
              type="button"
              className="dwalk-closing-step"
              onClick={() => {
                onStep(index)
              }}
            >
              {index + 1} · {nameOf(shape)}
            </button>
            {hasWords(drafts.read(shape.id)) && (
              <p className="link-problem dwalk-unfinished" data-testid="walk-unfinished">
                {t('diagramPresent.walk.unfinished')}{' '}
                <button
                  type="button"
                  className="link-plain"
                  onClick={() => {
                    drafts.drop(shape.id)
                    setDropped((count) => count + 1)
                  }}
                  data-testid="walk-drop"
                >
                  {t('diagramPresent.walk.dropDraft')}
                </button>
              </p>
            )}
            {decisions.length === 0 && listed.length === 0 && <p className="link-quiet">{t('diagramPresent.walk.noDecision')}</p>}
            {decisions.map((decision, place) => (
              <p key={place}>
                {decision.text} <small>{t('diagramPresent.walk.decided', { date: date(decision.date) })}</small>
              </p>
            ))}
            {listed.map(({ id, title, owner, dueDate, status }) => (
              <p key={id} className="dwalk-closing-action" data-done={status === 'done' || undefined}>
                {hideText(title)}{' '}
                <small>
                  {hideText(owner)} · {date(dueDate)} · {t(`diagramLinks.picker.status.${status}`)}
                </small>
              </p>
            ))}
          </li>
        ))}
      </ol>
      <footer className="dwalk-foot">
        <Button variant="default" onClick={onAgain}>
          {t('diagramPresent.walk.again')}
        </Button>
        <Button
          onClick={() => {
            navigate({ screen: 'plan' })
          }}
        >
          {t('diagramPresent.walk.toPlan')}
        </Button>
      </footer>
    </div>
  )
}
