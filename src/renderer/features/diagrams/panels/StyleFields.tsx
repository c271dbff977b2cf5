import {
  IconAlignCenter,
  IconAlignLeft,
  IconAlignRight,
  IconBold,
  IconItalic,
  IconLayoutAlignBottom,
  IconLayoutAlignMiddle,
  IconLayoutAlignTop
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DASHES, isShape, type DiagramItem, type ShapeStyle } from '../../../../shared/diagrams/diagram.ts'
import { SHAPE_LOOKS } from '../../../../shared/diagrams/shape-kinds.ts'
import { INK } from '../../../../shared/models/diagram-shapes.ts'
import { findCommon, type Common } from './change-items.ts'
import { ColourField } from './ColourField.tsx'
import { Choice, NumberField, Section } from './inspector-fields.tsx'
import type { Edits } from './use-edits.ts'

const ICON = { size: 16, stroke: 1.7, 'aria-hidden': true }
const LINE_LOOK = { stroke: INK.muted, ink: INK.accentInk, weight: 1.4, fontSize: 12 }

const styleOf = (item: DiagramItem): ShapeStyle => item.style
/** What an item looks like where nothing was chosen. */
const usualOf = (item: DiagramItem): { fill?: string; stroke: string; ink: string; weight: number; fontSize: number } =>
  isShape(item) ? SHAPE_LOOKS[item.kind] : LINE_LOOK
const oneOf = <T,>(common: Common<T | undefined>): T | undefined => (common.isMixed ? undefined : common.value)

/** Colours, line and letters of what is chosen: `onlyLines` have no ground and no place for their text. */
export function StyleFields({ items, edits }: { items: readonly DiagramItem[]; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const hasShapes = items.some(isShape)
  const allShapes = items.every(isShape)
  const common = <K extends keyof ShapeStyle>(key: K): Common<ShapeStyle[K] | undefined> => findCommon(items, (item) => styleOf(item)[key])
  const usual = {
    fill: oneOf(findCommon(items.filter(isShape), ({ kind }) => SHAPE_LOOKS[kind].fill)),
    stroke: oneOf(findCommon(items, (item) => usualOf(item).stroke)),
    ink: oneOf(findCommon(items, (item) => usualOf(item).ink)),
    weight: oneOf(findCommon(items, (item) => usualOf(item).weight)),
    fontSize: oneOf(findCommon(items, (item) => usualOf(item).fontSize))
  }
  return (
    <Section title={t('diagrams.style')}>
      {hasShapes && (
        <ColourField
          label={t('diagrams.fill')}
          value={findCommon(items.filter(isShape), ({ style }) => style.fill)}
          usual={usual.fill}
          mayBeNone
          testId="style-fill"
          onChoose={(colour) => {
            edits.style('fill', colour)
          }}
        />
      )}
      <ColourField
        label={t('diagrams.stroke')}
        value={common('stroke')}
        usual={usual.stroke}
        mayBeNone
        testId="style-stroke"
        onChoose={(colour) => {
          edits.style('stroke', colour)
        }}
      />
      <ColourField
        label={t('diagrams.ink')}
        value={common('ink')}
        usual={usual.ink}
        testId="style-ink"
        onChoose={(colour) => {
          edits.style('ink', colour)
        }}
      />
      <Choice
        label={t('diagrams.dash')}
        value={findCommon(items, (item) => styleOf(item).dash ?? (isShape(item) && SHAPE_LOOKS[item.kind].isDashed ? 'dashed' : 'solid'))}
        choices={DASHES.map((dash) => ({ value: dash, label: t(`diagrams.dashes.${dash}`) }))}
        testId="style-dash"
        onChoose={(dash) => {
          edits.style('dash', dash)
        }}
      />
      <div className="inspector-pair">
        <NumberField
          label={t('diagrams.weight')}
          value={common('weight')}
          least={0.25}
          most={20}
          step={0.5}
          digits={2}
          {...(usual.weight === undefined ? {} : { usual: usual.weight })}
          testId="style-weight"
          onType={(weight) => {
            edits.style('weight', weight, true)
          }}
        />
        <NumberField
          label={t('diagrams.fontSize')}
          value={common('fontSize')}
          least={4}
          most={200}
          {...(usual.fontSize === undefined ? {} : { usual: usual.fontSize })}
          testId="style-size"
          onType={(size) => {
            edits.style('fontSize', size, true)
          }}
        />
      </div>
      {allShapes && <LetterFields items={items} edits={edits} />}
    </Section>
  )
}

function LetterFields({ items, edits }: { items: readonly DiagramItem[]; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const shapes = items.filter(isShape)
  const isBold = findCommon(shapes, ({ style, kind }) => style.isBold ?? SHAPE_LOOKS[kind].face === 'bold')
  const isItalic = findCommon(shapes, ({ style }) => style.isItalic ?? false)
  const named = (icon: ReactNode, key: string): { label: ReactNode; name: string } => ({ label: icon, name: t(`diagrams.aligns.${key}`) })
  return (
    <>
      <div className="inspector-toggles" role="group" aria-label={t('diagrams.letters')}>
        <button
          type="button"
          className="inspector-toggle"
          aria-pressed={isBold.value === true}
          title={t('diagrams.bold')}
          aria-label={t('diagrams.bold')}
          data-testid="style-bold"
          onClick={() => {
            edits.style('isBold', isBold.value !== true)
          }}
        >
          <IconBold {...ICON} />
        </button>
        <button
          type="button"
          className="inspector-toggle"
          aria-pressed={isItalic.value === true}
          title={t('diagrams.italic')}
          aria-label={t('diagrams.italic')}
          data-testid="style-italic"
          onClick={() => {
            edits.style('isItalic', isItalic.value === true ? undefined : true)
          }}
        >
          <IconItalic {...ICON} />
        </button>
      </div>
      <div className="inspector-pair">
        <Choice
          label={t('diagrams.align')}
          value={findCommon(shapes, ({ style, kind }) => style.align ?? SHAPE_LOOKS[kind].align)}
          choices={[
            { value: 'start', ...named(<IconAlignLeft {...ICON} />, 'start') },
            { value: 'middle', ...named(<IconAlignCenter {...ICON} />, 'middle') },
            { value: 'end', ...named(<IconAlignRight {...ICON} />, 'end') }
          ]}
          testId="style-align"
          onChoose={(align) => {
            edits.style('align', align)
          }}
        />
        <Choice
          label={t('diagrams.valign')}
          value={findCommon(shapes, ({ style, kind }) => style.valign ?? SHAPE_LOOKS[kind].valign)}
          choices={[
            { value: 'top', ...named(<IconLayoutAlignTop {...ICON} />, 'top') },
            { value: 'middle', ...named(<IconLayoutAlignMiddle {...ICON} />, 'centre') },
            { value: 'bottom', ...named(<IconLayoutAlignBottom {...ICON} />, 'bottom') }
          ]}
          testId="style-valign"
          onChoose={(valign) => {
            edits.style('valign', valign)
          }}
        />
      </div>
    </>
  )
}
