import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ATTRIBUTE_FIELD_PREFIX, ATTRIBUTE_TYPES, type Inspection } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { useMasked } from '../../stores/mask.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { assignField, changeColumn, describeAttribute, type Draft, type DraftColumn } from './import-draft.ts'
import { pickReading, sayReading } from './sample-words.ts'

interface ColumnMappingProps {
  inspection: Inspection
  columns: readonly DraftColumn[]
  draft: Draft
  onChange: (draft: Draft) => void
}

/** Chosen to make an attribute of a column; the field is made from the column's name. */
const NEW_ATTRIBUTE = 'new'
/** With so few columns left out, nothing has to be folded away. */
const FEW_LEFT_OUT = 4

/** Which column goes to which field, with how its first cells are read; columns left out are folded below. */
export function ColumnMapping(props: ColumnMappingProps): ReactNode {
  const { t } = useTranslation()
  const { columns } = props
  // Which columns stand above stays while the person decides: a row does not jump away under the hand.
  const [first, setFirst] = useState(() => listFirst(columns))
  const [isOpen, setIsOpen] = useState(false)
  const above = columns.filter(({ key, isAdded }) => first.has(key) || isAdded)
  const below = columns.filter((each) => !above.includes(each))
  const showsAll = isOpen || below.length <= FEW_LEFT_OUT || above.length === 0
  return (
    <Card data-testid="import-mapping">
      <Caption>{t('importing.mapping')}</Caption>
      <table className="plain-table mapping-table">
        <thead>
          <tr>
            <th>{t('importing.column')}</th>
            <th>{t('importing.samples')}</th>
            <th>{t('importing.field')}</th>
          </tr>
        </thead>
        <tbody>
          {[...above, ...(showsAll ? below : [])].map((each) => (
            <MappingRow key={each.key} {...props} each={each} />
          ))}
        </tbody>
      </table>
      {below.length > FEW_LEFT_OUT && above.length > 0 && (
        <button
          type="button"
          className="table-toggle"
          aria-expanded={isOpen}
          onClick={() => {
            if (isOpen) setFirst(listFirst(columns))
            setIsOpen(!isOpen)
          }}
          data-testid="mapping-rest"
        >
          {isOpen ? t('importing.foldLeftOut') : t('importing.showLeftOut', { count: below.length })}
        </button>
      )}
    </Card>
  )
}

/** Columns that go somewhere and hold something. */
function listFirst(columns: readonly DraftColumn[]): ReadonlySet<string> {
  return new Set(columns.filter(({ field, column }) => field !== null && column.type !== 'empty').map(({ key }) => key))
}

function MappingRow({ each, inspection, columns, draft, onChange }: ColumnMappingProps & { each: DraftColumn }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const attributes = useQuery(orpc.imports.listAttributes.queryOptions()).data ?? []
  const { column, key, field, attribute, isAdded } = each
  const fresh = describeAttribute(column)
  const isNew = field !== null && field === fresh.field && !attributes.some(({ id }) => `${ATTRIBUTE_FIELD_PREFIX}${id}` === field)
  const fields = inspection.fields.map(({ id, name, required }) => ({ value: id, label: `${formats.text(name)}${required ? ' *' : ''}` }))
  const own = attributes.map(({ id, name }) => ({ value: `${ATTRIBUTE_FIELD_PREFIX}${id}`, label: name }))
  return (
    <tr className={field === null ? 'is-left-out' : ''}>
      <td className="mapping-name">
        {column.name || t('importing.noName')}
        <span className="mapping-type">{isAdded ? t('importing.added') : t(`importing.types.${column.type}`)}</span>
      </td>
      <td>
        <Samples each={each} />
      </td>
      <td>
        <Select
          size="xs"
          aria-label={t('importing.fieldFor', { column: column.name })}
          placeholder={t('importing.leftOut')}
          clearable
          searchable
          nothingFoundMessage={t('importing.noField')}
          value={isNew ? NEW_ATTRIBUTE : field}
          data={[
            { group: t('importing.fieldsGroup'), items: fields },
            {
              group: t('importing.attributesGroup'),
              items: [...own, { value: NEW_ATTRIBUTE, label: isNew ? fresh.attribute.name : t('importing.newAttribute') }]
            }
          ]}
          onChange={(value) => {
            onChange(assignField(draft, columns, key, value === NEW_ATTRIBUTE ? fresh : { field: value }))
          }}
          data-testid={`field-${column.index}`}
        />
        {isNew && attribute && (
          <Select
            size="xs"
            mt={6}
            aria-label={t('importing.attributeType', { column: column.name })}
            allowDeselect={false}
            value={attribute.type}
            data={ATTRIBUTE_TYPES.map((type) => ({
              value: type,
              label: t('importing.newAttributeOf', { type: t(`importing.attributeTypes.${type}`) })
            }))}
            onChange={(value) => {
              const type = ATTRIBUTE_TYPES.find((known) => known === value)
              if (type) onChange(changeColumn(draft, key, { attribute: { ...attribute, type } }))
            }}
            data-testid={`attribute-type-${column.index}`}
          />
        )}
      </td>
    </tr>
  )
}

/** The first cells: how they are written and, where that is not the same, how they are read. */
function Samples({ each: { column, decimal, dateOrder } }: { each: DraftColumn }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { hide } = useMasked()
  const { samplesRead, samples, type, ambiguous } = column
  const isOpen = ambiguous === 'decimal' ? decimal === null : ambiguous === 'date-order' ? dateOrder === null : false
  if (isOpen) return <span className="mapping-open">{t('importing.askedAbove')}</span>
  if (samplesRead.length === 0) return <span className="mapping-samples">{samples.slice(0, 3).map(hide).join('  ·  ')}</span>
  const isFirst = ambiguous === 'decimal' ? decimal === 'comma' : dateOrder !== 'mdy'
  return (
    <ul className="mapping-read">
      {samplesRead.map((sample) => {
        const read = pickReading(sample, isFirst)
        return (
          <li key={sample.written}>
            <span>{sample.written}</span>
            {read === null ? (
              <span className="mapping-unread">{t('importing.notRead')}</span>
            ) : (
              <span>→ {sayReading(read, type, formats, [t('importing.yes'), t('importing.no')])}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
