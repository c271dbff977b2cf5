import { z } from 'zod'
import { ShapeKind } from '../diagrams/diagram.ts'
import { Language } from '../domain/text.ts'
import { ErrorCode, ErrorDetails } from '../domain/errors.ts'
import { Drawing } from './charts.ts'
import { DiagramSubject, PictureOptions } from './diagrams.ts'
import { RowId } from './base.ts'
import { ReportRequest } from './reports.ts'

/** What a person can pick a file for; main knows the dialog's title and file types of each. */
export const FilePurpose = z.enum([
  'open-workspace',
  'import-data',
  'check-model',
  /** A folder: its token stands for all that is in it. */
  'open-schema-folder',
  'open-schema-file',
  'save-model',
  'new-workspace',
  'save-copy',
  'save-rejects',
  'save-report-pdf',
  'save-report-md',
  'save-report-html',
  'save-diagram-svg',
  'save-diagram-png',
  'save-diagram-pdf',
  'import-diagram',
  'save-diagram-drawio',
  'save-diagram-canvas',
  'save-diagram-mermaid',
  'save-diagram-lucid',
  'save-diagram-csv',
  'save-diagram-pptx',
  'save-diagram-json',
  'save-customers',
  'save-customers-xlsx',
  'save-orders',
  'save-consents',
  'save-person-json',
  'save-person-html',
  'save-person-pdf',
  'save-training',
  'save-segments',
  'save-chart-svg',
  'save-chart-png',
  'save-chart-csv'
])
export type FilePurpose = z.infer<typeof FilePurpose>

/** What a diagram is printed on; own: a page as large as the diagram. */
export const PAPERS = ['own', 'A4', 'A3', 'Letter'] as const
export type Paper = (typeof PAPERS)[number]

export const PickedFile = z.object({ token: z.string(), name: z.string() })
export type PickedFile = z.infer<typeof PickedFile>

export const RecentWorkspace = z.object({
  id: z.string(),
  name: z.string(),
  folder: z.string(),
  openedAt: z.string(),
  missing: z.boolean()
})
export type RecentWorkspace = z.infer<typeof RecentWorkspace>

/** Without defaults: a change names what it changes and nothing else. */
const ChangedPreferences = z
  .object({
    language: z.enum(['system', 'es', 'en']),
    theme: z.enum(['system', 'light', 'dark']),
    /** The view chosen of each model, by the model's id. */
    views: z.record(z.string(), z.string()),
    /** Diagrams are shown with the small map of the whole page. */
    hasMap: z.boolean(),
    /** Kinds of shape used last in diagrams, newest first. */
    recentShapes: z.array(ShapeKind).max(20)
  })
  .partial()

/** Kept by main in the person's profile, not in a workspace. */
export const Preferences = ChangedPreferences.required().extend({
  views: z.record(z.string(), z.string()).default({}),
  hasMap: z.boolean().default(false),
  recentShapes: z.array(ShapeKind).max(20).catch([]).default([])
})
export type Preferences = z.infer<typeof Preferences>

export const Environment = z.object({
  platform: z.string(),
  language: Language,
  dark: z.boolean(),
  preferences: Preferences,
  version: z.string()
})
export type Environment = z.infer<typeof Environment>

/** Why something was refused, for a sentence. */
export const Refusal = z.object({ code: ErrorCode, details: ErrorDetails })
export type Refusal = z.infer<typeof Refusal>
/** `elsewhere`: another window has the file and was brought to the front. */
export const OpenOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('opened') }),
  z.object({ outcome: z.literal('elsewhere') }),
  z.object({ outcome: z.literal('cancelled') }),
  z.object({ outcome: z.literal('refused'), error: Refusal })
])
export type OpenOutcome = z.infer<typeof OpenOutcome>

