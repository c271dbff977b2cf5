import { z } from 'zod'
import { DiagramContent, DiagramItem, DiagramSettings, ItemId, Link, MOST_ITEMS } from '../diagrams/diagram.ts'
import { Language, Text } from '../domain/text.ts'
import { FileToken, Minor, procedure, RowId, Share } from './base.ts'
import { Missing } from './segments.ts'

const Name = z.string().trim().min(1).max(200)

/** A diagram in a list. */
export const DiagramEntry = z.object({
  id: RowId,
  name: z.string(),
  /** The model it was drawn from; null: a free one. */
  modelId: z.string().nullable(),
  shapes: z.number().int(),
  lines: z.number().int(),
  updatedAt: z.string()
})
export type DiagramEntry = z.infer<typeof DiagramEntry>

/** `revision`: of the workspace, goes up with every change; a page older than what it holds knows so by it. */
export const Diagram = DiagramEntry.extend({ settings: DiagramSettings, items: z.array(DiagramItem), revision: z.number().int() })
export type Diagram = z.infer<typeof Diagram>

/** What an edit does: items put (made or replaced whole, by id), items taken away, settings replaced. Lines at a shape taken away go with it only when named. */
export const DiagramPatch = z.object({
  put: z.array(DiagramItem).max(MOST_ITEMS).default([]),
  remove: z.array(ItemId).max(MOST_ITEMS).default([]),
  settings: DiagramSettings.optional()
})
export type DiagramPatch = z.infer<typeof DiagramPatch>

export const DiagramSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('blank') }),
  z.object({ from: z.literal('template'), templateId: z.string().min(1).max(100) }),
  /** `view`: of the model; without it, the model as it stands. */
  z.object({ from: z.literal('model'), modelId: z.string().min(1).max(200), view: z.string().optional() }),
  z.object({ from: z.literal('diagram'), diagramId: RowId }),
  z.object({ from: z.literal('content'), content: DiagramContent })
])
export type DiagramSource = z.infer<typeof DiagramSource>

export const DiagramVersion = z.object({
  id: RowId,
  diagramId: RowId,
  /** Null: kept by the app by itself. */
  name: z.string().nullable(),
  madeAt: z.string(),
  shapes: z.number().int(),
  lines: z.number().int()
})
export type DiagramVersion = z.infer<typeof DiagramVersion>

/** What a link says today. `gone`: its target is no longer there; `unanswered`: it is, and the data can't answer yet. */
export const LinkState = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('answered'),
    itemId: ItemId,
    name: Text,
    customers: z.number().int().nullable(),
    share: Share.nullable(),
    revenueMinor: Minor.nullable(),
    /** Of a metric, in the unit of its KPI; `text`: as it is written, in both languages. */
    value: z.number().nullable(),
    text: Text,
    /** `#RRGGBB` of a segment, as everywhere else. */
    colour: z.string().nullable(),
    /** Of an action. */
    status: z.enum(['open', 'done', 'dropped']).nullable()
  }),
  z.object({ state: z.literal('unanswered'), itemId: ItemId, name: Text, missing: Missing }),
  z.object({ state: z.literal('gone'), itemId: ItemId })
])
export type LinkState = z.infer<typeof LinkState>

export const LAYOUTS = ['layered', 'tree', 'radial', 'force'] as const
export const Layout = z.object({
  algorithm: z.enum(LAYOUTS),
  direction: z.enum(['down', 'right', 'up', 'left']).default('down'),
  /** Free space between shapes, in units. */
  gap: z.number().min(8).max(400).default(48)
})
export type Layout = z.infer<typeof Layout>
/** Where shapes come to stand; corners of lines are set by some algorithms. Containers are sized around what is in them. */
export const Placement = z.object({
  shapes: z.array(z.object({ id: ItemId, x: z.number(), y: z.number(), width: z.number(), height: z.number() })),
  lines: z.array(z.object({ id: ItemId, points: z.array(z.object({ x: z.number(), y: z.number() })) }))
})
export type Placement = z.infer<typeof Placement>

