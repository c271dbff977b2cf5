interface Box {
  readonly width: number
  readonly height: number
  readonly pad: number
}

/** Points of a line of counts, from left to right, the axis at zero so that a small change does not look large. */
export function drawLine(values: readonly number[], { width, height, pad }: Box): { x: number; y: number }[] {
  const highest = Math.max(1, ...values)
  const step = values.length > 1 ? (width - 2 * pad) / (values.length - 1) : 0
  return values.map((value, index) => ({
    x: Math.round((pad + index * step) * 10) / 10,
    y: Math.round((height - pad - (value / highest) * (height - 2 * pad)) * 10) / 10
  }))
}
