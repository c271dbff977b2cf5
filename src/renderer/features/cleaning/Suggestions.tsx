import { Button } from '@mantine/core'
import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../shared/cleaning/recipe.ts'
import type { StepSuggestion } from '../../../shared/contract/cleaning.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import { nextId } from './recipe-edits.ts'
import { saySuggestion } from './step-words.ts'

/** Steps that the data itself asks for; each is added by a person, or none is. */
export function Suggestions({ settings, onAdd }: { settings: ImportSettings | null; onAdd: (step: Step) => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { hide } = useMasked()
  const suggestions = useQuery(
    orpc.cleaning.suggestSteps.queryOptions({ input: settings ?? skipToken, placeholderData: keepPreviousData, gcTime: 0, retry: false })
  )
  const list = suggestions.data ?? []
  if (list.length === 0) return null
  const toStep = ({ step }: StepSuggestion): Step =>
    step.kind === 'split-name'
      ? { ...step, id: nextId(), into: [t('cleaning.into.given'), t('cleaning.into.surname'), t('cleaning.into.second')] }
      : { ...step, id: nextId() }
  return (
    <div className="cleaning-asks" data-testid="cleaning-suggestions">
      <h3 className="caption">{t('cleaning.suggestions')}</h3>
      <ul>
        {list.map((suggestion, at) => (
          <li key={`${suggestion.step.kind}-${String(at)}`}>
            <div>
              <p>{saySuggestion(suggestion, t, formats)}</p>
              <p className="cleaning-sample">
                {hide(suggestion.sample.before)} → {suggestion.sample.after === '' ? t('cleaning.nothing') : hide(suggestion.sample.after)}
              </p>
              {suggestion.step.kind === 'email' && Object.keys(suggestion.step.domains).length > 0 && (
                <p className="cleaning-sample">
                  {Object.entries(suggestion.step.domains)
                    .map(([from, to]) => `${from} → ${to}`)
                    .join('  ·  ')}
                </p>
              )}
            </div>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                onAdd(toStep(suggestion))
              }}
              disabled={suggestions.isPlaceholderData}
              aria-label={t('cleaning.addThis', { step: saySuggestion(suggestion, t, formats) })}
              data-testid={`suggestion-${suggestion.step.kind}`}
            >
              {t('cleaning.accept')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
