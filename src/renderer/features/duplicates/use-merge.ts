import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { DuplicateCluster, MergeField } from '../../../shared/contract/duplicates.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useMasked } from '../../stores/mask.ts'
import { notify, notifyError, withdrawOffers } from '../../ui/notify.tsx'

export interface MergeDraft {
  keepId: number
  choices: ReadonlyMap<MergeField, number>
}

/** Takes the last change back, from the notice that offers it. */
async function undoLast(): Promise<void> {
  withdrawOffers()
  try {
    await client.workspace.undo()
  } catch (error) {
    notifyError(readError(error))
  }
}

/** What can be done with a group, each with a notice that takes it back. `onDone` hears when it is done. */
export function useMerge(onDone?: () => void): {
  merge: (cluster: DuplicateCluster, draft: MergeDraft) => void
  tellApart: (cluster: DuplicateCluster) => void
  isBusy: boolean
} {
  const { t } = useTranslation()
  const masked = useMasked()
  const onError = (error: unknown): void => {
    notifyError(readError(error))
  }
  const offerUndo = (message: string): void => {
    notify(message, { label: t('duplicates.undo'), run: () => void undoLast() }, 'duplicates')
  }
  const merging = useMutation({
    mutationFn: ({ cluster, draft }: { cluster: DuplicateCluster; draft: MergeDraft }) =>
      client.duplicates.mergeCustomers({
        customerIds: cluster.customers.map(({ id }) => id),
        keepId: draft.keepId,
        choices: [...draft.choices].map(([field, fromId]) => ({ field, fromId }))
      }),
    onSuccess: ({ keptId }, { cluster }) => {
      const kept = cluster.customers.find(({ id }) => id === keptId)
      offerUndo(t('duplicates.merged', { count: cluster.customers.length, name: masked.name(keptId, kept?.name ?? '') }))
      onDone?.()
    },
    onError
  })
  const telling = useMutation({
    mutationFn: (cluster: DuplicateCluster) => client.duplicates.markDistinct({ customerIds: cluster.customers.map(({ id }) => id) }),
    onSuccess: () => {
      offerUndo(t('duplicates.toldApart'))
      onDone?.()
    },
    onError
  })
  return {
    merge: (cluster, draft) => {
      merging.mutate({ cluster, draft })
    },
    tellApart: (cluster) => {
      telling.mutate(cluster)
    },
    isBusy: merging.isPending || telling.isPending
  }
}
