import { useCallback, useEffect, useMemo, useRef, useState, type PointerEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isShape, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { haveOwnNumbers } from '../../../../shared/diagrams/own-numbers.ts'
import { union } from '../../../../shared/models/geometry.ts'
import { readError } from '../../../api/errors.ts'
import { shell } from '../../../api/shell.ts'
import { runCommand, useCommand } from '../../../stores/commands.ts'
import { usePanel } from '../../../stores/panel.ts'
import { STEP_NOTICE } from '../../../stores/undo-guard.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError, quieten } from '../../../ui/notify.tsx'
import { isOnBadge } from '../links/badge-hit.ts'
import { Legend } from '../links/Legend.tsx'
import { useFollowLink } from '../links/use-follow-link.ts'
import { useLinkStates } from '../links/use-link-states.ts'
import { useLinkWords } from '../links/use-link-words.ts'
import { useLiveFigures } from '../links/use-live-figures.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { aim } from './camera.ts'
import { EditPane } from './EditPane.tsx'
import { KeysDialog } from './KeysDialog.tsx'
import { Laser } from './Laser.tsx'
import { useBegun } from './left-store.ts'
import { listLit } from './lit-items.ts'
import { NotesPane } from './NotesPane.tsx'
import { openPathDialog } from './path-store.ts'
import { PresentMask, PresentTools, type PresentDeed } from './PresentTools.tsx'
import { Stage } from './Stage.tsx'
import { useAwake } from './use-awake.ts'
import { useFrameSize } from './use-frame-size.ts'
import { usePresenting, usePresentKeys } from './use-presenting.ts'
import { useShapeLabel } from './use-shape-label.ts'
import { useSteps } from './use-steps.ts'
import { useWayBack } from './use-way-back.ts'
import './present.css'

interface PresentPageProps {
  /** The step to begin at; without it, with the whole diagram. */
  startId?: string | undefined
  /** `itemId`: the step it was left at. */
  onLeave: (itemId: string | null) => void
  /** Makes a diagram of the model that is presented, at the step it stands at; null: this is a diagram. */
  onCopy?: ((itemId: string | null) => void) | null
}

/** A pointer held longer than this, or moved further, points; a shorter press goes on. */
const HELD_MS = 260
const HELD_PX = 6

/** The open diagram on the whole screen, step by step. Below `DiagramProvider`. */
export function PresentPage({ startId, onLeave, onCopy = null }: PresentPageProps): ReactNode {
  const { t } = useTranslation()
  const name = useDiagram((diagram) => diagram.name)
  const items = useDiagram((diagram) => diagram.items)
  const isKept = useDiagram((diagram) => diagram.diagramId !== null)
  const figures = useLiveFigures()
  const steps = useSteps()
  const presenting = usePresenting(steps, startId)
  const { state, run, jump } = presenting
  const root = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const area = useRef<HTMLDivElement>(null)
  const size = useFrameSize(area)
  const room = useFrameSize(frame)
  const isAwake = useAwake(root)
  const nameOf = useShapeLabel()
  const [isHeld, setIsHeld] = useState(false)
  const [hasKeys, setHasKeys] = useState(false)
  const shape = state.isWhole ? null : (steps[state.step] ?? null)
  const leave = (): void => {
    onLeave(steps[state.step]?.id ?? null)
  }
  const begunAt = useBegun()
  const follow = useFollowLink(useWayBack(name, shape?.id, begunAt))
  const doDeed = (deed: PresentDeed): void => {
    if (deed === 'path') openPathDialog()
    else if (deed === 'mask') runCommand('view.mask')
    else if (deed === 'keys') setHasKeys(true)
    else if (deed === 'follow') {
      if (shape?.link) follow(shape.id)
    } else if (deed === 'leave') leave()
    else run(deed)
  }
  useFullScreen()
  // Whoever watches is not told what was edited.
  useEffect(() => quieten(STEP_NOTICE), [])
  useEffect(() => {
    root.current?.focus()
    usePanel.getState().close()
  }, [])
  useEffect(() => {
    if (state.isOver) onLeave(steps[state.step]?.id ?? null)
  }, [state.isOver, state.step, steps, onLeave])
  useCommand('diagram.present', presenting.begin)
  usePresentKeys(
    root,
    doDeed,
    presenting.type,
    () => {
      if (isKept) openPathDialog()
    },
    () => {
      setHasKeys(true)
    },
    () => {
      doDeed('follow')
    }
  )
  const camera = useMemo(() => {
    const whole = aim(union([...items.values()].filter(isShape)) ?? { x: 0, y: 0, width: 400, height: 300 }, room, 'whole')
    // No step is seen smaller than in the whole, though its caption takes room.
    return shape ? aim(shape, size, 'step', whole.zoom) : whole
  }, [shape, items, size, room])
  const shapeId = shape?.id
  const lit = useMemo(() => (shapeId === undefined ? null : listLit(items, shapeId)), [items, shapeId])
  const numbers = useMemo(() => (state.isWhole ? numberSteps(steps) : null), [state.isWhole, steps])
  const pick = useCallback(
    (id: string) => {
      jump(steps.findIndex((step) => step.id === id))
    },
    [jump, steps]
  )
  const press = usePress({
    onHold: setIsHeld,
    onClick: (event) => {
      const id = isOnBadge(event) ? readItemId(event.target) : null
      if (id === null || state.isWhole) run('next')
      else follow(id)
    }
  })
  const isPointing = state.isLaser || isHeld
  const hasSide = state.isEditing || state.hasNotes
  return (
    <div
      ref={root}
      className={['present', hasSide && 'present-with-side', isAwake && 'present-awake'].filter(Boolean).join(' ')}
      role="dialog"
      aria-modal
      aria-label={t('diagramPresent.label', { name })}
      tabIndex={-1}
      data-testid="present"
      data-step={shape ? state.step + 1 : 'whole'}
    >
      <div ref={frame} className={isPointing ? 'present-frame present-pointing' : 'present-frame'} {...press}>
        <div ref={area} className="present-area">
          <Stage items={items} figures={figures} camera={camera} lit={lit} numbers={numbers} onPick={pick} />
        </div>
        {state.isWhole && <WholeTitle name={name} isEmpty={items.size === 0} />}
        {shape && <StepCaption shapeId={shape.id} />}
        {isPointing && <Laser frame={frame} />}
      </div>
      {state.isWhole && (
        <div className="present-legend">
          <Legend />
        </div>
      )}
      {state.isEditing && shape ? (
        <EditPane
          key={shape.id}
          shape={shape}
          onCopy={
            onCopy &&
            (() => {
              onCopy(shape.id)
            })
          }
          onDone={() => {
            run('edit')
            root.current?.focus()
          }}
        />
      ) : (
        state.hasNotes && (
          <NotesPane
            begunAt={begunAt}
            shape={shape}
            next={steps[state.isWhole ? state.step : state.step + 1] ?? null}
            isWhole={state.isWhole}
          />
        )
      )}
      <div className="present-foot">
        <PresentMask />
        {state.typed !== '' && (
          <span className="present-typed" role="status" data-testid="present-typed">
            {t('diagramPresent.typed', { number: state.typed })}
          </span>
        )}
        <PresentTools state={state} onDeed={doDeed} hasPath={isKept} hasLink={shape?.link !== undefined} />
        {shape && (
          <span className="present-progress" aria-hidden data-testid="present-progress">
            {t('diagramPresent.progress', { step: state.step + 1, count: steps.length })}
          </span>
        )}
      </div>
      {shape && (
        <div className="present-bar" aria-hidden style={{ inlineSize: `${(100 * (state.step + 1)) / Math.max(1, steps.length)}%` }} />
      )}
      <KeysDialog
        isOpen={hasKeys}
        hasPath={isKept}
        onClose={() => {
          setHasKeys(false)
        }}
      />
      {state.blank && <div className={`present-blank present-${state.blank}`} data-testid={`present-blank-${state.blank}`} />}
      <p className="visually-hidden" role="status" data-testid="present-said">
        {state.blank
          ? t(`diagramPresent.blank.${state.blank}`)
          : shape
            ? `${t('diagramPresent.step', { step: state.step + 1, count: steps.length, label: nameOf(shape) })}. ${figures.get(shape.id)?.description ?? ''}`
            : state.isAtEnd
              ? t('diagramPresent.end')
              : t(steps.length === 0 ? 'diagramPresent.wholeEmpty' : 'diagramPresent.whole', { name, count: steps.length })}
      </p>
    </div>
  )
}

/** The place of each step; null where the steps say numbers of their own. */
function numberSteps(steps: readonly DiagramShape[]): ReadonlyMap<string, number | null> {
  const isNumbered = haveOwnNumbers(steps)
  return new Map(steps.map(({ id }, index) => [id, isNumbered ? null : index + 1]))
}

/** The item something is drawn of; null: none. */
const readItemId = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest('[data-item]')?.getAttribute('data-item') ?? null) : null

