import type { Link, LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'

/** Something a shape can stand for, as the list offers it. */
export interface Target {
  /** Unique in the list. */
  readonly key: string
  readonly kind: LinkTarget
  readonly name: string
  /** What tells it from others of its name: how many, who and when, which model. */
  readonly detail: string
  /** What choosing it does: links it, adds customers to the list, or opens the form of a new action. */
  readonly choice:
    | { readonly is: 'link'; readonly link: Link }
    | { readonly is: 'customer'; readonly id: number }
    | { readonly is: 'members'; readonly segmentId: string; readonly customers: number }
    | { readonly is: 'new-action' }
  /** Its names in both languages as the search reads them. */
  readonly words: string
}

/** How many of each kind are offered while all kinds are, and of one kind alone. */
export const OFFERED = { all: 5, one: 80 } as const

export interface TargetGroup {
  readonly kind: LinkTarget
  readonly targets: readonly Target[]
  /** Found besides those offered. */
  readonly more: number
}

/** How well a name answers: it begins with what was typed, a word of it does, or it is in there somewhere; null: not at all. */
function rank(words: string, typed: readonly string[], whole: string): number | null {
  if (!typed.every((word) => words.includes(word))) return null
  if (words.startsWith(whole)) return 0
  return ` ${words}`.includes(` ${whole}`) ? 1 : 2
}

/**
 * What answers to `search` (every word of it, accents aside, in either language), by kind, the kind with the best answer first.
 * Without a search all of it, in the order it came.
 */
export function findTargets(targets: readonly Target[], search: string, kind: LinkTarget | 'all'): TargetGroup[] {
  const whole = normaliseForSearch(search)
  const typed = whole.split(' ').filter(Boolean)
  const groups = new Map<LinkTarget, { target: Target; rank: number }[]>()
  for (const target of targets) {
    if (kind !== 'all' && target.kind !== kind) continue
    // Customers were looked for by the host, in everything written about them.
    const found = target.choice.is === 'customer' ? 2 : target.choice.is === 'new-action' ? 3 : rank(target.words, typed, whole)
    if (found === null) continue
    const group = groups.get(target.kind) ?? []
    groups.set(target.kind, group)
    group.push({ target, rank: found })
  }
  const most = kind === 'all' ? OFFERED.all : OFFERED.one
  return [...groups]
    .map(([each, found]) => ({ kind: each, found: typed.length === 0 ? found : found.sort((a, b) => a.rank - b.rank) }))
    .sort((a, b) => (typed.length === 0 ? 0 : (a.found[0]?.rank ?? 9) - (b.found[0]?.rank ?? 9)))
    .map(({ kind: each, found }) => ({
      kind: each,
      targets: found.slice(0, most).map(({ target }) => target),
      more: Math.max(0, found.length - most)
    }))
}
