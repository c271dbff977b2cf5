import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORTANCE, type Assessment, type Rating, type Statement } from '../../../shared/contract/assessments.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { useAutosave } from '../../ui/use-autosave.ts'
import { ConditionsForm } from './ConditionsForm.tsx'
import { countAnswered, listSections, type Section } from './rating-sections.ts'
import { ScaleField } from './ScaleField.tsx'
import { StatementRow } from './StatementRow.tsx'
import { keepRating, type RatingPlace } from './use-ratings.ts'
import { useScales } from './use-scales.ts'

interface RatingViewProps {
  place: RatingPlace
  assessment: Assessment
  model: Model
  /** This person's answers in this round. */
  own: readonly Rating[]
  /** By element, what the next round is asked. */
  asked: ReadonlyMap<string, readonly Statement[]>
  onDone: () => void
}

/** One person rates: the pages at the side, one page at a time, only their own marks in sight. */
export function RatingView({ place, assessment, model, own, asked, onDone }: RatingViewProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const autosave = useAutosave()
  const sections = listSections(assessment)
  // Opens where the person left off.
  const [key, setKey] = useState(
    () => (sections.find((section) => countAnswered(assessment, section, own) < section.questionIds.length) ?? sections[0])?.key
  )
  const page = useRef<HTMLDivElement>(null)
  const shown = useRef(key)
  useEffect(() => {
    if (shown.current === key) return
    shown.current = key
    page.current?.closest('.page')?.scrollTo({ top: 0 })
    page.current?.querySelector<HTMLElement>('fieldset[data-scale] input')?.focus({ preventScroll: true })
  }, [key])
  const section = sections.find((each) => each.key === key) ?? sections[0]
  if (!section) return null
  const nameOf = (each: Section): string => {
    const element = model.elements.find(({ id }) => id === each.elementId)
    return each.scale === 'conditions' || !element ? t('assessment.conditions') : text(element.name)
  }
  const next = sections[sections.indexOf(section) + 1]
  return (
    <div className="rating">
      <RatingNav
        assessment={assessment}
        sections={sections}
        currentKey={section.key}
        nameOf={nameOf}
        own={own}
        onGo={(to) => {
          void autosave.flush()
          setKey(to)
        }}
      />
      <div className="card card-roomy rating-page" ref={page} data-rating-page data-testid="rating-page" data-section={section.key}>
        <h2>{nameOf(section)}</h2>
        <RatingLead section={section} model={model} />
        <RatingForm
          section={section}
          next={asked.get(section.elementId) ?? []}
          place={place}
          assessment={assessment}
          own={own}
          autosave={autosave}
        />
        <div className="rating-foot">
          <Button
            data-rating-next
            data-testid="rating-next"
            onClick={() => {
              void autosave.flush()
              if (next) setKey(next.key)
              else onDone()
            }}
          >
            {next ? t('assessment.next', { name: nameOf(next) }) : t('assessment.toResults')}
          </Button>
        </div>
      </div>
    </div>
  )
}

/** What is rated here, and what the figures stand for. */
function RatingLead({ section, model }: { section: Section; model: Model }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const element = model.elements.find(({ id }) => id === section.elementId)
  return (
    <>
      {section.scale !== 'conditions' && element && <p className="rating-definition">{text(element.definition)}</p>}
      <p className="muted rating-keys">
        {section.scale !== 'conditions' && `${t(section.scale === 'performance' ? 'assessment.gradeOurs' : 'assessment.scaleOurs')}. `}
        {t('assessment.keys')}
      </p>
    </>
  )
}

interface RatingFormProps extends Pick<RatingViewProps, 'place' | 'assessment' | 'own'> {
  section: Section
  /** What the element's statements will be in the next round. */
  next: readonly Statement[]
  autosave: ReturnType<typeof useAutosave>
}

function RatingForm({ section, next, place, assessment, own, autosave }: RatingFormProps): ReactNode {
  const { t } = useTranslation()
  const { grades } = useScales()
  const { elementId, scale } = section
  const mine = own.filter((rating) => rating.elementId === elementId)
  const findNext = (statement: Statement): Statement | undefined | null => {
    const found = next.find(({ id }) => id === statement.id)
    return found?.text === statement.text ? null : found
  }
  if (scale === 'conditions') return <ConditionsForm place={place} elementId={elementId} assessment={assessment} own={mine} />
  return (
    <>
      {scale === 'performance' && (
        <ScaleField
          label={t('assessment.importance')}
          options={grades}
          value={mine.find(({ statementId }) => statementId === IMPORTANCE)?.importance ?? null}
          hasWords
          onValue={(importance) => {
            keepRating(place, elementId, IMPORTANCE, { importance })
          }}
          data-testid={`importance-${elementId}`}
        />
      )}
      <ol className="statements">
        {section.statements.map((statement, index) => (
          <StatementRow
            key={`${place.round} ${place.participant} ${elementId} ${statement.id}`}
            place={place}
            elementId={elementId}
            scale={scale}
            number={index + 1}
            statement={statement}
            next={findNext(statement)}
            rating={mine.find(({ statementId }) => statementId === statement.id)}
            autosave={autosave}
          />
        ))}
      </ol>
    </>
  )
}

interface RatingNavProps {
  assessment: Assessment
  sections: readonly Section[]
  currentKey: string
  nameOf: (section: Section) => string
  own: readonly Rating[]
  onGo: (key: string) => void
}

function RatingNav({ assessment, sections, currentKey, nameOf, own, onGo }: RatingNavProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const groups = [null, ...assessment.groups.map(({ id }) => id)]
  return (
    <nav className="rating-nav" aria-label={t('assessment.rate')}>
      {groups.map((groupId) => {
        const pages = sections.filter((section) => section.groupId === groupId)
        const group = assessment.groups.find(({ id }) => id === groupId)
        if (pages.length === 0) return null
        return (
          <div key={groupId ?? 'conditions'}>
            {group && <h3 className="caption">{text(group.name)}</h3>}
            <ul>
              {pages.map((section) => {
                const answered = countAnswered(assessment, section, own)
                const total = section.questionIds.length
                return (
                  <li key={section.key}>
                    <button
                      type="button"
                      className={section.key === currentKey ? 'rating-link rating-here' : 'rating-link'}
                      aria-current={section.key === currentKey ? 'step' : undefined}
                      onClick={() => {
                        onGo(section.key)
                      }}
                      data-testid={`section-${section.key}`}
                    >
                      <span>{nameOf(section)}</span>
                      {answered === total ? (
                        <IconCheck size={15} stroke={2} aria-label={t('assessment.answered', { answered, total })} />
                      ) : (
                        <small>{t('assessment.answered', { answered, total })}</small>
                      )}
                    </button>
                  </li>
                )
              })}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
