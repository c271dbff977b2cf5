import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { attempt } from './attempt.ts'

interface EraseDialogProps {
  ids: readonly number[]
  /** Of the one customer it is about. */
  name?: string
  onClose: () => void
  onDone?: () => void
}

/** Says what goes and what stays, asks why, and erases for good. */
export function EraseDialog({ ids, name = '', onClose, onDone }: EraseDialogProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [reason, setReason] = useState('')
  const [isSure, setSure] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const erase = async (): Promise<void> => {
    setBusy(true)
    await attempt(async () => {
      const { erased, isTraceless } = await client.privacy.erasePeople({ ids: [...ids], reason })
      onClose()
      onDone?.()
      const done = t('privacy.erase.done', { count: erased, formatted: formats.count(erased) })
      return isTraceless ? done : `${done} ${t('privacy.erase.closing')}`
    })
    setBusy(false)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('privacy.erase.title', { count: ids.length, name })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="erase-dialog"
    >
      <p className="privacy-warning">
        <IconAlertTriangle size={18} stroke={1.8} aria-hidden /> {t('privacy.erase.cannot')}
      </p>
      <dl className="privacy-fate">
        <dt>{t('privacy.erase.goes')}</dt>
        <dd>{t('privacy.erase.goesText')}</dd>
        <dt>{t('privacy.erase.stays')}</dt>
        <dd>{t('privacy.erase.staysText')}</dd>
      </dl>
      <p className="muted small">{t('privacy.erase.copies')}</p>
      <TextInput
        label={t('privacy.erase.reason')}
        description={t('privacy.erase.reasonHint')}
        value={reason}
        maxLength={500}
        onChange={(event) => {
          setReason(event.currentTarget.value)
        }}
        className="privacy-reason"
        data-testid="erase-reason"
      />
      <Checkbox
        label={t('privacy.erase.confirm')}
        checked={isSure}
        onChange={(event) => {
          setSure(event.currentTarget.checked)
        }}
        data-testid="erase-sure"
      />
      <div className="privacy-dialog-foot">
        <Button variant="default" onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button className="privacy-destroy" disabled={!isSure} loading={isBusy} onClick={() => void erase()} data-testid="erase-do">
          {t('privacy.erase.do', { count: ids.length, formatted: formats.count(ids.length) })}
        </Button>
      </div>
    </Modal>
  )
}
