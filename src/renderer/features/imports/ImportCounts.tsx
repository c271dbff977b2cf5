import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult } from '../../../shared/contract/imports.ts'
import { useFormats } from '../../ui/formats.tsx'

const COUNTS = ['created', 'updated', 'unchanged', 'rejected'] as const

/** Exact counts and totals of a forecast or of an import that was made: first in words, then as figures. */
export function ImportCounts({ result }: { result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { folded, customersCreated, campaignsCreated, attributes } = result
  const fresh = attributes.filter(({ isNew }) => isNew)
  return (
    <div>
      <Totals result={result} />
      <dl className="import-counts">
        {COUNTS.map((name) => (
          <div key={name} className={name === 'rejected' && result.rejected > 0 ? 'count-refused' : ''}>
            <dd data-testid={`count-${name}`} data-count={result[name]}>
              {formats.count(result[name])}
            </dd>
            <dt>{t(`importing.${name}`, { count: result[name] })}</dt>
          </div>
        ))}
      </dl>
      {folded > 0 && <p className="muted">{t('importing.folded', { count: folded, formatted: formats.count(folded) })}</p>}
      {customersCreated > 0 && (
        <p className="muted" data-testid="count-customers" data-count={customersCreated}>
          {t('importing.customersCreated', { count: customersCreated, formatted: formats.count(customersCreated) })}
        </p>
      )}
      {result.erasedAgain !== undefined && (
        <p className="import-erased" role="alert" data-testid="count-erased">
          {t('importing.erasedAgain', { count: result.erasedAgain, formatted: formats.count(result.erasedAgain) })}
        </p>
      )}
      {campaignsCreated > 0 && (
        <p className="muted">{t('importing.campaignsCreated', { count: campaignsCreated, formatted: formats.count(campaignsCreated) })}</p>
      )}
      {fresh.length > 0 && (
        <p className="muted">{t('importing.attributesMade', { count: fresh.length, names: fresh.map(({ name }) => name).join(', ') })}</p>
      )}
    </div>
  )
}

/** "412 orders, 38.120,55 €, from 3 Jan 2024 to 31 Oct 2026". */
function Totals({ result }: { result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { kind, created, updated, unchanged } = result
  const { records, amountMinor, from, to } = result.totals ?? {
    records: created + updated + unchanged,
    amountMinor: null,
    from: null,
    to: null
  }
  if (records === 0) return null
  const parts = [
    t(`importing.records.${kind}`, { count: records, formatted: formats.count(records) }),
    ...(amountMinor === null ? [] : [formats.money(amountMinor, { exact: true })]),
    ...(from && to
      ? [
          from === to
            ? t('importing.onDay', { day: formats.date(from) })
            : t('importing.fromTo', { from: formats.date(from), to: formats.date(to) })
        ]
      : [])
  ]
  return (
    <p className="import-totals" data-testid="import-totals">
      {parts.join(', ')}
    </p>
  )
}
