import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { countQuestions, isAnswered } from '../../../shared/analytics/assessment/score-round.ts'
import type { Assessment, Rating } from '../../../shared/contract/assessments.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { nameRounds } from './name-rounds.ts'
import { RoundName } from './RoundName.tsx'
import { listKnownRaters } from './rating-sections.ts'

interface RoundBarProps {
  modelId: string
  assessment: Assessment
  ratings: readonly Rating[]
  rounds: readonly string[]
  round: string
  participant: string | null
  /** Raters are chosen while rating only. */
  isRating: boolean
  onRound: (round: string) => void
  onParticipant: (name: string | null) => void
  /** The round was deleted. */
  onGone: () => void
}

/** Which round, and who rates; a new one of each. */
export function RoundBar(props: RoundBarProps): ReactNode {
  const { modelId, assessment, rounds, round, ratings, isRating, onRound, onGone } = props
  const { t } = useTranslation()
  const { date, time } = useFormats()
  const names = nameRounds(rounds, assessment.roundNames, date, time)
  const isKept = ratings.some((rating) => rating.round === round)
  return (
    <div className="round-bar" data-testid="round-bar">
      <div className="round-choice">
        <NativeSelect
          label={t('assessment.round')}
          value={round}
          onChange={(event) => {
            onRound(event.currentTarget.value)
          }}
          data={[...rounds].reverse().map((each) => ({ value: each, label: names.get(each) ?? each }))}
          data-testid="assessment-round"
        />
        {isKept && <RoundName key={round} modelId={modelId} round={round} name={assessment.roundNames[round] ?? ''} />}
        {isRating && (
          <Button
            variant="default"
            title={t('assessment.roundLead')}
            onClick={() => {
              onRound(new Date().toISOString())
            }}
            disabled={!isKept}
            data-testid="assessment-new-round"
          >
            {t('assessment.newRound')}
          </Button>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={t('assessment.deleteRound')}
          title={t('assessment.deleteRound')}
          disabled={!isKept}
          onClick={() => {
            remove({ modelId, round }, onGone)
          }}
          data-testid="assessment-delete-round"
        >
          <IconTrash size={17} stroke={1.7} />
        </ActionIcon>
      </div>
      {isRating && <Raters {...props} />}
    </div>
  )
}

function remove(what: Parameters<typeof client.assessments.deleteRound>[0], onGone: () => void): void {
  client.assessments.deleteRound(what).then(onGone, (error: unknown) => {
    notifyError(readError(error))
  })
}

function Raters({ modelId, assessment, ratings, round, participant, onParticipant }: RoundBarProps): ReactNode {
  const { t } = useTranslation()
  const total = countQuestions(assessment)
  const known = listKnownRaters(ratings, round)
  const names = participant === null || known.includes(participant) ? known : [...known, participant]
  const countOf = (name: string): number =>
    ratings.filter((rating) => rating.round === round && rating.participant === name && isAnswered(assessment, rating)).length
  return (
    <fieldset className="raters">
      <legend>{t('assessment.rater')}</legend>
      <div className="raters-row">
        {names.map((name) => {
          const answered = countOf(name)
          return (
            <button
              key={name}
              type="button"
              className={name === participant ? 'rater rater-on' : 'rater'}
              aria-pressed={name === participant}
              aria-label={t('assessment.answeredBy', { name, answered, total })}
              onClick={() => {
                onParticipant(name)
              }}
              data-testid={`rater-${name}`}
            >
              {name} <small>{t('assessment.answered', { answered, total })}</small>
            </button>
          )
        })}
        <AddRater onAdd={onParticipant} isOpen={names.length === 0} />
        {participant !== null && countOf(participant) > 0 && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('assessment.deleteRater', { name: participant })}
            title={t('assessment.deleteRater', { name: participant })}
            onClick={() => {
              remove({ modelId, round, participant }, () => {
                onParticipant(null)
              })
            }}
          >
            <IconTrash size={16} stroke={1.7} />
          </ActionIcon>
        )}
      </div>
    </fieldset>
  )
}

function AddRater({ onAdd, isOpen }: { onAdd: (name: string) => void; isOpen: boolean }): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState<string | null>(null)
  if (name === null && !isOpen)
    return (
      <button
        type="button"
        className="rater rater-add"
        onClick={() => {
          setName('')
        }}
        data-testid="rater-add"
      >
        <IconPlus size={15} stroke={1.8} aria-hidden />
        {t('assessment.addRater')}
      </button>
    )
  return (
    <form
      className="assessment-add"
      onSubmit={(event) => {
        event.preventDefault()
        const given = (name ?? '').trim()
        if (given === '') return
        onAdd(given)
        setName(null)
      }}
    >
      <TextInput
        size="xs"
        aria-label={t('assessment.raterHere')}
        placeholder={t('assessment.raterHere')}
        value={name ?? ''}
        maxLength={100}
        autoFocus
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
        data-testid="rater-name"
      />
      <Button type="submit" size="xs" disabled={(name ?? '').trim() === ''} data-testid="rater-save">
        {t('assessment.add')}
      </Button>
    </form>
  )
}
