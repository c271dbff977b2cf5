import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  LONGEST_LABEL,
  LONGEST_NOTES,
  SHAPE_KINDS,
  SHAPE_SETS,
  type DiagramShape,
  type ShapeKind
} from '../../../../shared/diagrams/diagram.ts'
import { removeItems } from '../../../../shared/diagrams/edits/remove.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { LinkSection } from '../links/LinkSection.tsx'
import { findCommon, setKey } from './change-items.ts'
import { changeKind } from './change-kind.ts'
import { FieldList } from './FieldList.tsx'
import { ImageField } from './ImageField.tsx'
import { KeptData } from './KeptData.tsx'
import { Pick, Section, TextField } from './inspector-fields.tsx'
import { PlaceFields } from './PlaceFields.tsx'
import { StyleFields } from './StyleFields.tsx'
import { useEdits } from './use-edits.ts'
import { useShapeNames } from './use-shape-names.ts'

/** One shape, or several of them at once. */
export function ShapeForm({ shapes }: { shapes: readonly DiagramShape[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const nameOf = useShapeNames()
  const key = shapes.map(({ id }) => id).join(' ')
  // Ids stay the same while their shapes change.
  const ids = useMemo(() => key.split(' '), [key])
  const edits = useEdits(ids)
  const [one] = shapes
  if (!one) return null
  const single = shapes.length === 1 ? one : null
  const kind = findCommon(shapes, (shape) => shape.kind)
  const title = single ? nameOf(single) : t('diagrams.shapes', { count: shapes.length, formatted: formats.count(shapes.length) })
  const isLocked = shapes.every((shape) => shape.isLocked === true)
  return (
    <>
      <header className="inspector-head">
        <p className="inspector-what">{kind.isMixed ? t('diagrams.severalKinds') : t(`diagramShapes.kinds.${kind.value ?? one.kind}`)}</p>
        <h2>{title}</h2>
      </header>
      <Section title={t('diagrams.text')} isBare>
        <TextField
          label={t('diagrams.label')}
          value={findCommon(shapes, ({ label }) => label)}
          isLong
          maxLength={LONGEST_LABEL}
          testId="inspector-label"
          onType={(label) => {
            edits.shapes('label', (shape) => setKey(shape, 'label', label), true)
          }}
        />
        <KindField
          value={kind}
          onPick={(next) => {
            edits.make('kind', (items) => changeKind(items, ids, next))
          }}
        />
      </Section>
      {single && <LinkSection shape={single} />}
      {single?.kind === 'entity' && <FieldList shape={single} edits={edits} />}
      {single?.kind === 'image' && <ImageField shape={single} edits={edits} />}
      <StyleFields items={shapes} edits={edits} />
      <PlaceFields shapes={shapes} edits={edits} />
      <Section title={t('diagrams.notes')}>
        <TextField
          label={t('diagrams.notesHelp')}
          value={findCommon(shapes, ({ notes }) => notes ?? '')}
          isLong
          minRows={3}
          maxLength={LONGEST_NOTES}
          testId="inspector-notes"
          onType={(notes) => {
            edits.shapes('notes', (shape) => setKey(shape, 'notes', notes === '' ? undefined : notes), true)
          }}
        />
      </Section>
      {single && <KeptData item={single} />}
      <Button
        className="inspector-delete"
        variant="default"
        size="xs"
        leftSection={<IconTrash size={15} stroke={1.6} />}
        disabled={isLocked}
        data-testid="inspector-delete"
        onClick={() => {
          edits.make('delete', (items) => removeItems(items, ids))
        }}
      >
        {t('diagrams.deleteShapes', { count: shapes.length })}
      </Button>
    </>
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
