import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Gives a round a name, or takes it away: an empty one leaves the date. */
export function RoundName({ modelId, round, name }: { modelId: string; round: string; name: string }): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState<string | null>(null)
  if (draft === null)
    return (
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t('assessment.nameRound')}
        title={t('assessment.nameRound')}
        onClick={() => {
          setDraft(name)
        }}
        data-testid="round-name"
      >
        <IconPencil size={17} stroke={1.7} />
      </ActionIcon>
    )
  return (
    <form
      className="assessment-add"
      onSubmit={(event) => {
        event.preventDefault()
        client.assessments.nameRound({ modelId, round, name: draft }).then(
          () => {
            setDraft(null)
          },
          (error: unknown) => {
            notifyError(readError(error))
          }
        )
      }}
    >
      <TextInput
        label={t('assessment.roundName')}
        placeholder={t('assessment.roundNameHere')}
        value={draft}
        maxLength={80}
        autoFocus
        onChange={(event) => {
          setDraft(event.currentTarget.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(null)
        }}
        data-testid="round-name-field"
      />
      <Button type="submit" data-testid="round-name-save">
        {t('assessment.save')}
      </Button>
    </form>
  )
}
