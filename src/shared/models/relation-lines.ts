import type { Language } from '../domain/text.ts'
import { translate } from '../i18n/translate.ts'
import type { ModelElement, ModelRelation, RelationKind } from './model.ts'

/** How a kind of relation is drawn; what is nested has no line. */
export interface LineStyle {
  readonly line: 'solid' | 'dashed'
  readonly weight: 'normal' | 'thin'
  readonly endArrow: boolean
  readonly startArrow: boolean
  readonly head: 'filled' | 'open'
}
const ARROW: LineStyle = { line: 'solid', weight: 'normal', endArrow: true, startArrow: false, head: 'filled' }
const THIN: LineStyle = { ...ARROW, weight: 'thin' }
const BOTH: LineStyle = { ...THIN, startArrow: true }
export const LINE_STYLES: Readonly<Record<RelationKind, LineStyle | null>> = {
  precedes: ARROW,
  feeds: ARROW,
  feedback: { ...ARROW, line: 'dashed' },
  influences: { ...ARROW, head: 'open' },
  relates: BOTH,
  enables: THIN,
  supports: THIN,
  underpins: THIN,
  guides: THIN,
  realised_by: THIN,
  measures: THIN,
  balances: BOTH,
  serves: THIN,
  leads_to: THIN,
  contains: null
}

/** Kinds that lie under the whole or reach everywhere: where things stand already says them, so that a person asks for their lines. */
const ASKED_FOR: readonly RelationKind[] = ['supports', 'underpins', 'measures', 'serves']

export function isShownAtFirst(kind: RelationKind): boolean {
  return LINE_STYLES[kind] !== null && !ASKED_FOR.includes(kind)
}

/** `Interactuar retroalimenta Identificar`: a relation in words. */
export function nameRelation({ from, to, kind, label }: ModelRelation, elements: readonly ModelElement[], language: Language): string {
  const nameOf = (id: string): string => elements.find((element) => element.id === id)?.name[language] ?? id
  const words = `${nameOf(from)} ${translate(language, `canvas.line.${kind}`)} ${nameOf(to)}`
  return label ? `${words}: ${label[language]}` : words
}
