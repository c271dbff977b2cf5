/** What leads to what, by id; every id is a key. */
export type Flow = ReadonlyMap<string, readonly string[]>

/**
 * An order in which everything comes after what leads to it, way by way: a branch is followed to where it meets another or ends
 * before the next one begins. `ids` come in the order in which ways begin and branches are taken; of two ways out of one of
 * `forks` the longer is the main one and comes first. Circles are cut where they come back to a way that is being followed.
 */
export function orderFlow(ids: readonly string[], flow: Flow, forks: ReadonlySet<string>): string[] {
  const { next, finished } = cutCircles(ids, flow)
  const waits = countWays(ids, next)
  const length = measureWays(finished, next)
  const longer = (a: string, b: string): number => (length.get(b) ?? 0) - (length.get(a) ?? 0)
  const found: string[] = []
  const starts = ids.filter((id) => waits.get(id) === 0)
  for (const start of starts) {
    const open = [start]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      found.push(id)
      const ready: string[] = []
      for (const to of next.get(id) ?? []) {
        const left = (waits.get(to) ?? 0) - 1
        waits.set(to, left)
        if (left === 0) ready.push(to)
      }
      open.push(...(forks.has(id) ? ready.toSorted(longer) : ready).toReversed())
    }
  }
  return found
}

/** The flow less the relations that lead back to a way being followed; `finished`: ids from the ends of the ways backwards. */
function cutCircles(ids: readonly string[], flow: Flow): { next: Map<string, string[]>; finished: string[] } {
  const rank = new Map(ids.map((id, index) => [id, index]))
  const next = new Map<string, string[]>(
    ids.map((id) => [
      id,
      [...new Set(flow.get(id) ?? [])].filter((to) => rank.has(to)).toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
    ])
  )
  const state = new Map<string, 'followed' | 'done'>()
  const finished: string[] = []
  const entered = new Set([...next.values()].flat())
  for (const start of [...ids.filter((id) => !entered.has(id)), ...ids]) {
    if (state.has(start)) continue
    state.set(start, 'followed')
    // By hand, not by calls: a way may be thousands of steps long.
    const way = [{ id: start, at: 0 }]
    for (let here = way.at(-1); here; here = way.at(-1)) {
      const targets = next.get(here.id) ?? []
      const to = targets[here.at]
      if (to === undefined) {
        state.set(here.id, 'done')
        finished.push(here.id)
        way.pop()
      } else if (state.get(to) === 'followed') targets.splice(here.at, 1)
      else {
        here.at += 1
        if (state.has(to)) continue
        state.set(to, 'followed')
        way.push({ id: to, at: 0 })
      }
    }
  }
  return { next, finished }
}

/** How many relations lead to each. */
function countWays(ids: readonly string[], next: Flow): Map<string, number> {
  const counts = new Map(ids.map((id) => [id, 0]))
  for (const targets of next.values()) for (const to of targets) counts.set(to, (counts.get(to) ?? 0) + 1)
  return counts
}

/** How many steps the longest way from each has. */
function measureWays(finished: readonly string[], next: Flow): Map<string, number> {
  const lengths = new Map<string, number>()
  for (const id of finished) lengths.set(id, 1 + Math.max(0, ...(next.get(id) ?? []).map((to) => lengths.get(to) ?? 0)))
  return lengths
}
