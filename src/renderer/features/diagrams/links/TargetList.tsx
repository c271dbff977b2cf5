import { IconCheck } from '@tabler/icons-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormats } from '../../../ui/formats.tsx'
import type { Target, TargetGroup } from './targets.ts'

interface TargetListProps {
  id: string
  groups: readonly TargetGroup[]
  activeKey: string | null
  isChosen: (target: Target) => boolean
  onChoose: (target: Target) => void
  /** What stands there when nothing is found; null: something is. */
  nothing: string | null
}

/** The id of an option, which the search field names as the one Enter takes. */
export const optionId = (listId: string, key: string): string => `${listId}-${key.replaceAll(' ', '-')}`

/** What can be linked, by kind. The keyboard stays in the search field; the list follows. */
export function TargetList({ id, groups, activeKey, isChosen, onChoose, nothing }: TargetListProps): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [activeKey])
  return (
    <div ref={list} className="target-list" id={id} role="listbox" aria-label={t('diagramLinks.picker.results')} tabIndex={-1}>
      {nothing !== null && <p className="link-quiet target-nothing">{nothing}</p>}
      {groups.map(({ kind, targets, more }) => (
        <div key={kind} role="group" aria-label={t(`diagramLinks.kinds.${kind}`)}>
          <p className="target-kind" aria-hidden>
            {t(`diagramLinks.kinds.${kind}`)}
          </p>
          {targets.map((target) => {
            const chosen = isChosen(target)
            return (
              <div
                key={target.key}
                id={optionId(id, target.key)}
                role="option"
                className="target"
                aria-selected={chosen}
                data-active={target.key === activeKey || undefined}
                data-testid="link-target"
                onMouseDown={(event) => {
                  // The search field keeps the keyboard.
                  event.preventDefault()
                }}
                onClick={() => {
                  onChoose(target)
                }}
              >
                <span className="target-name">{target.name}</span>
                <span className="target-detail">{target.detail}</span>
                {chosen && <IconCheck size={16} stroke={2} aria-hidden />}
              </div>
            )
          })}
          {more > 0 && <p className="link-quiet target-more">{t('diagramLinks.picker.more', { count: more, formatted: count(more) })}</p>}
        </div>
      ))}
    </div>
  )
}
