import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { isOwnData } from '../../../../shared/diagrams/item-texts.ts'
import { Section } from './inspector-fields.tsx'

/** What another program wrote on the shape: shown as text, given back when it is exported, never opened. */
export function KeptData({ item }: { item: DiagramItem }): ReactNode {
  const { t } = useTranslation()
  const entries = Object.entries(item.data ?? {}).filter(([key]) => !isOwnData(key))
  const address = isShape(item) ? item.address : undefined
  if (entries.length === 0 && address === undefined) return null
  return (
    <Section title={t('diagrams.kept')}>
      <p className="inspector-quiet">{t('diagrams.keptHelp')}</p>
      <dl className="inspector-data" data-testid="inspector-data">
        {address !== undefined && (
          <div>
            <dt>{t('diagrams.address')}</dt>
            <dd>{address}</dd>
          </div>
        )}
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
