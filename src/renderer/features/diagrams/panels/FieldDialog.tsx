import { ActionIcon, Button, Checkbox, Modal, Select, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityField } from '../../../../shared/diagrams/diagram.ts'
import { addField, changeField, FIELD_KEYS, moveField, removeField } from './edit-fields.ts'

const ROW = 42
const ICON = { size: 16, stroke: 1.6 }

interface FieldDialogProps {
  name: string
  fields: readonly EntityField[]
  onChange: (fields: EntityField[], isTyping?: boolean) => void
  onClose: () => void
}

/** All fields of a table, row by row: name, type, key, whether it is required, its place. */
export function FieldDialog({ name, fields, onChange, onClose }: FieldDialogProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Modal
      opened
      onClose={onClose}
      size={760}
      title={name.trim() === '' ? t('diagrams.fieldsTitle') : t('diagrams.fieldsOf', { name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="field-dialog" data-testid="field-dialog" data-editing>
        <div className="field-row field-head" aria-hidden>
          <span>{t('diagrams.field.name')}</span>
          <span>{t('diagrams.field.type')}</span>
          <span>{t('diagrams.field.key')}</span>
          <span>{t('diagrams.field.required')}</span>
        </div>
        <FieldRows fields={fields} onChange={onChange} />
        <footer>
          <Button
            variant="default"
            leftSection={<IconPlus size={15} stroke={1.8} />}
            data-testid="field-add"
            onClick={() => {
              onChange(addField(fields, t('diagrams.newField'), t('diagrams.newFieldType')))
            }}
          >
            {t('diagrams.addField')}
          </Button>
          <Button onClick={onClose} data-testid="field-done">
            {t('common.close')}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}

/** The rows in sight; one added at the end comes into it. In the dialog, whose content stands only once it is open. */
function FieldRows({ fields, onChange }: Pick<FieldDialogProps, 'fields' | 'onChange'>): ReactNode {
  const scroll = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({ count: fields.length, getScrollElement: () => scroll.current, estimateSize: () => ROW, overscan: 8 })
  const count = useRef(fields.length)
  useEffect(() => {
    if (fields.length > count.current) virtual.scrollToIndex(fields.length - 1)
    count.current = fields.length
  }, [fields.length, virtual])
  return (
    <div ref={scroll} className="field-rows">
      <div role="list" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const field = fields[index]
          return (
            field && (
              <div key={index} role="listitem" aria-label={field.name} className="field-place" style={{ top: start, height: ROW }}>
                <FieldRow field={field} index={index} fields={fields} onChange={onChange} />
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

interface FieldRowProps {
  field: EntityField
  index: number
  fields: readonly EntityField[]
  onChange: FieldDialogProps['onChange']
}

function FieldRow({ field, index, fields, onChange }: FieldRowProps): ReactNode {
  const { t } = useTranslation()
  const of = (what: string): string => t('diagrams.field.of', { what: t(`diagrams.field.${what}`), name: field.name })
  const set = <K extends keyof EntityField>(key: K, value: EntityField[K] | undefined, isTyping = false): void => {
    onChange(changeField(fields, index, key, value), isTyping)
  }
  return (
    <div className="field-row">
      <NameField
        label={of('name')}
        value={field.name}
        testId={`field-name-${String(index)}`}
        onType={(name) => {
          set('name', name, true)
        }}
      />
      <TextInput
        size="xs"
        aria-label={of('type')}
        value={field.type}
        maxLength={100}
        data-testid={`field-type-${String(index)}`}
        onChange={({ currentTarget: { value } }) => {
          set('type', value, true)
        }}
      />
      <Select
        size="xs"
        aria-label={of('key')}
        data={FIELD_KEYS.map((key) => ({ value: key, label: t(`diagrams.fieldKeys.${key}`) }))}
        value={field.key ?? null}
        clearable
        placeholder={t('diagrams.noKey')}
        clearButtonProps={{ 'aria-label': t('diagrams.clear') }}
        data-testid={`field-key-${String(index)}`}
        onChange={(next) => {
          set(
            'key',
            FIELD_KEYS.find((key) => key === next)
          )
        }}
      />
      <Checkbox
        size="xs"
        aria-label={of('required')}
        checked={field.isRequired === true}
        onChange={({ currentTarget: { checked } }) => {
          set('isRequired', checked)
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={of('up')}
        disabled={index === 0}
        data-testid={`field-up-${String(index)}`}
        onClick={() => {
          onChange(moveField(fields, index, -1))
        }}
      >
        <IconArrowUp {...ICON} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={of('down')}
        disabled={index === fields.length - 1}
        onClick={() => {
          onChange(moveField(fields, index, 1))
        }}
      >
        <IconArrowDown {...ICON} />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={of('remove')}
        data-testid={`field-remove-${String(index)}`}
        onClick={() => {
          onChange(removeField(fields, index))
        }}
      >
        <IconTrash {...ICON} />
      </ActionIcon>
    </div>
  )
}

/** A field keeps a name: while it is emptied the one before stays. */
function NameField(props: { label: string; value: string; testId: string; onType: (name: string) => void }): ReactNode {
  const { label, value, testId, onType } = props
  const [isEmptied, setIsEmptied] = useState(false)
  return (
    <TextInput
      size="xs"
      aria-label={label}
      value={isEmptied ? '' : value}
      maxLength={300}
      spellCheck={false}
      data-testid={testId}
      onChange={({ currentTarget: { value: typed } }) => {
        setIsEmptied(typed.trim() === '')
        if (typed.trim() !== '') onType(typed)
      }}
      onBlur={() => {
        setIsEmptied(false)
      }}
    />
  )
}
