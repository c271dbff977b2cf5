import { IconFlagCheck, IconFlagX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

const ICONS = { met: IconFlagCheck, missed: IconFlagX } as const

/** Whether a figure stands where a person wants it, as a flag: the word for whoever can't see it. */
export function TargetMark({ target }: { target: 'met' | 'missed' }): ReactNode {
  const { t } = useTranslation()
  const Icon = ICONS[target]
  const word = t(`canvas.target.${target}`)
  return (
    <span className={`target-mark target-${target}`} title={word}>
      <Icon size={15} stroke={1.7} aria-hidden />
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
