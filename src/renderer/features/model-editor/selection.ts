/** What the panel is about: an element, a relation (by its place in the list), or the model itself. */
export type Selection = { readonly element: string } | { readonly relation: number } | null

export const elementOf = (selection: Selection): string | null => (selection && 'element' in selection ? selection.element : null)
export const relationOf = (selection: Selection): number | null => (selection && 'relation' in selection ? selection.relation : null)
