import type { i18n } from 'i18next'
import { createTranslator } from '../../shared/i18n/translate.ts'

/** The window's translator: its language follows the person's choice without a reload. */
export const translator: i18n = createTranslator('es')
