import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, PAGE_LIMIT, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { mayContain } from '../../../../shared/diagrams/edits/contain.ts'
import { isContainer, NO_PATCH, type Items, type Patch } from '../../../../shared/diagrams/edits/items.ts'
import { move } from '../../../../shared/diagrams/edits/move.ts'
import { LEAST_SIDE, resize } from '../../../../shared/diagrams/edits/resize.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { findCommon } from './change-items.ts'
import { NumberField, Pick, Section } from './inspector-fields.tsx'
import { moveInto } from './move-into.ts'
import { useShapeNames } from './use-shape-names.ts'
import type { Edits } from './use-edits.ts'

type Measure = 'x' | 'y' | 'width' | 'height'
const MEASURES: readonly Measure[] = ['x', 'y', 'width', 'height']
const NO_PARENT = 'page'

/** Each of the shapes at that place or of that size; a container takes along what stands in it. */
function setMeasure(items: Items, ids: readonly string[], measure: Measure, value: number): Patch {
  const put = new Map<string, Patch['put'][number]>()
  let now = items
  for (const id of ids) {
    const shape = now.get(id)
    if (!shape || !isShape(shape)) continue
    const patch =
      measure === 'x' || measure === 'y'
        ? move(now, [id], { x: 0, y: 0, [measure]: value - shape[measure] })
        : resize(now, id, { x: shape.x, y: shape.y, width: shape.width, height: shape.height, [measure]: value })
    if (patch === NO_PATCH) continue
    now = new Map([...now, ...patch.put.map((item) => [item.id, item] as const)])
    for (const item of patch.put) put.set(item.id, item)
  }
  return { put: [...put.values()], remove: [] }
}

/** Where the shapes stand, how large they are, and in what. */
export function PlaceFields({ shapes, edits }: { shapes: readonly DiagramShape[]; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const ids = shapes.map(({ id }) => id)
  const isLocked = findCommon(shapes, (shape) => shape.isLocked === true)
  return (
    <Section title={t('diagrams.place')}>
      <div className="inspector-four">
        {MEASURES.map((measure) => (
          <NumberField
            key={measure}
            label={t(`diagrams.measures.${measure}`)}
            value={findCommon(shapes, (shape) => shape[measure])}
            least={measure === 'x' || measure === 'y' ? -PAGE_LIMIT : LEAST_SIDE}
            most={PAGE_LIMIT}
            step={10}
            isOff={isLocked.value === true}
            testId={`place-${measure}`}
            onType={(value) => {
              edits.make(measure, (items) => setMeasure(items, ids, measure, value), true)
            }}
          />
        ))}
      </div>
      <ContainerField shapes={shapes} edits={edits} />
    </Section>
  )
}

/** One after the other, so that each finds a place of its own. */
function moveAll(items: Items, shapes: readonly DiagramShape[], containerId: string | null): Patch {
  const put = new Map<string, Patch['put'][number]>()
  let now = items
  for (const { id } of shapes) {
    const patch = moveInto(now, id, containerId)
    now = new Map([...now, ...patch.put.map((item) => [item.id, item] as const)])
    for (const item of patch.put) put.set(item.id, item)
  }
  return { put: [...put.values()], remove: [] }
}

function ContainerField({ shapes, edits }: { shapes: readonly DiagramShape[]; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((state) => state.items)
  const nameOf = useShapeNames()
  const containers = useMemo(
    () =>
      [...items.values()]
        .filter(isShape)
        .filter(isContainer)
        .filter((container) => shapes.every(({ id }) => id !== container.id && mayContain(items, container.id, id))),
    [items, shapes]
  )
  if (containers.length === 0) return null
  return (
    <Pick
      label={t('diagrams.container')}
      value={findCommon(shapes, ({ parentId }) => (parentId !== undefined && items.has(parentId) ? parentId : NO_PARENT))}
      data={[
        { value: NO_PARENT, label: t('diagrams.noContainer') },
        ...containers.map((each) => ({ value: each.id, label: nameOf(each) }))
      ]}
      isSearched={containers.length > 8}
      isOff={shapes.every(({ isLocked }) => isLocked === true)}
      testId="place-container"
      onPick={(parentId) => {
        const to = parentId === NO_PARENT ? null : parentId
        edits.make('container', (now) => moveAll(now, shapes, to))
      }}
    />
  )
}
