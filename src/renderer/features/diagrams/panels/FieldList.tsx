import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape, EntityField } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { setKey } from './change-items.ts'
import { addField } from './edit-fields.ts'
import { FieldDialog } from './FieldDialog.tsx'
import { Section } from './inspector-fields.tsx'
import type { Edits } from './use-edits.ts'

const MOST_LISTED = 8

/** The fields of a table: the first few to be seen, all of them to be changed in a dialog of their own. */
export function FieldList({ shape, edits }: { shape: DiagramShape; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [isOpen, setIsOpen] = useState(false)
  const fields = shape.fields ?? []
  const change = (next: EntityField[], isTyping = false): void => {
    edits.shapes('fields', (each) => setKey(each, 'fields', next.length === 0 ? undefined : next), isTyping)
  }
  return (
    <Section title={t('diagrams.fields', { count: fields.length, formatted: formats.count(fields.length) })}>
      {fields.length > 0 && (
        <ul className="inspector-fields-list">
          {fields.slice(0, MOST_LISTED).map((field, index) => (
            // Two fields may be called the same in what other programs drew.
            <li key={`${String(index)} ${field.name}`}>
              <span>{field.name}</span>
              <span className="faint">
                {[field.key ? t(`diagrams.fieldKeys.${field.key}`) : '', field.type].filter((word) => word !== '').join(' · ')}
              </span>
            </li>
          ))}
        </ul>
      )}
      {fields.length > MOST_LISTED && <p className="inspector-quiet">{t('diagrams.moreFields', { count: fields.length - MOST_LISTED })}</p>}
      <div className="inspector-buttons">
        {fields.length > 0 && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPencil size={15} stroke={1.6} />}
            data-testid="fields-edit"
            onClick={() => {
              setIsOpen(true)
            }}
          >
            {t('diagrams.editFields')}
          </Button>
        )}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={15} stroke={1.8} />}
          data-testid="fields-add"
          onClick={() => {
            change(addField(fields, t('diagrams.newField'), t('diagrams.newFieldType')))
            setIsOpen(true)
          }}
        >
          {t('diagrams.addField')}
        </Button>
      </div>
      {isOpen && (
        <FieldDialog
          name={shape.label}
          fields={fields}
          onChange={change}
          onClose={() => {
            setIsOpen(false)
          }}
        />
      )}
    </Section>
  )
}
