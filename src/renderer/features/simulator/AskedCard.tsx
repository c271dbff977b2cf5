import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputId, SimulatorDefaults } from '../../../shared/contract/simulator.ts'
import { Card } from '../../ui/Card.tsx'
import { tellWhy } from './InputRow.tsx'

/** What the data can't say and a person must: each leads to its field. */
export function AskedCard({ asked, defaults }: { asked: readonly InputId[]; defaults: SimulatorDefaults }): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="card-roomy sim-asked" data-testid="sim-asked">
      <h2>{t('simulator.askedTitle', { count: asked.length })}</h2>
      <p className="muted">{t('simulator.askedText')}</p>
      <ul>
        {asked.map((id) => (
          <li key={id}>
            <button
              type="button"
              className="link-button"
              onClick={() => {
                document.querySelector<HTMLInputElement>(`[data-testid="sim-field-${id}"]`)?.focus()
              }}
              data-testid={`sim-ask-${id}`}
            >
              {t('simulator.askedItem', { name: t(`simulator.inputs.${id}.name`), why: tellWhy(id, defaults, t) })}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
