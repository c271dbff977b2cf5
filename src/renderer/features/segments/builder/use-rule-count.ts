import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Text } from '../../../../shared/domain/text.ts'
import type { RuleAnswer } from '../../../../shared/contract/segments.ts'
import { orpc } from '../../../api/client.ts'
import { readError, type ReadError } from '../../../api/errors.ts'
import { closeRule, type DraftGroup } from './draft.ts'
import { nodeAt } from './edit-rule.ts'

/** Long enough not to count every letter, short enough to feel at once. */
const WAIT_MS = 180

export type Counted = Extract<RuleAnswer, { state: 'counted' }>

/** What is known of each part of the rule, by its id. */
interface Parts {
  readonly answer: RuleAnswer
  readonly customers: ReadonlyMap<number, number>
  readonly problems: ReadonlyMap<number, Text>
}

export interface RuleCount {
  /** The newest count there is; of an earlier state of the rule while `isOld`. */
  readonly counted: Counted | null
  readonly isOld: boolean
  /** The rule as it stands can't be counted: `parts.problems` says where and why. */
  readonly isIncomplete: boolean
  readonly parts: Pick<Parts, 'customers' | 'problems'>
  /** In both languages, of the newest rule answered. */
  readonly reading: Text | null
  readonly error: ReadError | null
  readonly retry: () => void
}

const NOTHING: Pick<Parts, 'customers' | 'problems'> = { customers: new Map(), problems: new Map() }

/** Counts the rule while it is written. The last count stays, marked as old, until the new one is there: no flicker. */
export function useRuleCount(draft: DraftGroup, draftId: string, segmentId: string | null): RuleCount {
  const [settled] = useDebouncedValue(draft, WAIT_MS)
  const rule = useMemo(() => closeRule(settled), [settled])
  const query = useQuery({
    ...orpc.segments.countRule.queryOptions({ input: { rule, draft: draftId, segmentId } }),
    placeholderData: keepPreviousData,
    gcTime: 60_000
  })
  const answer = query.data
  const { isPlaceholderData, refetch } = query
  const isFresh = answer !== undefined && !isPlaceholderData && answer.state !== 'superseded'
  const [counted, setCounted] = useState<Counted | null>(null)
  const [parts, setParts] = useState<Parts | null>(null)
  if (isFresh && answer.state === 'counted' && answer !== counted) setCounted(answer)
  if (isFresh && parts?.answer !== answer) setParts(placeParts(answer, settled, parts?.customers))
  const isSuperseded = answer?.state === 'superseded' && !isPlaceholderData
  // Undo can lead back to a rule whose count was ended by a newer one.
  useEffect(() => {
    if (isSuperseded) void refetch()
  }, [isSuperseded, refetch])
  return {
    counted,
    isOld: settled !== draft || !isFresh || answer.state !== 'counted',
    isIncomplete: isFresh && settled === draft && answer.state === 'incomplete',
    parts: parts ?? NOTHING,
    reading: parts && parts.answer.state !== 'superseded' ? parts.answer.reading : null,
    error: query.error ? readError(query.error) : null,
    retry: () => void refetch()
  }
}

/** Paths to ids: parts move while the answer is on its way. While the rule is incomplete the counts of its parts stay as they were. */
function placeParts(answer: RuleAnswer, rule: DraftGroup, before: Parts['customers'] = NOTHING.customers): Parts {
  const place = <T>(list: readonly { path: readonly number[] }[], read: (index: number) => T): Map<number, T> =>
    new Map(
      list.flatMap(({ path }, index): [number, T][] => {
        const node = nodeAt(rule, path)
        return node ? [[node.id, read(index)]] : []
      })
    )
  return {
    answer,
    customers: answer.state === 'counted' ? place(answer.parts, (index) => answer.parts[index]?.customers ?? 0) : before,
    problems:
      answer.state === 'incomplete'
        ? place(answer.problems, (index) => answer.problems[index]?.text ?? { en: '', es: '' })
        : NOTHING.problems
  }
}
