import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SegmentUse } from '../../../../shared/contract/segments.ts'
import { Answer } from '../../../api/Answer.tsx'
import { orpc } from '../../../api/client.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'

/** Where the segment is used: elements of models, actions, other segments… */
export function UsesCard({ segmentId }: { segmentId: string }): ReactNode {
  const { t } = useTranslation()
  const uses = useQuery(orpc.segments.listUses.queryOptions({ input: { id: segmentId } }))
  return (
    <Card data-testid="segment-uses">
      <Caption>{t('segments.uses')}</Caption>
      <Answer query={uses}>
        {(list) => (list.length === 0 ? <p className="muted">{t('segments.unused')}</p> : <UseList uses={list} />)}
      </Answer>
    </Card>
  )
}

/** What uses it, by kind; with `hasEffects` what becomes of each when the segment goes. */
export function UseList({ uses, hasEffects = false }: { uses: readonly SegmentUse[]; hasEffects?: boolean }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  return (
    <ul className="segment-uses">
      {uses.map((use) => (
        <li key={use.key} data-testid="segment-use">
          <span className="segment-use-kind">{t(`segments.useKinds.${use.kind}`)}</span>
          <span>{text(use.name)}</span>
          {hasEffects && <span className="segment-use-effect">{t(`segments.effects.${use.effect}`)}</span>}
        </li>
      ))}
    </ul>
  )
}
