import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconBoxAlignRight,
  IconLink,
  IconListDetails,
  IconPlus,
  IconRowInsertBottom,
  IconTrash,
  IconVectorSpline,
  type Icon
} from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, SHAPE_KINDS, SHAPE_SETS } from '../../../../shared/diagrams/diagram.ts'
import { mayContain } from '../../../../shared/diagrams/edits/contain.ts'
import { isContainer } from '../../../../shared/diagrams/edits/items.ts'
import { openLinkPicker } from '../links/link-picker-store.ts'
import { useShapeNames } from '../panels/use-shape-names.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { shapeOfRow, type OutlineRow } from './outline-tree.ts'
import type { OutlineEdits } from './use-outline-edits.ts'

/** So many are offered at once; typing finds the others. */
const MOST_OFFERED = 200

export type OutlineQuestion = 'connect' | 'move'

interface OutlineToolsProps {
  row: OutlineRow | undefined
  edits: OutlineEdits
  asked: OutlineQuestion | null
  onAsk: (question: OutlineQuestion | null) => void
  /** The keyboard goes back to the list. */
  onDone: () => void
  /** The keyboard goes to the fields of the row. */
  onFields: () => void
}

/** Everything that changes the diagram from the list, by mouse as by key. */
export function OutlineTools({ row, edits, asked, onAsk, onDone, onFields }: OutlineToolsProps): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const shape = shapeOfRow(row, items)
  const own = row?.row === 'shape' ? row.shape : null
  const tools: { name: string; icon: Icon; run: () => void; isOff: boolean }[] = [
    { name: 'add', icon: IconPlus, run: edits.addBeside, isOff: false },
    { name: 'addInside', icon: IconRowInsertBottom, run: edits.addInside, isOff: !own || !isContainer(own) },
    {
      name: 'connect',
      icon: IconVectorSpline,
      run: () => {
        onAsk(asked === 'connect' ? null : 'connect')
      },
      isOff: !shape
    },
    {
      name: 'move',
      icon: IconBoxAlignRight,
      run: () => {
        onAsk(asked === 'move' ? null : 'move')
      },
      isOff: !own
    },
    {
      name: 'link',
      icon: IconLink,
      run: () => {
        if (own) openLinkPicker(own.id)
      },
      isOff: !own
    },
    {
      name: 'up',
      icon: IconArrowUp,
      run: () => {
        edits.shift(-1)
      },
      isOff: !own || row?.place === 1
    },
    {
      name: 'down',
      icon: IconArrowDown,
      run: () => {
        edits.shift(1)
      },
      isOff: !own || row?.place === row?.siblings
    },
    { name: 'fields', icon: IconListDetails, run: onFields, isOff: !row },
    { name: 'delete', icon: IconTrash, run: edits.remove, isOff: !row }
  ]
  return (
    <div className="outline-tools">
      <KindPicker onPick={edits.addKind} />
      <div className="outline-buttons" role="toolbar" aria-label={t('diagrams.outlineTools')}>
        {tools.map(({ name, icon: Icon, run, isOff }) => (
          <ActionIcon
            key={name}
            variant="subtle"
            color="gray"
            size={30}
            disabled={isOff}
            aria-label={t(`diagrams.outlineDo.${name}`)}
            title={t(`diagrams.outlineDo.${name}`)}
            {...(name === asked ? { 'aria-expanded': true } : {})}
            data-testid={`outline-${name}`}
            onClick={run}
          >
            <Icon size={17} stroke={1.6} />
          </ActionIcon>
        ))}
      </div>
      {asked === 'connect' && shape && (
        <ConnectForm
          key={shape.id}
          shapeId={shape.id}
          onConnect={(targetId, label, way) => {
            edits.connect(targetId, label, way)
            onAsk(null)
          }}
          onCancel={() => {
            onAsk(null)
            onDone()
          }}
        />
      )}
      {asked === 'move' && own && (
        <MoveForm
          key={own.id}
          shapeId={own.id}
          onMove={(containerId) => {
            edits.moveInto(containerId)
            onAsk(null)
          }}
          onCancel={() => {
            onAsk(null)
            onDone()
          }}
        />
      )}
    </div>
  )
}

