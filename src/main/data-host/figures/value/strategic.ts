import { chooseTopFifth } from '../../../../shared/analytics/strategic-customers.ts'
import { LIFECYCLE_STATES } from '../../../../shared/contract/customers.ts'
import { STRATEGIC_REASONS, type StrategicReason } from '../../../../shared/contract/value-groups.ts'
import type { FlagKind, StrategicPage, StrategicRow } from '../../../../shared/contract/value-tables.ts'
import type { OpenWorkspace } from '../../context.ts'
import { readCustomerRows } from '../../repositories/customers.ts'
import { listFlags, type StoredFlag } from '../../repositories/customer-flags.ts'
import type { Figures } from '../figures.ts'
import { findCurrentValue, roundOrNull } from './current-value.ts'

interface Strategic {
  /** 1: in the best fifth by current value, whatever a person said. */
  readonly isTop: Uint8Array
  readonly flagsOf: ReadonlyMap<number, readonly StoredFlag[]>
  /** Positions of the strategically significant customers and of those kept out by hand, best first. */
  readonly chosen: readonly number[]
  readonly excluded: readonly number[]
  /** Current value of the active customers, ascending. */
  readonly activeValues: Float64Array
}

/** Flags are data: with other flags there are other figures. */
const kept = new WeakMap<Figures, Strategic>()

function findStrategic(workspace: OpenWorkspace, figures: Figures): Strategic {
  const known = kept.get(figures) ?? collectStrategic(workspace, figures)
  kept.set(figures, known)
  return known
}

function collectStrategic(workspace: OpenWorkspace, figures: Figures): Strategic {
  const { isActive, lastDay } = figures.profile
  const current = findCurrentValue(figures)
  const flagsOf = new Map<number, StoredFlag[]>()
  for (const flag of listFlags(workspace.read)) {
    const i = figures.indexOf(flag.customerId)
    if (i < 0) continue
    const flags = flagsOf.get(i)
    if (flags) flags.push(flag)
    else flagsOf.set(i, [flag])
  }
  const isBetter = (a: number, b: number): number => current[b]! - current[a]! || lastDay[b]! - lastDay[a]! || a - b
  return {
    isTop: chooseTopFifth({ eligible: isActive, value: current, lastDay }),
    flagsOf,
    chosen: Array.from(figures.isSsc.keys())
      .filter((i) => figures.isSsc[i] === 1)
      .sort(isBetter),
    excluded: [...flagsOf]
      .filter(([, flags]) => flags.some(({ kind }) => kind === 'exclude'))
      .map(([i]) => i)
      .sort(isBetter),
    activeValues: current.filter((_, i) => isActive[i] === 1).sort()
  }
}

/** Place among ascending values, from the highest: 1 + how many are higher. */
function findRank(ascending: Float64Array, value: number): number {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! <= value) low = middle + 1
    else high = middle
  }
  return ascending.length - low + 1
}

function listReasons({ isTop, flagsOf }: Strategic, i: number): StrategicReason[] {
  const kinds = new Set<FlagKind | 'top_value'>(flagsOf.get(i)?.map(({ kind }) => kind))
  if (isTop[i] === 1) kinds.add('top_value')
  return STRATEGIC_REASONS.filter((reason) => kinds.has(reason))
}

/** A page of the strategically significant customers, with the reasons each is there. */
export function describeStrategic(
  workspace: OpenWorkspace,
  figures: Figures,
  asked: { offset: number; limit: number; reason?: StrategicReason | undefined; excluded: boolean }
): StrategicPage {
  const strategic = findStrategic(workspace, figures)
  const { reason } = asked
  const list = asked.excluded ? strategic.excluded : strategic.chosen
  const wanted = reason === undefined ? list : list.filter((i) => listReasons(strategic, i).includes(reason))
  const counts = new Map<StrategicReason, number>()
  for (const i of strategic.chosen) for (const each of listReasons(strategic, i)) counts.set(each, (counts.get(each) ?? 0) + 1)
  const total = findCurrentValue(figures).reduce((sum, value) => sum + value, 0)
  const page = Int32Array.from(wanted.slice(asked.offset, asked.offset + asked.limit))
  return {
    measure: figures.sscMeasure,
    total: wanted.length,
    counts: STRATEGIC_REASONS.map((each) => ({ reason: each, customers: counts.get(each) ?? 0 })),
    excludedCount: strategic.excluded.length,
    rows: readCustomerRows(workspace.read, figures, page).map(({ id, externalId, name }) => {
      const i = figures.indexOf(id)
      return { customerId: id, externalId, name, ...describeOne(figures, strategic, i, total) }
    })
  }
}

function describeOne(
  figures: Figures,
  strategic: Strategic,
  i: number,
  total: number
): Omit<StrategicRow, 'customerId' | 'externalId' | 'name'> {
  const current = findCurrentValue(figures)[i]!
  return {
    rank: figures.profile.isActive[i] === 1 ? findRank(strategic.activeValues, current) : null,
    reasons: listReasons(strategic, i),
    flags: (strategic.flagsOf.get(i) ?? []).map(({ kind, reason, at }) => ({ kind, reason, at })),
    currentMinor: Math.round(current),
    share: total > 0 ? current / total : null,
    clvMinor: roundOrNull(figures.lifetime.value[i]!),
    lifecycle: LIFECYCLE_STATES[figures.lifecycle[i]!]!
  }
}

/** The strategically significant customers, or those of one reason: one byte per customer. */
export function markStrategic(workspace: OpenWorkspace, figures: Figures, reason: StrategicReason | undefined): Uint8Array {
  if (reason === undefined) return figures.isSsc
  const strategic = findStrategic(workspace, figures)
  return figures.isSsc.map((isIn, i) => (isIn === 1 && listReasons(strategic, i).includes(reason) ? 1 : 0))
}
