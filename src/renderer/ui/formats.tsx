import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language, Text } from '../../shared/domain/text.ts'
import { formatDate, formatMoney, formatNumber, formatShare } from '../../shared/i18n/formats.ts'

const CurrencyContext = createContext('EUR')

/** Puts the workspace's currency in force for everything below. */
export function CurrencyProvider({ currency, children }: { currency: string; children: ReactNode }): ReactNode {
  return <CurrencyContext value={currency}>{children}</CurrencyContext>
}

/** Figures in the words of the person's language and the workspace's currency. */
export interface Formats {
  language: Language
  currency: string
  /** Minor units; whole units unless `exact`. */
  money: (amountMinor: number, options?: { exact?: boolean }) => string
  /** A count, or a number with at most `digits` decimals; with exactly as many where `isEven`: the numbers of a column read alike. */
  count: (value: number, digits?: number, isEven?: boolean) => string
  /** 0 to 1; decimals as for `count`. */
  share: (share: number, digits?: number, isEven?: boolean) => string
  /** ISO date: `31 oct 2026`. */
  date: (isoDate: string) => string
  /** ISO date-time: `10:42`, local time. */
  time: (isoDateTime: string) => string
  /** A text of both languages. */
  text: (text: Text) => string
}

export function useFormats(): Formats {
  const { i18n } = useTranslation()
  const currency = useContext(CurrencyContext)
  const language: Language = i18n.language === 'es' ? 'es' : 'en'
  // The same object as long as it says the same: drawings are laid out again only when their words change.
  return useMemo(
    () => ({
      language,
      currency,
      money: (amountMinor, { exact = false } = {}) => formatMoney(amountMinor, currency, language, { whole: !exact }),
      count: (value, digits = 0, isEven = false) => formatNumber(value, language, digits, isEven),
      share: (share, digits = 1, isEven = false) => formatShare(share, language, digits, isEven),
      date: (isoDate) => formatDate(isoDate, language),
      time: (isoDateTime) =>
        new Date(isoDateTime).toLocaleTimeString(language === 'es' ? 'es-ES' : 'en-GB', { hour: '2-digit', minute: '2-digit' }),
      text: (text) => text[language]
    }),
    [language, currency]
  )
}
