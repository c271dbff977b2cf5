import { defineRowShare } from '../row-share.ts'

/** 100 × CSAT answers in W of 4 or 5 on the scale of 1 to 5 / CSAT answers in W. Every answer counts, not the latest of each customer. */
export const csat = defineRowShare({
  id: 'k_csat',
  kind: 'surveys',
  table: 'surveys',
  span: 'window',
  base: `kind = 'csat' AND at >= @from AND at < @until`,
  matching: 'score >= 4',
  exists: `kind = 'csat'`,
  hint: 'csat'
})
