import './choose-model.css'
import { Button } from '@mantine/core'
import { IconCopy } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChoiceState } from '../../../shared/contract/choose.ts'
import type { Model } from '../../../shared/models/model.ts'
import { describeChoice, judgeChoice } from '../../../shared/models/describe-choice.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc, queryClient } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { Ranking } from './Ranking.tsx'

/** Questions on the left, the models in order with every reason on the right. */
export function ChooseModelPage(): ReactNode {
  const choice = useQuery(orpc.choose.getChoice.queryOptions())
  const models = useQuery(orpc.models.listModels.queryOptions())
  return (
    <Answer query={choice}>
      {(state) => <Answer query={models}>{({ models: list }) => <Choice state={state} models={list} />}</Answer>}
    </Answer>
  )
}

const keep = (state: ChoiceState): void => {
  queryClient.setQueryData(orpc.choose.getChoice.queryKey(), state)
}
const tell = (error: Error): void => {
  notifyError(readError(error))
}

function Choice({ state, models }: { state: ChoiceState; models: readonly Model[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const answer = useMutation(orpc.choose.setAnswer.mutationOptions({ onSuccess: keep, onError: tell }))
  const forget = useMutation(orpc.choose.forgetAnswers.mutationOptions({ onSuccess: keep, onError: tell }))
  const outcome = judgeChoice(
    state,
    models.map(({ id }) => id)
  )
  const copy = async (): Promise<void> => {
    const asOf = workspace?.asOf ? formats.date(workspace.asOf) : null
    const title = workspace?.settings.title ?? ''
    await shell('copyText', { text: describeChoice(state, outcome, { title, asOf, models }, formats.language) })
    notify(t('choose.copied'))
  }
  return (
    <div className="choose">
      <header className="choose-head">
        <div>
          <h1>{t('choose.title')}</h1>
          <p className="muted">{t('choose.intro')}</p>
        </div>
        <div className="choose-actions">
          {Object.keys(state.answers).length > 0 && (
            <Button
              variant="subtle"
              onClick={() => {
                forget.mutate({})
              }}
              data-testid="choose-clear"
            >
              {t('choose.clear')}
            </Button>
          )}
          {outcome.ranking.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconCopy size={16} stroke={1.6} />}
              onClick={() => {
                copy().catch((error: unknown) => {
                  notifyError(readError(error))
                })
              }}
              data-testid="choose-copy"
            >
              {t('choose.copy')}
            </Button>
          )}
        </div>
      </header>
      <div className="choose-columns">
        <section className="choose-column" aria-label={t('choose.questions')}>
          {outcome.chosen.map((chosen, at) => (
            <QuestionCard
              key={chosen.question.id}
              chosen={chosen}
              number={at + 1}
              total={outcome.chosen.length}
              fact={state.facts.find(({ id }) => id === chosen.question.fact) ?? null}
              onAnswer={(answerId) => {
                answer.mutate({ questionId: chosen.question.id, answerId })
              }}
              onForget={() => {
                forget.mutate({ questionId: chosen.question.id })
              }}
            />
          ))}
        </section>
        <section className="choose-column" aria-label={t('choose.ranking')}>
          <Ranking outcome={outcome} models={models} />
        </section>
      </div>
    </div>
  )
}
