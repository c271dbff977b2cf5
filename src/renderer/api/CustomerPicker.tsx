import { Combobox, InputBase, useCombobox } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { CustomerRow, CustomerSort } from '../../shared/contract/customers.ts'
import { useMasked } from '../stores/mask.ts'
import { orpc, queryClient } from './client.ts'

/** How many are offered at a time, and how long the typing rests before the host is asked. */
const OFFERED = 8
const REST_MS = 140

export interface PickedCustomer {
  readonly id: number
  readonly name: string
}

interface CustomerPickerProps {
  label: string
  placeholder: string
  /** What the list says when nobody is found. */
  nobody: string
  customer: PickedCustomer | null
  onPick: (customer: PickedCustomer | null) => void
  /** Name of the button that chooses nobody again; without it there is none. */
  clear?: string
  sort?: CustomerSort
  /** False inside a popover, which a list elsewhere on the page would close. */
  withinPortal?: boolean
  width?: number
  isFirst?: boolean
  testId: string
}

const NOBODY: readonly CustomerRow[] = []

const customersQuery = (typed: string, sort: CustomerSort | undefined) => {
  const search = typed.trim()
  return orpc.customers.listCustomers.queryOptions({
    input: { limit: OFFERED, filter: search === '' ? {} : { search }, ...(sort && { sort }) }
  })
}

/**
 * Finds a customer by anything written about them; the host looks, a few at a time. Enter takes the first who answers to what is
 * typed by then, never somebody of a list that was there before.
 */
export function CustomerPicker(props: CustomerPickerProps): ReactNode {
  const { label, placeholder, nobody, customer, onPick, clear, sort, withinPortal = true, width, isFirst = false, testId } = props
  const masked = useMasked()
  const listId = useId()
  /** Null: nothing is being looked for, the field shows who is chosen. */
  const [typed, setTyped] = useState<string | null>(null)
  const [search] = useDebouncedValue(typed ?? '', REST_MS)
  const found = useQuery({ ...customersQuery(search, sort), placeholderData: keepPreviousData })
  const rows = found.data?.rows ?? NOBODY
  const isCurrent = found.isSuccess && !found.isPlaceholderData && search === (typed ?? '')
  const { store, pick } = usePicking(rows, (row) => {
    setTyped(null)
    onPick({ id: row.id, name: row.name })
  })
  const takeFirst = async (wanted: string): Promise<void> => {
    const { rows: answer } = await queryClient.query(customersQuery(wanted, sort))
    const [first] = answer
    if (first) pick(first)
  }
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || typed === null || isCurrent) return
    // What is offered answers something typed before.
    event.preventDefault()
    event.stopPropagation()
    void takeFirst(typed)
  }
  return (
    <div onKeyDownCapture={onKeyDownCapture}>
      <Combobox
        store={store}
        withinPortal={withinPortal}
        onOptionSubmit={(value) => {
          const row = rows.find(({ id }) => String(id) === value)
          if (row) pick(row)
        }}
      >
        <Combobox.Target targetType="input" withExpandedAttribute>
          <InputBase
            label={label}
            placeholder={placeholder}
            value={typed ?? (customer === null ? '' : masked.name(customer.id, customer.name))}
            {...(width === undefined ? {} : { w: width })}
            rightSectionPointerEvents={clear !== undefined && customer !== null ? 'all' : 'none'}
            rightSection={
              clear !== undefined && customer !== null ? (
                <Combobox.ClearButton
                  aria-label={clear}
                  onClear={() => {
                    setTyped(null)
                    onPick(null)
                  }}
                />
              ) : (
                <Combobox.Chevron />
              )
            }
            onChange={({ currentTarget }) => {
              setTyped(currentTarget.value)
              store.openDropdown()
            }}
            onFocus={({ currentTarget }) => {
              currentTarget.select()
              store.openDropdown()
            }}
            onClick={() => {
              store.openDropdown()
            }}
            onBlur={() => {
              store.closeDropdown()
              setTyped(null)
            }}
            autoComplete="off"
            data-testid={testId}
            {...(isFirst ? { 'data-autofocus': true } : {})}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={!found.isSuccess}>
          <Combobox.Options id={listId} aria-label={label} mah={280} style={{ overflowY: 'auto' }}>
            {rows.map((row) => (
              <Combobox.Option key={row.id} value={String(row.id)} active={row.id === customer?.id}>
                {[masked.name(row.id, row.name), masked.isOn ? null : row.city].filter(Boolean).join(' · ')}
              </Combobox.Option>
            ))}
            {found.isSuccess && rows.length === 0 && <Combobox.Empty>{nobody}</Combobox.Empty>}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </div>
  )
}

/** The list's own state: the first who is offered is the one Enter takes, also when others come to be offered. */
function usePicking(
  rows: readonly CustomerRow[],
  onPick: (row: CustomerRow) => void
): { store: ReturnType<typeof useCombobox>; pick: (row: CustomerRow) => void } {
  const store = useCombobox({
    onDropdownClose: () => {
      store.resetSelectedOption()
    }
  })
  const { dropdownOpened, selectFirstOption } = store
  useEffect(() => {
    if (dropdownOpened) selectFirstOption()
  }, [dropdownOpened, rows, selectFirstOption])
  return {
    store,
    pick: (row) => {
      store.closeDropdown()
      onPick(row)
    }
  }
}
