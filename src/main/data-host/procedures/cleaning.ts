import { readSettings } from '../database/settings.ts'
import { studyGranted } from '../imports/import-commands.ts'
import { host } from './base.ts'

/** Where phones without a prefix are probably from, by the money of the workspace; a person can choose another country. */
const COUNTRY_OF_CURRENCY: Readonly<Record<string, string>> = {
  EUR: 'ES',
  MXN: 'MX',
  ARS: 'AR',
  CLP: 'CL',
  COP: 'CO',
  PEN: 'PE',
  UYU: 'UY',
  GBP: 'GB',
  USD: 'US'
}

export const cleaningProcedures = {
  suggestSteps: host.cleaning.suggestSteps.handler(async ({ context, input, signal }) => {
    const country = COUNTRY_OF_CURRENCY[readSettings(context.workspace().read).currency] ?? 'ES'
    return (await studyGranted(context, input, { what: 'suggestions', country }, signal)).suggestions
  }),

  findSpellings: host.cleaning.findSpellings.handler(async ({ context, input, signal }) => {
    const { column, method, ...settings } = input
    const { clusters, distinct } = await studyGranted(context, settings, { what: 'spellings', column, method }, signal)
    return { clusters, distinct }
  }),

  countValues: host.cleaning.countValues.handler(async ({ context, input, signal }) => {
    const { column, ...settings } = input
    const { values, distinct } = await studyGranted(context, settings, { what: 'values', column }, signal)
    return { values, distinct }
  })
}
