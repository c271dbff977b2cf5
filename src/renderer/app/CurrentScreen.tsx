import type { ReactNode } from 'react'
import { CustomersScreen } from '../screens/CustomersScreen.tsx'
import { HomeScreen } from '../screens/HomeScreen.tsx'
import { ImportScreen } from '../screens/ImportScreen.tsx'
import { ModelScreen } from '../screens/ModelScreen.tsx'
import { PlanScreen } from '../screens/PlanScreen.tsx'
import { ReportsScreen } from '../screens/ReportsScreen.tsx'
import { SegmentsScreen } from '../screens/SegmentsScreen.tsx'
import { SettingsScreen } from '../screens/SettingsScreen.tsx'
import { ValueScreen } from '../screens/ValueScreen.tsx'
import { WalkScreen } from '../screens/WalkScreen.tsx'
import { useRoute, type Route, type Screen } from '../stores/route.ts'

type RouteOf<S extends Screen> = Extract<Route, { screen: S }>

const SCREENS: { [S in Screen]: (route: RouteOf<S>) => ReactNode } = {
  home: () => <HomeScreen />,
  customers: (route) => (
    <CustomersScreen {...(route.filter ? { filter: route.filter } : {})} {...(route.customerId ? { customerId: route.customerId } : {})} />
  ),
  import: (route) => <ImportScreen key={route.file?.token ?? 'none'} {...(route.file ? { file: route.file } : {})} />,
  segments: () => <SegmentsScreen />,
  value: () => <ValueScreen />,
  models: (route) => (
    <ModelScreen {...(route.modelId ? { modelId: route.modelId } : {})} {...(route.elementId ? { elementId: route.elementId } : {})} />
  ),
  walk: (route) => <WalkScreen walkId={route.walkId} />,
  plan: () => <PlanScreen />,
  reports: (route) => (
    <ReportsScreen {...(route.walkId ? { walkId: route.walkId } : {})} {...(route.modelId ? { modelId: route.modelId } : {})} />
  ),
  settings: () => <SettingsScreen />
}

/** The screen of the route, named so that tests and assistive technology find it. */
export function CurrentScreen(): ReactNode {
  const route = useRoute((store) => store.route)
  // The table holds one drawer per screen, and a route only ever meets its own: the compiler can't tie the two together.
  const draw = SCREENS[route.screen] as (route: Route) => ReactNode
  return (
    <div data-testid={`screen-${route.screen}`} style={{ height: '100%' }}>
      {draw(route)}
    </div>
  )
}
