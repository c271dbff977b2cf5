import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataKind } from '../../shared/contract/base.ts'
import { bringIn } from '../stores/route.ts'

interface BringInProps {
  /** What is missing; empty: nobody knows. */
  kinds: readonly DataKind[]
  /** The control that leads to the import, with what is missing named. */
  children: (open: () => void, named: string | null) => ReactNode
}

/** What is missing leads to where it is brought in. */
export function BringIn({ kinds, children }: BringInProps): ReactNode {
  const { t } = useTranslation()
  const named = [...new Set(kinds)].map((kind) => t(`kinds.${kind}`)).join(', ')
  const open = (): void => {
    bringIn(kinds)
  }
  return children(open, named === '' ? null : named)
}
