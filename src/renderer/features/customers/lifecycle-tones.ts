import type { LifecycleState } from '../../../shared/contract/customers.ts'
import type { PillTone } from '../../ui/StatePill.tsx'

export const LIFECYCLE_TONES: Record<LifecycleState, PillTone> = {
  prospect: 'missing',
  new: 'accent',
  active: 'good',
  won_back: 'good',
  at_risk: 'attention',
  lapsed: 'plain',
  lost: 'plain'
}
