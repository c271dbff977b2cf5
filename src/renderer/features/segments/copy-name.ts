import type { Text } from '../../../shared/domain/text.ts'

/** What a copy is called until it is given a name. */
export function copyName({ en, es }: Text): Text {
  return { en: `${en} (copy)`, es: `${es} (copia)` }
}
