import { Radio } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Inspection } from '../../../shared/contract/imports.ts'
import { MATCH_KEYS, type MatchKey } from '../../../shared/domain/match-keys.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import type { Draft } from './import-draft.ts'

const ON_MATCH = ['update', 'skip', 'create'] as const
const UNKNOWN = ['create', 'refuse'] as const

interface MatchingProps {
  kind: Inspection['kind']
  draft: Draft
  onChange: (draft: Draft) => void
}

/** By what somebody is recognised, and what then happens with the row. */
export function Matching({ kind, draft, onChange }: MatchingProps): ReactNode {
  const { t } = useTranslation()
  const isCustomers = kind === 'customers'
  return (
    <Card data-testid="import-matching">
      <Caption>{t('importing.matching')}</Caption>
      <div className="match-columns">
        <Keys draft={draft} onChange={onChange} />
        <Radio.Group
          label={t(isCustomers ? 'importing.onMatch' : 'importing.onMatchRecord')}
          value={draft.onMatch}
          onChange={(value) => {
            onChange({ ...draft, onMatch: ON_MATCH.find((each) => each === value) ?? 'update' })
          }}
          data-testid="import-on-match"
        >
          {ON_MATCH.map((each) => (
            <Radio key={each} value={each} mt={6} label={t(`importing.onMatchChoices.${each}`)} />
          ))}
        </Radio.Group>
        {!isCustomers && (
          <Radio.Group
            label={t('importing.unknownCustomers')}
            value={draft.unknownCustomers}
            onChange={(value) => {
              onChange({ ...draft, unknownCustomers: UNKNOWN.find((each) => each === value) ?? 'create' })
            }}
            data-testid="import-unknown-customers"
          >
            {UNKNOWN.map((each) => (
              <Radio key={each} value={each} mt={6} label={t(`importing.unknownChoices.${each}`)} />
            ))}
          </Radio.Group>
        )}
      </div>
    </Card>
  )
}

/** The keys in the order in which they are asked. The last one stays: without any, nobody could be recognised. */
function Keys({ draft, onChange }: Omit<MatchingProps, 'kind'>): ReactNode {
  const { t } = useTranslation()
  const { matchBy } = draft
  const change = (keys: readonly MatchKey[]): void => {
    onChange({ ...draft, matchBy: keys })
  }
  return (
    <fieldset className="match-keys">
      <legend>{t('importing.matchBy')}</legend>
      <ol>
        {matchBy.map((key, at) => (
          <li key={key}>
            <button
              type="button"
              className="match-key is-on"
              disabled={matchBy.length === 1}
              aria-label={t('importing.matchRemove', { at: at + 1, key: t(`importing.matchKeys.${key}`) })}
              onClick={() => {
                change(matchBy.filter((each) => each !== key))
              }}
              data-testid={`match-${key}`}
            >
              {at + 1}. {t(`importing.matchKeys.${key}`)}
              {matchBy.length > 1 && <IconX size={13} stroke={1.8} aria-hidden />}
            </button>
          </li>
        ))}
      </ol>
      <div>
        {MATCH_KEYS.filter((key) => !matchBy.includes(key)).map((key) => (
          <button
            key={key}
            type="button"
            className="match-key"
            aria-label={t('importing.matchAdd', { key: t(`importing.matchKeys.${key}`) })}
            onClick={() => {
              change([...matchBy, key])
            }}
            data-testid={`match-add-${key}`}
          >
            <IconPlus size={13} stroke={1.8} aria-hidden />
            {t(`importing.matchKeys.${key}`)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
