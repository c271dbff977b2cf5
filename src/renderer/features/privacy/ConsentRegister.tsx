import { Button, Checkbox, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconCertificate, IconDownload, IconSearch } from '@tabler/icons-react'
import { keepPreviousData, useQueries } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useCallback, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import {
  CONSENT_STATES,
  type ConsentFilter,
  type ConsentRegister as Register,
  type ConsentRow,
  type ConsentState
} from '../../../shared/contract/privacy.ts'
import { client, orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { nameKnown } from '../../ui/name-known.ts'
import { StatePill } from '../../ui/StatePill.tsx'
import { attempt } from './attempt.ts'

const PAGE = 200
const SOON_DAYS = 30
const TONES = { granted: 'good', denied: 'attention', withdrawn: 'attention', expired: 'missing' } as const

/** Who agreed to what, by which channel, until when: filters, who may be contacted, what runs out soon. */
export function ConsentRegister(): ReactNode {
  const { t } = useTranslation()
  const [filter, setFilter] = useState<ConsentFilter>({})
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed, 200)
  const [pages, setPages] = useState<readonly number[]>([0])
  const asked: ConsentFilter = { ...filter, ...(search.trim() === '' ? {} : { search: search.trim() }) }
  const answers = useQueries({
    queries: pages.map((page) => ({
      ...orpc.privacy.listConsents.queryOptions({ input: { filter: asked, offset: page * PAGE, limit: PAGE } }),
      placeholderData: keepPreviousData
    }))
  })
  const newest = answers.find(({ data }) => data !== undefined)?.data
  const failed = answers.find(({ error }) => error !== null)
  const onRange = useCallback((first: number, last: number): void => {
    const from = Math.floor(first / PAGE)
    const wanted = Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, k) => from + k)
    setPages((now) => (now.join() === wanted.join() ? now : wanted))
  }, [])
  const columns = useConsentColumns()
  if (failed) return <ErrorNotice error={readError(failed.error)} onRetry={() => void failed.refetch()} />
  if (!newest) return null
  if (newest.purposes.length === 0)
    return (
      <EmptyState
        icon={<IconCertificate size={40} stroke={1.2} />}
        title={t('privacy.consents.emptyTitle')}
        text={t('privacy.consents.emptyText')}
        action={
          <Button
            onClick={() => {
              navigate({ screen: 'import', kinds: ['consents'] })
            }}
          >
            {t('privacy.import')}
          </Button>
        }
      />
    )
  return (
    <Card className="card-roomy privacy-card" data-testid="consent-register">
      <Filters filter={filter} onChange={setFilter} register={newest} typed={typed} onType={setTyped} asked={asked} />
      <p className="privacy-takeaway" data-testid="consent-total" data-count={newest.total} aria-live="polite">
        <Takeaway filter={filter} register={newest} t={t} />
      </p>
      <div className="privacy-table">
        {newest.total === 0 ? (
          <p className="muted">{t('privacy.consents.noMatch')}</p>
        ) : (
          <DataTable
            key={JSON.stringify(asked)}
            label={t('privacy.consents.title')}
            total={newest.total}
            columns={columns}
            rowAt={(index) => answers[pages.indexOf(Math.floor(index / PAGE))]?.data?.rows[index % PAGE]}
            sort={{ by: 'at', descending: true }}
            onSort={() => undefined}
            onOpen={({ customerId }) => {
              navigate({ screen: 'customers', place: 'customer', customerId })
            }}
            onRange={onRange}
            onCopy={(text) => {
              void attempt(async () => {
                await shell('copyText', { text })
                return t('common.copied')
              })
            }}
          />
        )}
      </div>
      <p className="faint small">{t('privacy.consents.newest')}</p>
    </Card>
  )
}

/** The answer in a sentence: who may be contacted where a purpose and "granted" are chosen, else how many there are. */
function Takeaway({ filter, register, t }: { filter: ConsentFilter; register: Register; t: TFunction }): ReactNode {
  const formats = useFormats()
  const { total, customers } = register
  if (filter.state === 'granted' && filter.purpose)
    return t('privacy.consents.mayContact', {
      count: customers,
      formatted: formats.count(customers),
      purpose: nameKnown(t, 'purposes', filter.purpose)
    })
  return t('privacy.consents.total', {
    count: total,
    formatted: formats.count(total),
    customers: t('privacy.consents.ofCustomers', { count: customers, formatted: formats.count(customers) })
  })
}

