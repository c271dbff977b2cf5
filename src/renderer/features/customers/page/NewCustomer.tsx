import { Button, Modal, SegmentedControl, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { useCommand } from '../../../stores/commands.ts'
import { navigate } from '../../../stores/route.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import './record-form.css'

const FIELDS = ['name', 'externalId', 'email', 'phone', 'city'] as const

/** The dialog of the command `customer.new`, called up from any screen. */
export function NewCustomer(): ReactNode {
  const workspace = useWorkspace()
  const [isOpen, setIsOpen] = useState(false)
  useCommand(
    'customer.new',
    () => {
      setIsOpen(true)
    },
    Boolean(workspace) && workspace?.readOnly !== true
  )
  if (!isOpen) return null
  return (
    <NewCustomerForm
      onClose={() => {
        setIsOpen(false)
      }}
    />
  )
}

/** Makes a customer out of the least that tells who it is, and opens the page for the rest. */
function NewCustomerForm({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [type, setType] = useState<'person' | 'company'>('person')
  const [values, setValues] = useState<Partial<Record<(typeof FIELDS)[number], string>>>({})
  const create = useMutation({
    mutationFn: () => client.customerEdits.addCustomer({ ...values, type }),
    onSuccess: ({ id }) => {
      onClose()
      navigate({ screen: 'customers', place: 'customer', customerId: id })
    }
  })
  return (
    <Modal opened onClose={onClose} title={t('customerPage.newTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      <form
        className="record-form"
        onSubmit={(event) => {
          event.preventDefault()
          create.mutate()
        }}
      >
        <p className="muted record-wide">{t('customerPage.newText')}</p>
        <SegmentedControl
          className="record-wide"
          aria-label={t('customerPage.fields.type')}
          value={type}
          data={(['person', 'company'] as const).map((value) => ({ value, label: t(`customerPage.types.${value}`) }))}
          onChange={(value) => {
            setType(value === 'company' ? 'company' : 'person')
          }}
        />
        {FIELDS.map((field, place) => (
          <TextInput
            key={field}
            className={place === 0 ? 'record-wide' : ''}
            label={t(`customerPage.fields.${field}`)}
            value={values[field] ?? ''}
            maxLength={field === 'email' ? 320 : 200}
            data-testid={`new-${field}`}
            {...(place === 0 ? { 'data-autofocus': true } : {})}
            onChange={({ currentTarget }) => {
              setValues({ ...values, [field]: currentTarget.value })
            }}
          />
        ))}
        {create.error && (
          <div className="record-wide">
            <ErrorNotice error={readError(create.error)} />
          </div>
        )}
        <div className="record-buttons record-wide">
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} data-testid="new-create">
            {t('customerPage.create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
