import { beforeEach, expect, it } from 'vitest'
import { findOrigin, forgetPlaces, goBack, navigate, showCustomers, useRoute } from '../../../../src/renderer/stores/route.ts'

const screen = (): string => useRoute.getState().route.screen

beforeEach(() => {
  navigate({ screen: 'home' })
  forgetPlaces()
})

it('goes back through the places somebody came through, and stays where there are none', () => {
  navigate({ screen: 'diagrams', diagramId: 7, mode: 'walk', itemId: 'a' })
  showCustomers({ segmentId: 's_ssc' })
  navigate({ screen: 'plan' })
  goBack()
  expect(useRoute.getState().route).toEqual({ screen: 'customers', filter: { segmentId: 's_ssc' } })
  goBack()
  expect(useRoute.getState().route).toEqual({ screen: 'diagrams', diagramId: 7, mode: 'walk', itemId: 'a' })
  goBack()
  goBack()
  expect(screen()).toBe('home')
})

it('counts the modes of a diagram as one place', () => {
  navigate({ screen: 'diagrams', diagramId: 7, mode: 'explore' })
  navigate({ screen: 'diagrams', diagramId: 7, mode: 'edit' })
  goBack()
  expect(screen()).toBe('home')
})

it('does not bring a file in again', () => {
  navigate({ screen: 'import', file: { token: 't', name: 'a.csv' } })
  navigate({ screen: 'plan' })
  goBack()
  expect(useRoute.getState().route).toEqual({ screen: 'import' })
})

it('knows the named place that led to the people, until something else was gone to', () => {
  const origin = { route: { screen: 'diagrams', diagramId: 7, mode: 'explore', itemId: 'a' }, name: 'Sales' } as const
  const origins = (...after: Parameters<typeof navigate>[0][]): string | undefined => {
    useRoute.setState({ route: { screen: 'customers', filter: { segmentId: 's' } }, past: [origin] })
    for (const route of after) navigate(route)
    return findOrigin(useRoute.getState())?.name
  }
  expect(origins()).toBe('Sales')
  expect(origins({ screen: 'customers', place: 'customer', customerId: 3 })).toBe('Sales')
  expect(origins({ screen: 'plan' }, { screen: 'customers' })).toBeUndefined()
  useRoute.setState({ route: { screen: 'customers' }, past: [origin] })
  expect(findOrigin(useRoute.getState())).toBeNull()
  useRoute.setState({ route: { screen: 'customers', filter: { segmentId: 's' } }, past: [origin] })
  goBack(origin)
  expect(useRoute.getState()).toEqual({ route: origin.route, past: [] })
})