interface FiltersProps {
  filter: ConsentFilter
  onChange: (filter: ConsentFilter) => void
  register: Register
  typed: string
  onType: (typed: string) => void
  asked: ConsentFilter
}

function Filters({ filter, onChange, register, typed, onType, asked }: FiltersProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const set = (key: 'purpose' | 'channel' | 'state', value: string | null): void => {
    const { [key]: _gone, ...rest } = filter
    onChange(value === null ? rest : { ...rest, [key]: value })
  }
  const countOf = (state: ConsentState): number => register.states.find((each) => each.state === state)?.count ?? 0
  return (
    <div className="privacy-filters">
      <TextInput
        value={typed}
        onChange={(event) => {
          onType(event.currentTarget.value)
        }}
        placeholder={t('privacy.consents.search')}
        aria-label={t('privacy.consents.search')}
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        data-testid="consent-search"
      />
      <Select
        aria-label={t('privacy.consents.purpose')}
        placeholder={t('privacy.consents.anyPurpose')}
        value={filter.purpose ?? null}
        onChange={(value) => {
          set('purpose', value)
        }}
        data={register.purposes.map((value) => ({ value, label: nameKnown(t, 'purposes', value) }))}
        clearable
        data-testid="consent-purpose"
      />
      <Select
        aria-label={t('privacy.consents.channel')}
        placeholder={t('privacy.consents.anyChannel')}
        value={filter.channel ?? null}
        onChange={(value) => {
          set('channel', value)
        }}
        data={register.channels.map((value) => ({ value, label: nameKnown(t, 'channels', value) }))}
        clearable
      />
      <Select
        aria-label={t('privacy.consents.state')}
        placeholder={t('privacy.consents.anyState')}
        value={filter.state ?? null}
        onChange={(value) => {
          set('state', value)
        }}
        data={CONSENT_STATES.map((value) => ({ value, label: `${t(`privacy.states.${value}`)} (${formats.count(countOf(value))})` }))}
        clearable
        data-testid="consent-state"
      />
      <Checkbox
        label={t('privacy.consents.expiring')}
        checked={filter.expiresWithinDays !== undefined}
        onChange={(event) => {
          const { expiresWithinDays: _gone, ...rest } = filter
          onChange(event.currentTarget.checked ? { ...rest, expiresWithinDays: SOON_DAYS } : rest)
        }}
        data-testid="consent-expiring"
      />
      <Button
        variant="default"
        leftSection={<IconDownload size={16} stroke={1.6} />}
        disabled={register.total === 0}
        onClick={() => {
          void attempt(async () => {
            const file = await shell('pickFile', { purpose: 'save-consents', suggestedName: `${t('privacy.consents.title')}.csv` })
            if (!file) return null
            const { rows } = await client.privacy.exportConsents({ filter: asked, fileToken: file.token, language: formats.language })
            return t('frame.savedRows', { count: rows, formatted: formats.count(rows) })
          })
        }}
        data-testid="consent-export"
      >
        {t('privacy.consents.export')}
      </Button>
    </div>
  )
}

function useConsentColumns(): readonly DataColumn<ConsentRow, 'at'>[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const column = (id: string, width: string, render: (row: ConsentRow) => ReactNode, hideBelow = 0): DataColumn<ConsentRow, 'at'> => ({
    id,
    header: t(`privacy.consents.columns.${id}`),
    width,
    render,
    hideBelow
  })
  return [
    column('name', 'minmax(150px, 1.6fr)', ({ customerId, name }) => masked.name(customerId, name)),
    column('purpose', 'minmax(90px, 1fr)', ({ purpose }) => nameKnown(t, 'purposes', purpose)),
    column('channel', 'minmax(80px, 0.8fr)', ({ channel }) => nameKnown(t, 'channels', channel)),
    column('state', 'minmax(104px, 0.9fr)', ({ state }) => <StatePill tone={TONES[state]}>{t(`privacy.states.${state}`)}</StatePill>),
    column('at', 'minmax(100px, 0.8fr)', ({ at }) => formats.date(at)),
    column('expiresAt', 'minmax(100px, 0.8fr)', ({ expiresAt }) =>
      expiresAt ? formats.date(expiresAt) : <span className="faint">–</span>
    ),
    column('source', 'minmax(100px, 1.1fr)', ({ source }) => masked.hide(source) ?? '', 900)
  ]
}
