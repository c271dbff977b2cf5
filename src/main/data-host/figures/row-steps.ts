/** Which customers an update of the columns read again, from one state of them to the next. */
interface RowStep {
  readonly from: object
  readonly to: object
  /** By id. */
  readonly customers: readonly number[]
}

const tokens = new WeakMap<object, object>()
/** The newest steps of all open workspaces: more changes than that since, and everything is read again. */
const steps: RowStep[] = []
const MOST_STEPS = 64

/** Stands for a state of the columns without keeping them in memory. */
export function tokenOf(columns: object): object {
  const known = tokens.get(columns)
  if (known) return known
  const token = {}
  tokens.set(columns, token)
  return token
}

/** Notes that `to` came out of `from` by reading these customers again; the customers listed are the same ones. */
export function noteStep(from: object, to: object, customers: readonly number[]): void {
  if (from === to) return
  steps.push({ from: tokenOf(from), to: tokenOf(to), customers })
  if (steps.length > MOST_STEPS) steps.shift()
}

/** Ids of the customers whose rows may differ between two states (tokens), ascending; null: not known. */
export function findTouched(from: object, to: object): number[] | null {
  const touched = new Set<number>()
  let at = to
  for (let place = steps.length - 1; place >= 0 && at !== from; place--) {
    const step = steps[place]!
    if (step.to !== at) continue
    for (const id of step.customers) touched.add(id)
    at = step.from
  }
  return at === from ? [...touched].sort((a, b) => a - b) : null
}
