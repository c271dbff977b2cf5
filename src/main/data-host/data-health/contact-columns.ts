import type { FieldName } from '../../../shared/contract/data-health.ts'

/** A record's fields that data health speaks of, under their names. */
export const CONTACT_COLUMNS =
  'id, external_id AS externalId, name, email, phone, address, city, acquisition_channel AS acquisitionChannel, language, tax_id AS taxId, country'
export interface ContactRow extends Record<FieldName, string | null> {
  id: number
  externalId: string | null
  name: string
  country: string | null
}
/** The column a field is kept in. */
export const COLUMN_OF: Readonly<Record<FieldName, string>> = {
  name: 'name',
  email: 'email',
  phone: 'phone',
  address: 'address',
  city: 'city',
  acquisitionChannel: 'acquisition_channel',
  language: 'language',
  taxId: 'tax_id'
}
