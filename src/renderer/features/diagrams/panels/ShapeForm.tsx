import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SHAPE_KINDS, SHAPE_SETS, type DiagramShape, type ShapeKind } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { LinkSection } from '../links/LinkSection.tsx'
import { findCommon } from './change-items.ts'
import { changeKind } from './change-kind.ts'
import { ChosenForm } from './ChosenForm.tsx'
import { FieldList } from './FieldList.tsx'
import { ImageField } from './ImageField.tsx'
import { Pick } from './inspector-fields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { useShapeNames } from './use-shape-names.ts'

/** One shape, or several of them at once. */
export function ShapeForm({ shapes }: { shapes: readonly DiagramShape[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useShapeNames()
  const [one] = shapes
  if (!one) return null
  const single = shapes.length === 1 ? one : null
  const kind = findCommon(shapes, (shape) => shape.kind)
  return (
    <ChosenForm
      items={shapes}
      what={kind.isMixed ? t('diagrams.severalKinds') : t(`diagramShapes.kinds.${kind.value ?? one.kind}`)}
      title={single ? nameOf(single) : t('diagrams.shapes', { count: shapes.length, formatted: formats.count(shapes.length) })}
      deleteLabel={t('diagrams.deleteShapes', { count: shapes.length })}
      rows={{ label: 2, notes: 3 }}
      text={(edits) => (
        <KindField
          value={kind}
          onPick={(next) => {
            const ids = shapes.map(({ id }) => id)
            edits.make('kind', (items) => changeKind(items, ids, next))
          }}
        />
      )}
      before={(edits) =>
        single && (
          <>
            <LinkSection shape={single} />
            {single.kind === 'entity' && <FieldList shape={single} edits={edits} />}
            {single.kind === 'image' && <ImageField shape={single} edits={edits} />}
          </>
        )
      }
      after={(edits) => <PlaceFields shapes={shapes} edits={edits} />}
    />
  )
}

function KindField({
  value,
  onPick
}: {
  value: ReturnType<typeof findCommon<DiagramShape, ShapeKind>>
  onPick: (kind: ShapeKind) => void
}): ReactNode {
  const { t } = useTranslation()
  const data = SHAPE_SETS.map((set) => ({
    group: t(`diagramShapes.sets.${set}`),
    items: SHAPE_KINDS[set].map((kind) => ({ value: kind, label: t(`diagramShapes.kinds.${kind}`) }))
  }))
  return (
    <Pick
      label={t('diagrams.kind')}
      value={value}
      data={data}
      isSearched
      testId="inspector-kind"
      onPick={(next) => {
        const kind = Object.values(SHAPE_KINDS)
          .flat()
          .find((each) => each === next)
        if (kind) onPick(kind)
      }}
    />
  )
}
