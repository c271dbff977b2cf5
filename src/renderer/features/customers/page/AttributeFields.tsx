import { Select } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attribute, CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import { readFigure, writeFigure } from '../../../../shared/i18n/read-figure.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { useMasked } from '../../../stores/mask.ts'
import type { Autosave } from '../../../ui/autosave.ts'
import { Caption } from '../../../ui/Card.tsx'
import { readDate, writeDate } from '../../../ui/date-text.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { FieldLine, TextField } from './TextField.tsx'
import { saveFields } from './use-record-edits.ts'

interface AttributeProps {
  attribute: Attribute
  record: CustomerRecord
  autosave: Autosave
}

/** The columns of the user's own, each in the shape of its kind. */
export function AttributeFields({ record, autosave }: Omit<AttributeProps, 'attribute'>): ReactNode {
  const { t } = useTranslation()
  if (record.attributes.length === 0) return null
  return (
    <section data-testid="customer-attributes">
      <Caption as="h3">{t('customerPage.groups.attributes')}</Caption>
      {record.attributes.map((attribute) =>
        attribute.type === 'boolean' ? (
          <YesNoField key={attribute.id} attribute={attribute} record={record} />
        ) : (
          <AttributeField key={attribute.id} attribute={attribute} record={record} autosave={autosave} />
        )
      )}
    </section>
  )
}

type Value = string | number | boolean | null

function write(value: Value, type: Attribute['type'], language: Language): string {
  if (value === null) return ''
  if (type === 'number' && typeof value === 'number') return writeFigure(value, 'count', 'EUR', language)
  return type === 'date' ? writeDate(String(value), language) : String(value)
}

/** What was typed, in the column's kind; what can't be read goes as it is, and is refused with its sentence. */
function read(text: string, type: Attribute['type'], language: Language): Value {
  if (text.trim() === '') return null
  if (type === 'number') return readFigure(text, 'count', 'EUR', language) ?? text
  return type === 'date' ? (readDate(text, language) ?? text) : text
}

function AttributeField({ attribute: { id, name, type }, record, autosave }: AttributeProps): ReactNode {
  const { language } = useFormats()
  const masked = useMasked()
  const stored = write(record.fields.attributes[id] ?? null, type, language)
  if (masked.isOn && type === 'text') return <FieldLine label={name}>{masked.hide(stored === '' ? '–' : stored)}</FieldLine>
  return (
    <TextField
      name={`attribute-${id}`}
      label={name}
      initial={stored}
      isLive={type === 'text'}
      autosave={autosave}
      save={(text) => saveFields(record.id, { attributes: { [id]: read(text, type, language) } })}
    />
  )
}

function YesNoField({ attribute: { id, name }, record }: Omit<AttributeProps, 'autosave'>): ReactNode {
  const { t } = useTranslation()
  const field = useId()
  const value = record.fields.attributes[id]
  return (
    <FieldLine label={name} htmlFor={field}>
      <Select
        id={field}
        variant="unstyled"
        className="field-input"
        clearable
        placeholder="–"
        value={typeof value === 'boolean' ? String(value) : null}
        data={[
          { value: 'true', label: t('customerPage.yes') },
          { value: 'false', label: t('customerPage.no') }
        ]}
        onChange={(next) => {
          void saveFields(record.id, { attributes: { [id]: next === null ? null : next === 'true' } })
        }}
      />
    </FieldLine>
  )
}
