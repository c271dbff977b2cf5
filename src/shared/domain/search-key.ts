/**
 * Text as the search reads it: without accents, in lower case, spaces collapsed. Queries and stored keys must both go
 * through here, or "Pérez" is never found.
 */
export function normaliseForSearch(text: string): string {
  return (isPlain(text) ? text : text.normalize('NFKD').replace(/\p{M}+/gu, '')).toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Without a letter that could carry an accent: most texts of most bases, and much quicker to read. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) return false
  return true
}

/** What `customers.search_key` holds. The name stands first, so that ordering by the key orders by name, accents aside. */
export function buildSearchKey(fields: { name: string; email?: string | null; city?: string | null; externalId?: string | null }): string {
  return [fields.name, fields.email, fields.city, fields.externalId]
    .filter((part) => part != null && part !== '')
    .map((part) => normaliseForSearch(part ?? ''))
    .join(' · ')
}
