import { Menu } from '@mantine/core'
import {
  IconAlertCircle,
  IconArrowDown,
  IconArrowUp,
  IconBoxMultiple,
  IconBoxOff,
  IconCopy,
  IconDots,
  IconExclamationMark,
  IconGripVertical,
  IconPlus,
  IconTrash
} from '@tabler/icons-react'
import { useState, type DragEvent, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/formats.tsx'
import { ConditionView } from './ConditionView.tsx'
import { ROOT_ID, type DraftCondition, type DraftGroup, type DraftNode } from './draft.ts'
import type { Place } from './edit-rule.ts'
import { FieldPicker } from './FieldPicker.tsx'
import type { Fields } from './fields.ts'
import type { RuleEdits } from './use-rule-edits.ts'
import type { RuleCount } from './use-rule-count.ts'
import { WordSelect } from './WordSelect.tsx'

const ICON = { size: 16, stroke: 1.6 }
const DRAG_TYPE = 'application/x-cauce-rule-part'

interface PartProps {
  edits: RuleEdits
  fields: Fields
  count: Pick<RuleCount, 'parts' | 'isOld'>
  /** The part being dragged. */
  dragged: number | null
  onDrag: (id: number | null) => void
}

const MODES = ['all', 'any', 'none', 'not-all'] as const
type Mode = (typeof MODES)[number]
const modeOf = ({ join, not }: Pick<DraftGroup, 'join' | 'not'>): Mode =>
  join === 'all' ? (not ? 'not-all' : 'all') : not ? 'none' : 'any'
const JOIN_OF_MODE: Readonly<Record<Mode, Pick<DraftGroup, 'join' | 'not'>>> = {
  all: { join: 'all', not: false },
  any: { join: 'any', not: false },
  none: { join: 'any', not: true },
  'not-all': { join: 'all', not: true }
}

/** A group of conditions: what must hold of them, each in its line, and what can be added. */
export function GroupView({ group, ...part }: PartProps & { group: DraftGroup }): ReactNode {
  const { t } = useTranslation()
  const isRoot = group.id === ROOT_ID
  const { edits, fields } = part
  return (
    <div className={isRoot ? 'rule-group rule-root' : 'rule-group'} role="group" aria-label={t(`segmentBuilder.modes.${modeOf(group)}`)}>
      <div className="rule-group-head">
        <span>{t(isRoot ? 'segmentBuilder.customersWho' : 'segmentBuilder.who')}</span>
        <WordSelect
          label={t('segmentBuilder.modeLabel')}
          className="rule-mode"
          value={modeOf(group)}
          options={MODES.map((mode) => [mode, t(`segmentBuilder.modes.${mode}`)])}
          onChange={(mode) => {
            edits.join(group.id, JOIN_OF_MODE[mode])
          }}
          data-testid={isRoot ? 'rule-mode' : 'rule-mode-inner'}
        />
      </div>
      <ol className="rule-parts">
        {group.rules.map((node, index) => (
          <PartView key={node.id} {...part} node={node} place={{ groupId: group.id, index }} join={index === 0 ? null : group.join} />
        ))}
      </ol>
      <DropZone {...part} place={{ groupId: group.id, index: group.rules.length }}>
        <FieldPicker
          fields={fields}
          className="rule-add"
          label={t('segmentBuilder.addCondition')}
          onPick={(condition) => {
            edits.add(group.id, condition)
          }}
          data-testid={isRoot ? 'rule-add' : 'rule-add-inner'}
        >
          <IconPlus size={15} stroke={1.8} aria-hidden />
          {t('segmentBuilder.addCondition')}
        </FieldPicker>
        {edits.canNest(group.id) && (
          <button
            type="button"
            className="rule-add"
            onClick={() => {
              edits.addGroup(group.id)
            }}
            data-testid={isRoot ? 'rule-add-group' : 'rule-add-group-inner'}
          >
            <IconBoxMultiple size={15} stroke={1.7} aria-hidden />
            {t('segmentBuilder.addGroup')}
          </button>
        )}
      </DropZone>
    </div>
  )
}

/** Takes what is dragged, at `place`. */
function DropZone({ edits, dragged, onDrag, place, children }: PartProps & { place: Place; children: ReactNode }): ReactNode {
  const [isOver, setIsOver] = useState(false)
  return (
    <div
      className={isOver && dragged !== null ? 'rule-adds rule-drop' : 'rule-adds'}
      onDragOver={(event) => {
        if (dragged === null) return
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => {
        setIsOver(false)
      }}
      onDrop={(event) => {
        setIsOver(false)
        if (dragged === null) return
        event.preventDefault()
        event.stopPropagation()
        edits.drop(dragged, place)
        onDrag(null)
      }}
    >
      {children}
    </div>
  )
}

interface NodeProps extends PartProps {
  node: DraftNode
  place: Place
  /** Null: the first. */
  join: 'all' | 'any' | null
}

function PartView({ node, place, join, ...part }: NodeProps): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const { edits, dragged, onDrag } = part
  const [side, setSide] = useState<0 | 1 | null>(null)
  const [isGrabbed, setIsGrabbed] = useState(false)
  const problem = part.count.parts.problems.get(node.id)
  const customers = part.count.parts.customers.get(node.id)
  const onOver = (event: DragEvent<HTMLElement>): void => {
    if (dragged === null || dragged === node.id) return
    event.preventDefault()
    event.stopPropagation()
    const box = event.currentTarget.getBoundingClientRect()
    setSide(event.clientY > box.top + box.height / 2 ? 1 : 0)
  }
  const onDrop = (event: DragEvent<HTMLElement>): void => {
    if (dragged === null || side === null) return
    event.preventDefault()
    event.stopPropagation()
    edits.drop(dragged, { ...place, index: place.index + side })
    setSide(null)
    onDrag(null)
  }
  const isTarget = side !== null && dragged !== null && dragged !== node.id
  return (
    <li
      className={[
        'rule-part',
        ...(isTarget ? [side === 1 ? 'rule-drop-after' : 'rule-drop-before'] : []),
        ...(dragged === node.id ? ['rule-dragged'] : [])
      ].join(' ')}
      data-part={node.id}
      data-testid="rule-part"
      draggable={isGrabbed}
      onDragStart={(event) => {
        event.stopPropagation()
        event.dataTransfer.setData(DRAG_TYPE, String(node.id))
        event.dataTransfer.effectAllowed = 'move'
        onDrag(node.id)
      }}
      onDragEnd={() => {
        setIsGrabbed(false)
        onDrag(null)
      }}
      onDragOver={onOver}
      onDragLeave={() => {
        setSide(null)
      }}
      onDrop={onDrop}
    >
      <span className="rule-join" aria-hidden={join === null}>
        {join === null ? '' : t(`segmentBuilder.joins.${join}`)}
      </span>
      <div className={problem ? 'rule-card rule-card-open' : 'rule-card'}>
        <Handle node={node} place={place} edits={edits} onGrab={setIsGrabbed} />
        <div className="rule-body">
          {node.kind === 'group' ? (
            <GroupView {...part} group={node} />
          ) : (
            <div className="rule-sentence">
              {node.not && <NotPill node={node} edits={edits} />}
              <ConditionView condition={node} fields={part.fields} onChange={edits.change} />
            </div>
          )}
          {problem && (
            <p className="rule-problem" data-testid="rule-problem">
              <IconAlertCircle size={14} stroke={1.7} aria-hidden /> {text(problem)}
            </p>
          )}
        </div>
        {customers !== undefined && !problem && (
          <span
            className={part.count.isOld ? 'rule-count rule-old' : 'rule-count'}
            title={t(node.kind === 'group' ? 'segmentBuilder.countOfGroup' : 'segmentBuilder.countOfCondition')}
            data-testid="rule-count"
          >
            {count(customers)}
          </span>
        )}
        <PartMenu node={node} edits={edits} />
      </div>
    </li>
  )
}

function NotPill({ node, edits }: { node: DraftCondition; edits: RuleEdits }): ReactNode {
  const { t } = useTranslation()
  return (
    <button
      type="button"
      className="rule-not"
      title={t('segmentBuilder.unnegate')}
      onClick={() => {
        edits.change({ ...node, not: false })
      }}
    >
      {t('segmentBuilder.not')}
    </button>
  )
}

/** The grip: dragged by hand, moved with the arrow keys. */
function Handle({
  node,
  place,
  edits,
  onGrab
}: {
  node: DraftNode
  place: Place
  edits: RuleEdits
  onGrab: (is: boolean) => void
}): ReactNode {
  const { t } = useTranslation()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    edits.step(node.id, event.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    <button
      type="button"
      className="rule-handle"
      aria-label={t('segmentBuilder.handle', { number: place.index + 1 })}
      title={t('segmentBuilder.handleHint')}
      data-testid="rule-handle"
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        onGrab(true)
      }}
      onPointerUp={() => {
        onGrab(false)
      }}
    >
      <IconGripVertical size={15} stroke={1.6} aria-hidden />
    </button>
  )
}

