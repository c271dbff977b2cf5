import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconPencil, IconTrash, type Icon } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { Statement } from '../../../shared/contract/assessments.ts'
import { useFormats } from '../../ui/formats.tsx'
import { editStatements } from './edit-statements.ts'
import { StatementForm } from './StatementForm.tsx'

interface StatementLineProps {
  place: { modelId: string; elementId: string; statementId: string }
  statement: Statement
  number: number
  roundNames: ReadonlyMap<string, string>
  isAnswered: boolean
  /** The only one its element has left: it can't be taken out. */
  isLast: boolean
}

/** One statement as it is asked next, what it was before, and what can be done with it. */
export function StatementLine({ place, statement, number, roundNames, isAnswered, isLast }: StatementLineProps): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const { edit, original, weight } = statement
  const state = edit?.state ?? 'kept'
  const isOut = state === 'removed'
  const testId = `edit-${place.statementId}`
  const putBack = (): Promise<unknown> =>
    original
      ? client.assessments.restoreStatements(place)
      : client.assessments.saveStatement({ ...place, text: statement.text, weight: statement.weight })
  if (isOpen)
    return (
      <li className="statement">
        <StatementForm
          title={t('assessment.statementNumber', { number })}
          text={statement.text}
          weight={weight}
          onSave={(change) => client.assessments.saveStatement({ ...place, ...change })}
          onDone={() => {
            setIsOpen(false)
          }}
        />
      </li>
    )
  return (
    <li className={isOut ? 'statement statement-out statement-line' : 'statement statement-line'} data-testid={testId}>
      <div>
        <p className="statement-text">
          {!isOut && <span className="statement-number">{number}</span>}
          {text(statement.text)}
        </p>
        <ul className="statement-facts">
          {weight !== 1 && <li>{t('assessment.weightOf', { weight: count(weight, 1) })}</li>}
          {(state === 'added' || state === 'changed') && <li className="statement-own">{t(`assessment.statementState.${state}`)}</li>}
          {state === 'changed' && original && <li>{t('assessment.originalText', { text: text(original.text) })}</li>}
          {(edit?.earlier ?? []).map((earlier) => (
            <li key={earlier.until} data-testid={`${testId}-earlier`}>
              {t('assessment.earlierText', {
                round: roundNames.get(earlier.until) ?? earlier.until.slice(0, 10),
                text: text(earlier.text),
                weight: count(earlier.weight, 1)
              })}
            </li>
          ))}
          {isOut && isAnswered && <li>{t('assessment.removedAnswered')}</li>}
        </ul>
      </div>
      <div className="statement-tools">
        {!isOut && (
          <Tool
            Icon={IconPencil}
            label={t('assessment.editStatement', { number })}
            testId={`${testId}-open`}
            onClick={() => {
              setIsOpen(true)
            }}
          />
        )}
        {(isOut || state === 'changed') && (
          <Tool
            Icon={IconArrowBackUp}
            label={t(isOut ? 'assessment.askAgain' : 'assessment.restoreStatement')}
            testId={`${testId}-restore`}
            onClick={() => {
              editStatements(putBack())
            }}
          />
        )}
        {!isOut && (
          <Tool
            Icon={IconTrash}
            label={isLast ? t('errors.statement-last') : t('assessment.removeStatement', { number })}
            isDisabled={isLast}
            testId={`${testId}-remove`}
            onClick={() => {
              editStatements(client.assessments.removeStatement(place))
            }}
          />
        )}
      </div>
    </li>
  )
}

interface ToolProps {
  Icon: Icon
  label: string
  onClick: () => void
  isDisabled?: boolean
  testId: string
}

function Tool({ Icon, label, onClick, isDisabled = false, testId }: ToolProps): ReactNode {
  return (
    <ActionIcon variant="subtle" color="gray" aria-label={label} title={label} disabled={isDisabled} onClick={onClick} data-testid={testId}>
      <Icon size={17} stroke={1.7} />
    </ActionIcon>
  )
}
