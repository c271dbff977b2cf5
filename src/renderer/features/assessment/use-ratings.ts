import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { client, orpc, queryClient } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import type { Rating } from '../../../shared/contract/assessments.ts'
import { notifyError } from '../../ui/notify.tsx'

export type RatingChange = Partial<Omit<Rating, 'round' | 'participant' | 'elementId' | 'statementId'>>
export interface RatingPlace {
  readonly modelId: string
  readonly round: string
  readonly participant: string
}

const BLANK: Omit<Rating, 'round' | 'participant' | 'elementId' | 'statementId'> = {
  intention: null,
  reality: null,
  importance: null,
  performance: null,
  evidence: '',
  notApplicable: false
}

export function useRatings(modelId: string): UseQueryResult<Rating[]> {
  return useQuery(orpc.assessments.listRatings.queryOptions({ input: { modelId } }))
}

/** Saves one answer; shown at once, and put right when it could not be kept. */
export async function saveRating(
  { modelId, round, participant }: RatingPlace,
  elementId: string,
  statementId: string,
  change: RatingChange
): Promise<{ savedAt: string }> {
  const queryKey = orpc.assessments.listRatings.queryKey({ input: { modelId } })
  await queryClient.cancelQueries({ queryKey })
  queryClient.setQueryData(queryKey, (ratings: Rating[] | undefined) =>
    putChange(ratings ?? [], { round, participant, elementId, statementId }, change)
  )
  try {
    return await client.assessments.saveRating({ modelId, round, participant, elementId, statementId, ...change })
  } catch (error) {
    void queryClient.invalidateQueries({ queryKey })
    throw error
  }
}

/** The same for a click: what could not be kept is told in the corner. */
export function keepRating(...args: Parameters<typeof saveRating>): void {
  saveRating(...args).catch((error: unknown) => {
    notifyError(readError(error))
  })
}

type RatingKey = Pick<Rating, 'round' | 'participant' | 'elementId' | 'statementId'>

function putChange(ratings: readonly Rating[], key: RatingKey, change: RatingChange): Rating[] {
  const isSame = (rating: Rating): boolean =>
    rating.round === key.round &&
    rating.participant === key.participant &&
    rating.elementId === key.elementId &&
    rating.statementId === key.statementId
  const base = change.notApplicable === true ? BLANK : {}
  const found = ratings.find(isSame)
  const changed: Rating = { ...BLANK, ...found, ...key, ...base, ...change }
  return found ? ratings.map((rating) => (isSame(rating) ? changed : rating)) : [...ratings, changed]
}
