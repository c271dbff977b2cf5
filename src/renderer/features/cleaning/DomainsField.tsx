import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../shared/cleaning/recipe.ts'

type EmailStep = Extract<Step, { kind: 'email' }>

/** Mistyped domains and what they stand for: what is listed is changed, and nothing else. */
export function DomainsField({ step, onChange }: { step: EmailStep; onChange: (step: Step) => void }): ReactNode {
  const { t } = useTranslation()
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const entries = Object.entries(step.domains)
  const change = (next: readonly (readonly [string, string])[]): void => {
    onChange({ ...step, domains: Object.fromEntries(next) })
  }
  return (
    <fieldset className="cleaning-list">
      <legend>{t('cleaning.domains')}</legend>
      {entries.length > 0 && (
        <ul>
          {entries.map(([wrong, right]) => (
            <li key={wrong}>
              <span>
                {wrong} → <strong>{right}</strong>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('cleaning.removeDomain', { domain: wrong })}
                onClick={() => {
                  change(entries.filter(([each]) => each !== wrong))
                }}
              >
                <IconX size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <div className="cleaning-pair">
        <TextInput
          aria-label={t('cleaning.domainFrom')}
          placeholder="gmial.com"
          value={from}
          onChange={(event) => {
            setFrom(event.currentTarget.value)
          }}
        />
        <span aria-hidden>→</span>
        <TextInput
          aria-label={t('cleaning.domainTo')}
          placeholder="gmail.com"
          value={to}
          onChange={(event) => {
            setTo(event.currentTarget.value)
          }}
        />
        <Button
          variant="default"
          disabled={from.trim() === '' || to.trim() === ''}
          onClick={() => {
            change([...entries, [from.trim().toLowerCase(), to.trim().toLowerCase()]])
            setFrom('')
            setTo('')
          }}
        >
          {t('cleaning.accept')}
        </Button>
      </div>
    </fieldset>
  )
}
