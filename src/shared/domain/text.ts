import { z } from 'zod'

/** The languages every text of the app exists in. */
export const LANGUAGES = ['es', 'en'] as const
export const Language = z.enum(LANGUAGES)
export type Language = z.infer<typeof Language>

/** One text in both languages. */
export const Text = z.object({ en: z.string(), es: z.string() })
export type Text = z.infer<typeof Text>
