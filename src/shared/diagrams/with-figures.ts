/** What a linked shape shows of its data today. Made by `makeLiveFigures`. */
export interface LiveFigure {
  /** `214 clientes`, in the person's language; null: nothing to write. */
  readonly badge: string | null
  /** The same where there is little room: the value alone, empty where a mark says it. */
  readonly short: string
  /** Its link leads nowhere, or the data cannot say: said by word and form, never by colour alone. */
  readonly mark: 'gone' | 'no-data' | null
  /** Ground of the shape on the scale of its measure, `#rrggbb`; null: its own. */
  readonly fill: string | null
  /** Colour of the segment it stands for. */
  readonly accent: string | null
  /** How many times its size it is drawn, around its middle. */
  readonly scale: number
  /** Everything in one sentence, for whoever does not see it. */
  readonly description: string
}