export const EXPORT_FORMATS = ['drawio', 'canvas', 'mermaid', 'lucid', 'lucid-csv', 'pptx', 'svg', 'json'] as const
/** Files the host writes itself; PNG and PDF are made by main from `renderDiagram`. */
export const DiagramExportFormat = z.enum(EXPORT_FORMATS)
export type DiagramExportFormat = z.infer<typeof DiagramExportFormat>
export const IMPORT_FORMATS = ['drawio', 'canvas', 'lucid-csv', 'organisation-csv', 'mermaid', 'json'] as const
export const DiagramImportFormat = z.enum(IMPORT_FORMATS)
export type DiagramImportFormat = z.infer<typeof DiagramImportFormat>

/** What is written: a diagram of the workspace, or a model drawn as one. */
export const DiagramSubject = z.union([
  /** `itemIds`: only these, with what stands in them and the lines between them. */
  z.object({ id: RowId, itemIds: z.array(ItemId).min(1).max(MOST_ITEMS).optional() }),
  z.object({ modelId: z.string().min(1).max(200), view: z.string().optional() })
])
export type DiagramSubject = z.infer<typeof DiagramSubject>
/** Something a file could not hold or could not be read in full; said to the person, nothing is lost silently. */
export const ExchangeNote = Text

/**
 * What a file brought to the window may be to the diagrams; people, and people with departments (`teams`), are an organisation
 * chart where diagrams are shown, and data elsewhere.
 */
const DROPPED_KINDS = ['schema', 'diagram', 'people', 'teams'] as const
export type DroppedKind = (typeof DROPPED_KINDS)[number]

/** What sort of thing an object of a Salesforce schema is; custom ones end in letters that say so (`__c`, `__mdt`, `__e`). */
export const SCHEMA_KINDS = ['standard', 'custom', 'setting', 'metadata', 'event', 'external', 'big', 'article'] as const
/** An object of a Salesforce schema, as the list offers it. */
export const SchemaObject = z.object({
  name: z.string(),
  label: z.string(),
  kind: z.enum(SCHEMA_KINDS),
  /** Any kind but standard. */
  isCustom: z.boolean(),
  fields: z.number().int(),
  relations: z.number().int(),
  /** Some of its fields come from the table the app ships, because the folder leaves standard ones out. */
  isCompleted: z.boolean(),
  /** Joins two or more others: each of its records belongs to one of each (master-detail). */
  isJunction: z.boolean(),
  /** The source says something of it, or a field it says something of points at it: proposed for the diagram. */
  isSuggested: z.boolean(),
  /** Names of the objects of the list it points at. */
  pointsAt: z.array(z.string()),
  /** Names of the objects of the list it points at or that point at it. */
  relatedTo: z.array(z.string())
})
export type SchemaObject = z.infer<typeof SchemaObject>
const Picture = z.object({ svg: z.string(), width: z.number(), height: z.number() })
export const PictureOptions = z.object({
  language: Language,
  isTransparent: z.boolean().default(false),
  /** Identities hidden whatever the switch says. */
  isMasked: z.boolean().default(false)
})

