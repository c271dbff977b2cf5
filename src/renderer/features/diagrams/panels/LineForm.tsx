import { Button } from '@mantine/core'
import { IconArrowsExchange } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isShape, LINE_HEADS, LINE_ROUTES, SIDES, type DiagramLine } from '../../../../shared/diagrams/diagram.ts'
import { reconnect, turnAround } from '../../../../shared/diagrams/edits/connect.ts'
import { giveBack } from '../../../../shared/diagrams/ways/own.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { findCommon, setKey } from './change-items.ts'
import { ChosenForm } from './ChosenForm.tsx'
import { Choice, Pick, Section } from './inspector-fields.tsx'
import type { Edits } from './use-edits.ts'
import { useEndNames, useShapeNames } from './use-shape-names.ts'

const ICON = { size: 15, stroke: 1.6 }
const NEAREST = 'nearest'

/** One line, or several at once. */
export function LineForm({ lines }: { lines: readonly DiagramLine[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const items = useDiagram((state) => state.items)
  const endName = useEndNames()
  const [one] = lines
  if (!one) return null
  const single = lines.length === 1 ? one : null
  return (
    <ChosenForm
      items={lines}
      what={single ? t('diagrams.line') : t('diagrams.lines', { count: lines.length, formatted: formats.count(lines.length) })}
      title={single && `${endName(items, single.from)} → ${endName(items, single.to)}`}
      deleteLabel={t('diagrams.deleteLines', { count: lines.length })}
      rows={{ label: 1, notes: 2 }}
      before={(edits) => (
        <>
          {single && <Ends line={single} edits={edits} />}
          <Way lines={lines} edits={edits} />
        </>
      )}
    />
  )
}

/** Which way lines go, and what their ends look like. */
function Way({ lines, edits }: { lines: readonly DiagramLine[]; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const isLocked = lines.every((line) => line.isLocked === true)
  const ids = lines.map(({ id }) => id)
  return (
    <Section title={t('diagrams.way')}>
      <Choice
        label={t('diagrams.route')}
        value={findCommon(lines, ({ route }) => route)}
        choices={LINE_ROUTES.map((route) => ({ value: route, label: t(`diagrams.routes.${route}`) }))}
        testId="line-route"
        onChoose={(route) => {
          edits.lines('route', (line) => setKey(line, 'route', route))
        }}
      />
      <div className="inspector-end">
        {(['startHead', 'endHead'] as const).map((end) => (
          <Pick
            key={end}
            label={t(`diagrams.${end}`)}
            value={findCommon(lines, (line) => line[end])}
            data={LINE_HEADS.map((head) => ({ value: head, label: t(`diagrams.heads.${head}`) }))}
            testId={`line-${end}`}
            onPick={(next) => {
              const head = LINE_HEADS.find((each) => each === next)
              if (head) edits.lines(end, (line) => setKey(line, end, head))
            }}
          />
        ))}
      </div>
      <div className="inspector-buttons">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowsExchange {...ICON} />}
          disabled={isLocked}
          data-testid="line-turn"
          onClick={() => {
            edits.make('turn', (now) => turnAround(now, ids))
          }}
        >
          {t('diagrams.turnAround')}
        </Button>
        {lines.some(({ points }) => points.length > 0) && (
          <Button
            size="xs"
            variant="default"
            data-testid="line-straighten"
            onClick={() => {
              edits.lines('points', (line) => (line.points.length === 0 || line.isLocked === true ? line : giveBack(line)))
            }}
          >
            {t('diagrams.dropCorners')}
          </Button>
        )}
      </div>
    </Section>
  )
}

/** What a line joins, by name, and on which sides: by keyboard what the mouse does at its ends. */
function Ends({ line, edits }: { line: DiagramLine; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const nameOf = useShapeNames()
  const shapes = useMemo(
    () => [...items.values()].filter(isShape).map((shape) => ({ value: shape.id, label: nameOf(shape) })),
    [items, nameOf]
  )
  return (
    <Section title={t('diagrams.ends')}>
      {(['from', 'to'] as const).map((which) => {
        const end = line[which]
        const shapeId = isAttached(end) ? end.shapeId : null
        return (
          <div key={which} className="inspector-end">
            <Pick
              label={t(`diagrams.end.${which}`)}
              value={{ isMixed: false, value: shapeId }}
              data={shapes}
              isSearched
              placeholder={t('diagrams.looseEnd')}
              testId={`line-${which}`}
              onPick={(next) => {
                if (next !== null) edits.make(which, (now) => reconnect(now, line.id, which, { shapeId: next }))
              }}
            />
            {isAttached(end) && (
              <Pick
                label={t('diagrams.side')}
                value={{ isMixed: false, value: end.side ?? NEAREST }}
                data={[
                  { value: NEAREST, label: t('diagrams.sides.nearest') },
                  ...SIDES.map((side) => ({ value: side, label: t(`diagrams.sides.${side}`) }))
                ]}
                testId={`line-${which}-side`}
                onPick={(next) => {
                  const side = SIDES.find((each) => each === next)
                  edits.make(which, (now) => reconnect(now, line.id, which, { shapeId: end.shapeId, ...(side && { side }) }))
                }}
              />
            )}
          </div>
        )
      })}
    </Section>
  )
}
