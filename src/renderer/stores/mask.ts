import { useMemo } from 'react'
import { create } from 'zustand'
import type { ChangeEntry } from '../../shared/contract/workspace.ts'
import type { Language } from '../../shared/domain/text.ts'
import { HIDDEN, hideValue, maskName } from '../../shared/i18n/mask.ts'
import { client } from '../api/client.ts'
import { useEnvironment } from './environment.ts'

interface MaskStore {
  isOn: boolean
}

/** Whether identities are hidden. Off at every start: nobody wonders next week where the names went. */
export const useMask = create<MaskStore>(() => ({ isOn: false }))

/** Hides identities on screen and in the files the host writes, or shows them. What is on screen never waits for the host. */
export async function setMask(isOn: boolean): Promise<void> {
  useMask.setState({ isOn })
  await client.privacy.setMask({ isOn })
}

export interface Masked {
  isOn: boolean
  /** A customer's name: while identities are hidden, a stable stand-in made of our id ("Customer 0412"). */
  name: (customerId: number, name: string) => string
  /** E-mail, phone, address, tax id, external id, birth date, notes, anything a person wrote about a customer: `•••` while hidden. */
  hide: <T extends string | null | undefined>(value: T) => T | string
  /** What a change says of itself: the customer it names goes by the stand-in, or by nothing where it does not say which one. */
  details: (entry: Pick<ChangeEntry, 'kind' | 'details'>) => ChangeEntry['details']
}

/** Kinds of change whose `name` is a customer's. */
const ABOUT_CUSTOMERS = /^(?:customers?|order|interaction|complaint|survey|consent|campaign-member)-/

const describe = (isOn: boolean, language: Language): Masked => ({
  isOn,
  name: (customerId, name) => (isOn ? maskName(customerId, language) : name),
  hide: (value) => (isOn ? hideValue(value) : value),
  details: ({ kind, details }) => {
    const { customer, name } = details
    if (!isOn || typeof name !== 'string' || !ABOUT_CUSTOMERS.test(kind)) return details
    return { ...details, name: typeof customer === 'number' ? maskName(customer, language) : HIDDEN }
  }
})

/** How to show what tells who a customer is: every name and contact on screen goes through here. */
export function useMasked(): Masked {
  const isOn = useMask((mask) => mask.isOn)
  const language = useEnvironment(({ environment }) => environment?.language ?? 'en')
  return useMemo(() => describe(isOn, language), [isOn, language])
}
