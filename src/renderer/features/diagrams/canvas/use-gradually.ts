import { useEffect, useMemo, useState } from 'react'

/** So many come into the page, or leave it, with one frame. */
const BATCH = 24

/**
 * What is shown of `order`, all there is: when much is `wanted` at once because the view moved, a little more with every frame, so
 * that no frame waits for all. `isPatient`: nothing is shown to begin with.
 */
export function useGradually(
  order: readonly string[],
  wanted: readonly string[],
  isPatient: boolean
): { shown: readonly string[]; isAll: boolean } {
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set(isPatient ? [] : wanted))
  const change = useMemo(() => compare(ids, wanted), [ids, wanted])
  const count = change.come.length + change.go.length
  // What one edit brings is there at once.
  if (count > 0 && count <= BATCH) setIds(applyChange(ids, change))
  useEffect(() => {
    if (count <= BATCH) return undefined
    const frame = requestAnimationFrame(() => {
      const come = change.come.slice(0, BATCH)
      setIds(applyChange(ids, { come, go: change.go.slice(0, BATCH - come.length) }))
    })
    return () => {
      cancelAnimationFrame(frame)
    }
  }, [ids, change, count])
  const shown = useMemo(() => order.filter((id) => ids.has(id)), [order, ids])
  return { shown, isAll: change.come.length === 0 }
}

interface Change {
  readonly come: readonly string[]
  readonly go: readonly string[]
}

function compare(ids: ReadonlySet<string>, wanted: readonly string[]): Change {
  const kept = new Set(wanted)
  return { come: wanted.filter((id) => !ids.has(id)), go: [...ids].filter((id) => !kept.has(id)) }
}

function applyChange(ids: ReadonlySet<string>, { come, go }: Change): ReadonlySet<string> {
  const next = new Set(ids)
  for (const id of go) next.delete(id)
  for (const id of come) next.add(id)
  return next
}
