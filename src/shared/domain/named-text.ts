/*
 * Texts people wrote by hand that may name a customer in full. What is too short to do so is told apart here, in the window and in
 * the host alike, so that nobody asks about it.
 */

const ADDRESS = /[^\s@]@[^\s@]+\.[^\s@]/u
const TWO_WORDS = /[\p{L}\p{N}][^\p{L}\p{N}]+[\p{L}\p{N}]/u
/** Fewer digits are no phone. */
export const PHONE_DIGITS = 9

/** Whether a text could name somebody in full: two words, an e-mail address, or the digits of a phone. */
export function mayName(text: string): boolean {
  return TWO_WORDS.test(text) || ADDRESS.test(text) || text.replace(/\D/g, '').length >= PHONE_DIGITS
}

/** A piece of a text that tells who a customer is, and what stands for it. */
export interface HiddenRun {
  readonly kept: string
  readonly shown: string
}

/**
 * What somebody made of a text while names in it were hidden, with the names again: every stand-in that is still there becomes
 * what it stood for, the first for the first.
 */
export function restoreRuns(text: string, runs: readonly HiddenRun[]): string {
  let restored = ''
  let rest = text
  const left = [...runs]
  for (;;) {
    const next = left
      .map((run, place) => ({ run, place, at: rest.indexOf(run.shown) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || a.place - b.place)[0]
    if (!next) return restored + rest
    restored += rest.slice(0, next.at) + next.run.kept
    rest = rest.slice(next.at + next.run.shown.length)
    left.splice(next.place, 1)
  }
}
