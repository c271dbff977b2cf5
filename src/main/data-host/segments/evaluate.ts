import type { DataKind } from '../../../shared/contract/base.ts'
import type { Missing, SegmentSummary } from '../../../shared/contract/segments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { startPace } from '../pause.ts'
import type { SegmentDefinition } from './catalogue.ts'
import { SEGMENT_RULES, type SegmentInputs } from './rules.ts'

/** One segment's members, or why there is no answer. */
export interface SegmentAnswer {
  readonly definition: SegmentDefinition
  /** One byte per live customer; null with `missing`. */
  readonly mask: Uint8Array | null
  readonly missing: Missing | null
  readonly customers: number
  readonly revenueWindow: number
}

export interface SegmentBasis {
  readonly hasOrders: boolean
  readonly hasDate: boolean
}

const BRING_ORDERS: Text = { en: 'Bring in orders: customer, date and amount.', es: 'Traiga pedidos: cliente, fecha e importe.' }
const NOT_KNOWN: Text = { en: 'This app does not know the rule of this segment.', es: 'La aplicación no conoce la regla de este segmento.' }

/** Answers every segment of the catalogue. */
export async function evaluateSegments(
  catalogue: readonly SegmentDefinition[],
  inputs: SegmentInputs,
  basis: SegmentBasis
): Promise<Map<string, SegmentAnswer>> {
  const answers = new Map<string, SegmentAnswer>()
  const pace = startPace()
  for (const definition of catalogue) {
    const missing = findMissing(definition, inputs, basis)
    answers.set(
      definition.id,
      missing ? { definition, mask: null, missing, customers: 0, revenueWindow: 0 } : collectMembers(definition, inputs)
    )
    await pace()
  }
  return answers
}

function findMissing(definition: SegmentDefinition, inputs: SegmentInputs, { hasOrders, hasDate }: SegmentBasis): Missing | null {
  const rule = SEGMENT_RULES[definition.id]
  if (!rule) return { code: 'needs-analysis', needs: [], hint: NOT_KNOWN }
  const why = rule.missing?.(inputs)
  const needsOwnData = definition.needs.length > 0 && (why === 'needs-data' || rule.missing === undefined)
  // What it speaks of comes before the date to look at it from.
  if (rule.basis === 'date' && !hasDate && needsOwnData)
    return { code: 'needs-data', needs: definition.needs, hint: definition.hint ?? BRING_ORDERS }
  if ((rule.basis === 'orders' && !hasOrders) || (rule.basis === 'date' && !hasDate))
    return { code: 'needs-data', needs: ['orders'], hint: BRING_ORDERS }
  if (!why) return null
  const { code, hint } = typeof why === 'string' ? { code: why, hint: definition.hint } : why
  // A segment that needs no other kind of data but has none lacks a column of the orders (channel, discount…).
  const needs: DataKind[] = code === 'needs-data' && definition.needs.length === 0 ? ['orders'] : definition.needs
  return { code, needs: code === 'needs-data' ? needs : [], hint: hint ?? BRING_ORDERS }
}

function collectMembers(definition: SegmentDefinition, inputs: SegmentInputs): SegmentAnswer {
  const { isMember } = SEGMENT_RULES[definition.id]!
  const { revenueWindow: revenue } = inputs.profile
  const mask = new Uint8Array(inputs.attributes.ids.length)
  if (typeof isMember === 'function') {
    for (let i = 0; i < mask.length; i++) if (isMember(inputs, i)) mask[i] = 1
  } else {
    const column = isMember.column(inputs)
    for (let i = 0; column && i < mask.length; i++) if (column[i] === isMember.code) mask[i] = 1
  }
  let customers = 0
  let revenueWindow = 0
  for (let i = 0; i < mask.length; i++) {
    if (mask[i] === 0) continue
    customers++
    revenueWindow += revenue[i]!
  }
  return { definition, mask, missing: null, customers, revenueWindow }
}

/** An answer as lists and nodes show it. Revenue is null where there are no orders to sum. */
export function summariseAnswer(
  answer: SegmentAnswer,
  totals: { customers: number; revenueWindow: number; hasOrders: boolean }
): SegmentSummary {
  const { definition, missing, customers, revenueWindow } = answer
  const { id, name, group, rule, source } = definition
  const head = { id, name, kind: group === 'own' ? ('own' as const) : ('built-in' as const), group, rule, source, missing }
  if (missing) return { ...head, customers: null, share: null, revenueMinor: null, revenueShare: null }
  return {
    ...head,
    customers,
    share: totals.customers > 0 ? customers / totals.customers : null,
    revenueMinor: totals.hasOrders ? revenueWindow : null,
    revenueShare: totals.revenueWindow > 0 ? revenueWindow / totals.revenueWindow : null
  }
}
