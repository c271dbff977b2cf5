import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../../../shared/commands.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { runCommand } from '../../../stores/commands.ts'
import { useEnvironment } from '../../../stores/environment.ts'
import { useMasked } from '../../../stores/mask.ts'
import { useUndoGuard } from '../../../stores/undo-guard.ts'
import { nameKeys } from '../canvas/name-keys.ts'
import { useDiagramStore } from '../store/use-diagram.ts'

const STEPS = [
  { which: 'undo', command: 'edit.undo', Icon: IconArrowBackUp },
  { which: 'redo', command: 'edit.redo', Icon: IconArrowForwardUp }
] as const

/** Undo and redo; each says what it would take back or do again, or that this lies outside of the diagram. */
export function StepButtons(): ReactNode {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const workspace = useWorkspace()
  const owns = useUndoGuard((guard) => guard.owns)
  const masked = useMasked()
  const platform = useEnvironment((state) => state.environment?.platform ?? 'linux')
  return STEPS.map(({ which, command, Icon }) => {
    const entry = workspace?.[which] ?? null
    const what = entry ? t(`changes.${entry.kind}`, masked.details(entry)) : ''
    const isOutside = entry !== null && owns !== null && !owns(entry)
    const says =
      entry === null ? t(`diagrams.steps.${which}None`) : t(isOutside ? `frame.outside.${which}` : `diagrams.steps.${which}`, { what })
    const keys = COMMANDS.find(({ id }) => id === command)
    const words = keys && 'accelerator' in keys ? `${says} (${nameKeys(keys.accelerator, platform, t)})` : says
    return (
      <ActionIcon
        key={which}
        variant="default"
        size={30}
        aria-label={words}
        title={words}
        disabled={entry === null}
        data-testid={`diagram-${which}`}
        onClick={() => {
          // What waits to be saved goes first: undo must find it there.
          void store.flush()
          runCommand(command)
        }}
      >
        <Icon size={17} stroke={1.6} aria-hidden />
      </ActionIcon>
    )
  })
}
