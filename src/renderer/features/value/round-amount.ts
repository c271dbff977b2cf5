/** An estimate to so many leading figures: the rest of them would claim more than is known. */
export function roundAmount(minor: number, figures = 3): number {
  if (minor === 0) return 0
  const power = 10 ** (Math.floor(Math.log10(Math.abs(minor))) - figures + 1)
  return Math.round(Math.round(minor / power) * power)
}
