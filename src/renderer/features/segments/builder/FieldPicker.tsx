import { Combobox, useCombobox } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import type { RuleField } from '../../../../shared/contract/segments.ts'
import type { FieldCondition, RecordCondition } from '../../../../shared/segments/rule.ts'
import { useFormats, type Formats } from '../../../ui/formats.tsx'
import { askField, askRecords } from './compose.ts'
import type { Fields } from './fields.ts'

interface Offer {
  readonly id: string
  readonly name: string
  readonly isEmpty?: boolean
  readonly ask: () => FieldCondition | RecordCondition
}
interface OfferGroup {
  readonly id: string
  readonly name: string
  readonly offers: readonly Offer[]
}

interface FieldPickerProps {
  fields: Fields
  onPick: (condition: FieldCondition | RecordCondition) => void
  label: string
  className: string
  children: ReactNode
  /** The keyboard comes back to the button after a choice: it stands for what was chosen. */
  returnsFocus?: boolean
  'data-testid'?: string
}

/** A button that opens everything a rule may ask, by subject, found by typing. */
export function FieldPicker({ fields, onPick, label, className, children, ...rest }: FieldPickerProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const groups = listOffers(fields, formats, (subject) => t('segmentBuilder.howMany', { subject }))
  const offers = new Map(groups.flatMap((group) => group.offers.map((offer): [string, Offer] => [`${group.id} ${offer.id}`, offer])))
  return (
    <Picker
      label={label}
      className={className}
      placeholder={t('segmentBuilder.fieldSearch')}
      groups={groups}
      onPick={(id) => {
        const offer = offers.get(id)
        if (offer) onPick(offer.ask())
      }}
      {...rest}
    >
      {children}
    </Picker>
  )
}

function listOffers({ groups, subjects }: Fields, { text }: Formats, countOf: (subject: string) => string): OfferGroup[] {
  const ofCustomer = groups.map(({ id, name, fields }) => ({
    id,
    name: text(name),
    offers: fields.map((field) => ({ id: field.id, name: text(field.name), ask: () => askField(field) }))
  }))
  const ofRecords = subjects.map((subject) => ({
    id: `records ${subject.id}`,
    name: text(subject.name),
    offers: [
      { id: subject.id, name: countOf(text(subject.name).toLocaleLowerCase()), isEmpty: subject.isEmpty, ask: () => askRecords(subject) },
      ...subject.filters.map((field) => ({
        id: `${subject.id} ${field.id}`,
        name: text(field.name),
        isEmpty: subject.isEmpty,
        ask: () => askRecords(subject, field)
      }))
    ]
  }))
  return [...ofCustomer, ...ofRecords].filter(({ offers }) => offers.length > 0)
}

interface FilterPickerProps extends Omit<FieldPickerProps, 'fields' | 'onPick'> {
  filters: readonly RuleField[]
  onPick: (field: RuleField) => void
}

/** The same over the fields of one kind of record. */
export function FilterPicker({ filters, onPick, label, className, children, ...rest }: FilterPickerProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const offers = filters.map((field) => ({ id: field.id, name: text(field.name) }))
  return (
    <Picker
      label={label}
      className={className}
      placeholder={t('segmentBuilder.fieldSearch')}
      groups={[{ id: 'filters', name: '', offers }]}
      onPick={(id) => {
        const field = filters.find((each) => `filters ${each.id}` === id)
        if (field) onPick(field)
      }}
      {...rest}
    >
      {children}
    </Picker>
  )
}

interface PickerProps extends Omit<FieldPickerProps, 'fields' | 'onPick'> {
  groups: readonly { id: string; name: string; offers: readonly { id: string; name: string; isEmpty?: boolean }[] }[]
  placeholder: string
  onPick: (id: string) => void
}

function Picker({ groups, placeholder, onPick, label, className, children, returnsFocus = false, ...rest }: PickerProps): ReactNode {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const hasPicked = useRef(false)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      // After a choice the keyboard goes on to what was chosen, not back to the button.
      if (!hasPicked.current || returnsFocus) combobox.focusTarget()
      hasPicked.current = false
      setSearch('')
    },
    onDropdownOpen: () => {
      combobox.focusSearchInput()
    }
  })
  const words = normaliseForSearch(search).split(/\s+/).filter(Boolean)
  const found = groups
    .map((group) => ({
      ...group,
      offers: group.offers.filter(({ name }) => {
        const key = normaliseForSearch(`${group.name} ${name}`)
        return words.every((word) => key.includes(word))
      })
    }))
    .filter(({ offers }) => offers.length > 0)
  return (
    <Combobox
      store={combobox}
      width={360}
      position="bottom-start"
      withinPortal
      onOptionSubmit={(id) => {
        hasPicked.current = true
        combobox.closeDropdown()
        onPick(id)
      }}
    >
      <Combobox.Target targetType="button">
        <button
          type="button"
          className={className}
          aria-label={label}
          onClick={() => {
            combobox.toggleDropdown()
          }}
          {...rest}
        >
          {children}
        </button>
      </Combobox.Target>
      <Combobox.Dropdown className="rule-picker" data-rule-search>
        <Combobox.Search
          value={search}
          placeholder={placeholder}
          aria-label={placeholder}
          data-testid="rule-search"
          onChange={({ currentTarget }) => {
            setSearch(currentTarget.value)
            combobox.selectFirstOption()
          }}
        />
        <Combobox.Options mah={320} style={{ overflowY: 'auto' }} aria-label={label}>
          {found.map((group) => {
            const options = group.offers.map((offer) => (
              <Combobox.Option key={offer.id} value={`${group.id} ${offer.id}`} disabled={offer.isEmpty === true}>
                <span className="rule-option">
                  <span>{offer.name}</span>
                  {offer.isEmpty === true && <span className="rule-option-count">{t('segmentBuilder.noRecords')}</span>}
                </span>
              </Combobox.Option>
            ))
            return group.name === '' ? (
              options
            ) : (
              <Combobox.Group key={group.id} label={group.name}>
                {options}
              </Combobox.Group>
            )
          })}
          {found.length === 0 && <Combobox.Empty>{t('segmentBuilder.fieldNone')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
