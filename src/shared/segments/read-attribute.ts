import type { PlainValue } from './compare.ts'
import type { AttributeType } from './find-field.ts'

/** One of a customer's own columns out of `attributes`; null where it is not there, or not of the type asked for. */
export function readAttribute(attributes: PlainValue, type: AttributeType, name: string): PlainValue {
  const value = parseAttributes(attributes)[name]
  if (type === 'boolean') return typeof value === 'boolean' ? Number(value) : null
  if (typeof value === 'number') return type === 'number' ? value : type === 'text' ? String(value) : null
  if (typeof value === 'boolean') return type === 'text' ? String(value) : null
  if (typeof value !== 'string' || value.trim() === '') return null
  if (type === 'number') return NUMBER.test(value.trim()) ? Number(value) : null
  if (type === 'date') return DATE.test(value.trim()) ? value.trim().slice(0, 10) : null
  return value
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/
const DATE = /^\d{4}-\d{2}-\d{2}/

/** The column as an object; anything else is as good as empty. */
export function parseAttributes(attributes: PlainValue): Readonly<Record<string, unknown>> {
  if (typeof attributes !== 'string') return {}
  const parsed: unknown = JSON.parse(attributes)
  return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : {}
}
