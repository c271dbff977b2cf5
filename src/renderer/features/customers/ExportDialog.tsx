import { Button, Group, Modal, Radio } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EXPORT_FORMATS, type ExportFormat, type TableLayout } from '../../../shared/contract/customer-table.ts'
import type { CustomerSelection } from '../../../shared/contract/customers.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useMask } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

interface ExportDialogProps {
  isOpen: boolean
  layout: TableLayout
  /** Null: nobody is selected. */
  selection: CustomerSelection | null
  selected: number
  total: number
  onClose: () => void
}

/** Who, which columns and what kind of file; then where. */
export function ExportDialog({ isOpen, layout, selection, selected, total, onClose }: ExportDialogProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const isMasked = useMask((mask) => mask.isOn)
  const [who, setWho] = useState<'selected' | 'shown'>('selected')
  const [what, setWhat] = useState<'shown' | 'all'>('shown')
  const [format, setFormat] = useState<ExportFormat>(formats.language === 'es' ? 'excel-es' : 'xlsx')
  const [isBusy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    const isXlsx = format === 'xlsx'
    const suggestedName = `${t('customerTable.export.file')}.${isXlsx ? 'xlsx' : 'csv'}`
    const file = await shell('pickFile', { purpose: isXlsx ? 'save-customers-xlsx' : 'save-customers', suggestedName })
    if (!file) return
    setBusy(true)
    const { rows } = await client.customerTable.exportSelection({
      fileToken: file.token,
      selection: who === 'selected' && selection ? selection : { filter: layout.filter, except: [] },
      sort: layout.sort,
      columns: what === 'shown' ? layout.columns.map(({ id }) => id) : null,
      format,
      language: formats.language
    })
    notify(t('customerTable.export.saved', { count: rows, formatted: formats.count(rows) }))
    onClose()
  }
  const counted = (key: 'selected' | 'shown', many: number): string =>
    t(`customerTable.export.${key}`, { count: many, formatted: formats.count(many) })
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t('customerTable.export.title')}
      centered
      size={520}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="export-form">
        {selection && (
          <Radio.Group
            label={t('customerTable.export.who')}
            value={who}
            onChange={(next) => {
              setWho(next === 'shown' ? 'shown' : 'selected')
            }}
          >
            <Radio value="selected" label={counted('selected', selected)} />
            <Radio value="shown" label={counted('shown', total)} />
          </Radio.Group>
        )}
        <Radio.Group
          label={t('customerTable.export.what')}
          value={what}
          onChange={(next) => {
            setWhat(next === 'all' ? 'all' : 'shown')
          }}
        >
          <Radio value="shown" label={t('customerTable.export.asShown')} />
          <Radio value="all" label={t('customerTable.export.allFields')} data-testid="export-all-fields" />
        </Radio.Group>
        <Radio.Group
          label={t('customerTable.export.format')}
          value={format}
          onChange={(next) => {
            setFormat(EXPORT_FORMATS.find((each) => each === next) ?? 'csv')
          }}
        >
          {EXPORT_FORMATS.map((each) => (
            <Radio
              key={each}
              value={each}
              label={t(`customerTable.export.formats.${each}`)}
              {...(each === format && { description: t(`customerTable.export.hints.${each}`) })}
              data-testid={`export-${each}`}
            />
          ))}
        </Radio.Group>
        {isMasked && <p className="muted small">{t('customerTable.export.masked')}</p>}
        <Group justify="flex-end">
          <Button
            loading={isBusy}
            onClick={() => {
              save()
                .catch((error: unknown) => {
                  notifyError(readError(error))
                })
                .finally(() => {
                  setBusy(false)
                })
            }}
            data-testid="export-save"
          >
            {t('customerTable.export.save')}
          </Button>
        </Group>
      </div>
    </Modal>
  )
}
