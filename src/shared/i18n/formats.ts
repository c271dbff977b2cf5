import type { Language } from '../domain/text.ts'

/** es-ES writes four-digit numbers without a point by default; the app groups always, so that columns read alike. */
const LOCALES: Record<Language, string> = { es: 'es-ES', en: 'en-US' }
const cache = new Map<string, Intl.NumberFormat>()

function numberFormat(language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = language + JSON.stringify(options)
  let format = cache.get(key)
  if (!format) {
    format = new Intl.NumberFormat(LOCALES[language], { useGrouping: 'always', ...options })
    cache.set(key, format)
  }
  return format
}

/** Locales write a negative number with a hyphen, which beside a difference of its own looks like another sign: here it is a minus. */
function writeNumber(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  return numberFormat(language, options).format(value).replace('-', '−')
}

/** How many minor units make one major unit: 2 decimals for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** The currency's sign as the language writes it: `€`, `US$`; its code where it has none. */
export function nameCurrency(currency: string, language: Language): string {
  return (
    numberFormat(language, { style: 'currency', currency })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency
  )
}

/** 123456 minor units of EUR: `1.234,56 €`, `€1,234.56`. `whole` drops the decimals. */
export function formatMoney(amountMinor: number, currency: string, language: Language, options: { whole?: boolean } = {}): string {
  const digits = minorDigits(currency)
  return writeNumber(amountMinor / 10 ** digits, language, {
    style: 'currency',
    currency,
    ...(options.whole ? { maximumFractionDigits: 0 } : {})
  })
}

/** Counts and plain numbers: with as many decimals as it takes, `maximumFractionDigits` at most; with exactly as many where `isEven`. */
export function formatNumber(value: number, language: Language, maximumFractionDigits = 0, isEven = false): string {
  return writeNumber(value, language, { maximumFractionDigits, minimumFractionDigits: isEven ? maximumFractionDigits : 0 })
}

/** A share from 0 to 1: `71,4 %`, `71.4%`. `isEven`: with its decimals even where they are nought, as the others of its column. */
export function formatShare(share: number, language: Language, fractionDigits = 1, isEven = false): string {
  return writeNumber(share, language, {
    style: 'percent',
    minimumFractionDigits: isEven ? fractionDigits : 0,
    maximumFractionDigits: fractionDigits
  })
}

/** Made once: making one costs more than hundreds of uses. */
const DATES = { day: dateFormats({ day: 'numeric' }), month: dateFormats({}) }

function dateFormats(options: Intl.DateTimeFormatOptions): Record<Language, Intl.DateTimeFormat> {
  const make = (language: Language): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(LOCALES[language], { ...options, month: 'short', year: 'numeric', timeZone: 'UTC' })
  return { es: make('es'), en: make('en') }
}

const readDay = (isoDate: string): Date => new Date(`${isoDate.slice(0, 10)}T00:00:00Z`)

/** `2026-10-31`: `31 oct 2026`, `Oct 31, 2026`. What is no date is given back as it is: a file from elsewhere must not take a page down. */
export function formatDate(isoDate: string, language: Language): string {
  const day = readDay(isoDate)
  return Number.isNaN(day.getTime()) ? isoDate : DATES.day[language].format(day)
}

/** The month of a day: `oct 2026`, `Oct 2026`. */
export function formatMonth(isoDate: string, language: Language): string {
  return DATES.month[language].format(readDay(isoDate))
}
