/** Customers a sum is estimated from, chosen in proportion to what they bring to it (below zero as much as above). */
const PANEL = 160

/**
 * Customers at even steps through the sum of |`parts`|, by number of repeat orders: the mean of new ÷ old over them, each with the
 * sign of its part, says how the whole sum changes, whatever the new parameters favour. One who brings much stands in it often.
 */
export function choosePanel(parts: Float64Array, repeats: Int32Array): Int32Array {
  const order = sortByRepeats(
    Int32Array.from(parts, (_, i) => i).filter((i) => Math.abs(parts[i]!) > 0),
    repeats
  )
  const total = order.reduce((all, i) => all + Math.abs(parts[i]!), 0)
  const chosen = new Int32Array(order.length === 0 ? 0 : PANEL)
  let passed = 0
  let at = -1
  for (let k = 0; k < chosen.length; k++) {
    const goal = ((k + 0.5) / PANEL) * total
    while (passed < goal && at < order.length - 1) passed += Math.abs(parts[order[++at]!]!)
    chosen[k] = order[Math.max(at, 0)]!
  }
  return chosen
}

/** By counting: a sort with a comparison of all customers would hold everybody up. */
function sortByRepeats(members: Int32Array, repeats: Int32Array): Int32Array {
  const next = new Int32Array(members.reduce((most, i) => Math.max(most, repeats[i]!), 0) + 2)
  for (const i of members) next[repeats[i]! + 1]!++
  for (let x = 1; x < next.length; x++) next[x]! += next[x - 1]!
  const sorted = new Int32Array(members.length)
  for (const i of members) sorted[next[repeats[i]!]!++] = i
  return sorted
}
