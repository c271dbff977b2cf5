import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { FlagKind } from '../../../shared/contract/value-tables.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notify, notifyError } from '../../ui/notify.tsx'

/** The flags that put a customer among the strategically significant; `exclude` takes one out of the whole analysis. */
export const SIGNIFICANT_FLAGS = ['benchmark', 'inspiration', 'door_opener', 'cost_magnet'] as const satisfies readonly FlagKind[]

export interface FlagChange {
  customerId: number
  name: string
  kind: FlagKind
  isSet: boolean
  reason?: string
}

/** Sets or takes away a flag; either can be undone, and the notice offers it. */
export function useFlagging(): { change: (change: FlagChange) => void; isBusy: boolean } {
  const { t } = useTranslation()
  const mutation = useMutation({
    mutationFn: ({ customerId, kind, isSet, reason = '' }: FlagChange) =>
      isSet ? client.value.setCustomerFlag({ customerId, kind, reason }) : client.value.removeCustomerFlag({ customerId, kind }),
    onSuccess: (_answer, { name, kind, isSet, customerId }) => {
      notify(
        t(isSet ? 'value.flags.set' : 'value.flags.removed', { name, flag: t(`value.reasons.${kind}`) }),
        { label: t('common.undo'), run: () => void client.workspace.undo() },
        `flag ${String(customerId)}`
      )
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return { change: mutation.mutate, isBusy: mutation.isPending }
}
