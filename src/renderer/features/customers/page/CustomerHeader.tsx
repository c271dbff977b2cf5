import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconArrowLeft, IconChevronDown, IconChevronUp, IconDots, IconMessagePlus, IconTrash } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import type { CustomerPage } from '../../../../shared/contract/customers.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { ExplainFigure } from '../../../api/ExplainFigure.tsx'
import { runCommand } from '../../../stores/commands.ts'
import { useMasked } from '../../../stores/mask.ts'
import type { Autosave } from '../../../ui/autosave.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { useSaveState } from '../../../ui/use-autosave.ts'
import { LIFECYCLE_TONES } from '../lifecycle-tones.ts'
import type { Neighbours } from './use-neighbours.ts'

interface CustomerHeaderProps {
  record: CustomerRecord
  /** Undefined while the figures are on their way. */
  page: CustomerPage | undefined
  autosave: Autosave
  neighbours: Neighbours
  onBack: () => void
}

/** Who this is, and the ways out: back to the table, to the customers beside this one, and what can be done with them. */
export function CustomerHeader({ record, page, autosave, neighbours, onBack }: CustomerHeaderProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  const { fields } = record
  const name = masked.name(record.id, nameOf(record))
  const about = [
    fields.type === null ? '' : t(`customerPage.types.${fields.type}`),
    masked.isOn ? '' : fields.externalId,
    masked.isOn ? '' : fields.city,
    fields.country
  ]
  return (
    <header className="customer-header">
      <div className="customer-ways">
        <button type="button" className="link-button customer-back" onClick={onBack} data-testid="customer-back">
          <IconArrowLeft size={16} stroke={1.6} aria-hidden /> {t('customerPage.back')}
        </button>
        <Stepper neighbours={neighbours} />
      </div>
      <div className="customer-headline">
        <div className="customer-who">
          <h1 data-testid="customer-name">{name}</h1>
          <div className="customer-about">
            {page && (
              <span className="customer-state">
                <StatePill tone={LIFECYCLE_TONES[page.row.lifecycle]}>{t(`kinds.lifecycle.${page.row.lifecycle}`)}</StatePill>
                <ExplainFigure
                  id="f_lifecycle"
                  name={t('customers.columns.lifecycle')}
                  value={t(`kinds.lifecycle.${page.row.lifecycle}`)}
                  notes={page.recencyDays === null ? [] : [t('customers.page.daysAgo', { count: page.recencyDays })]}
                />
              </span>
            )}
            <span className="muted">{about.filter(Boolean).join(' · ')}</span>
            <Saved autosave={autosave} />
          </div>
        </div>
        <div className="customer-deeds">
          <Button
            leftSection={<IconMessagePlus size={17} stroke={1.6} />}
            onClick={() => void runCommand('interaction.log')}
            data-testid="customer-log"
          >
            {t('customerPage.log.button')}
          </Button>
          <MoreMenu record={record} name={name} onGone={onBack} />
        </div>
      </div>
    </header>
  )
}

/** Somebody without a name is called by the number, as in the table. */
export const nameOf = ({ id, fields }: CustomerRecord): string => fields.name || fields.externalId || fields.email || `#${String(id)}`

function Stepper({ neighbours: { place, total, previous, next, go } }: { neighbours: Neighbours }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (place === null || total === null) return null
  return (
    <div className="customer-stepper">
      <span className="faint small">{t('customerPage.position', { place: formats.count(place + 1), total: formats.count(total) })}</span>
      <ActionIcon
        variant="default"
        aria-label={t('customerPage.previous')}
        disabled={previous === null}
        onClick={() => {
          go(-1)
        }}
        data-testid="customer-previous"
      >
        <IconChevronUp size={17} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        aria-label={t('customerPage.next')}
        disabled={next === null}
        onClick={() => {
          go(1)
        }}
        data-testid="customer-next"
      >
        <IconChevronDown size={17} stroke={1.6} />
      </ActionIcon>
    </div>
  )
}

function Saved({ autosave }: { autosave: Autosave }): ReactNode {
  const { t } = useTranslation()
  const { time } = useFormats()
  const { status, savedAt } = useSaveState(autosave)
  if (status === 'failed')
    return (
      <span className="tone-attention small" role="alert">
        {t('customerPage.failed')}
      </span>
    )
  return savedAt ? (
    <span className="faint small" data-testid="customer-saved" data-status={status}>
      {t('customerPage.saved', { time: time(savedAt) })}
    </span>
  ) : null
}

function MoreMenu({ record, name, onGone }: { record: CustomerRecord; name: string; onGone: () => void }): ReactNode {
  const { t } = useTranslation()
  const remove = useMutation({
    mutationFn: () => client.customerEdits.deleteCustomers({ ids: [record.id] }),
    onSuccess: () => {
      onGone()
      notify(t('customerPage.deleted', { name }), { label: t('common.undo'), run: () => void runCommand('edit.undo') })
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label={t('customerPage.more')} loading={remove.isPending} data-testid="customer-more">
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          className="customer-danger"
          leftSection={<IconTrash size={16} stroke={1.6} />}
          onClick={() => {
            remove.mutate()
          }}
          data-testid="customer-delete"
        >
          {t('customerPage.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
