import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { StatePill, type PillTone } from '../../../ui/StatePill.tsx'
import { nameKnown } from '../../../ui/name-known.ts'

type Consent = CustomerRecord['consents'][number]
const TONES: Readonly<Record<Consent['status'], PillTone>> = { granted: 'good', denied: 'attention', withdrawn: 'attention' }

/** What this customer allows now, purpose by purpose; granting and withdrawing is one click each, and both stay on record. */
export function ConsentCard({ record, onAdd }: { record: CustomerRecord; onAdd: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="customer-card" data-testid="customer-consents">
      <header className="customer-card-head">
        <Caption>{t('customerPage.consents.title')}</Caption>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} stroke={1.6} />}
          onClick={onAdd}
          aria-label={t('customerPage.consents.add')}
          data-testid="consent-add"
        >
          {t('customerPage.timeline.add')}
        </Button>
      </header>
      {record.consents.length === 0 && <p className="muted">{t('customerPage.consents.none')}</p>}
      <ul className="consent-list">
        {record.consents.map((consent) => (
          <ConsentLine key={`${consent.purpose} ${consent.channel}`} customerId={record.id} consent={consent} />
        ))}
      </ul>
    </Card>
  )
}

function ConsentLine({ customerId, consent }: { customerId: number; consent: Consent }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { purpose, channel, at, expiresAt, isExpired } = consent
  const isGranted = consent.status === 'granted' && !isExpired
  const what = [nameKnown(t, 'purposes', purpose), nameKnown(t, 'channels', channel)].join(' · ')
  const change = useMutation({
    mutationFn: () =>
      client.customerEdits.addRecord({
        kind: 'consent',
        fields: {
          customerId,
          purpose,
          channel,
          status: isGranted ? 'withdrawn' : 'granted',
          at: new Date().toISOString(),
          source: t('customerPage.consents.byHand')
        }
      }),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const dates = [
    t('customerPage.consents.since', { date: formats.date(at) }),
    ...(expiresAt ? [t('customerPage.consents.until', { date: formats.date(expiresAt) })] : [])
  ]
  return (
    <li data-testid={`consent-${purpose}-${channel}`}>
      <div>
        <div className="consent-what">{what}</div>
        <StatePill tone={isExpired ? 'missing' : TONES[consent.status]}>
          {t(`customerPage.consents.${isExpired ? 'expired' : consent.status}`)}
        </StatePill>
        <div className="faint small">{[dates.join(', '), consent.source].filter(Boolean).join(' · ')}</div>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        loading={change.isPending}
        aria-label={t(`customerPage.consents.${isGranted ? 'withdrawNamed' : 'grantNamed'}`, { what })}
        onClick={() => {
          change.mutate()
        }}
      >
        {t(`customerPage.consents.${isGranted ? 'withdraw' : 'grant'}`)}
      </Button>
    </li>
  )
}
