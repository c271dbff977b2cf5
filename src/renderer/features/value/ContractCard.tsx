import { Button, NumberInput, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { Card } from '../../ui/Card.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { CONTRACT_EXAMPLES, findExample } from './contract-examples.ts'
import { ContractChart } from './ContractChart.tsx'
import { readSurvivors } from './read-survivors.ts'
import { chooseValue, useValueChoices } from './value-choices.ts'

/** What the data host takes. */
const MOST = { survivors: 200, periods: 200, ahead: 100 }

/** For whoever sells contracts: customers of one start, typed or pasted, and who of them will still be there (domain 6.8). */
export function ContractCard(): ReactNode {
  const { t } = useTranslation()
  const { language, count } = useFormats()
  const { survivors: typed, ahead } = useValueChoices((choices) => choices.contract)
  const [settled] = useDebouncedValue(typed, 250)
  const { survivors, wrong } = readSurvivors(settled, language)
  const isTooMany = survivors.length > MOST.survivors
  const canAsk = wrong === null && survivors.length > 0 && !isTooMany
  const projection = useQuery({
    ...orpc.value.projectRetention.queryOptions({
      input: { survivors: [...survivors], periods: Math.min(MOST.periods, Math.max(1, survivors.length - 1 + ahead)) }
    }),
    enabled: canAsk,
    placeholderData: keepPreviousData
  })
  const data = canAsk ? projection.data : undefined
  const isShown = data !== undefined && data.alpha !== null
  const fault =
    wrong !== null
      ? t('value.contract.wrong', { what: wrong })
      : isTooMany
        ? t('value.contract.tooMany', { most: count(MOST.survivors) })
        : data?.reason
          ? data.reason[language]
          : null
  return (
    <>
      <Card className={`card-roomy ${isShown ? '' : 'value-wide'}`} data-testid="value-contract">
        <h2>{t('value.contract.title')}</h2>
        <p className="chart-takeaway">{t('value.contract.forWhom')}</p>
        <div className="contract-form">
          <Textarea
            label={t('value.contract.survivors')}
            description={t('value.contract.survivorsAid')}
            rows={3}
            value={typed}
            onChange={({ currentTarget }) => {
              chooseValue({ contract: { survivors: currentTarget.value, ahead } })
            }}
            error={fault}
            data-testid="contract-survivors"
          />
          <NumberInput
            size="xs"
            w={190}
            label={t('value.contract.ahead')}
            min={1}
            max={MOST.ahead}
            clampBehavior="strict"
            allowDecimal={false}
            allowNegative={false}
            value={ahead}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) chooseValue({ contract: { survivors: typed, ahead: value } })
            }}
            data-testid="contract-ahead"
          />
        </div>
        <div className="contract-examples">
          <span className="muted">{t('value.contract.examples')}</span>
          {(['regular', 'highEnd'] as const).map((id) => (
            <Button
              key={id}
              variant="default"
              size="compact-sm"
              aria-pressed={findExample(survivors) === id}
              onClick={() => {
                const written = CONTRACT_EXAMPLES[id].map((share) => String(share).replace('.', language === 'es' ? ',' : '.'))
                chooseValue({ contract: { survivors: written.join('  '), ahead } })
              }}
              data-testid={`contract-${id}`}
            >
              {t(`value.contract.${id}`)}
            </Button>
          ))}
        </div>
        <p className="chart-basis">{t('value.contract.source')}</p>
      </Card>
      {projection.error && canAsk && <ErrorNotice error={readError(projection.error)} onRetry={() => void projection.refetch()} />}
      {isShown && <ContractChart projection={data} survivors={survivors} example={findExample(survivors)} />}
    </>
  )
}
