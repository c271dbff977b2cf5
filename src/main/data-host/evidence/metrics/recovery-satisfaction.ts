import { defineRowShare } from '../row-share.ts'

/** 100 × resolved complaints with a satisfaction of 4 or 5 / resolved complaints with a satisfaction, up to the end of the window (no window of its own). */
export const recoverySatisfaction = defineRowShare({
  id: 'k_recovery_sat',
  kind: 'complaints',
  table: 'complaints',
  span: 'history',
  base: 'resolved_at < @until AND satisfaction IS NOT NULL',
  matching: 'satisfaction >= 4',
  exists: 'resolved_at IS NOT NULL AND satisfaction IS NOT NULL',
  hint: 'complaint-satisfaction'
})
