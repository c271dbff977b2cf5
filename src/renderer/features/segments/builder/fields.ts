import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RuleField, RuleSubject } from '../../../../shared/contract/segments.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { orpc } from '../../../api/client.ts'

/** What rules may ask, found by id. */
export interface Fields {
  readonly groups: readonly { readonly id: string; readonly name: Text; readonly fields: readonly RuleField[] }[]
  readonly subjects: readonly RuleSubject[]
  readonly field: (id: string) => RuleField | undefined
  readonly subject: (id: string) => RuleSubject | undefined
  /** The field that asks in which segments somebody is. */
  readonly segmentField: string | null
}

/** Undefined until the first answer. */
export function useFields(): { fields: Fields | undefined; error: unknown; refetch: () => void } {
  const query = useQuery(orpc.segments.listFields.queryOptions())
  const fields = useMemo(() => query.data && indexFields(query.data), [query.data])
  return { fields, error: query.error, refetch: () => void query.refetch() }
}

function indexFields({ groups, subjects }: Pick<Fields, 'groups' | 'subjects'>): Fields {
  const byId = new Map(groups.flatMap(({ fields }) => fields).map((field) => [field.id, field]))
  const subjectById = new Map(subjects.map((subject) => [subject.id, subject]))
  const segment = [...byId.values()].find(({ type }) => type === 'segment')
  return {
    groups,
    subjects,
    field: (id) => byId.get(id),
    subject: (id) => subjectById.get(id),
    segmentField: segment?.id ?? null
  }
}
