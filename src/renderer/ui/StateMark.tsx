import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ElementState } from '../../shared/contract/models.ts'

/** A state as a shape of its own: a ring around a disc, a disc with a tick, a diamond with a bang, a ring, a dashed ring; the word for whoever can't see it. */
export function StateMark({ state, withWord = false }: { state: ElementState; withWord?: boolean }): ReactNode {
  const { t } = useTranslation()
  const word = t(`canvas.state.${state}`)
  return (
    <span className={`state-mark state-${state}`} title={word}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        {SHAPES[state]}
      </svg>
      <span className={withWord ? undefined : 'visually-hidden'}>{word}</span>
    </span>
  )
}

const SHAPES: Readonly<Record<ElementState, ReactNode>> = {
  'target-met': (
    <>
      <circle cx="8" cy="8" r="6.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <circle cx="8" cy="8" r="3" fill="currentColor" />
    </>
  ),
  steady: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" />
      <path d="M5.1 8.2l2 2 3.8-4.2" fill="none" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
    </>
  ),
  attention: (
    <>
      <path d="M8 .8L15.2 8 8 15.2.8 8z" fill="currentColor" />
      <path d="M8 4.8v3.8M8 10.9v.1" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  'not-compared': (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" />
      <path d="M5.4 8h5.2" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />
    </>
  ),
  'no-data': <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2.4 2.3" />
}
