import { Select, TagsInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CUSTOMER_STATUSES, LOST_REASONS, type CustomerFields, type CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import { readFigure, writeGrouped } from '../../../../shared/i18n/read-figure.ts'
import { orpc } from '../../../api/client.ts'
import type { ReadError } from '../../../api/errors.ts'
import { useMasked } from '../../../stores/mask.ts'
import type { Autosave } from '../../../ui/autosave.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { readDate, writeDate } from '../../../ui/date-text.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { AttributeFields } from './AttributeFields.tsx'
import { FieldLine, TextField } from './TextField.tsx'
import { saveFields } from './use-record-edits.ts'

interface CardProps {
  record: CustomerRecord
  autosave: Autosave
}
type TextName = Exclude<
  { [Field in keyof CustomerFields]: CustomerFields[Field] extends string | null ? Field : never }[keyof CustomerFields],
  'type' | 'status' | 'lostReason'
>

interface Line {
  field: TextName
  kind?: 'live' | 'date'
  longest?: number
}
/** The groups of the record, in the order they are read. What a check can refuse half typed is saved when the field is left. */
const GROUPS: readonly { id: 'identity' | 'contact'; lines: readonly Line[] }[] = [
  {
    id: 'identity',
    lines: [
      { field: 'name', kind: 'live', longest: 500 },
      { field: 'externalId', longest: 200 },
      { field: 'taxId', longest: 200 },
      { field: 'birthDate', kind: 'date' }
    ]
  },
  {
    id: 'contact',
    lines: [
      { field: 'email', longest: 320 },
      { field: 'phone', kind: 'live', longest: 200 },
      { field: 'address', kind: 'live', longest: 500 },
      { field: 'postalCode', kind: 'live', longest: 200 },
      { field: 'city', kind: 'live', longest: 500 },
      { field: 'region', kind: 'live', longest: 500 },
      { field: 'country', kind: 'live', longest: 500 },
      { field: 'language', kind: 'live', longest: 200 }
    ]
  }
]
const RELATIONSHIP: readonly Line[] = [
  { field: 'acquisitionDate', kind: 'date' },
  { field: 'acquisitionChannel', kind: 'live', longest: 500 },
  { field: 'ownerUser', kind: 'live', longest: 500 },
  { field: 'partnerId', kind: 'live', longest: 200 }
]

/** A company has no birthday; one that somebody wrote down stays in sight. */
const isShown = ({ field }: Line, { fields }: CustomerRecord): boolean =>
  field !== 'birthDate' || fields.type !== 'company' || fields.birthDate !== null

/** Everything the record says of who this is, each field changed where it stands. */
export function IdentityCard({ record, autosave }: CardProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="customer-card" data-testid="customer-identity">
      {GROUPS.map(({ id, lines }) => (
        <section key={id}>
          <Caption as="h3">{t(`customerPage.groups.${id}`)}</Caption>
          {id === 'identity' && <TypeField record={record} />}
          {lines
            .filter((line) => isShown(line, record))
            .map((line) => (
              <RecordLine key={line.field} line={line} record={record} autosave={autosave} />
            ))}
        </section>
      ))}
      <section>
        <Caption as="h3">{t('customerPage.groups.relationship')}</Caption>
        <StatusFields record={record} />
        <TagsLine record={record} />
        {RELATIONSHIP.map((line) => (
          <RecordLine key={line.field} line={line} record={record} autosave={autosave} />
        ))}
        <CampaignField record={record} />
        <WalletField record={record} autosave={autosave} />
      </section>
      <AttributeFields record={record} autosave={autosave} />
      <section>
        <Caption as="h3">{t('customerPage.groups.notes')}</Caption>
        <NotesField record={record} autosave={autosave} />
      </section>
    </Card>
  )
}

/** Changes fields at a click; a refusal is said in the corner. */
function change(id: number, fields: Parameters<typeof saveFields>[1]): void {
  saveFields(id, fields).then(
    ({ refusal }) => {
      if (refusal) notifyError(refusal)
    },
    () => {
      notifyError({ code: 'busy', details: {} })
    }
  )
}

function RecordLine({ line: { field, kind, longest }, record, autosave }: CardProps & { line: Line }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const masked = useMasked()
  const stored = record.fields[field] ?? ''
  const isDate = kind === 'date'
  const label = t(`customerPage.fields.${field}`)
  if (masked.isOn && field !== 'country' && field !== 'language' && !isDate)
    return (
      <FieldLine label={label}>{field === 'name' ? masked.name(record.id, stored) : masked.hide(stored === '' ? '–' : stored)}</FieldLine>
    )
  return (
    <TextField
      name={field}
      label={label}
      initial={isDate ? writeDate(stored, language) : stored}
      isLive={kind === 'live'}
      {...(longest === undefined ? {} : { maxLength: longest })}
      {...(isDate ? { placeholder: t('common.datePattern') } : {})}
      autosave={autosave}
      save={(text) => {
        const value = isDate && text.trim() !== '' ? (readDate(text, language) ?? text) : text
        return saveFields(record.id, { [field]: value === '' && field !== 'name' ? null : value })
      }}
    />
  )
}

