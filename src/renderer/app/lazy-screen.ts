import { lazy, type ComponentType } from 'react'

const loads: (() => Promise<unknown>)[] = []

/** A screen whose code is read when it is first shown, or in a quiet moment before (`loadScreens`). */
export function lazyScreen<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  loads.push(load)
  return lazy(async () => ({ default: await load() }))
}

/** Reads all screens while nobody waits, one after the other, so that the first visit of each is as quick as the next. */
export function loadScreens(): void {
  const [next] = loads.splice(0, 1)
  if (!next) return
  requestIdleCallback(() => {
    void next().finally(loadScreens)
  })
}
