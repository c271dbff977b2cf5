import { Checkbox, NativeSelect } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Display, LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { MEASURES, WAYS } from './link-choice.ts'

interface DisplayFieldsProps {
  to: LinkTarget
  display: Display
  onChange: (display: Display) => void
}

/** Which figure of a link shows on its shape, and how. */
export function DisplayFields({ to, display, onChange }: DisplayFieldsProps): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const measures = MEASURES[to]
  return (
    <div className="link-display">
      {measures.length > 1 && (
        <NativeSelect
          label={t('diagramLinks.show.measure')}
          value={display.measure}
          data={measures.map((value) => ({ value, label: t(`diagramLinks.show.measures.${value}`) }))}
          onChange={({ currentTarget }) => {
            onChange({ ...display, measure: measures.find((each) => each === currentTarget.value) ?? display.measure })
          }}
          data-testid="link-measure"
        />
      )}
      <div role="group" aria-labelledby={id} className="link-ways">
        <span id={id}>{t('diagramLinks.show.as')}</span>
        <div>
          {WAYS[to].map((way) => (
            <Checkbox
              key={way}
              size="xs"
              label={t(`diagramLinks.show.ways.${way}`)}
              checked={display.as.includes(way)}
              onChange={({ currentTarget }) => {
                const others = display.as.filter((each) => each !== way)
                onChange({ ...display, as: currentTarget.checked ? [...others, way] : others })
              }}
              data-testid={`link-as-${way}`}
            />
          ))}
        </div>
      </div>
      {display.as.length === 0 && <p className="link-quiet">{t('diagramLinks.show.quiet')}</p>}
    </div>
  )
}
