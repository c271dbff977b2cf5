import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCustomer, MergeField, MergePlan } from '../../../shared/contract/duplicates.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { MergeDraft } from './use-merge.ts'

/** Words the data holds in English. */
const WORDS: Partial<Record<MergeField, string>> = { type: 'types', status: 'statuses', lost_reason: 'lostReasons' }
/** Values that tell nobody who the customer is stay while identities are hidden. */
const OPEN_FIELDS: ReadonlySet<MergeField> = new Set([
  'type',
  'status',
  'city',
  'region',
  'country',
  'language',
  'acquisition_date',
  'acquisition_channel'
])

interface FieldTableProps {
  plan: MergePlan
  draft: MergeDraft
  onKeep: (id: number) => void
  onChoose: (field: MergeField, fromId: number) => void
}

/** The records side by side: per field one value is kept. */
export function FieldTable({ plan, draft, onKeep, onChoose }: FieldTableProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <div className="field-scroll">
      <table className="plain-table field-table" data-testid="duplicate-fields">
        <thead>
          <tr>
            <th>{t('duplicates.field')}</th>
            {plan.customers.map((customer) => (
              <th key={customer.id}>
                <KeepChoice customer={customer} isKept={draft.keepId === customer.id} onKeep={onKeep} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.fields.map(({ field, values, fromId }) => (
            <FieldRow
              key={field}
              field={field}
              values={values}
              ids={plan.customers.map(({ id }) => id)}
              fromId={draft.choices.get(field) ?? fromId}
              onChoose={onChoose}
            />
          ))}
          <tr>
            <th scope="row">{t('duplicates.timeline')}</th>
            {plan.customers.map(({ id, orders, entries }) => (
              <td key={id} className="muted">
                {t('duplicates.moved.orders', { count: orders, formatted: formats.count(orders) })},{' '}
                {t('duplicates.entries', { count: entries, formatted: formats.count(entries) })}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

function KeepChoice({
  customer,
  isKept,
  onKeep
}: {
  customer: DuplicateCustomer
  isKept: boolean
  onKeep: (id: number) => void
}): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <label className="keep-choice">
      <input
        type="radio"
        name="keep"
        checked={isKept}
        aria-label={`${t('duplicates.keep')}: ${t('duplicates.customer', { id: customer.id })}`}
        onChange={() => {
          onKeep(customer.id)
        }}
      />
      <span>
        {t('duplicates.number', { id: customer.id })}
        {isKept && <span className="keep-mark">{t('duplicates.kept')}</span>}
        <span className="keep-since">{t('duplicates.since', { date: formats.date(customer.createdAt.slice(0, 10)) })}</span>
      </span>
    </label>
  )
}

interface FieldRowProps {
  field: MergeField
  values: readonly (string | null)[]
  ids: readonly number[]
  fromId: number
  onChoose: (field: MergeField, fromId: number) => void
}

function FieldRow({ field, values, ids, fromId, onChoose }: FieldRowProps): ReactNode {
  const { t } = useTranslation()
  const show = useFieldValue()
  const chosen = values[ids.indexOf(fromId)]
  const isOpen = new Set(values.filter((value) => value !== null && value !== '')).size > 1
  return (
    <tr>
      <th scope="row">{t(`duplicates.fields.${field}`)}</th>
      {ids.map((id, place) => {
        const value = values[place] ?? null
        const text = show(field, id, value)
        if (value === null || value === '')
          return (
            <td key={id} className="faint">
              {t('duplicates.empty')}
            </td>
          )
        if (!isOpen)
          return (
            <td key={id}>
              <span className="field-value">{text}</span>
            </td>
          )
        return (
          <td key={id} className={value === chosen ? 'is-chosen' : ''}>
            <label className="field-choice">
              <input
                type="radio"
                name={`field-${field}`}
                checked={id === fromId}
                aria-label={t('duplicates.chosen', { field: t(`duplicates.fields.${field}`), value: text })}
                onChange={() => {
                  onChoose(field, id)
                }}
                data-testid={`duplicate-choose-${field}-${String(id)}`}
              />
              <span className="field-value">{text}</span>
            </label>
          </td>
        )
      })}
    </tr>
  )
}

/** A value as people read it, hidden while identities are. */
function useFieldValue(): (field: MergeField, customerId: number, value: string | null) => string {
  const { t } = useTranslation()
  const masked = useMasked()
  const formats = useFormats()
  return (field, customerId, value) => {
    if (value === null) return ''
    const words = WORDS[field]
    if (words) return t(`customerPage.${words}.${value}`)
    if (field === 'name') return masked.name(customerId, value)
    if ((field === 'acquisition_date' || field === 'birth_date') && /^\d{4}-\d{2}-\d{2}$/.test(value))
      return field === 'birth_date' ? masked.hide(formats.date(value)) : formats.date(value)
    return OPEN_FIELDS.has(field) ? value : masked.hide(value)
  }
}
