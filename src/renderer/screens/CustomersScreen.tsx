import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../shared/contract/workspace.ts'
import { useWorkspace } from '../api/workspace.ts'
import type { DrawOperand } from '../features/customers/ColumnFilter.tsx'
import { CustomersPage } from '../features/customers/CustomersPage.tsx'
import { CustomerPage } from '../features/customers/page/CustomerPage.tsx'
import { ChosenMerge } from '../features/duplicates/ChosenMerge.tsx'
import { DuplicatesPage } from '../features/duplicates/DuplicatesPage.tsx'
import { OperandField } from '../features/segments/builder/OperandField.tsx'
import '../features/segments/builder/builder.css'
import { HistoryPage } from '../features/history/HistoryPage.tsx'
import { DataHealthPage } from '../features/data-health/DataHealthPage.tsx'
import { PrivacyPage } from '../features/privacy/PrivacyPage.tsx'
import { CUSTOMER_PLACES, navigate, type CustomerPlace, type Route } from '../stores/route.ts'
import { BackTo } from './BackTo.tsx'
import './customers-screen.css'

type CustomersRoute = Extract<Route, { screen: 'customers' }>
type Draw = (route: CustomersRoute, workspace: WorkspaceState) => ReactNode

/** The segment builder's own fields: a filter of a column asks what a rule asks. */
const drawOperand: DrawOperand = (props) => <OperandField {...props} />

/** The pages there are, by place; a tab stands for each but one customer's own page, which takes the whole screen. */
const PAGES: Readonly<Partial<Record<CustomerPlace | 'customer', Draw>>> = {
  customer: (route) => (route.customerId === undefined ? null : <CustomerPage route={route} customerId={route.customerId} />),
  table: ({ filter, customerId, at }, workspace) => (
    <CustomersPage
      key={JSON.stringify([filter, customerId, at])}
      workspace={workspace}
      {...(filter ? { filter } : {})}
      {...(customerId ? { customerId } : {})}
      {...(at ? { at } : {})}
      operand={drawOperand}
    />
  ),
  duplicates: ({ merge, filter }) =>
    merge ? (
      <ChosenMerge
        key={merge.join()}
        customerIds={merge}
        onDone={() => {
          navigate({ screen: 'customers', place: 'table', ...(filter ? { filter } : {}) })
        }}
      />
    ) : (
      <DuplicatesPage />
    ),
  health: () => <DataHealthPage />,
  privacy: (_route, workspace) => <PrivacyPage workspace={workspace} />,
  history: () => <HistoryPage />
}

/** Everything about the customers: the table, and whatever keeps their records right. */
export function CustomersScreen({ route }: { route: CustomersRoute }): ReactNode {
  const { t } = useTranslation()
  const workspace = useWorkspace()
  if (!workspace) return null
  if (route.place === 'customer' && PAGES.customer)
    return (
      <div className="customers-screen">
        <BackTo />
        <div className="customers-place">{PAGES.customer(route, workspace)}</div>
      </div>
    )
  const places = CUSTOMER_PLACES.filter((place) => PAGES[place])
  const place = places.find((each) => each === route.place) ?? 'table'
  return (
    <div className="customers-screen">
      <BackTo />
      {places.length > 1 && (
        <Tabs
          value={place}
          onChange={(next) => {
            const { filter } = route
            navigate({ screen: 'customers', place: places.find((each) => each === next) ?? 'table', ...(filter ? { filter } : {}) })
          }}
        >
          <Tabs.List className="place-tabs" aria-label={t('customers.sections')}>
            {places.map((each) => (
              <Tabs.Tab key={each} value={each} data-testid={`customers-place-${each}`}>
                {t(`customers.places.${each}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
        </Tabs>
      )}
      <div className="customers-place">{PAGES[place]?.(route, workspace)}</div>
    </div>
  )
}
