import type { DiagramExportFormat } from '../../../../shared/contract/diagrams.ts'
import type { FilePurpose, Paper } from '../../../../shared/contract/shell.ts'
import type { Language, Text } from '../../../../shared/domain/text.ts'
import { formatNumber } from '../../../../shared/i18n/formats.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import { client } from '../../../api/client.ts'
import { refuse, shell } from '../../../api/shell.ts'
import type { ExportSubject } from './exchange-store.ts'

/** PNG and PDF are made by main from the SVG; every other kind is written by the host. */
export type ExportKind = DiagramExportFormat | 'png' | 'pdf'
/** In the order they are offered: to look at, to draw on, to work with as text or data. */
export const EXPORT_GROUPS: readonly { readonly group: 'pictures' | 'programs' | 'texts'; readonly kinds: readonly ExportKind[] }[] = [
  { group: 'pictures', kinds: ['png', 'svg', 'pdf', 'pptx'] },
  { group: 'programs', kinds: ['drawio', 'lucid', 'lucid-csv', 'canvas'] },
  { group: 'texts', kinds: ['mermaid', 'json'] }
]

export const SCALES = [1, 2, 3, 4] as const
type Option = 'scale' | 'transparent' | 'paper'
/** What can be chosen besides the kind. */
export const OPTIONS_OF: Readonly<Partial<Record<ExportKind, readonly Option[]>>> = {
  png: ['scale', 'transparent'],
  svg: ['transparent'],
  pdf: ['paper']
}

export interface ExportChoice {
  readonly kind: ExportKind
  readonly scale: number
  readonly isTransparent: boolean
  readonly paper: Paper
}

const PURPOSES: Readonly<Record<ExportKind, FilePurpose>> = {
  png: 'save-diagram-png',
  pdf: 'save-diagram-pdf',
  svg: 'save-diagram-svg',
  pptx: 'save-diagram-pptx',
  drawio: 'save-diagram-drawio',
  lucid: 'save-diagram-lucid',
  'lucid-csv': 'save-diagram-csv',
  canvas: 'save-diagram-canvas',
  mermaid: 'save-diagram-mermaid',
  json: 'save-diagram-json'
}

export interface Saved {
  readonly fileName: string
  readonly notes: readonly Text[]
}

/** Asks where, and writes it there; null when the person changed their mind. Throws the refusal. */
export async function saveDiagramAs(
  { name, subject }: ExportSubject,
  { kind, scale, isTransparent, paper }: ExportChoice,
  { language, isMasked }: { language: Language; isMasked: boolean }
): Promise<Saved | null> {
  const file = await shell('pickFile', { purpose: PURPOSES[kind], suggestedName: name })
  if (!file) return null
  const has = (option: Option): boolean => OPTIONS_OF[kind]?.includes(option) ?? false
  const wanted = { subject, language, isMasked, isTransparent: has('transparent') && isTransparent, fileToken: file.token }
  if (kind !== 'png' && kind !== 'pdf') {
    const { notes } = await client.diagrams.saveDiagram({ ...wanted, format: kind })
    return { fileName: file.name, notes }
  }
  if (kind === 'pdf') {
    const printed = await shell('saveDrawingPdf', { ...wanted, paper })
    if ('error' in printed) refuse(printed.error)
    return { fileName: file.name, notes: [] }
  }
  const drawn = await shell('saveDrawingPng', { ...wanted, scale })
  if ('error' in drawn) return refuse(drawn.error)
  // Larger than a picture can be: what it was shrunk to is said.
  return { fileName: file.name, notes: drawn.scale === undefined ? [] : [tellShrunk(drawn.scale)] }
}

function tellShrunk(scale: number): Text {
  const tell = (language: Language): string =>
    translate(language, 'diagramExchange.shrunk', { percent: formatNumber(scale * 100, language, 1) })
  return { en: tell('en'), es: tell('es') }
}
