import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../../shared/domain/text.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { DeleteDialog as Question } from '../../../ui/DeleteDialog.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { UseList } from './UsesCard.tsx'

/** Where the segment is used and what becomes of that, before it goes. */
export function DeleteDialog({ id, name, onClose }: { id: string; name: Text; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  // Asked anew: what is agreed to must be what is so now.
  const uses = useQuery({ ...orpc.segments.listUses.queryOptions({ input: { id } }), staleTime: 0, gcTime: 0 })
  const remove = useMutation({
    mutationFn: () => client.segments.deleteSegment({ id, confirmed: (uses.data ?? []).map(({ key }) => key) }),
    onSuccess: () => {
      onClose()
      navigate({ screen: 'segments' })
      notify(t('segments.deleted', { name: text(name) }), {
        label: t('common.undo'),
        run: () => {
          client.workspace.undo().catch((error: unknown) => {
            notifyError(readError(error))
          })
        }
      })
    },
    // Something came to use it meanwhile: the list says what.
    onError: () => void uses.refetch()
  })
  const list = uses.data ?? []
  const error = uses.error ?? remove.error
  return (
    <Question
      size="lg"
      title={t('segments.deleteTitle', { name: text(name) })}
      label={t(list.length === 0 ? 'segments.delete' : 'segments.deleteAnyway')}
      error={error && readError(error)}
      isReady={uses.data !== undefined}
      isDeleting={remove.isPending}
      onDelete={remove.mutate}
      onClose={onClose}
      testId="delete-segment"
      confirmTestId="delete-segment-confirm"
    >
      {uses.data && (
        <p data-testid="delete-uses" data-count={list.length}>
          {list.length === 0 ? t('segments.deleteUnused') : t('segments.deleteUsed', { count: list.length })}
        </p>
      )}
      {list.length > 0 && <UseList uses={list} hasEffects />}
    </Question>
  )
}
