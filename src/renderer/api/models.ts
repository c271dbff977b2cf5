import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ListedModel } from '../../shared/contract/models.ts'
import type { Text } from '../../shared/domain/text.ts'
import { orderModels } from '../../shared/models/order-models.ts'
import { useFormats } from '../ui/formats.tsx'
import { orpc } from './client.ts'

interface ModelList {
  models: ListedModel[]
  problems: { file: string; problems: Text[] }[]
}

/** All models as lists show them: the workspace's own by their name in the person's language. */
export function useModels({ enabled = true }: { enabled?: boolean } = {}): UseQueryResult<ModelList> {
  const { language } = useFormats()
  const select = useCallback((list: ModelList) => ({ ...list, models: orderModels(list.models, language) }), [language])
  return useQuery(orpc.models.listModels.queryOptions({ enabled, select }))
}
