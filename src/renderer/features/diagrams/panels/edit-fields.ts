import type { EntityField } from '../../../../shared/diagrams/diagram.ts'
import { setKey } from './change-items.ts'

export const FIELD_KEYS = ['primary', 'foreign', 'external', 'unique'] as const

/** The fields of an entity with one more at the end, of a name nobody has yet: `name`, `name 2`. */
export function addField(fields: readonly EntityField[], name: string, type: string): EntityField[] {
  const taken = new Set(fields.map((field) => field.name))
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name} ${String(number)}`
  return [...fields, { name: free, type }]
}

/** One part of a field changed; an empty text of a part that may be missing takes it away. A field keeps a name. */
export function changeField<K extends keyof EntityField>(
  fields: readonly EntityField[],
  index: number,
  key: K,
  value: EntityField[K] | undefined
): EntityField[] {
  return fields.map((field, at) => {
    if (at !== index) return field
    if (key === 'name' && (value === undefined || value === '')) return field
    const isOptional = key !== 'name' && key !== 'type'
    return setKey(field, key, isOptional && (value === '' || value === false) ? undefined : value)
  })
}

export const removeField = (fields: readonly EntityField[], index: number): EntityField[] => fields.filter((_, at) => at !== index)

/** The field at `index` moved by `by` places, as far as the list goes. */
export function moveField(fields: readonly EntityField[], index: number, by: number): EntityField[] {
  const to = Math.max(0, Math.min(fields.length - 1, index + by))
  const next = [...fields]
  const [moved] = next.splice(index, 1)
  if (moved) next.splice(to, 0, moved)
  return next
}
