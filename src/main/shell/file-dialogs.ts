import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { dialog, type BrowserWindow, type FileFilter, type OpenDialogOptions } from 'electron'
import type { FilePurpose } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'

interface DialogKind {
  kind: 'open' | 'open-folder' | 'save'
  /** Key under `menu.dialog`. */
  title: string
  /** Key under `menu.fileTypes`, or the type's own name. */
  type: string
  extensions: readonly string[]
}
const save = (title: string, type: string, extension: string): DialogKind => ({ kind: 'save', title, type, extensions: [extension] })
const DIALOGS: Record<FilePurpose, DialogKind> = {
  'open-workspace': { kind: 'open', title: 'open', type: 'workspace', extensions: ['cauce'] },
  'import-data': { kind: 'open', title: 'import', type: 'table', extensions: ['csv', 'tsv', 'txt', 'tab', 'xlsx', 'xlsm', 'vcf', 'zip'] },
  'check-model': { kind: 'open', title: 'model', type: 'model', extensions: ['json'] },
  'open-schema-folder': { kind: 'open-folder', title: 'schemaFolder', type: 'any', extensions: [] },
  'open-schema-file': { kind: 'open', title: 'schemaFile', type: 'schema', extensions: ['zip', 'json', 'csv', 'tsv', 'txt', 'object'] },
  'save-model': save('saveModel', 'model', 'json'),
  'new-workspace': save('new', 'workspace', 'cauce'),
  'save-copy': save('saveCopy', 'workspace', 'cauce'),
  'save-rejects': save('saveRejects', 'table', 'csv'),
  'save-report-pdf': save('saveReport', 'PDF', 'pdf'),
  'save-report-md': save('saveReport', 'Markdown', 'md'),
  'save-report-html': save('saveReport', 'HTML', 'html'),
  'save-diagram-svg': save('saveDiagram', 'SVG', 'svg'),
  'save-diagram-png': save('saveDiagram', 'PNG', 'png'),
  'save-diagram-pdf': save('saveDiagram', 'PDF', 'pdf'),
  'import-diagram': {
    kind: 'open',
    title: 'importDiagram',
    type: 'diagram',
    extensions: ['drawio', 'dio', 'xml', 'svg', 'png', 'html', 'canvas', 'csv', 'tsv', 'mmd', 'mermaid', 'md', 'txt', 'json']
  },
  'save-diagram-drawio': save('saveDiagram', 'Draw.io', 'drawio'),
  'save-diagram-canvas': save('saveDiagram', 'JSON Canvas', 'canvas'),
  'save-diagram-mermaid': save('saveDiagram', 'Mermaid', 'mmd'),
  'save-diagram-lucid': save('saveDiagram', 'Lucid', 'lucid'),
  'save-diagram-csv': save('saveDiagram', 'table', 'csv'),
  'save-diagram-pptx': save('saveDiagram', 'PowerPoint', 'pptx'),
  'save-diagram-json': save('saveDiagram', 'JSON', 'json'),
  'save-customers': save('saveData', 'table', 'csv'),
  'save-customers-xlsx': save('saveData', 'Excel', 'xlsx'),
  'save-orders': save('saveData', 'table', 'csv'),
  'save-consents': save('saveData', 'table', 'csv'),
  'save-person-json': save('saveData', 'JSON', 'json'),
  'save-person-html': save('saveData', 'HTML', 'html'),
  'save-person-pdf': save('saveData', 'PDF', 'pdf'),
  'save-training': save('saveCopy', 'workspace', 'cauce'),
  'save-segments': save('saveData', 'table', 'csv'),
  'save-chart-svg': save('saveChart', 'SVG', 'svg'),
  'save-chart-png': save('saveChart', 'PNG', 'png'),
  'save-chart-csv': save('saveChart', 'table', 'csv')
}

function filtersOf({ kind, type, extensions }: DialogKind, language: Language): FileFilter[] {
  const isNamed = type === type.toLowerCase()
  const name = isNamed ? translate(language, `menu.fileTypes.${type}`) : type
  const own = { name, extensions: [...extensions] }
  return kind === 'save' ? [own] : [own, { name: translate(language, 'menu.fileTypes.any'), extensions: ['*'] }]
}

/** A file the person chose. `mayReplace`: to write to, and a file that is there already may go. */
export interface ChosenFile {
  path: string
  mayReplace: boolean
}

/**
 * Asks for a file; null when cancelled. A name to save under gets its ending when the person left it out; whoever has chosen
 * a file that is there has agreed to replace it.
 */
export async function askForFile(
  window: BrowserWindow,
  purpose: FilePurpose,
  language: Language,
  suggestedName?: string
): Promise<ChosenFile | null> {
  const asked = DIALOGS[purpose]
  const ending = `.${asked.extensions[0] ?? ''}`
  const title = translate(language, `menu.dialog.${asked.title}`)
  const filters = filtersOf(asked, language)
  if (asked.kind !== 'save') {
    // A dialog for folders has no types to choose from.
    const wanted: OpenDialogOptions = asked.kind === 'open' ? { filters, properties: ['openFile'] } : { properties: ['openDirectory'] }
    const { filePaths } = await dialog.showOpenDialog(window, { title, ...wanted })
    return filePaths[0] === undefined ? null : { path: filePaths[0], mayReplace: false }
  }
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title,
    filters,
    ...(suggestedName === undefined ? {} : { defaultPath: withEnding(toFileName(suggestedName), ending) }),
    properties: ['createDirectory', 'showOverwriteConfirmation']
  })
  if (canceled || filePath === '') return null
  const path = withEnding(filePath, ending)
  // The dialog asked about the name as it was typed, not about this one.
  if (path !== filePath && existsSync(path) && !(await askToReplace(window, language, basename(path)))) return null
  return { path, mayReplace: true }
}

const withEnding = (name: string, ending: string): string => (name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`)

async function askToReplace(window: BrowserWindow, language: Language, name: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: translate(language, 'menu.replace.title', { name }),
    detail: translate(language, 'menu.replace.body'),
    buttons: [translate(language, 'menu.replace.replace'), translate(language, 'menu.replace.cancel')],
    defaultId: 1,
    cancelId: 1
  })
  return response === 0
}

/** A page suggests a name, never a folder. */
function toFileName(suggested: string): string {
  return suggested
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 120)
}
