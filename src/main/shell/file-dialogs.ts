import { dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { FilePurpose } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { translate } from '../../shared/i18n/translate.ts'

interface DialogKind {
  kind: 'open' | 'save'
  /** Key under `menu.dialog`. */
  title: string
  /** Key under `menu.fileTypes`, or the type's own name. */
  type: string
  extensions: readonly string[]
}
const save = (title: string, type: string, extension: string): DialogKind => ({ kind: 'save', title, type, extensions: [extension] })
const DIALOGS: Record<FilePurpose, DialogKind> = {
  'open-workspace': { kind: 'open', title: 'open', type: 'workspace', extensions: ['cauce'] },
  'import-data': { kind: 'open', title: 'import', type: 'table', extensions: ['csv', 'tsv', 'txt', 'tab'] },
  'check-model': { kind: 'open', title: 'model', type: 'model', extensions: ['json'] },
  'new-workspace': save('new', 'workspace', 'cauce'),
  'save-copy': save('saveCopy', 'workspace', 'cauce'),
  'save-rejects': save('saveRejects', 'table', 'csv'),
  'save-report-pdf': save('saveReport', 'PDF', 'pdf'),
  'save-report-md': save('saveReport', 'Markdown', 'md'),
  'save-report-html': save('saveReport', 'HTML', 'html'),
  'save-diagram-svg': save('saveDiagram', 'SVG', 'svg'),
  'save-diagram-png': save('saveDiagram', 'PNG', 'png'),
  'save-customers': save('saveData', 'table', 'csv'),
  'save-orders': save('saveData', 'table', 'csv'),
  'save-segments': save('saveData', 'table', 'csv')
}

function filtersOf({ kind, type, extensions }: DialogKind, language: Language): FileFilter[] {
  const isNamed = type === type.toLowerCase()
  const name = isNamed ? translate(language, `menu.fileTypes.${type}`) : type
  const own = { name, extensions: [...extensions] }
  return kind === 'save' ? [own] : [own, { name: translate(language, 'menu.fileTypes.any'), extensions: ['*'] }]
}

/** Asks for a file; null when cancelled. A name to save under gets its ending when the person left it out. */
export async function askForFile(
  window: BrowserWindow,
  purpose: FilePurpose,
  language: Language,
  suggestedName?: string
): Promise<string | null> {
  const asked = DIALOGS[purpose]
  const title = translate(language, `menu.dialog.${asked.title}`)
  const filters = filtersOf(asked, language)
  if (asked.kind === 'open') {
    const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile'] })
    return filePaths[0] ?? null
  }
  const { filePath, canceled } = await dialog.showSaveDialog(window, {
    title,
    filters,
    ...(suggestedName === undefined ? {} : { defaultPath: toFileName(suggestedName) }),
    properties: ['createDirectory', 'showOverwriteConfirmation']
  })
  if (canceled || filePath === '') return null
  const ending = `.${asked.extensions[0] ?? ''}`
  return filePath.toLowerCase().endsWith(ending) ? filePath : `${filePath}${ending}`
}

/** A page suggests a name, never a folder. */
function toFileName(suggested: string): string {
  return suggested
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, ' ')
    .trim()
    .slice(0, 120)
}
