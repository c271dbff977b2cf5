import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import type { Dialect, MappedColumn } from '../../../../shared/contract/imports.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { findFills, findPreset, loadPresets, type PresetFile } from '../mapping/presets.ts'
import { type Fill, hasRowRules } from '../mapping/row-rules.ts'
import { checkDataFile } from '../reading/file-check.ts'
import { readRecords } from '../reading/read-records.ts'
import type { ImportJob } from '../run/run-context.ts'
import { applyRowRules } from './apply-row-rules.ts'
import type { StopIfCancelled } from './archive.ts'
import { chooseTable, prepareSource } from './prepare-source.ts'

/** An import of a file as the person chose it. */
export interface FileJob extends ImportJob {
  /** A private folder for what is made to read the file. */
  workFolder: string
}

async function digestFile(path: string, stopIfCancelled: StopIfCancelled): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) {
    stopIfCancelled()
    hash.update(piece as Buffer)
  }
  return hash.digest('hex')
}

/** What blank cells take from other columns, as the person mapped them. */
function findMappedFills(preset: PresetFile, path: string, dialect: Dialect, columns: readonly MappedColumn[]): Fill[] {
  let fills: Fill[] = []
  let record = 0
  readRecords(path, dialect, (headers) => {
    if (record++ < dialect.headerRow) return true
    fills = findFills(
      preset,
      headers,
      headers.map((_, at) => columns.find(({ index }) => index === at)?.field ?? null)
    )
    return false
  })
  return fills
}

/**
 * The job with what it reads in place of the file it names: the chosen table, as its source's rules leave it. Name and digest
 * stay those of the file. Throws `import-file-changed` when the file is not the one that was looked at.
 */
export async function prepareJob(job: FileJob, stopIfCancelled: StopIfCancelled): Promise<ImportJob> {
  const { path, settings, workFolder } = job
  const stamp = checkDataFile(path)
  if (job.stamp && (job.stamp.bytes !== stamp.bytes || job.stamp.modified !== stamp.modified)) throw new CauceError('import-file-changed')
  const source = await prepareSource({ path, workFolder, stopIfCancelled })
  const table = chooseTable(source, settings.sheet)
  const dialect = table.isText ? { ...settings.dialect, encoding: 'utf-8' as const, delimiter: ',' as const } : settings.dialect
  const preset = settings.preset === null ? null : findPreset(loadPresets(job.resourcesDir), settings.preset, job.ownPresets)
  const fills = preset ? findMappedFills(preset, table.path, dialect, settings.columns) : []
  const ready =
    preset && (hasRowRules(preset.rows) || fills.length > 0)
      ? await applyRowRules(table.path, dialect, { rules: preset.rows, fills, workFolder, stamp, stopIfCancelled })
      : { path: table.path, dialect }
  if (ready.path === path) return job
  return {
    ...job,
    path: ready.path,
    stamp: checkDataFile(ready.path),
    settings: { ...settings, dialect: ready.dialect },
    // Of several tables in one file, which: the history and where a record came from would say the same of each otherwise.
    fileName: source.tables.length > 1 ? `${basename(path)} › ${table.name}` : basename(path),
    sha256: await digestFile(path, stopIfCancelled),
    fileDialect: settings.dialect
  }
}
