import { IconArrowDownRight, IconArrowRight, IconArrowUpRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Trend } from '../../../shared/models/node-text.ts'

const ICONS = { up: IconArrowUpRight, down: IconArrowDownRight, same: IconArrowRight } as const

/** Where a figure goes against the window before; amber when that is for the worse. */
export function TrendMark({ trend, isWorse }: { trend: Trend; isWorse: boolean }): ReactNode {
  const { t } = useTranslation()
  const Icon = ICONS[trend]
  const word = t(`canvas.trend.${trend}`)
  return (
    <span className={isWorse ? 'trend-mark trend-worse' : 'trend-mark'} title={word}>
      <Icon size={16} stroke={1.8} aria-hidden />
      <span className="visually-hidden">{word}</span>
    </span>
  )
}
