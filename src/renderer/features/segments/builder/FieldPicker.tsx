import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
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
export function FieldPicker({ fields, onPick, ...rest }: FieldPickerProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const list = (): OfferGroup[] => listOffers(fields, formats, (subject) => t('segmentBuilder.howMany', { subject }))
  return (
    <Picker
      {...rest}
      list={list}
      onPick={(id) => {
        const offer = list()
          .flatMap((group) => group.offers.map((each) => ({ key: keyOf(group, each), each })))
          .find(({ key }) => key === id)
        if (offer) onPick(offer.each.ask())
      }}
    />
  )
}

const keyOf = (group: { id: string }, offer: { id: string }): string => `${group.id} ${offer.id}`

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
export function FilterPicker({ filters, onPick, ...rest }: FilterPickerProps): ReactNode {
  const { text } = useFormats()
  const group = { id: 'filters', name: '' }
  return (
    <Picker
      {...rest}
      list={() => [{ ...group, offers: filters.map((field) => ({ id: field.id, name: text(field.name) })) }]}
      onPick={(id) => {
        const field = filters.find((each) => keyOf(group, each) === id)
        if (field) onPick(field)
      }}
    />
  )
}

interface Listed {
  readonly id: string
  readonly name: string
  readonly offers: readonly { readonly id: string; readonly name: string; readonly isEmpty?: boolean }[]
}

interface PickerProps extends Omit<FieldPickerProps, 'fields' | 'onPick'> {
  /** Asked only while it is open: a rule may have many such buttons. */
  list: () => readonly Listed[]
  onPick: (id: string) => void
}

function Picker({ list, onPick, label, className, children, returnsFocus = false, ...rest }: PickerProps): ReactNode {
  const hasPicked = useRef(false)
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      // After a choice the keyboard goes on to what was chosen, not back to the button.
      if (!hasPicked.current || returnsFocus) combobox.focusTarget()
      hasPicked.current = false
    }
  })
  return (
    <Combobox
      store={combobox}
      width={360}
      position="bottom-start"
      withinPortal
      keepMounted={false}
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
        {combobox.dropdownOpened && (
          <Offers
            list={list}
            label={label}
            onSearch={() => {
              combobox.selectFirstOption()
            }}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  )
}

function Offers({ list, label, onSearch }: Pick<PickerProps, 'list' | 'label'> & { onSearch: () => void }): ReactNode {
  const { t } = useTranslation()
  const [search, setSearch] = useState('')
  const [groups] = useState(list)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    // The list is placed after it is drawn: the page must not scroll to where it stands before.
    field.current?.focus({ preventScroll: true })
  }, [])
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
    <>
      <Combobox.Search
        ref={field}
        value={search}
        placeholder={t('segmentBuilder.fieldSearch')}
        aria-label={t('segmentBuilder.fieldSearch')}
        data-testid="rule-search"
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value)
          onSearch()
        }}
      />
      <Combobox.Options tabIndex={0} mah={320} style={{ overflowY: 'auto' }} aria-label={label}>
        {found.map((group) => (
          <OfferList key={group.id} group={group} />
        ))}
        {found.length === 0 && <Combobox.Empty>{t('segmentBuilder.fieldNone')}</Combobox.Empty>}
      </Combobox.Options>
    </>
  )
}

function OfferList({ group }: { group: Listed }): ReactNode {
  const { t } = useTranslation()
  const options = group.offers.map((offer) => (
    <Combobox.Option key={offer.id} value={keyOf(group, offer)} disabled={offer.isEmpty === true}>
      <span className="rule-option">
        <span>{offer.name}</span>
        {offer.isEmpty === true && <span className="rule-option-count">{t('segmentBuilder.noRecords')}</span>}
      </span>
    </Combobox.Option>
  ))
  return group.name === '' ? options : <Combobox.Group label={group.name}>{options}</Combobox.Group>
}