/** The few things only main can do for a window: verb, what goes in, what comes out. Checked by zod on arrival. */
export const shell = {
  getEnvironment: { input: z.null(), output: Environment },
  setPreferences: { input: ChangedPreferences, output: Environment },
  /** Opens the platform's dialog; null when cancelled. `suggestedName` without folder. */
  pickFile: { input: z.object({ purpose: FilePurpose, suggestedName: z.string().optional() }), output: PickedFile.nullable() },
  /** Opens a workspace in this window when it has none, else in a new one; focuses the window that has it already. */
  openWorkspace: { input: z.object({ token: z.string().optional(), recentId: z.string().optional() }), output: OpenOutcome },
  /** Asks where, makes it, opens it here or in a new window. `suggestedName` for the file; without a title the file's name is the business's. */
  newWorkspace: {
    input: z.object({
      sampleId: z.string().optional(),
      suggestedName: z.string().optional(),
      title: z.string().optional(),
      currency: z.string().optional()
    }),
    output: OpenOutcome
  },
  closeWorkspace: { input: z.null(), output: z.null() },
  listRecent: { input: z.null(), output: z.array(RecentWorkspace) },
  forgetRecent: { input: z.object({ id: z.string() }), output: z.array(RecentWorkspace) },
  /** Prints the report's HTML to PDF and writes it. */
  saveReportPdf: {
    input: ReportRequest.extend({ fileToken: z.string() }),
    output: z.object({ bytes: z.number() }).or(z.object({ error: Refusal }))
  },
  /** Prints everything there is about a person to PDF and writes it. */
  savePersonPdf: {
    input: z.object({ id: RowId, language: Language, fileToken: z.string() }),
    output: z.object({ bytes: z.number() }).or(z.object({ error: Refusal }))
  },
  /** Rasterises the diagram's SVG and writes it as PNG. */
  saveDiagramPng: {
    input: ReportRequest.extend({ fileToken: z.string(), scale: z.number().min(1).max(4) }),
    output: z.object({ bytes: z.number() }).or(z.object({ error: Refusal }))
  },
  /** Rasterises a diagram of the workspace, or a model drawn as one, and writes it as PNG. */
  saveDrawingPng: {
    input: PictureOptions.extend({ subject: DiagramSubject, fileToken: z.string(), scale: z.number().min(1).max(4) }),
    /** `scale`: what it was drawn at, where as large as asked it would be no picture any more. */
    output: z.object({ bytes: z.number(), scale: z.number().optional() }).or(z.object({ error: Refusal }))
  },
  /** The same as a PDF of vectors and text: on one page of its own size, or fitted on a sheet of paper turned as suits it. */
  saveDrawingPdf: {
    input: PictureOptions.extend({ subject: DiagramSubject, fileToken: z.string(), paper: z.enum(PAPERS).default('own') }),
    output: z.object({ bytes: z.number() }).or(z.object({ error: Refusal }))
  },
  /** Rasterises a chart the window drew and writes it as PNG. */
  saveChartPng: {
    input: Drawing.extend({ fileToken: z.string(), scale: z.number().min(1).max(4) }),
    output: z.object({ bytes: z.number() }).or(z.object({ error: Refusal }))
  },
  /** The whole screen for the page, without the menu bar, or the window as it was. */
  setFullScreen: { input: z.object({ isOn: z.boolean() }), output: z.null() },
  copyText: { input: z.object({ text: z.string().max(5_000_000) }), output: z.null() },
  /** Which menu commands can run now; main greys out the rest. `outside`: those whose step lies outside of what is open, which is asked first. */
  setMenuState: {
    input: z.object({ enabled: z.record(z.string(), z.boolean()), outside: z.array(z.string()).default([]) }),
    output: z.null()
  }
} as const
export type ShellVerb = keyof typeof shell
export type ShellInput<V extends ShellVerb> = z.input<(typeof shell)[V]['input']>
export type ShellOutput<V extends ShellVerb> = z.output<(typeof shell)[V]['output']>

/** What preload puts on `window.cauce`. Nothing else crosses. */
export interface CauceBridge {
  /** Calls one verb of `shell`. */
  call: <V extends ShellVerb>(verb: V, input: ShellInput<V>) => Promise<ShellOutput<V>>
  /** A dropped `File` of the page becomes a token; the page never learns the path. (`unknown`: shared code knows no DOM types.) */
  tokenForFile: (file: unknown) => Promise<PickedFile>
  /** Menu items and shortcuts of the platform arrive as command ids (`renderer/app/commands`). */
  onCommand: (listener: (commandId: string) => void) => () => void
  /** The environment changed (language, theme). */
  onEnvironment: (listener: (environment: Environment) => void) => () => void
  /** A file named from outside (file manager, command line) was refused. One that came before anybody listened is kept. */
  onRefusal: (listener: (refusal: Refusal) => void) => () => void
}
/** Main posts the host's message port to the page with this marker, at start and after every restart of the host. */
export const HOST_PORT_MESSAGE = 'cauce-host-port'
