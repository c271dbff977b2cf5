import { Button } from '@mantine/core'
import { useQuery, keepPreviousData } from '@tanstack/react-query'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateCluster, DuplicateView } from '../../../shared/contract/duplicates.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ClusterList } from './ClusterList.tsx'
import { ClusterView } from './ClusterView.tsx'
import { useMerge, type MergeDraft } from './use-merge.ts'

const PAGE = 200

/** The groups of one view beside the one that is chosen. */
export function ClusterBench({ view }: { view: DuplicateView }): ReactNode {
  const [limit, setLimit] = useState(PAGE)
  const list = useQuery({
    ...orpc.duplicates.listClusters.queryOptions({ input: { view, offset: 0, limit } }),
    placeholderData: keepPreviousData
  })
  return (
    <Answer query={list}>
      {({ total, clusters }) => (
        <Bench
          clusters={clusters}
          onMore={
            clusters.length < total
              ? () => {
                  setLimit((now) => Math.min(1000, now + PAGE))
                }
              : null
          }
        />
      )}
    </Answer>
  )
}

const draftOf = (cluster: DuplicateCluster): MergeDraft => ({
  keepId: Math.min(...cluster.customers.map(({ id }) => id)),
  choices: new Map()
})

/** Keys count while nobody writes and nothing lies over the page. */
function isFree(event: KeyboardEvent): boolean {
  const target = event.target instanceof HTMLElement ? event.target : null
  const isWriting = target?.closest('input:not([type="radio"]), textarea, select, [contenteditable="true"], [role="dialog"]') !== null
  return !isWriting && !event.ctrlKey && !event.metaKey && !event.altKey && document.querySelector('[role="dialog"]') === null
}

function Bench({ clusters, onMore }: { clusters: readonly DuplicateCluster[]; onMore: (() => void) | null }): ReactNode {
  const { t } = useTranslation()
  const [place, setPlace] = useState(0)
  const [drafts, setDrafts] = useState<ReadonlyMap<string, MergeDraft>>(new Map())
  const { merge, tellApart, isBusy } = useMerge()
  // What is done leaves the list: the next one then stands in its place.
  const at = Math.min(place, clusters.length - 1)
  const cluster = clusters[at]
  const draft = cluster && (drafts.get(cluster.key) ?? draftOf(cluster))
  const deeds: Readonly<Record<string, () => void>> = {
    ArrowDown: () => {
      setPlace(Math.min(clusters.length - 1, at + 1))
    },
    ArrowUp: () => {
      setPlace(Math.max(0, at - 1))
    },
    s: () => {
      setPlace(Math.min(clusters.length - 1, at + 1))
    },
    m: () => {
      if (cluster && draft && !isBusy) merge(cluster, draft)
    },
    d: () => {
      if (cluster && !isBusy) tellApart(cluster)
    }
  }
  const current = useRef(deeds)
  useEffect(() => {
    current.current = deeds
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const deed = current.current[event.key.length === 1 ? event.key.toLowerCase() : event.key]
      const isInRadio = event.target instanceof HTMLInputElement && event.key.startsWith('Arrow')
      if (!deed || isInRadio || (event.repeat && !event.key.startsWith('Arrow')) || !isFree(event)) return
      event.preventDefault()
      deed()
    }
    window.addEventListener('keydown', hear)
    return () => {
      window.removeEventListener('keydown', hear)
    }
  }, [])
  if (!cluster || !draft) return null
  return (
    <div className="duplicates-bench">
      <aside className="cluster-side">
        <p className="faint small cluster-keys">{t('duplicates.keys')}</p>
        <ClusterList
          clusters={clusters}
          current={cluster.key}
          onChoose={(key) => {
            setPlace(clusters.findIndex((each) => each.key === key))
          }}
        />
        {onMore && (
          <Button variant="subtle" size="xs" onClick={onMore}>
            {t('duplicates.more')}
          </Button>
        )}
      </aside>
      <ClusterView
        key={cluster.key}
        cluster={cluster}
        draft={draft}
        onDraft={(next) => {
          setDrafts(new Map([...drafts, [cluster.key, next]]))
        }}
        onMerge={() => {
          merge(cluster, draft)
        }}
        onDifferent={() => {
          tellApart(cluster)
        }}
        onSkip={() => {
          deeds['s']?.()
        }}
        isBusy={isBusy}
      />
    </div>
  )
}
