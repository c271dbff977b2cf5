import type { Text } from '../../../../shared/domain/text.ts'
import { MOST_SHOWN } from './limits.ts'
import { isAudit } from './relations.ts'
import type { Schema } from './schema.ts'
import { LeftOut, tell } from './schema-notes.ts'

/** What a diagram of the schema can't show: objects nothing is said of, fields beyond what a shape holds, lines left out on purpose. */
export function describeGaps({ objects }: Schema): Text[] {
  const cut = new LeftOut('cut')
  const unknown = new LeftOut('unknown')
  const targets = new Set<string>()
  let hasAudit = false
  for (const object of objects.values()) {
    if (object.fields.size > MOST_SHOWN) cut.add(object.name)
    for (const field of object.fields.values()) {
      hasAudit ||= isAudit(field)
      if (!field.isCompleted && !isAudit(field)) for (const target of field.targets) targets.add(target)
    }
  }
  for (const target of [...targets].toSorted()) if (!objects.has(target)) unknown.add(target)
  return [...cut.notes, ...unknown.notes, ...(hasAudit ? [tell('audit')] : [])]
}
