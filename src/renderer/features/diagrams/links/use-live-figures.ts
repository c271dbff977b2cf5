import { useMemo, useState } from 'react'
import { makeLiveFigures, type LiveFigure } from '../../../../shared/diagrams/with-figures.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { isEqual } from '../store/items.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { useLinkStates } from './use-link-states.ts'

type Figures = ReadonlyMap<string, LiveFigure>

/** The new figures, each that says the same as before as the object it was: only shapes whose figure changed are drawn again. */
function keepSame(before: Figures, found: Figures): Figures {
  let isChanged = found.size !== before.size
  const next = new Map<string, LiveFigure>()
  for (const [id, figure] of found) {
    const known = before.get(id)
    const isKnown = known !== undefined && isEqual(known, figure)
    if (!isKnown) isChanged = true
    next.set(id, isKnown ? known : figure)
  }
  return isChanged ? next : before
}

/** What every linked shape of the open diagram shows of its data today, by id. */
export function useLiveFigures(): Figures {
  const items = useDiagram((diagram) => diagram.items)
  const { byId, currency } = useLinkStates()
  const { language } = useFormats()
  const found = useMemo(
    () => makeLiveFigures([...items.values()], [...byId.values()], { language, currency }),
    [items, byId, language, currency]
  )
  const [held, hold] = useState<{ found: Figures; figures: Figures }>({ found, figures: found })
  if (held.found === found) return held.figures
  const figures = keepSame(held.figures, found)
  hold({ found, figures })
  return figures
}