function TypeField({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  return (
    <FieldLine label={t('customerPage.fields.type')} htmlFor={id}>
      <Select
        id={id}
        variant="unstyled"
        className="field-input"
        allowDeselect={false}
        value={record.fields.type ?? 'none'}
        data={['person', 'company', 'none'].map((value) => ({ value, label: t(`customerPage.types.${value}`) }))}
        onChange={(value) => {
          change(record.id, { type: value === 'person' || value === 'company' ? value : null })
        }}
        data-testid="field-type"
      />
    </FieldLine>
  )
}

function StatusFields({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const { status, lostReason } = record.fields
  return (
    <>
      <FieldLine label={t('customerPage.fields.status')} htmlFor={id}>
        <Select
          id={id}
          variant="unstyled"
          className="field-input"
          allowDeselect={false}
          value={status}
          data={CUSTOMER_STATUSES.map((value) => ({ value, label: t(`customerPage.statuses.${value}`) }))}
          onChange={(value) => {
            const next = CUSTOMER_STATUSES.find((each) => each === value)
            if (next) change(record.id, { status: next })
          }}
          data-testid="field-status"
        />
      </FieldLine>
      {status === 'lost' && (
        <FieldLine label={t('customerPage.fields.lostReason')} htmlFor={`${id}-why`}>
          <Select
            id={`${id}-why`}
            variant="unstyled"
            className="field-input"
            clearable
            placeholder="–"
            value={lostReason}
            data={LOST_REASONS.map((value) => ({ value, label: t(`customerPage.lostReasons.${value}`) }))}
            onChange={(value) => {
              change(record.id, { lostReason: LOST_REASONS.find((each) => each === value) ?? null })
            }}
            data-testid="field-lostReason"
          />
        </FieldLine>
      )}
    </>
  )
}

function TagsLine({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const { tags } = record.fields
  return (
    <FieldLine label={t('customerPage.fields.tags')} htmlFor={id}>
      <TagsInput
        id={id}
        variant="unstyled"
        className="field-input field-tags"
        value={tags}
        placeholder={tags.length === 0 ? t('customerPage.fields.tagsPlaceholder') : ''}
        splitChars={[',', ';', '|']}
        acceptValueOnBlur
        onChange={(next) => {
          change(record.id, { tags: next })
        }}
        data-testid="field-tags"
      />
    </FieldLine>
  )
}

function CampaignField({ record }: { record: CustomerRecord }): ReactNode {
  const { t } = useTranslation()
  const id = useId()
  const campaigns = useQuery(orpc.customerEdits.listCampaigns.queryOptions())
  if ((campaigns.data ?? []).length === 0) return null
  return (
    <FieldLine label={t('customerPage.fields.acquisitionCampaignId')} htmlFor={id}>
      <Select
        id={id}
        variant="unstyled"
        className="field-input"
        clearable
        searchable
        placeholder="–"
        value={record.fields.acquisitionCampaignId === null ? null : String(record.fields.acquisitionCampaignId)}
        data={(campaigns.data ?? []).map((campaign) => ({ value: String(campaign.id), label: campaign.fields.name }))}
        onChange={(value) => {
          change(record.id, { acquisitionCampaignId: value === null ? null : Number(value) })
        }}
      />
    </FieldLine>
  )
}

const AMOUNT_WRONG: ReadError = { code: 'amount-wrong', details: {} }

function WalletField({ record, autosave }: CardProps): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  const stored = record.fields.walletEstimateMinor
  return (
    <TextField
      name="walletEstimateMinor"
      label={t('customerPage.fields.walletEstimateMinor')}
      initial={stored === null ? '' : writeGrouped(stored, 'currency', currency, language)}
      autosave={autosave}
      save={async (text) => {
        const amount = text.trim() === '' ? null : readFigure(text, 'currency', currency, language)
        if (amount === null && text.trim() !== '') return { savedAt: new Date().toISOString(), refusal: AMOUNT_WRONG }
        return saveFields(record.id, { walletEstimateMinor: amount })
      }}
    />
  )
}

function NotesField({ record, autosave }: CardProps): ReactNode {
  const { t } = useTranslation()
  const masked = useMasked()
  if (masked.isOn) return <p className="muted">{masked.hide(record.fields.notes ?? '–')}</p>
  return (
    <TextField
      name="notes"
      label={t('customerPage.fields.notes')}
      initial={record.fields.notes ?? ''}
      isLive
      isLong
      placeholder={t('customerPage.fields.notesPlaceholder')}
      maxLength={20_000}
      autosave={autosave}
      save={(text) => saveFields(record.id, { notes: text === '' ? null : text })}
    />
  )
}
