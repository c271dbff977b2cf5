import { ActionIcon, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import type { CustomerPage } from '../../../../shared/contract/customers.ts'
import { FlagKind } from '../../../../shared/contract/value-tables.ts'
import { segmentColor } from '../../../../shared/domain/segment-colors.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useModels } from '../../../api/models.ts'
import { navigate } from '../../../stores/route.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { SegmentDot } from '../../../ui/StatePill.tsx'

/** The segments this customer is in, each leading to its page. */
export function SegmentsCard({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const mine = (segments.data ?? []).filter(({ id }) => ids.includes(id))
  return (
    <Card className="customer-card" data-testid="customer-segments">
      <Caption>{t('customers.page.segments')}</Caption>
      {segments.data && mine.length === 0 && <p className="muted">{t('customers.page.noSegments')}</p>}
      <ul className="plain-list">
        {mine.map(({ id, name }) => (
          <li key={id}>
            <SegmentDot color={segmentColor(id)} />
            <button
              type="button"
              className="link-button"
              onClick={() => {
                navigate({ screen: 'segments', view: 'segment', segmentId: id })
              }}
            >
              {formats.text(name)}
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Where the models meet this customer: elements a segment of theirs is linked to, each leading to its place on the canvas. */
export function ElementsCard({ customerId, elements }: { customerId: number; elements: CustomerPage['elements'] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const models = useModels()
  const found = (models.data?.models ?? []).flatMap((model) => {
    const linked = new Set(elements.filter(({ modelId }) => modelId === model.id).map(({ elementId }) => elementId))
    return linked.size > 0 ? [{ model, linked: model.elements.filter(({ id }) => linked.has(id)) }] : []
  })
  if (found.length === 0) return null
  return (
    <Card className="customer-card" data-testid="customer-elements">
      <Caption>{t('customers.page.elements')}</Caption>
      <dl className="customer-models">
        {found.map(({ model, linked }) => (
          <div key={model.id}>
            <dt>{formats.text(model.name)}</dt>
            {linked.map(({ id, name }) => (
              <dd key={id}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    navigate({ screen: 'models', modelId: model.id, elementId: id })
                  }}
                >
                  {formats.text(name)}
                </button>
              </dd>
            ))}
          </div>
        ))}
      </dl>
      <button
        type="button"
        className="table-toggle"
        onClick={() => {
          navigate({ screen: 'compare', view: 'homes', customerId })
        }}
      >
        {t('compare.whereLives')}
      </button>
    </Card>
  )
}

/** Why a person put this customer among those that matter, or kept them out; each with the reason in words. */
export function FlagsCard({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="customer-card" data-testid="customer-flags">
      <Caption>{t('customerPage.flags.title')}</Caption>
      <ul className="flag-list">
        {FlagKind.options.map((kind) => (
          <FlagLine key={kind} kind={kind} customerId={record.id} flag={record.flags.find((each) => each.kind === kind) ?? null} />
        ))}
      </ul>
    </Card>
  )
}

interface FlagLineProps {
  kind: FlagKind
  customerId: number
  flag: CustomerRecord['flags'][number] | null
}

function FlagLine({ kind, customerId, flag }: FlagLineProps): ReactNode {
  const { t } = useTranslation()
  const [reason, setReason] = useState<string | null>(null)
  const onError = (error: unknown): void => {
    notifyError(readError(error))
  }
  const set = useMutation({
    mutationFn: (words: string) => client.value.setCustomerFlag({ customerId, kind, reason: words }),
    onSuccess: () => {
      setReason(null)
    },
    onError
  })
  const remove = useMutation({ mutationFn: () => client.value.removeCustomerFlag({ customerId, kind }), onError })
  return (
    <li>
      <button
        type="button"
        className="flag-button"
        aria-pressed={flag !== null}
        title={t(`value.flags.${kind}`)}
        data-testid={`flag-${kind}`}
        onClick={() => {
          if (flag) remove.mutate()
          else set.mutate('')
        }}
      >
        {t(`value.reasons.${kind}`)}
      </button>
      {flag && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (reason !== null) set.mutate(reason)
          }}
        >
          <TextInput
            size="xs"
            variant="unstyled"
            className="field-input"
            aria-label={`${t(`value.reasons.${kind}`)}: ${t('customerPage.flags.reason')}`}
            placeholder={t('customerPage.flags.reason')}
            value={reason ?? flag.reason}
            maxLength={500}
            rightSection={
              reason !== null && reason !== flag.reason ? (
                <ActionIcon type="submit" variant="subtle" size="sm" aria-label={t('common.save')}>
                  <IconCheck size={15} stroke={1.6} />
                </ActionIcon>
              ) : null
            }
            onChange={({ currentTarget }) => {
              setReason(currentTarget.value)
            }}
            onBlur={() => {
              if (reason !== null && reason !== flag.reason) set.mutate(reason)
            }}
          />
        </form>
      )}
    </li>
  )
}

/** Which files made and changed this record. */
export function OriginCard({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const origins = useQuery(orpc.imports.listOrigins.queryOptions({ input: { table: 'customers', id: record.id } })).data
  const { createdAt, updatedAt } = record
  return (
    <Card className="customer-card" data-testid="customer-origin">
      <Caption>{t('customerPage.origin.title')}</Caption>
      {origins && (
        <ul className="origin-list">
          <li>
            {origins.madeBy
              ? t('customerPage.origin.made', { file: origins.madeBy.fileName, date: formats.date(origins.madeBy.at) })
              : t('customerPage.origin.byHand')}
          </li>
          {origins.changedBy.map(({ batch, fileName, at, values }) => (
            <li key={batch}>
              {t('customerPage.origin.changed', { file: fileName, date: formats.date(at) })}{' '}
              <span className="faint">({t('customerPage.origin.fields', { count: values.length })})</span>
            </li>
          ))}
        </ul>
      )}
      <p className="faint small">{t('customerPage.origin.created', { date: formats.date(createdAt), changed: formats.date(updatedAt) })}</p>
    </Card>
  )
}
