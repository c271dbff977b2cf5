import type { ImportModelOutcome } from '../../../shared/contract/own-models.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { client } from '../../api/client.ts'
import { shell } from '../../api/shell.ts'
import { ask } from './dialogs.ts'

export type Imported = Extract<ImportModelOutcome, { outcome: 'imported' }>

/** Asks which file and reads it in; what has to be decided or said first opens its dialog. Null: nothing was imported (yet). */
export async function importModel(): Promise<Imported | null> {
  const file = await shell('pickFile', { purpose: 'check-model' })
  return file && takeFile(file.token, file.name, 'ask')
}

export async function takeFile(token: string, name: string, onClash: 'ask' | 'replace' | 'new-id'): Promise<Imported | null> {
  const answer = await client.ownModels.importModel({ fileToken: token, onClash })
  if (answer.outcome === 'imported') return answer
  ask(answer.outcome === 'clash' ? { kind: 'clash', token, found: answer } : { kind: 'refused', file: name, problems: answer.problems })
  return null
}

/** Asks where and writes the model file; the file's name, or null when the person changed their mind. */
export async function exportModel(id: string, name: Text, language: 'en' | 'es'): Promise<string | null> {
  const file = await shell('pickFile', { purpose: 'save-model', suggestedName: `${name[language]}.json` })
  if (!file) return null
  await client.ownModels.exportModel({ id, fileToken: file.token })
  return file.name
}
