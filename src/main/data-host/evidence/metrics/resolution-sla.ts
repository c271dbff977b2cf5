import { defineRowShare } from '../row-share.ts'

/** Hours a complaint may take (domain 4: default 72). */
export const SLA_HOURS = 72
const SLA_SECONDS = SLA_HOURS * 3600
/** At the end of the window: what was resolved later was still open. */
const IS_RESOLVED = 'resolved_at < @until'

/**
 * 100 × complaints opened in W resolved within 72 hours / those resolved, whenever, and those still open for longer than that.
 * Complaints opened so lately that the time is not over yet count nowhere.
 */
export const resolutionSla = defineRowShare({
  id: 'k_resolution_sla',
  kind: 'complaints',
  table: 'complaints',
  span: 'window',
  base: `opened_at >= @from AND opened_at < @until AND (COALESCE(${IS_RESOLVED}, 0) OR unixepoch(@until) - unixepoch(opened_at) > ${SLA_SECONDS})`,
  matching: `${IS_RESOLVED} AND unixepoch(resolved_at) - unixepoch(opened_at) <= ${SLA_SECONDS}`
})
