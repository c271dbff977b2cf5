import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../../shared/domain/text.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
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
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('segments.deleteTitle', { name: text(name) })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="segment-dialog" data-testid="delete-segment">
        {uses.data && (
          <p data-testid="delete-uses" data-count={list.length}>
            {list.length === 0 ? t('segments.deleteUnused') : t('segments.deleteUsed', { count: list.length })}
          </p>
        )}
        {list.length > 0 && <UseList uses={list} hasEffects />}
        {error && <ErrorNotice error={readError(error)} />}
        <footer>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('common.cancel')}
          </Button>
          <Button
            variant="default"
            className="segment-danger"
            disabled={!uses.data}
            loading={remove.isPending}
            onClick={() => {
              remove.mutate()
            }}
            data-testid="delete-segment-confirm"
          >
            {t(list.length === 0 ? 'segments.delete' : 'segments.deleteAnyway')}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}
