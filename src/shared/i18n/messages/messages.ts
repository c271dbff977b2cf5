/** A tree of texts. Plurals follow i18next: `key_one`, `key_other` (Spanish also wants `key_many`), chosen by `count`. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree
}
type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

/** One area's texts. Types hold both languages to the same keys, so a missing translation does not compile. */
export function messages<const T extends MessageTree>(texts: { en: T; es: SameKeys<T> }): { en: T; es: SameKeys<T> } {
  return texts
}
