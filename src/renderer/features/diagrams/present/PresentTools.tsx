import {
  IconArrowLeft,
  IconArrowRight,
  IconArrowUpRight,
  IconEyeOff,
  IconKeyboard,
  IconListNumbers,
  IconMaximize,
  IconNotes,
  IconPencil,
  IconPointer,
  IconSquareFilled,
  IconX,
  type Icon
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { runCommand } from '../../../stores/commands.ts'
import { useMask } from '../../../stores/mask.ts'
import type { Deed, Presenting } from './present-state.ts'

/** What the tools do beside the deeds of the presentation itself. */
export type PresentDeed = Deed | 'path' | 'keys' | 'follow' | 'mask'

interface Tool {
  readonly name: 'back' | 'next' | 'whole' | 'notes' | 'laser' | 'black' | 'edit' | 'path' | 'keys' | 'leave' | 'follow' | 'mask'
  readonly deed: PresentDeed
  readonly icon: Icon
  readonly isOn?: (state: Presenting) => boolean
}

const TOOLS: readonly Tool[] = [
  { name: 'back', deed: 'back', icon: IconArrowLeft },
  { name: 'next', deed: 'next', icon: IconArrowRight },
  { name: 'whole', deed: 'whole', icon: IconMaximize },
  { name: 'notes', deed: 'notes', icon: IconNotes, isOn: ({ hasNotes }) => hasNotes },
  { name: 'laser', deed: 'laser', icon: IconPointer, isOn: ({ isLaser }) => isLaser },
  { name: 'black', deed: 'black', icon: IconSquareFilled },
  { name: 'edit', deed: 'edit', icon: IconPencil, isOn: ({ isEditing }) => isEditing },
  { name: 'follow', deed: 'follow', icon: IconArrowUpRight },
  { name: 'mask', deed: 'mask', icon: IconEyeOff },
  { name: 'path', deed: 'path', icon: IconListNumbers },
  { name: 'keys', deed: 'keys', icon: IconKeyboard },
  { name: 'leave', deed: 'leave', icon: IconX }
]

interface PresentToolsProps {
  state: Presenting
  onDeed: (deed: PresentDeed) => void
  /** False: content kept nowhere has no order of its own. */
  hasPath: boolean
  /** Whether the step stands for something to go to. */
  hasLink: boolean
}

/** What the keys do, for the mouse; comes with the pointer and goes with it. */
export function PresentTools({ state, onDeed, hasPath, hasLink }: PresentToolsProps): ReactNode {
  const { t } = useTranslation()
  const isMasked = useMask((mask) => mask.isOn)
  return (
    <div className="present-tools" role="toolbar" aria-label={t('diagramPresent.tools')}>
      {TOOLS.filter(
        ({ name }) =>
          (name !== 'path' || hasPath) &&
          (name !== 'follow' || hasLink) &&
          !(name === 'whole' && state.isWhole) &&
          !(name === 'edit' && state.isWhole)
      ).map(({ name, deed, icon: Sign, isOn }) => {
        const label = `${t(`diagramPresent.tool.${name}`)} (${t(`diagramPresent.keys.${name}`)})`
        return (
          <button
            key={name}
            type="button"
            aria-label={label}
            title={label}
            {...(name === 'mask' ? { 'aria-pressed': isMasked } : isOn ? { 'aria-pressed': isOn(state) } : {})}
            onClick={() => {
              onDeed(deed)
            }}
            data-testid={`present-tool-${name}`}
          >
            <Sign size={20} stroke={1.7} aria-hidden />
          </button>
        )
      })}
    </div>
  )
}

/** Says that identities are hidden, as long as they are. */
export function PresentMask(): ReactNode {
  const { t } = useTranslation()
  const isOn = useMask((mask) => mask.isOn)
  if (!isOn) return null
  return (
    <button
      type="button"
      className="present-mask"
      title={t('diagramPresent.maskedHint')}
      onClick={() => runCommand('view.mask')}
      data-testid="present-mask"
    >
      <IconEyeOff size={16} stroke={1.8} aria-hidden />
      {t('diagramPresent.masked')}
    </button>
  )
}
