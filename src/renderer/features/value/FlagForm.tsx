import { Button, Popover, Select, TextInput } from '@mantine/core'
import { useDebouncedValue, useDisclosure } from '@mantine/hooks'
import { IconFlag } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { useMasked } from '../../stores/mask.ts'
import { SIGNIFICANT_FLAGS, useFlagging } from './flags.ts'

/** Names offered while somebody types. */
const OFFERED = 8

/** Flags any customer, also one who brings little: a door opener, a benchmark. */
export function FlagForm(): ReactNode {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-end" width={340} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconFlag size={15} stroke={1.6} />}
          onClick={toggle}
          data-testid="flag-add"
        >
          {t('value.flags.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('value.flags.add')}>{opened && <Fields onDone={close} />}</Popover.Dropdown>
    </Popover>
  )
}

function Fields({ onDone }: { onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 160)
  const [chosen, setChosen] = useState<string | null>(null)
  const [kind, setKind] = useState<(typeof SIGNIFICANT_FLAGS)[number]>('benchmark')
  const [reason, setReason] = useState('')
  const { change } = useFlagging()
  const found = useQuery({
    ...orpc.customers.listCustomers.queryOptions({
      input: {
        limit: OFFERED,
        filter: search.trim() === '' ? {} : { search: search.trim() },
        sort: { by: 'revenue', descending: true }
      }
    }),
    placeholderData: keepPreviousData
  })
  const masked = useMasked()
  const customers = (found.data?.rows ?? []).map((row) => ({ ...row, name: masked.name(row.id, row.name) }))
  const name = customers.find(({ id }) => String(id) === chosen)?.name ?? typed
  return (
    <form
      className="flag-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen === null) return
        change({ customerId: Number(chosen), name, kind, isSet: true, reason: reason.trim() })
        onDone()
      }}
    >
      <Select
        label={t('value.flags.customer')}
        placeholder={t('value.flags.search')}
        searchable
        searchValue={typed}
        onSearchChange={setTyped}
        filter={({ options }) => options}
        value={chosen}
        onChange={setChosen}
        data={customers.map(({ id, name: label }) => ({ value: String(id), label }))}
        nothingFoundMessage={t('value.flags.nobody')}
        comboboxProps={{ withinPortal: false }}
        data-testid="flag-customer"
        data-autofocus
      />
      <Select
        label={t('value.flags.kind')}
        allowDeselect={false}
        value={kind}
        onChange={(value) => {
          setKind(SIGNIFICANT_FLAGS.find((each) => each === value) ?? 'benchmark')
        }}
        data={SIGNIFICANT_FLAGS.map((value) => ({ value, label: t(`value.reasons.${value}`) }))}
        description={t(`value.flags.${kind}`)}
        comboboxProps={{ withinPortal: false }}
        data-testid="flag-kind"
      />
      <TextInput
        label={t('value.flags.reason')}
        maxLength={500}
        value={reason}
        onChange={({ currentTarget }) => {
          setReason(currentTarget.value)
        }}
        data-testid="flag-reason"
      />
      <Button type="submit" disabled={chosen === null} data-testid="flag-save">
        {t('value.flags.save')}
      </Button>
    </form>
  )
}
