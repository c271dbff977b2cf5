import type { ShapeKind } from '../../../../shared/diagrams/diagram.ts'

/** How a kind is written: between brackets that every version knows, or with a name that Mermaid 11.3 brought. */
export type Form = { readonly brackets: readonly [open: string, close: string]; readonly shape?: string }

const BOX = { brackets: ['[', ']'] } as const
const ROUND = { brackets: ['(', ')'] } as const

/** Kinds with a form of their own; all others are boxes. */
const WRITTEN: Partial<Record<ShapeKind, Form>> = {
  rounded: ROUND,
  ellipse: { brackets: ['((', '))'] },
  connector: { brackets: ['((', '))'] },
  text: { brackets: ['[', ']'], shape: 'text' },
  note: { brackets: ['[', ']'], shape: 'comment' },
  decision: { brackets: ['{', '}'] },
  terminator: { brackets: ['([', '])'] },
  data: { brackets: ['[/', '/]'] },
  document: { brackets: ['[', ']'], shape: 'doc' },
  subprocess: { brackets: ['[[', ']]'] },
  preparation: { brackets: ['{{', '}}'] },
  'manual-input': { brackets: ['[', ']'], shape: 'manual-input' },
  delay: { brackets: ['[', ']'], shape: 'delay' },
  database: { brackets: ['[(', ')]'] },
  'off-page': { brackets: ['>', ']'] },
  person: ROUND,
  role: ROUND,
  persona: ROUND,
  emotion: { brackets: ['((', '))'] }
}

export const formOf = (kind: ShapeKind): Form => WRITTEN[kind] ?? BOX

const READ: Readonly<Partial<Record<ShapeKind, string>>> = {
  rounded: 'rounded event round',
  ellipse: 'circle circ ellipse dbl-circ double-circle cross-circ summary crossed-circle cloud bang',
  connector: 'sm-circ small-circle start fr-circ framed-circle stop f-circ filled-circle junction',
  text: 'text',
  note: 'comment brace brace-l brace-r braces',
  decision: 'diam diamond decision question',
  terminator: 'stadium pill terminal',
  data: 'lean-r lean-right in-out lean-l lean-left out-in',
  document: 'doc document docs documents st-doc stacked-document lin-doc lined-document tag-doc tagged-document flag paper-tape',
  subprocess: 'subroutine subproc subprocess fr-rect framed-rectangle lin-rect lined-rectangle lined-process lin-proc shaded-process',
  preparation: 'hex hexagon prepare',
  'manual-input':
    'manual-input sl-rect sloped-rectangle trap-t inv-trapezoid trapezoid-top manual trap-b trapezoid trapezoid-bottom priority',
  delay: 'delay half-rounded-rectangle',
  database:
    'cyl cylinder db database h-cyl das horizontal-cylinder lin-cyl disk lined-cylinder datastore data-store bow-rect stored-data bow-tie-rectangle bucket',
  'off-page': 'odd',
  person: 'person'
}
const KINDS: ReadonlyMap<string, ShapeKind> = new Map(
  (Object.entries(READ) as [ShapeKind, string][]).flatMap(([kind, names]) => names.split(' ').map((name) => [name, kind] as const))
)

/** The kind nearest to a form by its name; a plain step when it says none. */
export const kindOf = (form: string | null): ShapeKind => KINDS.get(form ?? '') ?? 'process'
