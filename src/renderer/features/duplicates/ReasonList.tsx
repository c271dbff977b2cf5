import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCustomer, DuplicatePair } from '../../../shared/contract/duplicates.ts'
import { useMasked } from '../../stores/mask.ts'
import { signPoints, useReasonWords } from './use-reason-words.ts'

interface ReasonListProps {
  pair: DuplicatePair
  customers: readonly DuplicateCustomer[]
}

/** Why two records are taken for one: every reason with its points, and their sum. */
export function ReasonList({ pair, customers }: ReasonListProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const say = useReasonWords()
  const nameOf = (id: number): string => masked.name(id, customers.find((customer) => customer.id === id)?.name ?? '')
  const sum = pair.reasons.reduce((total, { points }) => total + points, 0)
  const title = customers.length > 2 ? t('duplicates.whyPair', { one: nameOf(pair.one), other: nameOf(pair.other) }) : t('duplicates.why')
  return (
    <section className="duplicate-reasons" data-testid="duplicate-reasons">
      <h3>{title}</h3>
      <ul>
        {pair.reasons.map((reason) => (
          <li key={reason.kind === 'field' ? reason.field : reason.kind}>
            <span>{say(reason)}</span>
            <span className={reason.points < 0 ? 'reason-points is-against' : 'reason-points'}>{signPoints(reason.points)}</span>
          </li>
        ))}
        <li className="reason-sum">{t('duplicates.sum', { score: pair.score })}</li>
      </ul>
      {sum !== pair.score && <p className="faint small">{t('duplicates.cut', { sum, score: pair.score })}</p>}
    </section>
  )
}
