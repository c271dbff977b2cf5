import { Loader } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ExplainFigure } from '../../../api/ExplainFigure.tsx'
import { useWorkspace } from '../../../api/workspace.ts'
import { useMasked } from '../../../stores/mask.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { ShareBar } from '../ShareBar.tsx'
import type { Counted, RuleCount } from './use-rule-count.ts'

const SHOWN = 8

interface LivePanelProps {
  count: RuleCount
  onShowAll: () => void
}

/** How many customers the rule holds now, what they bring, and the first of them. */
export function LivePanel({ count, onShowAll }: LivePanelProps): ReactNode {
  const masked = useMasked()
  const { t } = useTranslation()
  const formats = useFormats()
  const { counted, isOld, isIncomplete, error, retry } = count
  if (error) return <ErrorNotice error={error} onRetry={retry} />
  return (
    <Card className="rule-live" data-testid="rule-live">
      <div className="explained">
        <Caption>{t('segmentBuilder.now')}</Caption>
        {counted !== null && <CountExplanation counted={counted} reading={count.reading} />}
      </div>
      {counted === null ? (
        <p className="muted">{isIncomplete ? t('segmentBuilder.unfinished') : <Loader size="xs" aria-hidden />}</p>
      ) : (
        <div className={isOld ? 'rule-old' : ''}>
          <div className="figure-value" data-testid="rule-customers" data-count={counted.customers} data-old={isOld}>
            {formats.count(counted.customers)}
          </div>
          <div className="rule-live-unit">{t('segmentBuilder.customers', { count: counted.customers })}</div>
          <dl className="rule-shares">
            {counted.share !== null && (
              <div>
                <dt>{t('segmentBuilder.ofCustomers')}</dt>
                <dd>
                  {formats.share(counted.share, 1, true)} <ShareBar share={counted.share} />
                </dd>
              </div>
            )}
            {counted.revenueMinor !== null && (
              <div>
                <dt>{t('segmentBuilder.ofRevenue')}</dt>
                <dd>
                  {counted.revenueShare !== null && (
                    <>
                      {formats.share(counted.revenueShare, 1, true)} <ShareBar share={counted.revenueShare} />
                    </>
                  )}
                  <small className="faint">{formats.money(counted.revenueMinor)}</small>
                </dd>
              </div>
            )}
          </dl>
        </div>
      )}
      <p className="rule-live-state" role="status" data-testid="rule-state">
        {isIncomplete && counted !== null ? t('segmentBuilder.unfinishedOld') : ''}
        {!isOld && counted?.customers === 0 ? t('segmentBuilder.nobody') : ''}
      </p>
      {counted !== null && counted.first.length > 0 && (
        <div className={isOld ? 'rule-first rule-old' : 'rule-first'}>
          <Caption as="h3">{t('segmentBuilder.first')}</Caption>
          <ul>
            {counted.first.slice(0, SHOWN).map((row) => (
              <li key={row.id}>
                <span>{masked.name(row.id, row.name || (row.externalId ?? ''))}</span>
                <span className="faint">{formats.money(row.revenueMinor)}</span>
              </li>
            ))}
          </ul>
          {counted.customers > SHOWN && (
            <button type="button" className="table-toggle" onClick={onShowAll} disabled={isOld} data-testid="rule-show-all">
              {t('segmentBuilder.showAll', { formatted: formats.count(counted.customers) })}
            </button>
          )}
        </div>
      )}
    </Card>
  )
}

function CountExplanation({ counted, reading }: { counted: Counted; reading: RuleCount['reading'] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const { customers, share, revenueMinor, revenueShare } = counted
  return (
    <ExplainFigure
      id="f_rule_customers"
      name={t('segmentBuilder.now')}
      value={formats.count(customers)}
      facts={[
        ...(reading === null ? [] : [[t('explanation.rule'), formats.text(reading)] as const]),
        ...(share === null ? [] : [[t('segmentBuilder.ofCustomers'), formats.share(share, 1, true)] as const]),
        ...(revenueMinor === null ? [] : [[t('explanation.revenue'), formats.money(revenueMinor, { exact: true })] as const]),
        ...(revenueShare === null ? [] : [[t('explanation.ofRevenue'), formats.share(revenueShare, 1, true)] as const])
      ]}
      asOf={workspace?.asOf ?? null}
      unit="count"
      fewData={customers < 30}
    />
  )
}
