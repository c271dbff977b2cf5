/** The parts a report is written in; HTML and Markdown write the same parts, so they can't say different things. */
export type Block =
  | {
      readonly kind: 'cover'
      readonly above: string
      readonly title: string
      readonly subtitle: string
      readonly facts: readonly (readonly [string, string])[]
    }
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly number?: number | null }
  | { readonly kind: 'text'; readonly text: string; readonly tone?: 'lead' | 'muted' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Something a person wrote, under its label; line breaks count. */
  | { readonly kind: 'entry'; readonly label: string; readonly text: string; readonly isEmpty?: boolean }
  | Table
  /** Where a drawing can't be shown its table stands for it; a small one has its table below it everywhere. */
  | { readonly kind: 'diagram'; readonly svg: string; readonly table: Table; readonly isSmall?: boolean }

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** Stays on one page as long as it fits on one. */
  readonly isWhole?: boolean
}
export interface Column {
  readonly title: string
  readonly align: 'start' | 'end'
  /** Share of the page's width, in per cent; without it as wide as its content. */
  readonly width?: number
}
export interface ReportDocument {
  readonly language: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly footer: string
  /** Foot of every printed page: what it belongs to, and the words around the page numbers. */
  readonly runningFoot: { readonly text: string; readonly page: string; readonly of: string }
}