function KindPicker({ onPick }: { onPick: OutlineEdits['addKind'] }): ReactNode {
  const { t } = useTranslation()
  const data = useMemo(
    () =>
      SHAPE_SETS.map((set) => ({
        group: t(`diagramShapes.sets.${set}`),
        items: SHAPE_KINDS[set].map((kind) => ({ value: kind, label: t(`diagramShapes.kinds.${kind}`) }))
      })),
    [t]
  )
  return (
    <Select
      aria-label={t('diagrams.outlineAdd')}
      placeholder={t('diagrams.outlineAdd')}
      leftSection={<IconPlus size={15} stroke={1.8} />}
      data={data}
      value={null}
      searchable
      selectFirstOptionOnChange
      nothingFoundMessage={t('diagrams.nothingFound')}
      maxDropdownHeight={320}
      data-testid="outline-kind"
      onChange={(next) => {
        const kind = Object.values(SHAPE_KINDS)
          .flat()
          .find((each) => each === next)
        if (kind) onPick(kind)
      }}
    />
  )
}

interface ConnectFormProps {
  shapeId: string
  onConnect: OutlineEdits['connect']
  onCancel: () => void
}

function ConnectForm({ shapeId, onConnect, onCancel }: ConnectFormProps): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const nameOf = useShapeNames()
  const [targetId, setTargetId] = useState<string | null>(null)
  const [label, setLabel] = useState('')
  const [way, setWay] = useState<'to' | 'from'>('to')
  const own = items.get(shapeId)
  const name = own && isShape(own) ? nameOf(own) : ''
  const others = useMemo(
    () => [
      ...[...items.values()]
        .filter(isShape)
        .filter(({ id }) => id !== shapeId)
        .map((shape) => ({ value: shape.id, label: nameOf(shape) })),
      { value: shapeId, label: `${name} (${t('diagramCanvas.connect.itself')})` }
    ],
    [items, shapeId, nameOf, name, t]
  )
  return (
    <form
      className="outline-form"
      aria-label={t('diagrams.outlineDo.connect')}
      data-editing
      data-testid="outline-connect-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (targetId !== null) onConnect(targetId, label.trim(), way)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Select
        label={t('diagrams.connectWay')}
        data={[
          { value: 'to', label: t('diagrams.connectTo', { name }) },
          { value: 'from', label: t('diagrams.connectFrom', { name }) }
        ]}
        value={way}
        allowDeselect={false}
        onChange={(next) => {
          setWay(next === 'from' ? 'from' : 'to')
        }}
      />
      <Select
        label={t('diagrams.connectWith')}
        data={others}
        limit={MOST_OFFERED}
        value={targetId}
        searchable
        selectFirstOptionOnChange
        autoFocus
        nothingFoundMessage={t('diagrams.nothingFound')}
        data-testid="outline-connect-target"
        onChange={setTargetId}
      />
      <TextInput
        label={t('diagrams.connectLabel')}
        value={label}
        maxLength={400}
        data-testid="outline-connect-label"
        onChange={({ currentTarget: { value } }) => {
          setLabel(value)
        }}
      />
      <footer>
        <Button size="xs" variant="default" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button size="xs" type="submit" disabled={targetId === null} data-testid="outline-connect-done">
          {t('diagrams.connect')}
        </Button>
      </footer>
    </form>
  )
}

interface MoveFormProps {
  shapeId: string
  onMove: OutlineEdits['moveInto']
  onCancel: () => void
}

const NO_PARENT = 'page'

function MoveForm({ shapeId, onMove, onCancel }: MoveFormProps): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const nameOf = useShapeNames()
  const containers = useMemo(
    () => [
      { value: NO_PARENT, label: t('diagrams.noContainer') },
      ...[...items.values()]
        .filter(isShape)
        .filter(isContainer)
        .filter(({ id }) => mayContain(items, id, shapeId))
        .map((shape) => ({ value: shape.id, label: nameOf(shape) }))
    ],
    [items, shapeId, nameOf, t]
  )
  return (
    <div
      className="outline-form"
      data-editing
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Select
        label={t('diagrams.outlineDo.move')}
        data={containers}
        value={null}
        searchable
        autoFocus
        nothingFoundMessage={t('diagrams.nothingFound')}
        data-testid="outline-move-target"
        onChange={(next) => {
          if (next !== null) onMove(next === NO_PARENT ? null : next)
        }}
      />
    </div>
  )
}
