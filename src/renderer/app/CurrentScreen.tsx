import { Suspense, useEffect, type ReactNode } from 'react'
import { HomeScreen } from '../screens/HomeScreen.tsx'
import { useRoute, type Route, type Screen } from '../stores/route.ts'
import { findFirst, focusScreen, isFocusLost, isLedByKey } from './keep-focus.ts'
import { lazyScreen, loadScreens } from './lazy-screen.ts'

const ChooseModelScreen = lazyScreen(async () => (await import('../screens/ChooseModelScreen.tsx')).ChooseModelScreen)
const CompareScreen = lazyScreen(async () => (await import('../screens/CompareScreen.tsx')).CompareScreen)
const AssessmentScreen = lazyScreen(async () => (await import('../screens/AssessmentScreen.tsx')).AssessmentScreen)
const CustomersScreen = lazyScreen(async () => (await import('../screens/CustomersScreen.tsx')).CustomersScreen)
const DiagramsScreen = lazyScreen(async () => (await import('../screens/DiagramsScreen.tsx')).DiagramsScreen)
const ImportScreen = lazyScreen(async () => (await import('../screens/ImportScreen.tsx')).ImportScreen)
const EditorScreen = lazyScreen(async () => (await import('../screens/EditorScreen.tsx')).EditorScreen)
const ModelScreen = lazyScreen(async () => (await import('../screens/ModelScreen.tsx')).ModelScreen)
const PlanScreen = lazyScreen(async () => (await import('../screens/PlanScreen.tsx')).PlanScreen)
const ReportsScreen = lazyScreen(async () => (await import('../screens/ReportsScreen.tsx')).ReportsScreen)
const SegmentsScreen = lazyScreen(async () => (await import('../screens/SegmentsScreen.tsx')).SegmentsScreen)
const SettingsScreen = lazyScreen(async () => (await import('../screens/SettingsScreen.tsx')).SettingsScreen)
const SimulatorScreen = lazyScreen(async () => (await import('../screens/SimulatorScreen.tsx')).SimulatorScreen)
const ValueScreen = lazyScreen(async () => (await import('../screens/ValueScreen.tsx')).ValueScreen)
const WalkScreen = lazyScreen(async () => (await import('../screens/WalkScreen.tsx')).WalkScreen)

type RouteOf<S extends Screen> = Extract<Route, { screen: S }>

const SCREENS: { [S in Screen]: (route: RouteOf<S>) => ReactNode } = {
  home: () => <HomeScreen />,
  customers: (route) => <CustomersScreen route={route} />,
  import: (route) => <ImportScreen key={route.file?.token ?? 'none'} {...(route.file ? { file: route.file } : {})} />,
  segments: ({ screen: _screen, ...place }) => <SegmentsScreen place={place} />,
  value: () => <ValueScreen />,
  simulator: () => <SimulatorScreen />,
  models: (route) => (
    <ModelScreen {...(route.modelId ? { modelId: route.modelId } : {})} {...(route.elementId ? { elementId: route.elementId } : {})} />
  ),
  diagrams: (route) => <DiagramsScreen route={route} />,
  compare: ({ screen: _screen, ...comparison }) => <CompareScreen comparison={comparison} />,
  choose: () => <ChooseModelScreen />,
  editor: (route) => <EditorScreen modelId={route.modelId} {...(route.elementId ? { elementId: route.elementId } : {})} />,
  walk: (route) => <WalkScreen walkId={route.walkId} />,
  assessment: (route) => <AssessmentScreen modelId={route.modelId} />,
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
  useEffect(loadScreens, [])
  useArrival(route)
  return (
    <div data-testid={`screen-${route.screen}`} style={{ height: '100%' }}>
      <Suspense fallback={<div aria-busy />}>{draw(route)}</Suspense>
    </div>
  )
}

/** Looked at so often, this many milliseconds apart, for what a screen focuses by itself or has for the keyboard first. */
const LOOKS = 5
const LOOK_EVERY = 70

/** Who comes to a screen by key finds the focus in it, and hears its name, unless the screen focuses something itself. */
function useArrival(route: Route): void {
  useEffect(() => {
    if (!isLedByKey()) return undefined
    let looks = 0
    const timer = setInterval(() => {
      looks += 1
      if (!isFocusLost()) clearInterval(timer)
      else if (looks === LOOKS || findFirst() !== null) {
        clearInterval(timer)
        focusScreen()
      }
    }, LOOK_EVERY)
    return () => {
      clearInterval(timer)
    }
  }, [route])
}
