import { Button } from '@mantine/core'
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isAttached, isShape, type DiagramItem, type DiagramShape, type LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { nameItem, nameShape } from '../canvas/describe.ts'
import type { Items } from '../store/items.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { LinkBehind } from './LinkBehind.tsx'
import { openLinkPicker } from './link-picker-store.ts'
import { LinkSays } from './LinkSays.tsx'
import { useFollowLink } from './use-follow-link.ts'
import { useLinkStates } from './use-link-states.ts'
import './links.css'

/** One item in explore: what it says, its notes, the figure with what it means and whom it counts, and the ways on from it. */
export function ShapePanel({ itemId }: { itemId: string }): ReactNode {
  const { t } = useTranslation()
  const items = useDiagram((diagram) => diagram.items)
  const item = items.get(itemId)
  if (!item) return null
  return (
    <article className="shape-panel" data-testid="shape-panel" data-item={itemId}>
      <header>
        <p className="link-kind">{isShape(item) ? t(`diagramShapes.kinds.${item.kind}`) : t('diagramLinks.explore.line')}</p>
        <h2>{item.label.trim() !== '' ? item.label : isShape(item) ? nameShape(item, items, t) : t('diagramLinks.explore.line')}</h2>
      </header>
      {isShape(item) && <LinkPart shape={item} />}
      <section>
        <h3>{t('diagramLinks.explore.notes')}</h3>
        <p className={item.notes ? 'shape-notes' : 'link-quiet'}>{item.notes ? item.notes : t('diagramLinks.explore.noNotes')}</p>
      </section>
      {isShape(item) && item.address !== undefined && (
        <section>
          <h3>{t('diagramLinks.explore.address')}</h3>
          <p className="shape-address">{item.address}</p>
        </section>
      )}
      <Relations item={item} />
    </article>
  )
}

const PLACES = ['action', 'diagram', 'element'] as const
/** What has a place of its own to go to; people are listed, with the way to all of them. */
const isPlace = (to: LinkTarget): to is (typeof PLACES)[number] => PLACES.some((each) => each === to)

function LinkPart({ shape }: { shape: DiagramShape }): ReactNode {
  const { t } = useTranslation()
  const { byId } = useLinkStates()
  const isEditable = useDiagram(({ diagramId }) => diagramId !== null)
  const follow = useFollowLink()
  const { link } = shape
  const choose = (): void => {
    openLinkPicker(shape.id)
  }
  if (!link)
    return (
      <section>
        <h3>{t('diagramLinks.title')}</h3>
        <p className="link-quiet">{t('diagramLinks.explore.noLink')}</p>
        {isEditable && (
          <Button size="xs" variant="default" mt={8} onClick={choose} data-testid="panel-link">
            {t('diagramLinks.link')}
          </Button>
        )}
      </section>
    )
  const state = byId.get(shape.id)
  return (
    <section className="link-section">
      <h3>{t('diagramLinks.title')}</h3>
      <LinkSays link={link} state={state} display={shape.display} {...(isEditable ? { onChoose: choose } : {})} />
      {state?.state === 'answered' && <LinkBehind link={link} state={state} />}
      {state?.state === 'answered' && isPlace(link.to) && (
        <Button
          size="xs"
          onClick={() => {
            follow(shape.id)
          }}
          data-testid="panel-follow"
        >
          {t(`diagramLinks.go.${link.to}`)}
        </Button>
      )}
    </section>
  )
}

interface Way {
  readonly id: string
  readonly name: string
  readonly isOut: boolean
  readonly said: string
}

/** Where relations of an item lead: of a shape to other shapes, of a line to its two ends. */
function listWays(item: DiagramItem, items: Items, nameOf: (item: DiagramItem) => string): Way[] {
  const way = (id: string, isOut: boolean, said: string): Way[] => {
    const other = items.get(id)
    return other ? [{ id, name: nameOf(other), isOut, said }] : []
  }
  if (!isShape(item))
    return [
      ...(isAttached(item.from) ? way(item.from.shapeId, false, '') : []),
      ...(isAttached(item.to) ? way(item.to.shapeId, true, '') : [])
    ]
  const ways: Way[] = []
  for (const line of items.values()) {
    if (isShape(line)) continue
    const said = line.label.replace(/\s+/gu, ' ').trim()
    if (isAttached(line.from) && line.from.shapeId === item.id && isAttached(line.to)) ways.push(...way(line.to.shapeId, true, said))
    if (isAttached(line.to) && line.to.shapeId === item.id && isAttached(line.from)) ways.push(...way(line.from.shapeId, false, said))
  }
  return ways
}

function Relations({ item }: { item: DiagramItem }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const items = useDiagram((diagram) => diagram.items)
  const select = useDiagram((diagram) => diagram.select)
  const nameOf = (each: DiagramItem): string => nameItem(each, items, t)
  const ways = listWays(item, items, nameOf)
  const parent = isShape(item) && item.parentId !== undefined ? items.get(item.parentId) : undefined
  const inside = isShape(item) ? [...items.values()].filter((each) => isShape(each) && each.parentId === item.id) : []
  const go = (id: string, name: string, lead: ReactNode, said = ''): ReactNode => (
    <li key={`${id} ${said}`}>
      <button
        type="button"
        className="shape-way"
        onClick={() => {
          select([id])
        }}
        aria-label={[t('diagramLinks.explore.travel', { name }), said].filter(Boolean).join(', ')}
        data-testid="shape-way"
      >
        {lead}
        <span>{name}</span>
        {said !== '' && <small>{said}</small>}
      </button>
    </li>
  )
  if (ways.length === 0 && !parent && inside.length === 0) return null
  return (
    <section>
      <h3>{t('diagramLinks.explore.relations')}</h3>
      {parent && (
        <ul className="shape-ways" aria-label={t('diagramLinks.explore.inside')}>
          {go(parent.id, nameOf(parent), <small>{t('diagramLinks.explore.inside')}</small>)}
        </ul>
      )}
      {(['in', 'out'] as const).map((side) => {
        const listed = ways.filter(({ isOut }) => isOut === (side === 'out'))
        const Sign = side === 'out' ? IconArrowRight : IconArrowLeft
        return (
          listed.length > 0 && (
            <ul key={side} className="shape-ways" aria-label={t(`diagramLinks.explore.${side}`)}>
              {listed.map(({ id, name, said }) => go(id, name, <Sign size={16} stroke={1.8} aria-hidden />, said))}
            </ul>
          )
        )
      })}
      {inside.length > 0 && (
        <details className="shape-inside">
          <summary>
            {t('diagramLinks.explore.contains')} {count(inside.length)}
          </summary>
          <ul className="shape-ways">{inside.map((each) => go(each.id, nameOf(each), null))}</ul>
        </details>
      )}
    </section>
  )
}
