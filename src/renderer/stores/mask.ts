import { useMemo } from 'react'
import { create } from 'zustand'
import type { Language } from '../../shared/domain/text.ts'
import { hideValue, maskName } from '../../shared/i18n/mask.ts'
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
}

const describe = (isOn: boolean, language: Language): Masked => ({
  isOn,
  name: (customerId, name) => (isOn ? maskName(customerId, language) : name),
  hide: (value) => (isOn ? hideValue(value) : value)
})

/** How to show what tells who a customer is: every name and contact on screen goes through here. */
export function useMasked(): Masked {
  const isOn = useMask((mask) => mask.isOn)
  const language = useEnvironment(({ environment }) => environment?.language ?? 'en')
  return useMemo(() => describe(isOn, language), [isOn, language])
}
