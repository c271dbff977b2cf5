import type { Layout } from '../../../shared/contract/diagrams.ts'
import type { DiagramContent } from '../../../shared/diagrams/diagram.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'

/** One page of a file, read. `notes`: what could not be taken over, each said once however often it occurs. */
export interface ReadDiagram {
  /** The page's own name; null where the file says none. */
  readonly name: string | null
  /** What somebody called the diagram in the file, where a single page is named by it rather than by the file. */
  readonly title?: string
  readonly content: DiagramContent
  /** The format says no places: what stands in `content` is a plain arrangement of our own, and this one would be better. */
  readonly needsLayout?: Layout
  readonly notes: readonly Text[]
}

/** A file or a text to be written. `notes`: what this format can't hold. */
export interface WrittenDiagram {
  readonly data: string | Uint8Array
  readonly notes: readonly Text[]
}

/** What readers are told besides the file itself: the language of texts they add, and what the file is called. */
export interface ReadOptions {
  readonly language: Language
  readonly fileName: string
  /** People of a department in a frame of its name, where a table of people says departments. */
  readonly hasTeams?: boolean | undefined
}

/**
 * What writers are told besides the content. Labels carry their live figures already, unless `figures` says them apart, by item:
 * so it is for formats that come back to Cauce, where a figure must not become part of the label. `names`: the labels without
 * their figures, by shape, where they carry them.
 */
export interface WriteOptions {
  readonly name: string
  readonly language: Language
  readonly figures?: ReadonlyMap<string, string>
  readonly names?: ReadonlyMap<string, string>
}

/** Reads a whole file (bytes, or its text) into its pages. Throws `diagram-…` errors and never executes what it reads. */
export type DiagramReader = (input: string | Uint8Array, options: ReadOptions) => readonly ReadDiagram[]
export type DiagramWriter = (content: DiagramContent, options: WriteOptions) => WrittenDiagram | Promise<WrittenDiagram>
