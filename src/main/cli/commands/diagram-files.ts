import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import type { DiagramExportFormat } from '../../../shared/contract/diagrams.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import type { Answer, Call } from '../command.ts'
import { InputError, UsageError } from '../failures.ts'
import { requireFile, requireTarget } from '../files.ts'

/** Endings diagrams are read from; one of them names a file even where there is none. */
const ENDINGS = /^\.(drawio|dio|canvas|mmd|mermaid|md|json|csv|tsv|svg|png|html?|xml|txt)$/i

/** Whether what was typed names a file rather than a model or a diagram: one that is there, or a name that ends as one. */
export const isDiagramFile = (wanted: string): boolean =>
  statSync(wanted, { throwIfNoEntry: false }) !== undefined || ENDINGS.test(extname(wanted))

/** What only a model or a diagram of a workspace has. */
function refuseOptions(call: Call, names: readonly string[]): void {
  const name = names.find((each) => call.has(each))
  if (name !== undefined) throw new UsageError('notTogether', { one: call.arg('MODEL_OR_FILE'), other: `--${name}` })
}

const readFile = (call: Call, path: string) =>
  call.session.client.diagrams.importDiagram({ fileToken: call.session.grant(path), language: call.language })

/** Brings a diagram file into the workspace as the window does: each page a diagram, all of them one step for undo. */
export async function importFile(call: Call): Promise<Answer> {
  refuseOptions(call, ['view', 'page', 'transparent', 'masked', 'as-of'])
  const path = requireFile(call, call.arg('MODEL_OR_FILE'))
  const workspace = requireFile(call, call.option('workspace') ?? '')
  await call.session.open(workspace)
  const { diagrams, notes } = await readFile(call, path)
  const count = (key: string, number: number): string => call.t(key, { count: number, n: formatNumber(number, call.language) })
  const made = diagrams.map(({ id, name, shapes, lines }) =>
    call.t('diagramImported', { id, name, shapes: count('countShapes', shapes), relations: count('countRelations', lines) })
  )
  return {
    json: {
      path: resolve(workspace),
      diagrams: diagrams.map(({ id, name, shapes, lines }) => ({ id, name, nodes: shapes, edges: lines })),
      notes: notes.map((note) => note[call.language])
    },
    lines: [...made, ...notes.map((note) => note[call.language])]
  }
}

interface Conversion {
  readonly out: string
  readonly format: DiagramExportFormat
  readonly tell: (saved: { nodes: number; edges: number }) => string
}

/** Writes a diagram file as one of another program, by way of a workspace that is gone afterwards: the same ways in and out as the window's. */
export async function convertFile(call: Call, { out, format, tell }: Conversion): Promise<Answer> {
  refuseOptions(call, ['view', 'as-of'])
  const path = requireFile(call, call.arg('MODEL_OR_FILE'))
  requireTarget(call, out, [path])
  const folder = mkdtempSync(join(tmpdir(), 'cauce-diagram-'))
  const { client, grant } = call.session
  try {
    await client.workspace.createWorkspace({ fileToken: grant(join(folder, 'diagram.cauce')) })
    const read = await readFile(call, path)
    const saved = await client.diagrams.saveDiagram({
      subject: { id: choosePage(call, read.diagrams) },
      format,
      language: call.language,
      isTransparent: call.has('transparent'),
      isMasked: call.has('masked'),
      fileToken: grant(out)
    })
    const { nodes, edges } = saved
    const notes = [...new Set([...read.notes, ...saved.notes].map((note) => note[call.language]))]
    return { json: { path: resolve(out), nodes, edges }, lines: [tell(saved), ...notes] }
  } finally {
    await call.session.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The page asked for by its place or its name; the only one without asking. */
function choosePage(call: Call, pages: readonly { id: number; name: string }[]): number {
  const page = call.option('page')
  const [first, ...others] = pages
  const isNamed = ({ name }: { name: string }): boolean => name === page || name.endsWith(` – ${page ?? ''}`)
  const found = page === undefined ? (others.length === 0 ? first : undefined) : (pages.find(isNamed) ?? pages[Number(page) - 1])
  if (found) return found.id
  const names = pages.map(({ name }, at) => `${String(at + 1)} (${name})`).join(', ')
  throw new InputError('not-found', call.t(page === undefined ? 'severalPages' : 'noPage', { page: page ?? '', pages: names }), {
    what: page ?? 'page'
  })
}
