import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { maskName } from '../../../shared/i18n/mask.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { shell } from '../../api/shell.ts'
import { useMasked } from '../../stores/mask.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { attempt } from './attempt.ts'

/** Who was erased, without saying who it was, and the way to erase them from an older copy too. */
export function ErasuresSection(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const erasures = useQuery(orpc.privacy.listErasures.queryOptions())
  const reapply = (): void => {
    void attempt(async () => {
      const file = await shell('pickFile', { purpose: 'open-workspace' })
      if (!file) return null
      const { erased } = await client.privacy.reapplyErasures({ fileToken: file.token })
      return erased === 0 ? t('privacy.erasures.doneNone') : t('privacy.erasures.done', { count: erased, formatted: formats.count(erased) })
    })
  }
  return (
    <Card className="card-roomy privacy-card" data-testid="privacy-erasures">
      <h2>{t('privacy.erasures.title')}</h2>
      <p className="muted privacy-text">{t('privacy.erasures.text')}</p>
      <Answer query={erasures}>
        {(list) =>
          list.length === 0 ? (
            <p>{t('privacy.erasures.none')}</p>
          ) : (
            <>
              <table className="privacy-plain">
                <thead>
                  <tr>
                    <th>{t('privacy.erasures.columns.id')}</th>
                    <th>{t('privacy.erasures.columns.at')}</th>
                    <th>{t('privacy.erasures.columns.reason')}</th>
                  </tr>
                </thead>
                <tbody>
                  {list.map(({ id, customerId, at, reason }) => (
                    <tr key={id} data-testid="erasure-row">
                      <td>{maskName(customerId, formats.language)}</td>
                      <td>{formats.date(at)}</td>
                      <td>{reason === '' ? <span className="faint">{t('privacy.erasures.noReason')}</span> : masked.hide(reason)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <div className="privacy-reapply">
                <Button variant="default" onClick={reapply} data-testid="reapply">
                  {t('privacy.erasures.reapply')}
                </Button>
                <span className="muted small">{t('privacy.erasures.reapplyHint')}</span>
              </div>
            </>
          )
        }
      </Answer>
    </Card>
  )
}
