import type { DiagramShape, ShapeKind } from '../../../../shared/diagrams/diagram.ts'

/** How a kind is written: between brackets that every version knows, or with a name that Mermaid 11.3 brought. */
type Form = { readonly brackets: readonly [open: string, close: string]; readonly shape?: string }

const BOX: Form = { brackets: ['[', ']'] }
const ROUND: Form = { brackets: ['(', ')'] }

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

/** What each pair of brackets means to Mermaid, by the name it has for the form. */
const BRACKET_FORMS: Readonly<Record<string, Form['brackets']>> = {
  'dbl-circ': ['(((', ')))'],
  circle: ['((', '))'],
  ellipse: ['(-', '-)'],
  stadium: ['([', '])'],
  subroutine: ['[[', ']]'],
  cyl: ['[(', ')]'],
  'lean-r': ['[/', '/]'],
  'lean-l': ['[\\', '\\]'],
  'trap-b': ['[/', '\\]'],
  'trap-t': ['[\\', '/]'],
  hex: ['{{', '}}'],
  rounded: ['(', ')'],
  diam: ['{', '}'],
  odd: ['>', ']'],
  rect: ['[', ']']
}

/** Where a shape keeps the form it had in Mermaid, when that is not the one its kind is written with; and a group its direction. */
export const FORM_KEY = 'mermaid-shape'
export const DIRECTION_KEY = 'mermaid-direction'

/** How a shape is written: with the form it was read with, as long as it is still of the kind that form was read as. */
export function formOf({ kind, data }: Pick<DiagramShape, 'kind' | 'data'>): Form {
  const kept = data?.[FORM_KEY]
  if (kept === undefined || !KINDS.has(kept) || KINDS.get(kept) !== kind) return WRITTEN[kind] ?? BOX
  const brackets = BRACKET_FORMS[kept]
  return brackets ? { brackets } : { ...BOX, shape: kept }
}

/** The form to be kept with a shape that was read: null when its kind says it already, or when it is none of Mermaid's. */
export function formToKeep(form: string | null): string | null {
  if (form === null || !KINDS.has(form)) return null
  const { brackets, shape } = WRITTEN[kindOf(form)] ?? BOX
  const written = shape ?? Object.keys(BRACKET_FORMS).find((name) => BRACKET_FORMS[name]?.join() === brackets.join())
  return written === form ? null : form
}

/** Every name Mermaid has for a form, by the kind it is nearest to. */
const READ: Readonly<Partial<Record<ShapeKind, string>>> = {
  process:
    'rect proc process rectangle folder directory console browser notch-rect card notched-rectangle fork join hourglass collate bolt com-link lightning-bolt curv-trap curved-trapezoid display div-rect div-proc divided-rectangle divided-process tri extract triangle win-pane internal-storage window-pane notch-pent loop-limit notched-pentagon flip-tri manual-file flipped-triangle st-rect procs processes stacked-rectangle tag-rect tagged-rectangle tag-proc tagged-process',
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
