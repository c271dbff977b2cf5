import { useEffect } from 'react'
import type { ChangeArea } from '../../shared/contract/workspace.ts'
import { client, orpc, queryClient, useLinkStatus } from './client.ts'

/** What hangs on the data; how the models are made, which is long to say, stays. */
const ELEMENT_KEYS = [
  () => orpc.models.getEvidence.key(),
  () => orpc.models.getMetric.key(),
  () => orpc.models.listKpiEntries.key(),
  () => orpc.models.listMissingData.key(),
  () => orpc.compare.key()
]

/** What the shapes of diagrams say of the data they are linked to. */
const LINKS_KEY = (): readonly unknown[] => orpc.diagrams.readLinks.key()

/** Where segments are used: elements, actions, walks. */
const USES_KEY = (): readonly unknown[] => orpc.segments.listUses.key()

/** Which cached answers a change makes old. Evidence and figures hang on the data; what is missing hangs on the counts. */
const KEYS: Record<ChangeArea, readonly (() => readonly unknown[])[]> = {
  workspace: [() => orpc.workspace.key(), () => orpc.choose.key(), () => orpc.simulator.key()],
  customers: [
    () => orpc.customers.key(),
    () => orpc.duplicates.key(),
    () => orpc.customerEdits.key(),
    () => orpc.dataHealth.key(),
    () => orpc.privacy.key(),
    () => orpc.segments.key(),
    () => orpc.value.key(),
    ...ELEMENT_KEYS,
    LINKS_KEY,
    () => orpc.choose.key(),
    () => orpc.simulator.key(),
    () => orpc.workspace.key()
  ],
  imports: [
    () => orpc.imports.listBatches.key(),
    () => orpc.imports.listOrigins.key(),
    () => orpc.imports.listPresets.key(),
    () => orpc.imports.listAttributes.key()
  ],
  segments: [
    () => orpc.segments.key(),
    () => orpc.customerTable.listLists.key(),
    () => orpc.compare.key(),
    () => orpc.customers.key(),
    LINKS_KEY
  ],
  value: [() => orpc.value.key(), LINKS_KEY],
  models: [...ELEMENT_KEYS, USES_KEY, LINKS_KEY],
  'own-models': [() => orpc.models.key(), () => orpc.ownModels.key(), () => orpc.compare.key(), USES_KEY, LINKS_KEY],
  walks: [() => orpc.walks.key(), USES_KEY],
  assessments: [() => orpc.assessments.key()],
  plan: [() => orpc.plan.key(), USES_KEY, LINKS_KEY],
  health: [() => orpc.dataHealth.key()],
  privacy: [() => orpc.privacy.key()],
  diagrams: [() => orpc.diagrams.key(), () => orpc.plan.listPlaces.key(), USES_KEY],
  'customer-table': [() => orpc.customerTable.key(), () => orpc.customers.listCustomers.key()]
}

function invalidate(areas: readonly ChangeArea[]): void {
  // The state carries the revision, the time saved and what undo would do: every change touches it.
  void queryClient.invalidateQueries({ queryKey: orpc.workspace.getState.key() })
  void queryClient.invalidateQueries({ queryKey: orpc.history.key() })
  for (const area of areas) for (const key of KEYS[area]) void queryClient.invalidateQueries({ queryKey: key() })
}

/** Keeps the cache in step with the file: listens to the host's changes, again after every restart of it. */
export function useChanges(): void {
  const status = useLinkStatus()
  useEffect(() => {
    if (status !== 'ready') return undefined
    const abort = new AbortController()
    void followChanges(abort.signal)
    return () => {
      abort.abort()
    }
  }, [status])
}

async function followChanges(signal: AbortSignal): Promise<void> {
  try {
    for await (const change of await client.workspace.watchChanges(undefined, { signal })) {
      if (signal.aborted) return
      invalidate(change.areas)
    }
  } catch {
    // The stream ends with the host or with the window; a new port starts it again.
  }
}
