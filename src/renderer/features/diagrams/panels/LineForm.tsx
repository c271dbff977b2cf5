import { Button, Switch } from '@mantine/core'
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  isAttached,
  isShape,
  LINE_HEADS,
  LINE_ROUTES,
  LONGEST_LABEL,
  LONGEST_NOTES,
  SIDES,
  type DiagramLine
} from '../../../../shared/diagrams/diagram.ts'
import { reconnect, turnAround } from '../../../../shared/diagrams/edits/connect.ts'
import { setLocked } from '../../../../shared/diagrams/edits/lock.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { giveBack } from '../../../../shared/diagrams/ways/own.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { useDiagram } from '../store/use-diagram.ts'
import { findCommon, setKey } from './change-items.ts'
import { Choice, Pick, Section, TextField } from './inspector-fields.tsx'
import { KeptData } from './KeptData.tsx'
import { StyleFields } from './StyleFields.tsx'
import { useEdits, type Edits } from './use-edits.ts'
import { useEndNames, useShapeNames } from './use-shape-names.ts'

const ICON = { size: 15, stroke: 1.6 }
const NEAREST = 'nearest'

/** One line, or several at once. */
export function LineForm({ lines }: { lines: readonly DiagramLine[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const items = useDiagram((state) => state.items)
  const endName = useEndNames()
  const key = lines.map(({ id }) => id).join(' ')
  const ids = useMemo(() => key.split(' '), [key])
  const edits = useEdits(ids)
  const [one] = lines
  if (!one) return null
  const single = lines.length === 1 ? one : null
  const isLocked = findCommon(lines, (line) => line.isLocked === true)
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-what">
          {single ? t('diagrams.line') : t('diagrams.lines', { count: lines.length, formatted: formats.count(lines.length) })}
        </p>
        {single && (
          <h2>
            {endName(items, single.from)} → {endName(items, single.to)}
          </h2>
        )}
      </header>
      <Section title={t('diagrams.text')} isBare>
        <TextField
          label={t('diagrams.label')}
          value={findCommon(lines, ({ label }) => label)}
          isLong
          minRows={1}
          maxLength={LONGEST_LABEL}
          testId="inspector-label"
          onType={(label) => {
            edits.lines('label', (line) => setKey(line, 'label', label), true)
          }}
        />
      </Section>
      {single && <Ends line={single} edits={edits} />}
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
        <div className="inspector-pair">
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
            disabled={isLocked.value === true}
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
      <StyleFields items={lines} edits={edits} />
      <Section title={t('diagrams.notes')}>
        <TextField
          label={t('diagrams.notesHelp')}
          value={findCommon(lines, ({ notes }) => notes ?? '')}
          isLong
          maxLength={LONGEST_NOTES}
          testId="inspector-notes"
          onType={(notes) => {
            edits.lines('notes', (line) => setKey(line, 'notes', notes === '' ? undefined : notes), true)
          }}
        />
        <Switch
          label={t('diagrams.locked')}
          checked={isLocked.value === true}
          data-testid="place-locked"
          onChange={() => {
            edits.make('lock', (now) => setLocked(now, ids, isLocked.value !== true))
          }}
        />
      </Section>
      {single && <KeptData item={single} />}
      <Button
        className="inspector-delete"
        variant="default"
        size="xs"
        leftSection={<IconTrash {...ICON} />}
        disabled={isLocked.value === true}
        data-testid="inspector-delete"
        onClick={() => {
          edits.make('delete', (now) => removeItems(now, ids))
        }}
      >
        {t('diagrams.deleteLines', { count: lines.length })}
      </Button>
    </>
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
