/**
 * Amounts are spread over several powers of ten, and some are below zero: even steps for even factors, straight through zero.
 * `unit`: the amount around which it turns from straight to logarithmic, minor units.
 */
export function bendMoney(amountMinor: number, unit: number): number {
  return Math.sign(amountMinor) * Math.log10(1 + Math.abs(amountMinor) / unit)
}

/** Round amounts (1, 10, 100 … of `unit`, and zero) that cover low to high, minor units, ascending. */
export function findMoneyTicks(low: number, high: number, unit: number): number[] {
  const powers: number[] = []
  for (let amount = unit; amount < Math.max(high, -low) * 10; amount *= 10) powers.push(amount)
  const above = powers.filter((amount) => amount / 10 < high)
  const below = powers.filter((amount) => amount / 10 < -low)
  return [...below.map((amount) => -amount).reverse(), 0, ...above]
}
