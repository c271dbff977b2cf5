/** One text of a CSV file. Text that a sheet would run as a formula is kept as text. */
export const quote = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
