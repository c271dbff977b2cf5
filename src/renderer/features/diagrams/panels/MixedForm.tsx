import { Button, Switch } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramLine, DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { isAllLocked, setLocked } from '../../../../shared/diagrams/edits/lock.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { StyleFields } from './StyleFields.tsx'
import { useEdits } from './use-edits.ts'

/** Shapes and lines together: what both have. */
export function MixedForm({ shapes, lines }: { shapes: readonly DiagramShape[]; lines: readonly DiagramLine[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const items = useDiagram((state) => state.items)
  const chosen = [...shapes, ...lines]
  const key = chosen.map(({ id }) => id).join(' ')
  const ids = useMemo(() => key.split(' '), [key])
  const edits = useEdits(ids)
  const isLocked = isAllLocked(items, ids)
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-what">{t('diagrams.chosen')}</p>
        <h2>
          {t('diagrams.shapes', { count: shapes.length, formatted: formats.count(shapes.length) })},{' '}
          {t('diagrams.lines', { count: lines.length, formatted: formats.count(lines.length) })}
        </h2>
      </header>
      <StyleFields items={chosen} edits={edits} />
      <Switch
        label={t('diagrams.locked')}
        checked={isLocked}
        data-testid="place-locked"
        onChange={() => {
          edits.make('lock', (now) => setLocked(now, ids, !isLocked))
        }}
      />
      <Button
        className="inspector-delete"
        variant="default"
        size="xs"
        leftSection={<IconTrash size={15} stroke={1.6} />}
        disabled={isLocked}
        data-testid="inspector-delete"
        onClick={() => {
          edits.make('delete', (now) => removeItems(now, ids))
        }}
      >
        {t('diagrams.deleteChosen')}
      </Button>
    </>
  )
}
