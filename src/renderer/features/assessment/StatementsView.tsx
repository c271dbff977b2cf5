import { Button } from '@mantine/core'
import { IconArrowBackUp, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { AssessedElement, Assessment, Rating } from '../../../shared/contract/assessments.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { StatementForm } from './StatementForm.tsx'
import { StatementLine } from './StatementLine.tsx'
import { editStatements } from './edit-statements.ts'
import { nameRounds } from './name-rounds.ts'

interface StatementsViewProps {
  assessment: Assessment
  model: Model
  ratings: readonly Rating[]
  rounds: readonly string[]
}

/** What is asked about each element: written, weighed, added, taken out, and put back as it came. */
export function StatementsView({ assessment, model, ratings, rounds }: StatementsViewProps): ReactNode {
  const { t } = useTranslation()
  const { text, date, time } = useFormats()
  const elements = assessment.groups.flatMap((group) => group.elements)
  const [chosen, setChosen] = useState(elements[0]?.elementId)
  const element = elements.find(({ elementId }) => elementId === chosen) ?? elements[0]
  if (!element) return null
  const nameOf = (elementId: string): string => {
    const found = model.elements.find(({ id }) => id === elementId)
    return found ? text(found.name) : elementId
  }
  const isTouched = elements.some(hasEdits)
  return (
    <div className="rating" data-testid="statements-view">
      <nav className="rating-nav" aria-label={t('assessment.statements')}>
        {assessment.groups.map((group) => (
          <div key={group.id}>
            <h3 className="caption">{text(group.name)}</h3>
            <ul>
              {group.elements.map((each) => (
                <li key={each.elementId}>
                  <button
                    type="button"
                    className={each === element ? 'rating-link rating-here' : 'rating-link'}
                    aria-current={each === element ? 'true' : undefined}
                    onClick={() => {
                      setChosen(each.elementId)
                    }}
                    data-testid={`statements-of-${each.elementId}`}
                  >
                    <span>{nameOf(each.elementId)}</span>
                    <small>{each.statements.filter(isAsked).length}</small>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        ))}
        {isTouched && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
            onClick={() => {
              editStatements(client.assessments.restoreStatements({ modelId: model.id }))
            }}
            data-testid="statements-restore-all"
          >
            {t('assessment.restoreAll')}
          </Button>
        )}
      </nav>
      <ElementStatements
        key={element.elementId}
        modelId={model.id}
        element={element}
        name={nameOf(element.elementId)}
        roundNames={nameRounds(rounds, assessment.roundNames, date, time)}
        answered={new Set(ratings.filter(({ elementId }) => elementId === element.elementId).map(({ statementId }) => statementId))}
      />
    </div>
  )
}

const isAsked = ({ edit }: AssessedElement['statements'][number]): boolean => edit?.state !== 'removed'
const hasEdits = ({ statements }: AssessedElement): boolean => statements.some(({ edit }) => edit !== undefined && edit.state !== 'kept')

interface ElementStatementsProps {
  modelId: string
  element: AssessedElement
  name: string
  roundNames: ReadonlyMap<string, string>
  /** Ids of the statements somebody answered in some round. */
  answered: ReadonlySet<string>
}

function ElementStatements({ modelId, element, name, roundNames, answered }: ElementStatementsProps): ReactNode {
  const { t } = useTranslation()
  const [isAdding, setIsAdding] = useState(false)
  const { elementId } = element
  const asked = element.statements.filter(isAsked)
  // What was added and removed again is kept for the rounds that answered it alone.
  const removed = element.statements.filter((statement) => !isAsked(statement))
  const lines = (statements: AssessedElement['statements'], isLast: boolean): ReactNode =>
    statements.map((statement, index) => (
      <StatementLine
        key={statement.id}
        place={{ modelId, elementId, statementId: statement.id }}
        statement={statement}
        number={index + 1}
        roundNames={roundNames}
        isAnswered={answered.has(statement.id)}
        isLast={isLast}
      />
    ))
  return (
    <div className="card card-roomy rating-page" data-testid="element-statements">
      <h2>{name}</h2>
      <p className="muted statements-lead">{t('assessment.statementsLead')}</p>
      <ol className="statements">{lines(asked, asked.length === 1)}</ol>
      {isAdding && (
        <StatementForm
          title={t('assessment.addStatement')}
          text={{ en: '', es: '' }}
          weight={1}
          onSave={(change) => client.assessments.saveStatement({ modelId, elementId, ...change })}
          onDone={() => {
            setIsAdding(false)
          }}
        />
      )}
      <div className="statements-foot">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.8} />}
          disabled={isAdding}
          onClick={() => {
            setIsAdding(true)
          }}
          data-testid="statement-add"
        >
          {t('assessment.addStatement')}
        </Button>
        {hasEdits(element) && (
          <Button
            variant="subtle"
            size="xs"
            leftSection={<IconArrowBackUp size={15} stroke={1.8} />}
            onClick={() => {
              editStatements(client.assessments.restoreStatements({ modelId, elementId }))
            }}
            data-testid="statements-restore"
          >
            {t('assessment.restoreElement')}
          </Button>
        )}
      </div>
      {removed.length > 0 && (
        <>
          <h3 className="caption statements-out">{t('assessment.removedStatements')}</h3>
          <ol className="statements">{lines(removed, false)}</ol>
        </>
      )}
    </div>
  )
}
