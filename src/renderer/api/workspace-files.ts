import type { OpenOutcome, ShellInput } from '../../shared/contract/shell.ts'
import { orpc, queryClient } from './client.ts'
import { refuse, shell } from './shell.ts'

/** Another file is open now: nothing answered before holds. Answers whether it is. */
async function settle(outcome: OpenOutcome): Promise<boolean> {
  if (outcome.outcome === 'refused') refuse(outcome.error)
  if (outcome.outcome !== 'opened') return false
  await queryClient.invalidateQueries({ queryKey: orpc.key() })
  return true
}

/** Opens by token or from the recent ones; throws the refusal. */
export async function openWorkspace(input: ShellInput<'openWorkspace'>): Promise<void> {
  await settle(await shell('openWorkspace', input))
}

/** Asks where, makes it (with a sample's data, when named) and opens it; false when the person changed their mind. */
export async function newWorkspace(input: ShellInput<'newWorkspace'>): Promise<boolean> {
  return settle(await shell('newWorkspace', input))
}

/** Asks which file, then opens it. */
export async function pickWorkspace(): Promise<void> {
  const picked = await shell('pickFile', { purpose: 'open-workspace' })
  if (picked) await openWorkspace({ token: picked.token })
}

/** Back to the start screen. */
export async function closeWorkspace(): Promise<void> {
  await shell('closeWorkspace', null)
  await queryClient.invalidateQueries()
}
