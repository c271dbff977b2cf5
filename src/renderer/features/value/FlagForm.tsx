import { Button, Popover, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconFlag } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CustomerPicker, type PickedCustomer } from '../../api/CustomerPicker.tsx'
import { useMasked } from '../../stores/mask.ts'
import { SIGNIFICANT_FLAGS, useFlagging } from './flags.ts'

const BY_REVENUE = { by: 'revenue', descending: true } as const

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
  const [customer, setCustomer] = useState<PickedCustomer | null>(null)
  const [kind, setKind] = useState<(typeof SIGNIFICANT_FLAGS)[number]>('benchmark')
  const [reason, setReason] = useState('')
  const { change } = useFlagging()
  const masked = useMasked()
  return (
    <form
      className="flag-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (customer === null) return
        change({ customerId: customer.id, name: masked.name(customer.id, customer.name), kind, isSet: true, reason: reason.trim() })
        onDone()
      }}
    >
      <CustomerPicker
        label={t('value.flags.customer')}
        placeholder={t('value.flags.search')}
        nobody={t('value.flags.nobody')}
        customer={customer}
        onPick={setCustomer}
        sort={BY_REVENUE}
        withinPortal={false}
        isFirst
        testId="flag-customer"
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
      <Button type="submit" disabled={customer === null} data-testid="flag-save">
        {t('value.flags.save')}
      </Button>
    </form>
  )
}