/** The whole screen for as long as it is presented. */
function useFullScreen(): void {
  useEffect(() => {
    const ask = (isOn: boolean): void => {
      shell('setFullScreen', { isOn }).catch((error: unknown) => {
        notifyError(readError(error))
      })
    }
    ask(true)
    return () => {
      ask(false)
    }
  }, [])
}

/** A short press is a click; a long one, or one that moves, holds. */
function usePress({ onHold, onClick }: { onHold: (isHeld: boolean) => void; onClick: (event: PointerEvent) => void }): {
  onPointerDown: (event: PointerEvent) => void
  onPointerMove: (event: PointerEvent) => void
  onPointerUp: (event: PointerEvent) => void
  onPointerCancel: () => void
} {
  const pressed = useRef<{ x: number; y: number; timer: number; isHeld: boolean } | null>(null)
  const hold = (): void => {
    if (!pressed.current) return
    pressed.current.isHeld = true
    onHold(true)
  }
  const end = (): boolean => {
    const wasHeld = pressed.current?.isHeld ?? true
    if (pressed.current) window.clearTimeout(pressed.current.timer)
    pressed.current = null
    onHold(false)
    return wasHeld
  }
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return
      pressed.current = { x: event.clientX, y: event.clientY, timer: window.setTimeout(hold, HELD_MS), isHeld: false }
    },
    onPointerMove: (event) => {
      const from = pressed.current
      if (from && !from.isHeld && Math.hypot(event.clientX - from.x, event.clientY - from.y) > HELD_PX) hold()
    },
    onPointerUp: (event) => {
      // A number on the whole diagram goes to its step by itself.
      const isOnStep = event.target instanceof Element && event.target.closest('.stage-step') !== null
      if (pressed.current && !end() && !isOnStep) onClick(event)
    },
    onPointerCancel: () => {
      end()
    }
  }
}

