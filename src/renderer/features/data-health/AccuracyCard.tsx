import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataHealth, SampledCustomer } from '../../../shared/contract/data-health.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { useMasked } from '../../stores/mask.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'

function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    notifyError(readError(error))
  })
}

/** A random sample to be held against reality, and what the marks say of all records. */
export function AccuracyCard({ accuracy }: { accuracy: DataHealth['accuracy'] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const sample = useQuery(orpc.dataHealth.getSample.queryOptions())
  const hasSample = (sample.data?.length ?? 0) > 0
  return (
    <Card className="card-roomy health-wide" data-testid="health-accuracy">
      <header className="health-head">
        <h2>{t('dataHealth.accuracy.title')}</h2>
        <div className="health-actions">
          {accuracy.checked > 0 && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => {
                attempt(client.dataHealth.clearMarks())
              }}
            >
              {t('dataHealth.accuracy.clear')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant={hasSample ? 'default' : 'filled'}
            onClick={() => {
              attempt(client.dataHealth.drawSample({}))
            }}
            data-testid="sample-draw"
          >
            {t(hasSample ? 'dataHealth.accuracy.again' : 'dataHealth.accuracy.draw')}
          </Button>
        </div>
      </header>
      <p className="muted health-text">{t('dataHealth.accuracy.text')}</p>
      <div className="health-accuracy-line" data-testid="accuracy-share">
        <span className="health-middle">{accuracy.share === null ? '—' : formats.share(accuracy.share)}</span>
        <ExplainFigure
          id="f_accuracy"
          name={t('dataHealth.accuracy.title')}
          value={accuracy.share === null ? null : formats.share(accuracy.share)}
          fewData={accuracy.checked < 30}
          worked={
            accuracy.share === null
              ? null
              : `${formats.count(accuracy.correct)} / ${formats.count(accuracy.checked)} = ${formats.share(accuracy.share)}`
          }
        />
        <span className="muted small">
          {accuracy.share === null || accuracy.low === null || accuracy.high === null
            ? t('dataHealth.accuracy.nothing')
            : `${t('dataHealth.accuracy.interval', { low: formats.share(accuracy.low), high: formats.share(accuracy.high) })} · ${t(
                'dataHealth.accuracy.n',
                {
                  count: accuracy.checked,
                  formatted: formats.count(accuracy.checked),
                  customers: t('dataHealth.records', { count: accuracy.customers, formatted: formats.count(accuracy.customers) })
                }
              )}`}
        </span>
      </div>
      {accuracy.fields.length > 0 && (
        <p className="faint small">
          {accuracy.fields
            .map(({ id, checked, correct }) =>
              t('dataHealth.accuracy.byField', {
                field: t(`dataHealth.fields.${id}`),
                correct: formats.count(correct),
                checked: formats.count(checked)
              })
            )
            .join(' · ')}
        </p>
      )}
      <Answer query={sample}>
        {(customers) =>
          customers.length === 0 ? null : (
            <ul className="health-sample">
              {customers.map((customer) => (
                <SampleRow key={customer.id} customer={customer} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  )
}

function SampleRow({ customer: { id, name, fields } }: { customer: SampledCustomer }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  return (
    <li>
      <button
        type="button"
        className="link-button"
        onClick={() => {
          navigate({ screen: 'customers', place: 'customer', customerId: id })
        }}
      >
        {masked.name(id, name)}
      </button>
      <div className="health-values">
        {fields.length === 0 && <span className="faint small">{t('dataHealth.accuracy.empty')}</span>}
        {fields.map((field) => (
          <ValueMarks key={field.id} customerId={id} name={masked.name(id, name)} field={field} />
        ))}
      </div>
    </li>
  )
}

interface ValueMarksProps {
  customerId: number
  name: string
  field: SampledCustomer['fields'][number]
}

function ValueMarks({ customerId, name, field: { id, value, correct } }: ValueMarksProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const shown = id === 'name' ? name : masked.hide(value)
  const said = t('dataHealth.accuracy.mark', { field: t(`dataHealth.fields.${id}`), name, value: shown })
  return (
    <div className="health-value" role="group" aria-label={said}>
      <span className="faint small">{t(`dataHealth.fields.${id}`)}</span>
      <span className="health-value-text" title={shown}>
        {shown}
      </span>
      {([true, false] as const).map((isRight) => {
        const Icon = isRight ? IconCheck : IconX
        return (
          <button
            key={String(isRight)}
            type="button"
            className={isRight ? 'health-mark health-right' : 'health-mark health-wrong'}
            aria-pressed={correct === isRight}
            aria-label={t(isRight ? 'dataHealth.accuracy.right' : 'dataHealth.accuracy.wrong')}
            title={t(isRight ? 'dataHealth.accuracy.right' : 'dataHealth.accuracy.wrong')}
            onClick={() => {
              attempt(client.dataHealth.markValue({ customerId, field: id, correct: correct === isRight ? null : isRight }))
            }}
            data-testid={isRight ? 'mark-right' : 'mark-wrong'}
          >
            <Icon size={15} stroke={2} aria-hidden />
          </button>
        )
      })}
    </div>
  )
}
