import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCluster } from '../../../shared/contract/duplicates.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'

interface ClusterListProps {
  clusters: readonly DuplicateCluster[]
  current: string
  onChoose: (key: string) => void
}

/** Groups of records, the surest first. The arrows are read by the page. */
export function ClusterList({ clusters, current, onChoose }: ClusterListProps): ReactNode {
  const { t } = useTranslation()
  return (
    <ul className="cluster-list" aria-label={t('duplicates.list')} data-testid="duplicate-list">
      {clusters.map((cluster) => (
        <ClusterItem
          key={cluster.key}
          cluster={cluster}
          isCurrent={cluster.key === current}
          onChoose={() => {
            onChoose(cluster.key)
          }}
        />
      ))}
    </ul>
  )
}

function ClusterItem({ cluster, isCurrent, onChoose }: { cluster: DuplicateCluster; isCurrent: boolean; onChoose: () => void }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const formats = useFormats()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isCurrent) button.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const [first, second] = cluster.customers
  const place = first?.city ?? second?.city
  return (
    <li>
      <button
        ref={button}
        type="button"
        className={isCurrent ? 'cluster-item is-current' : 'cluster-item'}
        aria-current={isCurrent}
        onClick={onChoose}
        data-testid="duplicate-item"
        data-key={cluster.key}
      >
        <span className="cluster-names">
          <span className="cluster-name">{first && masked.name(first.id, first.name)}</span>
          <span className="cluster-other">{second && masked.name(second.id, second.name)}</span>
          <span className="cluster-facts">
            {t('duplicates.records', { count: cluster.customers.length, formatted: formats.count(cluster.customers.length) })}
            {place ? ` · ${place}` : ''}
          </span>
        </span>
        <span className="cluster-score" data-verdict={cluster.verdict} title={t('duplicates.score', { score: cluster.score })}>
          {cluster.score}
        </span>
      </button>
    </li>
  )
}
