import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { create } from 'zustand'
import type { Language } from '../../shared/domain/text.ts'
import { client, orpc } from '../api/client.ts'
import { useEnvironment } from './environment.ts'
import { useMask } from './mask.ts'
import { openTextMask, type Hidden, type TextMask } from './text-mask.ts'

type Known = ReadonlyMap<string, Hidden>
const NOTHING: Known = new Map()

/** What texts read like while identities are hidden, by language. Forgotten with the mask. */
const useKnown = create<Record<Language, Known>>(() => ({ en: NOTHING, es: NOTHING }))
/** Asked for with the next question. */
const waiting: Readonly<Record<Language, Set<string>>> = { en: new Set(), es: new Set() }
/** Written in this window while identities were hidden: whoever writes it sees it until it is known to name somebody. */
const typed = new Set<string>()

useMask.subscribe(({ isOn }) => {
  if (isOn) return
  useKnown.setState({ en: NOTHING, es: NOTHING })
  waiting.en.clear()
  waiting.es.clear()
  typed.clear()
})

async function read(texts: readonly string[], language: Language): Promise<Map<string, Hidden>> {
  const found = new Map<string, Hidden>(texts.map((text) => [text, null]))
  if (texts.length === 0) return found
  for (const { index, shown, runs } of await client.privacy.hideTexts({ texts: [...texts], language })) {
    const text = texts[index]
    if (text !== undefined) found.set(text, { shown, runs })
  }
  return found
}

/** Asks at once about all that is drawn in one go. */
function ask(text: string, language: Language): void {
  const texts = waiting[language]
  texts.add(text)
  if (texts.size > 1) return
  queueMicrotask(() => {
    const asked = [...texts]
    texts.clear()
    read(asked, language).then(
      (found) => {
        if (useMask.getState().isOn) useKnown.setState((known) => ({ ...known, [language]: new Map([...known[language], ...found]) }))
      },
      () => {
        // Nobody said that it names nobody: it stays hidden, and is asked for when the data are there again.
        waiting[language].clear()
      }
    )
  })
}

/** Asks about everything once more: customers came, went or were renamed. */
async function askAgain(language: Language): Promise<number> {
  const before = useKnown.getState()[language]
  const found = await read([...before.keys()], language)
  useKnown.setState((known) => ({ ...known, [language]: new Map([...known[language], ...found]) }))
  return found.size
}

/** A text somebody is writing now. */
export function noteTyped(text: string): void {
  if (useMask.getState().isOn) typed.add(text)
}

/** How what people wrote is shown while identities are hidden; null: as it stands. Another one whenever more is known. */
export function useTextMask(): TextMask | null {
  const isOn = useMask((mask) => mask.isOn)
  const language = useEnvironment(({ environment }) => environment?.language ?? 'en')
  const known = useKnown((all) => all[language])
  // Asked again with whatever else hangs on the customers.
  useQuery({ queryKey: [...orpc.privacy.hideTexts.key(), language], queryFn: () => askAgain(language), enabled: isOn, gcTime: 0 })
  return useMemo(() => {
    if (!isOn) return null
    return openTextMask(
      known,
      (text) => {
        ask(text, language)
      },
      (text) => typed.has(text)
    )
  }, [isOn, known, language])
}

/** What people wrote, as it is shown: without customers named in it while identities are hidden. */
export function useHideText(): (text: string) => string {
  const mask = useTextMask()
  return useMemo(() => mask?.hide ?? ((text) => text), [mask])
}