function PartMenu({ node, edits }: { node: DraftNode; edits: RuleEdits }): ReactNode {
  const { t } = useTranslation()
  const isGroup = node.kind === 'group'
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="rule-icon"
          aria-label={t(isGroup ? 'segmentBuilder.groupMenu' : 'segmentBuilder.conditionMenu')}
          data-testid="rule-menu"
        >
          <IconDots size={16} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {!isGroup && (
          <Menu.Item
            leftSection={<IconExclamationMark {...ICON} />}
            onClick={() => {
              edits.change({ ...node, not: !node.not })
            }}
            data-testid="rule-negate"
          >
            {t(node.not ? 'segmentBuilder.unnegate' : 'segmentBuilder.negate')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCopy {...ICON} />}
          onClick={() => {
            edits.duplicate(node.id)
          }}
          data-testid="rule-duplicate"
        >
          {t('segmentBuilder.duplicate')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowUp {...ICON} />}
          onClick={() => {
            edits.step(node.id, 'up')
          }}
        >
          {t('segmentBuilder.moveUp')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconArrowDown {...ICON} />}
          onClick={() => {
            edits.step(node.id, 'down')
          }}
        >
          {t('segmentBuilder.moveDown')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBoxMultiple {...ICON} />}
          onClick={() => {
            edits.wrap(node.id)
          }}
          data-testid="rule-wrap"
        >
          {t('segmentBuilder.wrap')}
        </Menu.Item>
        {isGroup && (
          <Menu.Item
            leftSection={<IconBoxOff {...ICON} />}
            onClick={() => {
              edits.dissolve(node.id)
            }}
          >
            {t('segmentBuilder.dissolve')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTrash {...ICON} />}
          onClick={() => {
            edits.remove(node.id)
          }}
          data-testid="rule-remove"
        >
          {t('common.remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
