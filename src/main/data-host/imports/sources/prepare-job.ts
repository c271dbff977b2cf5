import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { CauceError } from '../../../../shared/domain/errors.ts'
import { findPreset, loadPresets } from '../mapping/presets.ts'
import { hasRowRules } from '../mapping/row-rules.ts'
import { checkDataFile } from '../reading/file-check.ts'
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
  const ready =
    preset && hasRowRules(preset.rows)
      ? await applyRowRules(table.path, dialect, { rules: preset.rows, workFolder, stamp, stopIfCancelled })
      : { path: table.path, dialect }
  if (ready.path === path) return job
  return {
    ...job,
    path: ready.path,
    stamp: checkDataFile(ready.path),
    settings: { ...settings, dialect: ready.dialect },
    fileName: basename(path),
    sha256: await digestFile(path, stopIfCancelled),
    fileDialect: settings.dialect
  }
}
