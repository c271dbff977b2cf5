import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../shared/domain/text.ts'
import { TextPair } from '../../ui/TextPair.tsx'

interface TextListProps {
  title: string
  /** `Question {{number}}` of each. */
  labelOf: (number: number) => string
  addLabel: string
  values: readonly Text[]
  onChange: (values: Text[]) => void
  onLeave: () => void
  testId: string
}

/** Texts one under the other: written, added, taken away. */
export function TextList({ title, labelOf, addLabel, values, onChange, onLeave, testId }: TextListProps): ReactNode {
  const { t } = useTranslation()
  return (
    <section className="editor-list" aria-label={title}>
      <h3>{title}</h3>
      {values.map((value, index) => (
        // The list is only added to at its end and taken from by hand: the place is the identity.
        <div key={index} className="editor-list-row">
          <TextPair
            label={labelOf(index + 1)}
            value={value}
            onLeave={onLeave}
            isLong
            testId={`${testId}-${String(index)}`}
            onChange={(changed) => {
              onChange(values.map((each, at) => (at === index ? changed : each)))
            }}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('editor.removeLabel', { label: labelOf(index + 1) })}
            onClick={() => {
              onChange(values.filter((_, at) => at !== index))
            }}
          >
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} stroke={1.8} />}
        data-testid={`${testId}-add`}
        onClick={() => {
          onChange([...values, { en: '', es: '' }])
        }}
      >
        {addLabel}
      </Button>
    </section>
  )
}
