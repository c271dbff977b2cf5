import type { TFunction } from 'i18next'

/** Purposes and channels that have a name in both languages; what a file called otherwise is shown as it stands. */
export const PURPOSES = ['marketing', 'profiling', 'service', 'survey'] as const
export const CHANNELS = ['email', 'phone', 'sms', 'whatsapp', 'post', 'shop', 'web', 'social', 'visit', 'any'] as const
const KNOWN: Readonly<Record<'purposes' | 'channels', readonly string[]>> = { purposes: PURPOSES, channels: CHANNELS }

export function nameKnown(t: TFunction, area: keyof typeof KNOWN, id: string): string {
  return KNOWN[area].includes(id) ? t(`customerPage.${area}.${id}`) : id
}
