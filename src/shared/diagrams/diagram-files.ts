import { looksLikePeople } from './organisation-columns.ts'

/** Endings only diagrams have; `.xml`, `.svg`, `.json` and others are told by what is in them. */
const ENDINGS = /\.(drawio|dio|canvas|mmd|mermaid)(\.(svg|png|html|xml))?$/i
const MIXED = /\.(xml|svg|png|html?|json|txt|csv|tsv|md)$/i
const SIGNS =
  /mxfile|mxGraphModel|data-mxgraph|mxlibrary|"cauce-diagram"|^\s*\{[\s\S]*?"(nodes|edges)"\s*:|^\s*(flowchart|graph)\s+(TB|TD|BT|RL|LR)\b|^\s*"?Id"?[,;\t]"?Name"?[,;\t]"?Shape Library"?/i

/** How much of a file says whether it is a diagram, in bytes. */
export const DIAGRAM_SIGN_BYTES = 1 << 16

/** Whether a file brought to the window is a diagram, so that a table goes to the import of data. `start`: how it begins. */
export const isDiagramFile = (name: string, start: string): boolean => ENDINGS.test(name) || (MIXED.test(name) && SIGNS.test(start))

/** Whether a table is one of people and whom they report to: where diagrams are shown it is an organisation chart, elsewhere data. */
export const isOrganisationFile = (name: string, start: string): boolean => /\.(csv|tsv|txt)$/i.test(name) && looksLikePeople(start)
