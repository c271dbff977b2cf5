import { Button, Textarea } from '@mantine/core'
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { LinkBehind } from '../links/LinkBehind.tsx'
import { openLinkPicker } from '../links/link-picker-store.ts'
import { LinkSays } from '../links/LinkSays.tsx'
import { useLinkStates } from '../links/use-link-states.ts'
import { useLiveFigures } from '../links/use-live-figures.ts'
import { aimBeside } from '../present/camera.ts'
import { listLit } from '../present/lit-items.ts'
import { Stage } from '../present/Stage.tsx'
import { useFrameSize } from '../present/use-frame-size.ts'
import { useShapeLabel } from '../present/use-shape-label.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { StepActions } from './StepActions.tsx'
import { useStepDrafts } from './step-drafts.ts'
import { addDecision, readDecisions, readPlainNotes } from './step-notes.ts'

interface WalkStepProps {
  shape: DiagramShape
  step: number
  count: number
  /** The buttons back and on. */
  foot: ReactNode
}

/** One step of a walk: where it stands, what the data say, and what is decided. */
export function WalkStep({ shape, step, count, foot }: WalkStepProps): ReactNode {
  const { t } = useTranslation()
  const nameOf = useShapeLabel()
  const { byId } = useLinkStates()
  const state = byId.get(shape.id)
  const notes = readPlainNotes(shape)
  const choose = (): void => {
    openLinkPicker(shape.id)
  }
  return (
    <div className="dwalk-step" data-testid="diagram-walk-step" data-item={shape.id}>
      <div className="dwalk-main">
        <header>
          <p className="dwalk-number">{t('diagramPresent.walk.step', { step, count })}</p>
          <h1>{nameOf(shape)}</h1>
        </header>
        <Place shape={shape} />
        <section className="walk-evidence" aria-label={t('diagramPresent.walk.evidence')}>
          <h3>{t('diagramPresent.walk.evidence')}</h3>
          {shape.link ? (
            <div className="dwalk-figures">
              <LinkSays link={shape.link} state={state} display={shape.display} onChoose={choose} />
              {state?.state === 'answered' && (
                <div className="dwalk-behind">
                  <LinkBehind link={shape.link} state={state} />
                </div>
              )}
            </div>
          ) : (
            <p className="link-quiet">
              {t('diagramPresent.walk.noEvidence')}{' '}
              <button type="button" className="link-plain" onClick={choose} data-testid="walk-link">
                {t('diagramPresent.walk.linkIt')}
              </button>
            </p>
          )}
        </section>
        <section>
          <h3>{t('diagramPresent.walk.notes')}</h3>
          <p className={notes === '' ? 'link-quiet' : 'shape-notes'}>{notes === '' ? t('diagramPresent.walk.noNotes') : notes}</p>
        </section>
      </div>
      <aside className="dwalk-card" aria-label={t('diagramPresent.walk.decision')}>
        <Decide shape={shape} />
        <StepActions shape={shape} />
        {foot}
      </aside>
    </div>
  )
}

/** The step within the diagram, the rest of it faded. */
function Place({ shape }: { shape: DiagramShape }): ReactNode {
  const items = useDiagram((diagram) => diagram.items)
  const figures = useLiveFigures()
  const frame = useRef<HTMLDivElement>(null)
  const size = useFrameSize(frame)
  const camera = useMemo(() => aimBeside(shape, size), [shape, size])
  const lit = useMemo(() => listLit(items, shape.id), [items, shape.id])
  return (
    <div ref={frame} className="dwalk-place">
      <Stage items={items} figures={figures} camera={camera} lit={lit} numbers={null} onPick={pickNothing} />
    </div>
  )
}
const pickNothing = (): void => undefined

/** Today where the person is, as an ISO date. */
function readToday(): string {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
}

function Decide({ shape }: { shape: DiagramShape }): ReactNode {
  const { t } = useTranslation()
  const { date, language } = useFormats()
  const edit = useDiagram((diagram) => diagram.edit)
  const drafts = useStepDrafts()
  const [draft, setDraft] = useState(() => drafts.read(shape.id).decision ?? '')
  const change = (decision: string): void => {
    setDraft(decision)
    drafts.keep(shape.id, { decision })
  }
  const decisions = readDecisions(shape)
  const decide = (): void => {
    if (draft.trim() === '') return
    edit(`decision ${shape.id}`, { put: [addDecision(shape, { date: readToday(), text: draft }, language)] })
    change('')
  }
  return (
    <form
      className="dwalk-decide"
      onSubmit={(event) => {
        event.preventDefault()
        decide()
      }}
    >
      {decisions.length > 0 && (
        <>
          <h3>{t('diagramPresent.walk.decisions')}</h3>
          <ul className="dwalk-decisions" data-testid="walk-decisions">
            {decisions.map((decision, index) => (
              <li key={index}>
                {decision.text}
                <small>{t('diagramPresent.walk.decided', { date: date(decision.date) })}</small>
              </li>
            ))}
          </ul>
        </>
      )}
      <Textarea
        label={t('diagramPresent.walk.decision')}
        description={t('diagramPresent.walk.decisionHint')}
        placeholder={t('diagramPresent.walk.decisionPlaceholder')}
        value={draft}
        maxLength={2000}
        autosize
        minRows={2}
        maxRows={6}
        onChange={({ currentTarget }) => {
          change(currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault()
            event.stopPropagation()
            decide()
          }
        }}
        data-testid="diagram-decision"
      />
      <Button type="submit" size="xs" variant="default" disabled={draft.trim() === ''} data-testid="diagram-decide">
        {t('diagramPresent.walk.decide')}
      </Button>
    </form>
  )
}
