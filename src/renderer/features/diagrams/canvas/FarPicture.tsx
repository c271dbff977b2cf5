import './far-picture.css'
import { useStoreApi } from '@xyflow/react'
import { useEffect, useEffectEvent, useRef, useState, type ReactNode } from 'react'
import { useCanvasUiStore, useDiagramStore } from '../store/use-diagram.ts'
import { startFarPicture } from './far-picture.ts'

interface FarPictureProps {
  /** Something else is shown until it is ready. */
  isPatient: boolean
  onReady: () => void
}

/** All of a large diagram as bitmaps lying on the page: what is seen while it is too far away to be read. */
export function FarPicture({ isPatient, onReady }: FarPictureProps): ReactNode {
  const store = useDiagramStore()
  const ui = useCanvasUiStore()
  const flow = useStoreApi()
  const whole = useRef<HTMLCanvasElement>(null)
  const sharp = useRef<HTMLCanvasElement>(null)
  const lifted = useRef<HTMLCanvasElement>(null)
  const spare = useRef<HTMLCanvasElement>(null)
  const probe = useRef<HTMLSpanElement>(null)
  const [isPatientAtFirst] = useState(isPatient)
  const tellReady = useEffectEvent(onReady)
  useEffect(() => {
    if (!whole.current || !sharp.current || !spare.current || !lifted.current || !probe.current) return undefined
    const canvases = { whole: whole.current, sharp: sharp.current, spare: spare.current, lifted: lifted.current }
    const colours = readColours(probe.current)
    const picture = startFarPicture({
      store,
      ui,
      flow,
      canvases,
      colourOf: colours.colourOf,
      pictureOf: loadPictures(),
      isPatient: isPatientAtFirst,
      onReady: () => {
        tellReady()
      }
    })
    const theme = new MutationObserver(() => {
      colours.forget()
      picture.redraw()
    })
    theme.observe(document.documentElement, { attributeFilter: ['data-theme'] })
    return () => {
      theme.disconnect()
      picture.stop()
    }
  }, [store, ui, flow, isPatientAtFirst])
  return (
    <div className="diagram-far" aria-hidden>
      <span ref={probe} hidden />
      <canvas ref={whole} />
      <canvas ref={sharp} />
      <canvas ref={spare} hidden />
      <canvas ref={lifted} />
    </div>
  )
}

/** What the colours of the style sheet are in the theme at hand: a canvas knows no `var()`. */
function readColours(probe: HTMLElement): { colourOf: (css: string) => string; forget: () => void } {
  const known = new Map<string, string>()
  return {
    colourOf: (css) => {
      if (!css.includes('(')) return css
      const before = known.get(css)
      if (before !== undefined) return before
      probe.style.color = css
      const colour = getComputedStyle(probe).color
      known.set(css, colour)
      return colour
    },
    forget: () => {
      known.clear()
    }
  }
}

/** Pictures in shapes, loaded once each. */
function loadPictures(): (href: string, onLoad: () => void) => CanvasImageSource | null {
  const known = new Map<string, HTMLImageElement>()
  return (href, onLoad) => {
    const before = known.get(href)
    if (before) return before.complete ? before : null
    const image = new Image()
    image.addEventListener('load', onLoad)
    image.src = href
    known.set(href, image)
    return null
  }
}
