import type { LifecycleState } from '../../../shared/contract/customers.ts'
import type { Ink } from '../../ui/charts/marks.ts'

export const LIFECYCLE_INKS: Readonly<Record<LifecycleState, Ink>> = {
  prospect: 'seg-hib',
  new: 'seg-new',
  active: 'seg-champ',
  won_back: 'seg-loyal',
  at_risk: 'seg-risk',
  lapsed: 'seg-sleep',
  lost: 'seg-all'
}
/** The order of a life. */
export const LIFE_ORDER = [
  'prospect',
  'new',
  'active',
  'won_back',
  'at_risk',
  'lapsed',
  'lost'
] as const satisfies readonly LifecycleState[]
