import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../shared/contract/imports.ts'
import { useFormats } from '../../ui/formats.tsx'

const COUNTS = ['created', 'updated', 'unchanged', 'rejected'] as const

/** Exact counts and totals of a forecast or of an import that was made. */
export function ImportCounts({ result }: { result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { totals, folded, customersCreated } = result
  const orders = result.created + result.updated + result.unchanged
  const values =
    totals?.amountMinor == null ? null : { orders: formats.count(orders), amount: formats.money(totals.amountMinor, { exact: true }) }
  return (
    <div>
      <dl className="import-counts">
        {COUNTS.map((name) => (
          <div key={name} className={name === 'rejected' && result.rejected > 0 ? 'count-refused' : ''}>
            <dd data-testid={`count-${name}`} data-count={result[name]}>
              {formats.count(result[name])}
            </dd>
            <dt>{t(`importing.${name}`)}</dt>
          </div>
        ))}
      </dl>
      {totals && values && (
        <p data-testid="import-totals">
          {totals.from && totals.to
            ? t('importing.totals', { ...values, from: formats.date(totals.from), to: formats.date(totals.to) })
            : t('importing.totalsUndated', values)}
        </p>
      )}
      {folded > 0 && <p className="muted">{t('importing.folded', { count: folded, formatted: formats.count(folded) })}</p>}
      {customersCreated > 0 && (
        <p className="muted" data-testid="count-customers" data-count={customersCreated}>
          {t('importing.customersCreated', { count: customersCreated, formatted: formats.count(customersCreated) })}
        </p>
      )}
    </div>
  )
}
