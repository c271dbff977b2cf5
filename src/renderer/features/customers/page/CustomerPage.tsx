import { Button } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerRecord } from '../../../../shared/contract/customer-edits.ts'
import { Answer } from '../../../api/Answer.tsx'
import { orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useShownCustomer } from '../../../stores/current-customer.ts'
import { navigate, type Route } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useAutosave } from '../../../ui/use-autosave.ts'
import { ConsentCard } from './ConsentCard.tsx'
import { CustomerHeader, nameOf } from './CustomerHeader.tsx'
import { IdentityCard } from './IdentityCard.tsx'
import { RecordDialog } from './RecordDialog.tsx'
import type { Edited } from './save-record.ts'
import { ElementsCard, FlagsCard, OriginCard, SegmentsCard } from './SideCards.tsx'
import { Timeline } from './Timeline.tsx'
import { useNeighbours } from './use-neighbours.ts'
import { ValueCard } from './ValueCard.tsx'
import './customer-page.css'

/** With fewer entries than this, the side cards stand below the timeline where there is no third column. */
const FEW = 12

type CustomersRoute = Extract<Route, { screen: 'customers' }>
interface CustomerPageProps {
  route: CustomersRoute
  customerId: number
}

/** One customer: who they are, what they bring, which segments and models they stand in, and everything that happened; all of it edited here. */
export function CustomerPage({ route, customerId }: CustomerPageProps): ReactNode {
  const { t } = useTranslation()
  const record = useQuery(orpc.customerEdits.getCustomerRecord.queryOptions({ input: { id: customerId } }))
  useTopBar({ title: t('frame.titles.customers') })
  const onBack = (): void => {
    const { filter, at } = route
    navigate({ screen: 'customers', ...(filter ? { filter } : {}), ...(at ? { at } : {}) })
  }
  const isGone = record.error !== null && readError(record.error).code === 'not-found'
  if (isGone || record.data?.fields.status === 'erased') return <Gone onBack={onBack} />
  return <Answer query={record}>{(data) => <CustomerContent key={customerId} route={route} record={data} onBack={onBack} />}</Answer>
}

function Gone({ onBack }: { onBack: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="page">
      <EmptyState
        icon={<IconUserOff size={40} stroke={1.2} />}
        title={t('customerPage.notThere')}
        text={t('customerPage.notThereText')}
        action={<Button onClick={onBack}>{t('customerPage.back')}</Button>}
      />
    </div>
  )
}

/** ISO date of today, where the person is. */
function findToday(): string {
  const now = new Date()
  const pad = (part: number): string => String(part).padStart(2, '0')
  return `${String(now.getFullYear())}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`
}

function CustomerContent({ route, record, onBack }: { route: CustomersRoute; record: CustomerRecord; onBack: () => void }): ReactNode {
  const autosave = useAutosave()
  useShownCustomer(record.id, nameOf(record))
  const neighbours = useNeighbours(route, onBack)
  const page = useQuery(orpc.customers.getCustomer.queryOptions({ input: { id: record.id } })).data
  const [edited, setEdited] = useState<Edited | null>(null)
  const [today] = useState(findToday)
  const edit = (kind: Edited['kind'], id?: number): void => {
    setEdited({ kind, customerId: record.id, ...(id === undefined ? {} : { id }) })
  }
  return (
    <div className="page customer-page" data-testid="customer-page" data-id={record.id}>
      <div className="customer-inner">
        <CustomerHeader record={record} page={page} autosave={autosave} neighbours={neighbours} onBack={onBack} />
        {page?.segments.includes('s_duplicates') && <DuplicateHint />}
        <div className={page && page.timelineTotal < FEW ? 'customer-grid is-short' : 'customer-grid'}>
          <div className="customer-column customer-left">
            <IdentityCard record={record} autosave={autosave} />
          </div>
          <div className="customer-column customer-middle">
            {page && <ValueCard page={page} />}
            <Timeline customerId={record.id} today={today} onEdit={edit} />
          </div>
          <div className="customer-column customer-side">
            <ConsentCard
              record={record}
              onAdd={() => {
                edit('consent')
              }}
            />
            {page && <SegmentsCard ids={page.segments} />}
            <FlagsCard record={record} />
            {page && <ElementsCard customerId={record.id} elements={page.elements} />}
            <OriginCard record={record} />
          </div>
        </div>
      </div>
      {edited && (
        <RecordDialog
          edited={edited}
          today={today}
          onClose={() => {
            setEdited(null)
          }}
        />
      )}
    </div>
  )
}

function DuplicateHint(): ReactNode {
  const { t } = useTranslation()
  return (
    <p className="customer-hint" data-testid="customer-duplicates">
      {t('customerPage.duplicates.hint')}{' '}
      <button
        type="button"
        className="link-button"
        onClick={() => {
          navigate({ screen: 'customers', place: 'duplicates' })
        }}
      >
        {t('customerPage.duplicates.link')}
      </button>
    </p>
  )
}
