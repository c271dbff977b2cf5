import { mayName, restoreRuns, type HiddenRun } from '../../shared/domain/named-text.ts'
import { HIDDEN } from '../../shared/i18n/mask.ts'

/** How a text reads while identities are hidden; null: it names nobody. */
export type Hidden = { readonly shown: string; readonly runs: readonly HiddenRun[] } | null

/** What people wrote by hand, without the customers named in it, and the way back to what they wrote. */
export interface TextMask {
  /** What is shown of a text. Nothing of one that may name somebody, until it is known whether it does. */
  readonly hide: (text: string) => string
  /** What is meant by a text made out of what was shown: `before`, the text it was made of, with what was hidden in it again. */
  readonly restore: (text: string, before: string | undefined) => string
}

/**
 * `known`: what texts read like, as far as that is known. `ask`: told of a text that is not. `isTyped`: somebody wrote it a moment ago
 * and sees it anyway.
 */
export function openTextMask(
  known: ReadonlyMap<string, Hidden>,
  ask: (text: string) => void,
  isTyped: (text: string) => boolean = () => false
): TextMask {
  let meant: Map<string, string> | null = null
  const read = (text: string): Hidden => {
    const found = mayName(text) ? known.get(text) : null
    if (found !== undefined) return found
    ask(text)
    return isTyped(text) ? null : { shown: HIDDEN, runs: [{ kept: text, shown: HIDDEN }] }
  }
  return {
    hide: (text) => read(text)?.shown ?? text,
    restore: (text, before) => {
      const was = before === undefined ? null : read(before)
      if (was) return text === was.shown ? (before ?? text) : restoreRuns(text, was.runs)
      if (before !== undefined) return text
      // A copy under another id: what it was copied of is known by how it was shown.
      meant ??= new Map([...known].flatMap(([kept, hidden]) => (hidden ? [[hidden.shown, kept] as const] : [])))
      return meant.get(text) ?? text
    }
  }
}
