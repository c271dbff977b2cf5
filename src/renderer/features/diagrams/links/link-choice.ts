import type { DiagramShape, Display, Link, LinkTarget } from '../../../../shared/diagrams/diagram.ts'

/** What can be measured of each thing a shape may stand for; the first is the usual one. */
export const MEASURES: Readonly<Record<LinkTarget, readonly Display['measure'][]>> = {
  segment: ['customers', 'share', 'revenue'],
  metric: ['value'],
  customers: ['customers', 'share', 'revenue'],
  action: ['value'],
  diagram: ['value'],
  element: ['value', 'customers', 'share', 'revenue']
}

/** The ways that make sense: what has no amount has neither a colour nor a size by it. */
export const WAYS: Readonly<Record<LinkTarget, readonly Display['as'][number][]>> = {
  segment: ['badge', 'colour', 'size'],
  metric: ['badge', 'colour', 'size'],
  customers: ['badge', 'colour', 'size'],
  action: ['badge', 'colour'],
  diagram: ['badge'],
  element: ['badge', 'colour', 'size']
}

/** How a new link shows; what was chosen before stays where the new target has it. */
export function chooseDisplay(to: LinkTarget, before?: Display): Display {
  const [usual = 'value'] = MEASURES[to]
  if (!before) return { measure: usual, as: ['badge'] }
  return {
    measure: MEASURES[to].includes(before.measure) ? before.measure : usual,
    as: before.as.filter((way) => WAYS[to].includes(way))
  }
}

/** The shape with this link, or with none. */
export function putLink(shape: DiagramShape, link: Link | null, display?: Display): DiagramShape {
  const { link: _link, display: _display, ...rest } = shape
  return link ? { ...rest, link, display: display ?? chooseDisplay(link.to, shape.display) } : rest
}
