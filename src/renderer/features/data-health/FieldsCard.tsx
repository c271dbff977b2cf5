import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataHealth, HealthProblem } from '../../../shared/contract/data-health.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { Bar } from './Bar.tsx'

/** Every field with how often it is filled in and, where there is a rule, well formed. */
export function FieldsCard({ health, onShow }: { health: DataHealth; onShow: (problem: HealthProblem) => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { customers, records } = health
  const complete = formats.count(records.complete)
  return (
    <Card className="card-roomy" data-testid="health-fields">
      <header className="health-head">
        <h2>{t('dataHealth.fields.title')}</h2>
        <span className="muted small">
          {t('dataHealth.fields.complete')}: <strong>{formats.share(records.complete / customers)}</strong>
          <ExplainFigure
            id="f_record_complete"
            name={t('dataHealth.fields.complete')}
            value={complete}
            asOf={health.asOf}
            fewData={customers < 30}
            worked={`${complete} / ${formats.count(customers)} = ${formats.share(records.complete / customers)}`}
            customers={[
              { label: t('dataHealth.problems.incomplete'), count: customers - records.complete, filter: { segmentId: 's_incomplete' } }
            ]}
          />
        </span>
      </header>
      <table className="health-fields">
        <thead>
          <tr>
            <th>{t('dataHealth.fields.field')}</th>
            <th colSpan={2}>
              {t('dataHealth.fields.filled')}
              <ExplainFigure id="f_field_filled" name={t('dataHealth.fields.filled')} value={null} asOf={health.asOf} />
            </th>
            <th colSpan={2}>{t('dataHealth.fields.valid')}</th>
            <th className="health-end">{t('dataHealth.fields.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {health.fields.map((field) => (
            <FieldRow key={field.id} field={field} customers={customers} onShow={onShow} />
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className="table-toggle"
        onClick={() => {
          showCustomers({ segmentId: 's_incomplete' })
        }}
      >
        {t('dataHealth.problems.incomplete')}
      </button>
    </Card>
  )
}

interface FieldRowProps {
  field: DataHealth['fields'][number]
  customers: number
  onShow: (problem: HealthProblem) => void
}

function FieldRow({ field: { id, filled, valid, weight }, customers, onShow }: FieldRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <tr data-testid={`field-${id}`}>
      <th scope="row">
        {filled < customers ? (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              onShow(`missing-${id}`)
            }}
          >
            {t(`dataHealth.fields.${id}`)}
          </button>
        ) : (
          t(`dataHealth.fields.${id}`)
        )}
      </th>
      <td className="health-cell-bar">
        <Bar share={filled / customers} />
      </td>
      <td className="health-end">{formats.share(filled / customers)}</td>
      {valid === null || filled === 0 ? (
        <td colSpan={2} className="faint small">
          {t('dataHealth.fields.noRule')}
        </td>
      ) : (
        <>
          <td className="health-cell-bar">
            <Bar share={valid / filled} tone="second" />
          </td>
          <td className="health-end">{formats.share(valid / filled)}</td>
        </>
      )}
      <td className="health-end">{weight === 0 ? <span className="faint">–</span> : formats.count(weight)}</td>
    </tr>
  )
}
