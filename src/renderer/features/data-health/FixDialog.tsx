import { Button, Modal, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FixRow, HealthFix } from '../../../shared/contract/data-health.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { runCommand } from '../../stores/commands.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

const SHOWN = 50
/** Countries of the numbers the app can check or complete without asking which. */
const COUNTRIES = ['ES', 'MX', 'AR', 'CL', 'CO', 'PE', 'UY', 'US', 'PT', 'FR', 'DE', 'IT', 'GB']

/** Says what a fix would change before it does, and does it as one change. */
export function FixDialog({ fix, onClose }: { fix: HealthFix; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const home = useQuery(orpc.dataHealth.getHomeCountry.queryOptions())
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`dataHealth.fix.${fix}`)}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
      data-testid="fix-dialog"
    >
      <p className="muted health-fix-text">{t(`dataHealth.fix.${fix}Text`)}</p>
      <Answer query={home}>{({ country }) => <Preview fix={fix} home={country} onClose={onClose} />}</Answer>
    </Modal>
  )
}

function Preview({ fix, home, onClose }: { fix: HealthFix; home: string; onClose: () => void }): ReactNode {
  const { t, i18n } = useTranslation()
  const formats = useFormats()
  const [country, setCountry] = useState(home)
  const [isBusy, setBusy] = useState(false)
  const preview = useQuery({
    ...orpc.dataHealth.previewFix.queryOptions({ input: { fix, country, limit: SHOWN } }),
    placeholderData: keepPreviousData
  })
  const apply = async (): Promise<void> => {
    setBusy(true)
    try {
      const { changed } = await client.dataHealth.applyFix({ fix, country })
      onClose()
      notify(t('dataHealth.fix.done', { count: changed, formatted: formats.count(changed) }), {
        label: t('dataHealth.undo'),
        run: () => runCommand('edit.undo')
      })
    } catch (error) {
      setBusy(false)
      notifyError(readError(error))
    }
  }
  const names = new Intl.DisplayNames([i18n.language], { type: 'region' })
  return (
    <>
      {(fix === 'phone' || fix === 'taxId') && (
        <Select
          label={t('dataHealth.fix.country')}
          value={country}
          onChange={(value) => {
            setCountry(value ?? home)
          }}
          data={[...new Set([home, ...COUNTRIES])].map((value) => ({ value, label: names.of(value) ?? value }))}
          allowDeselect={false}
          className="health-country"
          data-testid="fix-country"
        />
      )}
      <Answer query={preview}>
        {({ total, left, rows }) => (
          <>
            <p data-testid="fix-total" data-count={total}>
              {total === 0 ? t('dataHealth.fix.nothing') : t('dataHealth.fix.changes', { count: total, formatted: formats.count(total) })}{' '}
              {left > 0 && <span className="muted">{t('dataHealth.fix.left', { count: left, formatted: formats.count(left) })}</span>}
            </p>
            {rows.length > 0 && <FixTable rows={rows} />}
            {total + left > rows.length && <p className="faint small">{t('dataHealth.fix.more', { shown: formats.count(rows.length) })}</p>}
            <div className="health-dialog-foot">
              <Button variant="default" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button disabled={total === 0} loading={isBusy} onClick={() => void apply()} data-testid="fix-apply">
                {t('dataHealth.fix.apply', { count: total, formatted: formats.count(total) })}
              </Button>
            </div>
          </>
        )}
      </Answer>
    </>
  )
}

function FixTable({ rows }: { rows: readonly FixRow[] }): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  return (
    <div className="health-fix-table" tabIndex={0} role="region" aria-label={t('dataHealth.fix.rows')}>
      <table>
        <thead>
          <tr>
            <th>{t('dataHealth.problems.columns.name')}</th>
            <th>{t('dataHealth.fix.before')}</th>
            <th>{t('dataHealth.fix.after')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, name, field, before, after }) => (
            <tr key={`${String(id)}-${field}`}>
              <td>{masked.name(id, name)}</td>
              <td>{masked.hide(before)}</td>
              <td>
                {after === null || after === '' ? (
                  <span className="faint">{t(after === null ? 'dataHealth.fix.unreadable' : 'dataHealth.fix.emptied')}</span>
                ) : (
                  masked.hide(after)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
