import type { Language } from '../../shared/domain/text.ts'
import { client } from './client.ts'
import { shell } from './shell.ts'

/** Asks where, then writes a copy with nobody real in it. Returns its customers, or null when cancelled; throws a refusal. */
export async function saveTrainingCopy(baseName: string, options: { shiftDays: number; language: Language }): Promise<number | null> {
  const file = await shell('pickFile', { purpose: 'save-training', suggestedName: `${baseName}.cauce` })
  return file && (await client.privacy.pseudonymise({ ...options, fileToken: file.token })).customers
}