/** Diagrams: models drawn, copies and free ones. Every change is one step for undo. */
export const diagrams = {
  listDiagrams: procedure.output(z.array(DiagramEntry)),
  getDiagram: procedure.input(z.object({ id: RowId })).output(Diagram),
  /** A model as a diagram with its links, kept nowhere: what presenting a model shows. */
  drawModel: procedure.input(z.object({ modelId: z.string(), view: z.string().optional(), language: Language })).output(DiagramContent),
  listTemplates: procedure.output(
    z.array(z.object({ id: z.string(), name: Text, description: Text, content: z.object({ en: DiagramContent, es: DiagramContent }) }))
  ),
  createDiagram: procedure.input(z.object({ name: Name, source: DiagramSource, language: Language })).output(z.object({ id: RowId })),
  /**
   * Edits in a row with the same `edit` (what was being done to what) are one step for undo, begun within a minute; with `joins`, as
   * where a text is written into what was just made, however long that takes. `diagram-container-gone`, `diagram-inside-itself` or
   * `diagram-full` when the diagram could not be so.
   */
  editDiagram: procedure
    .input(z.object({ id: RowId, edit: z.string().max(300), patch: DiagramPatch, joins: z.boolean().default(false) }))
    .output(z.object({ updatedAt: z.string(), revision: z.number().int() })),
  renameDiagram: procedure.input(z.object({ id: RowId, name: Name })).output(z.null()),
  /** Which shapes of other diagrams lead here: they will say their target is gone. */
  describeDeletion: procedure.input(z.object({ id: RowId })).output(z.object({ links: z.number().int(), versions: z.number().int() })),
  deleteDiagram: procedure.input(z.object({ id: RowId })).output(z.null()),
  /** Newest first. The app keeps one by itself before an edit when the last is older than ten minutes, the newest fifty. */
  listVersions: procedure.input(z.object({ id: RowId })).output(z.array(DiagramVersion)),
  getVersion: procedure.input(z.object({ versionId: RowId })).output(DiagramVersion.extend({ content: DiagramContent })),
  saveVersion: procedure.input(z.object({ id: RowId, name: Name })).output(DiagramVersion),
  /** The diagram becomes what the version holds; what it was is kept as a version and by undo. */
  restoreVersion: procedure.input(z.object({ versionId: RowId })).output(z.null()),
  deleteVersion: procedure.input(z.object({ versionId: RowId })).output(z.null()),
  /** What every linked shape says today, of a diagram or of content kept nowhere. */
  readLinks: procedure
    .input(z.union([z.object({ id: RowId }), z.object({ links: z.array(z.object({ itemId: ItemId, link: Link })).max(MOST_ITEMS) })]))
    .output(z.object({ asOf: z.string().nullable(), currency: z.string(), links: z.array(LinkState) })),
  /** Arranges in a worker; changes nothing by itself: the page puts the places as one edit. */
  layOut: procedure.input(z.object({ items: z.array(DiagramItem).max(MOST_ITEMS), layout: Layout })).output(Placement),
  /** One SVG document with its fonts and live values, for PNG and PDF too. */
  renderDiagram: procedure.input(PictureOptions.extend({ subject: DiagramSubject })).output(Picture.extend({ name: z.string() })),
  saveDiagram: procedure
    .input(PictureOptions.extend({ subject: DiagramSubject, format: DiagramExportFormat, fileToken: FileToken }))
    .output(z.object({ bytes: z.number().int(), nodes: z.number().int(), edges: z.number().int(), notes: z.array(ExchangeNote) })),
  /** The same text, for the clipboard; only formats that are text. */
  writeText: procedure
    .input(z.object({ content: DiagramContent, format: z.enum(['drawio', 'canvas', 'mermaid', 'json']), name: z.string().max(200) }))
    .output(z.object({ text: z.string() })),
  /** Reads a file into a new diagram (its name is the file's); the format is told by what is in it. */
  importDiagram: procedure
    .input(
      z.object({
        fileToken: FileToken,
        format: DiagramImportFormat.optional(),
        language: Language,
        /** A table of people with a frame around those of each department. */
        hasTeams: z.boolean().optional()
      })
    )
    .output(
      z.object({
        diagrams: z.array(z.object({ id: RowId, name: z.string(), shapes: z.number().int(), lines: z.number().int() })),
        notes: z.array(ExchangeNote)
      })
    ),
  /** Text that was pasted, in any format it may be imported from; null when it is none of them. */
  readText: procedure
    .input(z.object({ text: z.string().max(20_000_000), language: Language }))
    .output(z.object({ content: DiagramContent, format: DiagramImportFormat, notes: z.array(ExchangeNote) }).nullable()),
  /** What a file or folder somebody dropped is to the diagrams; null: none of theirs. */
  recogniseFile: procedure.input(z.object({ fileToken: FileToken })).output(z.enum(DROPPED_KINDS).nullable()),
  /** The objects of a Salesforce schema: a folder in source format, a describe in JSON, or a table of fields as CSV. */
  inspectSchema: procedure
    .input(z.object({ fileToken: FileToken, language: Language.default('en') }))
    .output(z.object({ name: z.string(), objects: z.array(SchemaObject), notes: z.array(ExchangeNote) })),
  importSchema: procedure
    .input(z.object({ fileToken: FileToken, objects: z.array(z.string()).min(1).max(5000), name: Name, language: Language }))
    .output(
      z.object({
        id: RowId,
        objects: z.number().int(),
        fields: z.number().int(),
        relations: z.number().int(),
        notes: z.array(ExchangeNote)
      })
    )
}
