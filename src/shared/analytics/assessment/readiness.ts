import { barrierKey, IMPORTANCE, STAGE, type Assessment, type Rating } from '../../contract/assessments.ts'
import type { ElementResult } from './score-element.ts'
import { findMedian, findWeightedMean } from './spread.ts'

export const VERDICTS = ['prepare', 'pilot', 'fix', 'go'] as const
export type Verdict = (typeof VERDICTS)[number]
export type Quadrant = 'concentrate' | 'keep' | 'low' | 'overkill'

/** One process of the audit; all medians over the raters. */
export interface ProcessResult {
  readonly elementId: string
  /** 1 to 5. */
  readonly importance: number | null
  readonly performance: number | null
  /** Importance minus performance. */
  readonly gap: number | null
  /** Importance times the gap, never below 0. */
  readonly priority: number | null
  /** 0 to 100. */
  readonly ready: number | null
  readonly quadrant: Quadrant | null
}

export interface Readiness {
  /** Median of the raters: between two stages where it has a half. */
  readonly stage: number | null
  readonly barriers: readonly { readonly id: string; readonly severity: number | null }[]
  /** 0 to 100; the least it can be while some barrier is not rated. */
  readonly barrierScore: number | null
  readonly isBarrierScorePartial: boolean
  readonly processes: readonly ProcessResult[]
  /** The index, 0 to 100, over the processes with both marks. */
  readonly ready: number | null
  /** Null until every process has both marks. */
  readonly verdict: Verdict | null
  /** What the index alone would say. */
  readonly verdictOfIndex: Verdict | null
  /** Why the verdict is held at `pilot`. */
  readonly heldBy: { readonly barriers: boolean; readonly processes: readonly string[] }
}

const WORST_BARRIER = 3
const HOLDING_BARRIERS = 60
const QUADRANT_CUT = 3

/** Stage, barriers, processes, index and verdict of one round (domain 6.13; formula and thresholds are ours). */
export function assessReadiness(assessment: Assessment, round: readonly Rating[], elements: readonly ElementResult[]): Readiness {
  const stages = round.flatMap(({ statementId, performance }) => (statementId === STAGE && performance !== null ? [performance] : []))
  const barriers = assessment.barriers.map(({ id }) => ({ id, severity: middleSeverity(round, id) }))
  const rated = barriers.flatMap(({ severity }) => (severity === null ? [] : [severity]))
  const barrierScore =
    rated.length === 0 ? null : (100 * rated.reduce((sum, each) => sum + each, 0)) / (WORST_BARRIER * assessment.barriers.length)
  const processes = elements.filter(({ scale }) => scale === 'performance').map((element) => auditProcess(element, round))
  const ready = findWeightedMean(
    processes.flatMap((each) => (each.ready === null || each.importance === null ? [] : [{ value: each.ready, weight: each.importance }]))
  )
  const isComplete = processes.length > 0 && processes.every((each) => each.priority !== null)
  const verdictOfIndex = ready === null || !isComplete ? null : judgeIndex(ready)
  const heldBy = {
    barriers: barrierScore !== null && barrierScore >= HOLDING_BARRIERS,
    processes: processes
      .filter(({ importance, performance }) => importance === 5 && performance !== null && performance <= 2)
      .map(({ elementId }) => elementId)
  }
  const isHeld = heldBy.barriers || heldBy.processes.length > 0
  return {
    stage: findMedian(stages),
    barriers,
    barrierScore,
    isBarrierScorePartial: rated.length < barriers.length,
    processes,
    ready,
    verdict: isHeld && (verdictOfIndex === 'fix' || verdictOfIndex === 'go') ? 'pilot' : verdictOfIndex,
    verdictOfIndex,
    heldBy
  }
}

/** Below 40 prepare first, below 60 a pilot, below 80 go and mend the largest gaps, else go. */
export function judgeIndex(ready: number): Verdict {
  if (ready < 40) return 'prepare'
  if (ready < 60) return 'pilot'
  return ready < 80 ? 'fix' : 'go'
}

/** Where a process stands in the importance–performance grid; 3 counts as high. */
export function findQuadrant(importance: number, performance: number): Quadrant {
  if (importance >= QUADRANT_CUT) return performance >= QUADRANT_CUT ? 'keep' : 'concentrate'
  return performance >= QUADRANT_CUT ? 'overkill' : 'low'
}

function auditProcess({ elementId, performance, score }: ElementResult, round: readonly Rating[]): ProcessResult {
  const importances = round.flatMap((rating) =>
    rating.elementId === elementId && rating.statementId === IMPORTANCE && rating.importance !== null ? [rating.importance] : []
  )
  const importance = findMedian(importances)
  const gap = importance === null || performance === null ? null : importance - performance
  return {
    elementId,
    importance,
    performance,
    gap,
    priority: gap === null || importance === null ? null : importance * Math.max(0, gap),
    ready: score,
    quadrant: importance === null || performance === null ? null : findQuadrant(importance, performance)
  }
}

function middleSeverity(round: readonly Rating[], id: string): number | null {
  return findMedian(round.flatMap(({ statementId, reality }) => (statementId === barrierKey(id) && reality !== null ? [reality] : [])))
}
