import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import type { DataKind } from '../../shared/contract/base.ts'
import type { CustomerFilter, CustomerSort } from '../../shared/contract/customers.ts'
import type { PickedFile } from '../../shared/contract/shell.ts'
import type { Text } from '../../shared/domain/text.ts'
import type { Rule } from '../../shared/segments/rule.ts'
import { usePanel } from './panel.ts'

export const COMPARE_VIEWS = ['homes', 'topic', 'pair'] as const
/** What stands side by side on the comparison screen; every view keeps its own choice while another is shown. */
export interface Comparison {
  view?: (typeof COMPARE_VIEWS)[number]
  segmentId?: string
  customerId?: number
  topicId?: string
  leftId?: string
  rightId?: string
  /** The view each side shows of its model; without it, the one chosen last. */
  leftView?: string | undefined
  rightView?: string | undefined
}

/** Where on the segments screen: the list, one segment's page, the builder, or segments laid over each other. */
export type SegmentPlace =
  | { view?: 'list' }
  | { view: 'segment'; segmentId: string }
  /** The rule of `segmentId`, or a new one; `start`: what a new one begins with. */
  | { view: 'build'; segmentId?: string; start?: { name?: Text; rule: Rule } }
  | { view: 'overlap'; ids?: readonly string[] }

/** The pages of the customers screen; `customer` is one customer's own page. */
export const CUSTOMER_PLACES = ['table', 'duplicates', 'health', 'privacy', 'history'] as const
export type CustomerPlace = (typeof CUSTOMER_PLACES)[number]

/** Which row of the table, in which order, a customer was reached from: the way back, and to the neighbours. */
export interface CustomerSpot {
  sort: CustomerSort
  index: number
}

export const DIAGRAM_MODES = ['explore', 'edit', 'walk', 'present'] as const
export type DiagramMode = (typeof DIAGRAM_MODES)[number]

/** Where the window stands. `models` without a model is the gallery; `walk` is one walk, full width. */
export type Route =
  | { screen: 'home' }
  | {
      screen: 'customers'
      place?: CustomerPlace | 'customer'
      filter?: CustomerFilter
      customerId?: number
      at?: CustomerSpot
      /** Whom somebody marked in the table to be made one, on the page of duplicates. */
      merge?: readonly number[]
    }
  /** `kinds`: what some figure lacks, where somebody came to bring it in. */
  | { screen: 'import'; file?: PickedFile; kinds?: readonly DataKind[] }
  | ({ screen: 'segments' } & SegmentPlace)
  | { screen: 'value' }
  | { screen: 'simulator' }
  | { screen: 'models'; modelId?: string; elementId?: string }
  /** The list of diagrams, or one of them; `itemId`: the shape or line somebody came for. `modelId`: a model being presented, kept as no diagram. */
  | { screen: 'diagrams'; diagramId?: number; modelId?: string; mode?: DiagramMode; itemId?: string }
  /** The workshop of one own model. */
  | { screen: 'editor'; modelId: string; elementId?: string }
  | ({ screen: 'compare' } & Comparison)
  | { screen: 'choose' }
  | { screen: 'walk'; walkId: number }
  | { screen: 'assessment'; modelId: string }
  | { screen: 'plan' }
  | { screen: 'reports'; walkId?: number; modelId?: string }
  | { screen: 'settings' }
export type Screen = Route['screen']

/** A place somebody was at, with what was chosen there; `name`: what it is called, where it can be gone back to by name. */
export interface Visit {
  readonly route: Route
  readonly name?: string
}

interface RouteStore {
  route: Route
  /** Where somebody came through, the place left last at the end. */
  past: readonly Visit[]
}

export const useRoute = create<RouteStore>(() => ({ route: { screen: 'home' }, past: [] }))

/** So many places are remembered. */
const MOST_PLACES = 50
/** Says where somebody is, more exactly than the route they came by. */
let tellHere: (() => Visit) | null = null

/** While the component is mounted, `tell` says what the place has that the route does not: what is chosen, the step, its name. */
export function useHere(tell: () => Visit): void {
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    const mine = (): Visit => latest.current()
    tellHere = mine
    return () => {
      if (tellHere === mine) tellHere = null
    }
  }, [])
}

/** What makes two routes one place: not what is chosen there, nor how it is looked at. */
function identify(route: Route): string {
  if (route.screen === 'diagrams') return JSON.stringify([route.screen, route.diagramId, route.modelId])
  if (route.screen === 'models' || route.screen === 'editor') return JSON.stringify([route.screen, route.modelId])
  return JSON.stringify(route)
}

/** What is remembered of leaving `from`; a file that was brought in is not brought in again by coming back. */
function leave(from: Route): Visit {
  if (from.screen === 'import') return { route: { screen: 'import' } }
  const here = tellHere?.()
  return here && identify(here.route) === identify(from) ? here : { route: from }
}

/** Goes somewhere. The context panel belongs to the place it was opened at, so it closes. */
export function navigate(route: Route): void {
  const { route: from, past } = useRoute.getState()
  show(route, identify(from) === identify(route) ? past : [...past, leave(from)].slice(-MOST_PLACES))
}

function show(route: Route, past: readonly Visit[]): void {
  usePanel.getState().close()
  useRoute.setState({ route, past })
}

/** Goes to a place somebody came through, as it was left: the one left last, if not told which. */
export function goBack(visit?: Visit): void {
  const { past } = useRoute.getState()
  const to = visit ?? past.at(-1)
  if (to) show(to.route, past.slice(0, past.indexOf(to)))
}

/** Another workspace has other places. */
export function forgetPlaces(): void {
  useRoute.setState({ past: [] })
}

/** The named place that led to the people shown now: everything since was about them. */
export function findOrigin({ route, past }: RouteStore): Visit | null {
  const at = past.findLastIndex((visit) => visit.route.screen !== 'customers')
  const origin = past[at]
  const first = past[at + 1]?.route ?? route
  const isLed = first.screen === 'customers' && (first.filter !== undefined || first.customerId !== undefined)
  return origin?.name !== undefined && isLed ? origin : null
}

/** Where a table of customers or orders is brought in. */
export function goToImport(): void {
  bringIn([])
}

/** The same, saying what is missing. */
export function bringIn(kinds: readonly DataKind[]): void {
  navigate({ screen: 'import', ...(kinds.length > 0 && { kinds }) })
}

/** Reads a file in; what somebody came to the import for still counts. */
export function importFile(file: PickedFile): void {
  const { route } = useRoute.getState()
  navigate({ screen: 'import', file, ...(route.screen === 'import' && route.kinds && { kinds: route.kinds }) })
}

/** The customers behind a figure, a segment or a cell of a grid. */
export function showCustomers(filter: CustomerFilter): void {
  navigate({ screen: 'customers', filter })
}
