import { Button, Switch } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isLine, isShape } from '../../../../shared/diagrams/diagram.ts'
import { useModels } from '../../../api/models.ts'
import { runCommand } from '../../../stores/commands.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { Section } from './inspector-fields.tsx'

/** The diagram itself, while nothing of it is chosen. */
export function DiagramForm(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const models = useModels()
  const { name, modelId, settings, items, edit } = useDiagram((state) => state)
  const list = [...items.values()]
  const [shapes, lines] = [list.filter(isShape).length, list.filter(isLine).length]
  const model = models.data?.models.find(({ id }) => id === modelId)
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-what">{t('diagrams.diagram')}</p>
        <h2>{name}</h2>
      </header>
      <p className="inspector-quiet">
        {t('diagrams.shapes', { count: shapes, formatted: formats.count(shapes) })} ·{' '}
        {t('diagrams.lines', { count: lines, formatted: formats.count(lines) })}
        {model && <> · {t('diagrams.fromModel', { model: formats.text(model.name) })}</>}
      </p>
      <p className="inspector-quiet">{t('diagrams.inspectorHelp')}</p>
      <Section title={t('diagrams.page')}>
        <Switch
          label={t('diagrams.grid')}
          checked={settings.hasGrid}
          data-testid="settings-grid"
          onChange={() => {
            edit('settings', { settings: { ...settings, hasGrid: !settings.hasGrid } })
          }}
        />
        <Switch
          label={t('diagrams.snap')}
          description={t('diagrams.snapHelp')}
          checked={settings.doesSnap}
          data-testid="settings-snap"
          onChange={() => {
            edit('settings', { settings: { ...settings, doesSnap: !settings.doesSnap } })
          }}
        />
      </Section>
      {shapes > 0 && (
        <Section title={t('canvas.mode.present')}>
          <Button
            size="xs"
            variant="default"
            className="inspector-start"
            leftSection={<IconListNumbers size={15} stroke={1.6} />}
            data-testid="diagram-path"
            onClick={() => runCommand('diagram.path')}
          >
            {t('diagramPresent.tool.path')}
          </Button>
        </Section>
      )}
    </>
  )
}
