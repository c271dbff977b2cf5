import { z } from 'zod'
import { DiagramContent } from '../../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { DiagramReader, DiagramWriter } from '../formats.ts'
import { parseJson } from '../parse-json.ts'

const JSON_FORMAT = 'cauce-diagram'
const VERSION = 1

/** Our own file: the content as it is, with a name and the version of the format. */
const Head = z.object({ format: z.literal(JSON_FORMAT), version: z.number().int().positive(), name: z.string().max(200).optional() })

export const writeJson: DiagramWriter = (content, { name }) => ({
  data: `${JSON.stringify({ format: JSON_FORMAT, version: VERSION, name, ...content }, null, 1)}\n`,
  notes: []
})

/** Throws `diagram-damaged`, `diagram-newer`, and `diagram-too-large` for more items than a diagram holds. */
export const readJson: DiagramReader = (input) => {
  const value = parseJson(input)
  const head = Head.safeParse(value)
  if (!head.success) throw new CauceError('diagram-damaged', { what: 'json' })
  if (head.data.version > VERSION) throw new CauceError('diagram-newer', { version: head.data.version })
  const content = DiagramContent.safeParse(value)
  if (!content.success) throw new CauceError('diagram-damaged', { what: 'content' })
  return [{ name: head.data.name ?? null, content: content.data, notes: [] }]
}
