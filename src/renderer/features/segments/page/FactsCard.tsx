import { Button, Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../../shared/domain/text.ts'
import type { OwnSegment } from '../../../../shared/contract/segments.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { DateField } from '../../../ui/DateField.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { TextPair } from '../../../ui/TextPair.tsx'

type Facts = Partial<{ name: Text; owner: string | null; proposition: string | null; reviewedAt: string | null }>

/** What a person says about their own segment: name, who looks after it, what is offered to it, when it was last looked at. */
export function FactsCard({ segment }: { segment: OwnSegment }): ReactNode {
  const { t } = useTranslation()
  const asOf = useWorkspace()?.asOf ?? null
  const { id, name, owner, proposition, reviewedAt } = segment
  const [draftName, setDraftName] = useState<Text | null>(null)
  const save = (facts: Facts): void => {
    client.segments.updateSegment({ id, ...facts }).catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
  return (
    <Card className="segment-facts">
      <Caption>{t('segments.about')}</Caption>
      <TextPair
        label={t('segmentBuilder.name')}
        value={draftName ?? name}
        isNeeded
        onChange={setDraftName}
        onLeave={() => {
          if (draftName && (draftName.en !== name.en || draftName.es !== name.es)) save({ name: draftName })
          setDraftName(null)
        }}
        testId="segment-name"
      />
      <Kept
        label={t('segments.owner')}
        placeholder={t('segments.ownerPlaceholder')}
        value={owner ?? ''}
        onSave={(text) => {
          save({ owner: text || null })
        }}
        testId="segment-owner"
      />
      <Kept
        isLong
        label={t('segments.proposition')}
        placeholder={t('segments.propositionPlaceholder')}
        value={proposition ?? ''}
        onSave={(text) => {
          save({ proposition: text || null })
        }}
        testId="segment-proposition"
      />
      <div className="segment-reviewed">
        <DateField
          label={t('segments.reviewed')}
          value={reviewedAt ?? ''}
          onChange={(date) => {
            save({ reviewedAt: date || null })
          }}
          data-testid="segment-reviewed"
        />
        {asOf !== null && reviewedAt !== asOf && (
          <Button
            variant="default"
            onClick={() => {
              save({ reviewedAt: asOf })
            }}
          >
            {t('segments.reviewedNow')}
          </Button>
        )}
      </div>
    </Card>
  )
}

interface KeptProps {
  label: string
  placeholder: string
  value: string
  isLong?: boolean
  onSave: (text: string) => void
  testId: string
}

/** A text that is kept when the field is left. */
function Kept({ label, placeholder, value, isLong = false, onSave, testId }: KeptProps): ReactNode {
  const [draft, setDraft] = useState<string | null>(null)
  const Field = isLong ? Textarea : TextInput
  return (
    <Field
      {...(isLong ? { autosize: true, minRows: 2, maxRows: 8, maxLength: 2000 } : { maxLength: 200 })}
      label={label}
      placeholder={placeholder}
      value={draft ?? value}
      onChange={({ currentTarget }) => {
        setDraft(currentTarget.value)
      }}
      onBlur={() => {
        if (draft !== null && draft.trim() !== value) onSave(draft.trim())
        setDraft(null)
      }}
      data-testid={testId}
    />
  )
}
