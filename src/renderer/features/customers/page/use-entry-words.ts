import { useTranslation } from 'react-i18next'
import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { CONSENT_STATUSES, INTERACTION_KINDS, ORDER_STATUSES } from '../../../../shared/contract/customer-edits.ts'
import { nameKnown } from '../../../ui/name-known.ts'

export type Entry = TimelineEntry & { status: string | null; isOpen: boolean }

const isOneOf = (list: readonly string[], value: string): boolean => list.includes(value)

/** How an entry of the timeline is told: what it was, and what is said of it. */
export function useEntryWords(): (entry: Entry) => { title: string; detail: string } {
  const { t } = useTranslation()
  const name = (area: string, list: readonly string[], value: string | null): string =>
    value !== null && isOneOf(list, value) ? t(`customerPage.${area}.${value}`) : (value ?? '')
  const join = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')
  return (entry) => {
    const { kind, label, detail, status } = entry
    const word = t(`customerPage.kinds.${kind}`)
    if (kind === 'order') {
      const isDone = status === 'completed'
      return { title: join(word, label), detail: isDone ? (detail ?? '') : name('orderStatuses', ORDER_STATUSES, status) }
    }
    if (kind === 'interaction') {
      const said = label === status ? null : label
      return { title: name('interactionKinds', INTERACTION_KINDS, status), detail: join(said, detail) }
    }
    if (kind === 'complaint')
      return { title: join(word, label), detail: entry.isOpen ? '' : join(t('customerPage.timeline.resolved'), dropDate(detail)) }
    if (kind === 'survey') return { title: join(word, label.toUpperCase()), detail: detail ?? '' }
    if (kind === 'consent') {
      const [purpose = '', channel = ''] = label.split(' · ')
      const what = join(nameKnown(t, 'purposes', purpose), nameKnown(t, 'channels', channel))
      return { title: join(word, what), detail: name('consentStatuses', CONSENT_STATUSES, status) }
    }
    return {
      title: join(word, label),
      detail: t(`customerPage.timeline.${detail === 'C' ? 'control' : 'treated'}`)
    }
  }
}

/** Where nothing else is said of a resolution, its date stands there, which the word says already. */
const dropDate = (detail: string | null): string | null => (detail !== null && /^\d{4}-\d{2}-\d{2}/.test(detail) ? null : detail)