function WholeTitle({ name, isEmpty }: { name: string; isEmpty: boolean }): ReactNode {
  const { t } = useTranslation()
  const { date } = useFormats()
  const { asOf, byId } = useLinkStates()
  return (
    <div className="present-title">
      <h1>{name}</h1>
      {isEmpty && <p>{t('diagramPresent.nothing')}</p>}
      {asOf !== null && byId.size > 0 && <p>{t('diagramPresent.asOf', { date: date(asOf) })}</p>}
    </div>
  )
}

/** What the step's link says, large enough for the back of the room. */
function StepCaption({ shapeId }: { shapeId: string }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const { byId } = useLinkStates()
  const words = useLinkWords()
  const item = useDiagram(({ items }) => items.get(shapeId))
  const state = byId.get(shapeId)
  if (!state || item?.item !== 'shape' || !item.link) return null
  if (state.state === 'gone') return <p className="present-caption present-caption-gone">{t('diagramLinks.gone')}</p>
  if (state.state === 'unanswered')
    return (
      <p className="present-caption">
        {text(state.name)} <span>{t('diagramLinks.missingTitle')}</span>
      </p>
    )
  const { link, display, label } = item
  const name = text(state.name)
  // What the badge says stands on the shape, larger than here.
  const figure = display?.as.includes('badge') === true ? null : words.tellFigure(state, display?.measure)
  const facts = words.listFacts(link, state, display?.measure)
  const isNamed = label.trim() === name
  if (isNamed && figure === null && facts.length === 0) return null
  return (
    <p className="present-caption" data-testid="present-caption">
      {!isNamed && <span>{name}</span>}
      {figure !== null && <strong>{figure}</strong>}
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </p>
  )
}
