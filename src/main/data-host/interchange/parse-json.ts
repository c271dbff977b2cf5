import { MOST_ITEMS } from '../../../shared/diagrams/diagram.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { decodeText } from './decode-text.ts'
import { refuseTooLarge } from './limits.ts'

const DEEPEST_JSON = 64

/**
 * JSON of a diagram file, with limits: nested too deep or lists longer than any diagram are refused as `diagram-too-large`
 * before they are walked through, anything that is no JSON as `diagram-damaged`.
 */
export function parseJson(input: string | Uint8Array): unknown {
  const text = typeof input === 'string' ? input.replace(/^\ufeff/, '') : decodeText(input)
  if (text === null) throw new CauceError('diagram-damaged', { what: 'text' })
  refuseDeepNesting(text)
  const value = parse(text)
  for (const list of Object.values(typeof value === 'object' && value !== null ? value : {}))
    if (Array.isArray(list) && list.length > MOST_ITEMS) throw refuseTooLarge()
  return value
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError) throw new CauceError('diagram-damaged', { what: 'json' })
    throw error
  }
}

/** Counts brackets outside texts, without building anything. */
function refuseDeepNesting(text: string): void {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\[\s\S])*"|[[\]{}]/g)) {
    if (token === '{' || token === '[') depth += 1
    else if (token === '}' || token === ']') depth -= 1
    if (depth > DEEPEST_JSON) throw refuseTooLarge()
  }
}
