import { Button, Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { INTERACTION_KINDS } from '../../../shared/contract/customer-edits.ts'
import { client } from '../../api/client.ts'
import { CustomerPicker } from '../../api/CustomerPicker.tsx'
import { readError } from '../../api/errors.ts'
import { useWorkspace } from '../../api/workspace.ts'
import { runCommand, useCommand } from '../../stores/commands.ts'
import { useCurrentCustomer, type CurrentCustomer } from '../../stores/current-customer.ts'
import { useMasked } from '../../stores/mask.ts'
import { DateField } from '../../ui/DateField.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { notify } from '../../ui/notify.tsx'
import './log-interaction.css'

type Kind = (typeof INTERACTION_KINDS)[number]
/** Who usually begins it; the rest goes out from us. */
const INCOMING: readonly Kind[] = ['enquiry', 'support']

/** The dialog that logs an interaction from anywhere: the shortcut, a digit for its kind, Enter. */
export function LogInteraction(): ReactNode {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  const [customer, setCustomer] = useState<CurrentCustomer | null>(null)
  const [isOpen, setIsOpen] = useState(false)
  useCommand(
    'interaction.log',
    () => {
      setCustomer(useCurrentCustomer.getState().customer)
      setIsOpen(true)
    },
    Boolean(workspace) && !isOpen && workspace?.readOnly !== true
  )
  const close = (): void => {
    setIsOpen(false)
  }
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={520}
      title={t('customerPage.log.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="log-interaction"
    >
      {isOpen && <LogForm start={customer} onClose={close} />}
    </Modal>
  )
}

interface Draft {
  kind: Kind
  /** Null: as is usual for the kind. */
  direction: 'in' | 'out' | null
  subject: string
  outcome: string
  nextActionAt: string
}

function LogForm({ start, onClose }: { start: CurrentCustomer | null; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const [customer, setCustomer] = useState(start)
  const [draft, setDraft] = useState<Draft>({ kind: 'enquiry', direction: null, subject: '', outcome: '', nextActionAt: '' })
  const kinds = useRef<HTMLDivElement>(null)
  const direction = draft.direction ?? (INCOMING.includes(draft.kind) ? 'in' : 'out')
  const save = useMutation({
    mutationFn: ({ id }: CurrentCustomer) =>
      client.customerEdits.addRecord({
        kind: 'interaction',
        fields: {
          customerId: id,
          at: new Date().toISOString(),
          direction,
          kind: draft.kind,
          subject: draft.subject,
          outcome: draft.outcome,
          nextActionAt: draft.nextActionAt
        }
      }),
    onSuccess: (_answer, { id, name }) => {
      onClose()
      const said = t('customerPage.log.saved', { kind: t(`customerPage.interactionKinds.${draft.kind}`), name: masked.name(id, name) })
      notify(said, { label: t('common.undo'), run: () => void runCommand('edit.undo') })
    }
  })
  const submit = (): void => {
    if (customer && !save.isPending) save.mutate(customer)
  }
  const pick = (kind: Kind): void => {
    setDraft((now) => ({ ...now, kind }))
  }
  const onKey = (event: KeyboardEvent): void => {
    const kind = INTERACTION_KINDS[Number(event.key) - 1]
    if (kind) {
      event.preventDefault()
      pick(kind)
    }
  }
  return (
    <form
      className="log-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <CustomerPicker
        label={t('customerPage.log.who')}
        placeholder={t('customerPage.log.search')}
        nobody={t('customerPage.log.nobody')}
        customer={customer}
        isFirst={start === null}
        onPick={(next) => {
          setCustomer(next)
          kinds.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus()
        }}
        testId="log-who"
      />
      <div className="log-kinds" role="radiogroup" aria-label={t('customerPage.log.kind')} ref={kinds} onKeyDown={onKey}>
        {INTERACTION_KINDS.map((kind, place) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={draft.kind === kind}
            tabIndex={draft.kind === kind ? 0 : -1}
            className="log-kind"
            data-testid={`log-kind-${kind}`}
            {...(start !== null && place === 0 ? { 'data-autofocus': true } : {})}
            onClick={() => {
              pick(kind)
            }}
            onKeyDown={(event) => {
              // Enter on a button would press it; here it saves, as everywhere in the form.
              if (event.key !== 'Enter') return
              event.preventDefault()
              submit()
            }}
          >
            <kbd>{place + 1}</kbd> {t(`customerPage.interactionKinds.${kind}`)}
          </button>
        ))}
      </div>
      <p className="faint small log-keys">{t('customerPage.log.keys')}</p>
      <SegmentedControl
        fullWidth
        aria-label={t('customerPage.form.direction')}
        value={direction}
        data={(['in', 'out'] as const).map((value) => ({ value, label: t(`customerPage.directions.${value}`) }))}
        onChange={(value) => {
          setDraft({ ...draft, direction: value === 'in' ? 'in' : 'out' })
        }}
      />
      <TextInput
        label={t('customerPage.form.subject')}
        value={draft.subject}
        maxLength={500}
        data-testid="log-subject"
        onChange={({ currentTarget }) => {
          setDraft({ ...draft, subject: currentTarget.value })
        }}
      />
      <Textarea
        label={t('customerPage.form.outcome')}
        autosize
        minRows={1}
        maxRows={6}
        value={draft.outcome}
        maxLength={20_000}
        data-testid="log-outcome"
        onChange={({ currentTarget }) => {
          setDraft({ ...draft, outcome: currentTarget.value })
        }}
      />
      <DateField
        label={t('customerPage.form.nextActionAt')}
        value={draft.nextActionAt}
        isLive
        onChange={(nextActionAt) => {
          setDraft((now) => ({ ...now, nextActionAt }))
        }}
      />
      {save.error && <ErrorNotice error={readError(save.error)} />}
      <div className="log-buttons">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={customer === null} data-testid="log-save">
          {t('customerPage.log.save')}
        </Button>
      </div>
    </form>
  )
}
