import { extname, resolve } from 'node:path'
import type { z } from 'zod'
import { type DiagramExportFormat, type DiagramSubject, EXPORT_FORMATS } from '../../../shared/contract/diagrams.ts'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { type Answer, type Call, type Command, DATE, requireOption, SWITCH, TEXT } from '../command.ts'
import { InputError, UsageError } from '../failures.ts'
import { requireFile, requireTarget } from '../files.ts'
import { convertFile, importFile, isDiagramFile } from './diagram-files.ts'

type Subject = z.infer<typeof DiagramSubject>

/** The format a file's ending stands for, where nobody says one. */
const ENDINGS: Readonly<Record<string, DiagramExportFormat>> = {
  '.drawio': 'drawio',
  '.dio': 'drawio',
  '.canvas': 'canvas',
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.lucid': 'lucid',
  '.pptx': 'pptx',
  '.svg': 'svg',
  '.json': 'json'
}
/** Drawn by the window alone. */
const PICTURES = ['png', 'pdf'] as const
const isFormat = (text: string): text is DiagramExportFormat => EXPORT_FORMATS.some((format) => format === text)

function chooseFormat(call: Call, out: string): DiagramExportFormat {
  const ending = extname(out).toLowerCase()
  const format = call.option('format') ?? ENDINGS[ending] ?? ending.slice(1)
  if (PICTURES.some((picture) => picture === format)) throw new UsageError('needsWindow')
  if (!isFormat(format)) throw new UsageError('missingOption', { name: `--format ${EXPORT_FORMATS.join('|')}` })
  return format
}

/** A model by its id; of a workspace also a diagram by its number or its name, in capitals or not. */
async function findSubject(call: Call, wanted: string): Promise<Subject> {
  const view = call.option('view')
  const { models } = await call.session.client.models.listModels()
  const model = models.find(({ id }) => id === wanted)
  if (model) {
    const views = model.variants.map(({ id }) => id)
    if (view !== undefined && !views.includes(view))
      throw new InputError(
        'not-found',
        call.t(views.length === 0 ? 'noViews' : 'noView', { id: view, model: model.name[call.language], ids: views.join(', ') }),
        { what: view }
      )
    return { modelId: model.id, ...(view === undefined ? {} : { view }) }
  }
  const entries = call.has('workspace') ? await call.session.client.diagrams.listDiagrams() : []
  const fold = (text: string): string => text.trim().toLocaleLowerCase(call.language)
  const named = entries.filter(({ name }) => fold(name) === fold(wanted))
  const found = entries.find(({ id }) => String(id) === wanted) ?? named[0]
  const ids = [...models.map(({ id }) => id), ...entries.map(({ id, name }) => `${String(id)} (${name})`)].join(', ')
  if (!found && isDiagramFile(wanted) && call.has('workspace')) throw new UsageError('notTogether', { one: '--workspace', other: '--out' })
  if (!found) throw new InputError('not-found', call.t('noDiagram', { id: wanted, ids }), { what: wanted })
  if (named.length > 1 && String(found.id) !== wanted)
    throw new InputError('not-found', call.t('severalDiagrams', { name: wanted, ids: named.map(({ id }) => id).join(', ') }), {
      what: wanted
    })
  return { id: found.id }
}

/** Writes a file where one is asked for; without, brings the file named into the workspace. */
async function runDiagram(call: Call): Promise<Answer> {
  const wanted = call.arg('MODEL_OR_FILE')
  const { models } = await call.session.client.models.listModels()
  const isFile = !models.some(({ id }) => id === wanted) && isDiagramFile(wanted)
  if (call.has('out')) return isFile && !call.has('workspace') ? convert(call) : saveDiagram(call)
  if (!isFile || call.has('format')) throw new UsageError('missingOption', { name: '--out' })
  if (!call.has('workspace')) throw new UsageError('fileWithoutAim')
  return importFile(call)
}

function convert(call: Call): Promise<Answer> {
  const out = requireOption(call, 'out')
  const format = chooseFormat(call, out)
  return convertFile(call, { out, format, tell: (saved) => describeSaved(call, out, saved) })
}

function describeSaved(call: Call, out: string, { nodes, edges }: { nodes: number; edges: number }): string {
  const count = (key: string, number: number): string => call.t(key, { count: number, n: formatNumber(number, call.language) })
  return call.t('diagramSaved', { path: out, shapes: count('countShapes', nodes), relations: count('countRelations', edges) })
}

async function saveDiagram(call: Call): Promise<Answer> {
  const out = requireOption(call, 'out')
  const format = chooseFormat(call, out)
  const workspace = call.option('workspace')
  if (call.has('page')) throw new UsageError('notTogether', { one: '--page', other: '--workspace' })
  if (workspace === undefined && call.has('as-of')) throw new UsageError('missingOption', { name: '--workspace FILE' })
  if (workspace !== undefined) requireFile(call, workspace)
  requireTarget(call, out, [workspace])
  if (workspace !== undefined) await call.session.open(workspace, call.option('as-of'))
  const { nodes, edges, notes } = await call.session.client.diagrams.saveDiagram({
    subject: await findSubject(call, call.arg('MODEL_OR_FILE')),
    format,
    language: call.language,
    isTransparent: call.has('transparent'),
    isMasked: call.has('masked'),
    fileToken: call.session.grant(out)
  })
  return {
    json: { path: resolve(out), nodes, edges },
    lines: [describeSaved(call, out, { nodes, edges }), ...notes.map((note) => note[call.language])]
  }
}

/** A model, or a diagram of a workspace, as a file of another program; a file of one as another, or brought into a workspace. */
export const diagramCommands: readonly Command[] = [
  {
    name: 'diagram',
    args: ['MODEL_OR_FILE'],
    options: {
      workspace: TEXT,
      format: { values: [...EXPORT_FORMATS, ...PICTURES], shown: EXPORT_FORMATS },
      out: TEXT,
      view: TEXT,
      page: TEXT,
      transparent: SWITCH,
      masked: SWITCH,
      'as-of': DATE
    },
    run: runDiagram
  }
]
