import { CUSTOMER_FLAGS } from '../../../shared/analytics/customer-attributes.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'

/** Which field of the record a consent's channel is reached through; a channel with another name needs any of them. */
const FIELD_OF_CHANNEL: readonly { words: RegExp; flag: number }[] = [
  { words: /mail|correo e|^correo$|newsletter|boletin/, flag: CUSTOMER_FLAGS.validEmail },
  { words: /phone|telefono|movil|mobile|sms|whats|call|llamada|telegram/, flag: CUSTOMER_FLAGS.validPhone },
  { words: /post|direccion|address|carta|letter/, flag: CUSTOMER_FLAGS.hasAddress }
]
const ANY_FIELD = CUSTOMER_FLAGS.validEmail | CUSTOMER_FLAGS.validPhone | CUSTOMER_FLAGS.hasAddress

/** The bits of `CustomerAttributes.flags` of which one must be set to use the channel. */
export function fieldsOfChannel(channel: string): number {
  const name = normaliseForSearch(channel)
  if (name === 'correo postal' || name === 'postal mail') return CUSTOMER_FLAGS.hasAddress
  return FIELD_OF_CHANNEL.find(({ words }) => words.test(name))?.flag ?? ANY_FIELD
}
