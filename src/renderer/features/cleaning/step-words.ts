import type { TFunction } from 'i18next'
import type { Step } from '../../../shared/cleaning/recipe.ts'
import type { StepSuggestion } from '../../../shared/contract/cleaning.ts'
import type { Formats } from '../../ui/formats.tsx'
import { columnsOf } from './recipe-edits.ts'

const NAMED_COLUMNS = 3

/** `Móvil, Teléfono`; `todas las columnas`; `Nombre, Ciudad, Provincia y 4 más`. */
export function sayColumns(step: Step, t: TFunction): string {
  const columns = columnsOf(step)
  if (columns === 'all') return t('cleaning.allColumns')
  const named = columns.slice(0, NAMED_COLUMNS).join(', ')
  return columns.length <= NAMED_COLUMNS ? named : t('cleaning.andMore', { named, count: columns.length - NAMED_COLUMNS })
}

/** The country in the person's language. */
export function sayCountry(code: string, { language }: Pick<Formats, 'language'>): string {
  return new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code
}

/** What a step does, in a few words, without its columns. */
export function sayStep(step: Step, t: TFunction, formats: Formats): string {
  switch (step.kind) {
    case 'case':
      return t(`cleaning.does.case.${step.to}`)
    case 'phone':
    case 'tax-id':
      return t(`cleaning.does.${step.kind}`, { country: sayCountry(step.country, formats) })
    case 'date':
      return t(step.order === null ? 'cleaning.does.date.plain' : `cleaning.does.date.${step.order}`)
    case 'replace':
      return t(step.mode === 'pattern' ? 'cleaning.does.replacePattern' : 'cleaning.does.replace', { find: step.find, with: step.with })
    case 'map':
      return t('cleaning.does.map', { count: step.values.length })
    case 'merge':
      return t('cleaning.does.merge', { count: step.groups.length })
    case 'blank':
      return t('cleaning.does.blank', { words: step.words.slice(0, 4).join(', ') })
    case 'join':
      return t('cleaning.does.join', { into: step.into })
    case 'email': {
      const count = Object.keys(step.domains).length
      return count > 0 ? t('cleaning.does.emailDomains', { count }) : t('cleaning.does.email')
    }
    default:
      return t(`cleaning.does.${step.kind}`)
  }
}

/** What the data asks for, with its count: "37 phones without prefix: to the international form". */
export function saySuggestion({ step, rows, values, into, unread }: StepSuggestion, t: TFunction, formats: Formats): string {
  // Spellings are counted by what they come to, everything else by rows.
  const count = step.kind === 'merge' ? into : rows
  const counts = { count, formatted: formats.count(rows), values: formats.count(values), into: formats.count(into) }
  const words = t(`cleaning.asks.${step.kind}`, {
    ...counts,
    columns: sayColumns(step, t),
    ...('country' in step && { country: sayCountry(step.country, formats) })
  })
  return unread > 0 ? `${words} ${t('cleaning.asksUnread', { count: unread, formatted: formats.count(unread) })}` : words
}
