import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IMPORT_KINDS, isImportKind, type DataKind } from '../../shared/contract/base.ts'
import { bringIn } from '../stores/route.ts'

interface BringInProps {
  /** What is missing; empty: nobody knows. */
  kinds: readonly DataKind[]
  /** The control that leads to the import, with the kinds a file can bring in, named. */
  children: (open: () => void, named: string | null) => ReactNode
}

/** What is missing leads to where it is brought in; what no file can bring in yet is said to be so, and leads nowhere. */
export function BringIn({ kinds, children }: BringInProps): ReactNode {
  const { t } = useTranslation()
  const name = (list: readonly DataKind[]): string => [...new Set(list)].map((kind) => t(`kinds.${kind}`)).join(', ')
  const possible = kinds.filter(isImportKind)
  if (kinds.length > 0 && possible.length === 0)
    return (
      <p className="muted bring-not" data-testid="bring-not">
        {t('evidenceEdit.bringNot', { kinds: name(kinds), possible: name(IMPORT_KINDS) })}
      </p>
    )
  const open = (): void => {
    bringIn(possible)
  }
  return children(open, possible.length === 0 ? null : name(possible))
}
