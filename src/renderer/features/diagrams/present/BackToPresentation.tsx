import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { navigate, useRoute, type Route } from '../../../stores/route.ts'
import { dropLeft, useLeft } from './left-store.ts'
import './present.css'

const isSamePlace = (one: Route, other: Route): boolean =>
  one.screen === 'diagrams' &&
  other.screen === 'diagrams' &&
  one.mode === 'present' &&
  one.diagramId === other.diagramId &&
  one.modelId === other.modelId

/** The way back to a presentation that was left by a link, wherever that led. `workspace`: what is open; another one has others. */
export function BackToPresentation({ workspace }: { workspace: string | undefined }): ReactNode {
  const { t } = useTranslation()
  const hideText = useHideText()
  const newest = useLeft(({ left }) => left.at(-1))
  useEffect(
    () => () => {
      dropLeft('all')
    },
    [workspace]
  )
  const isThere = useRoute(({ route }) => newest !== undefined && isSamePlace(route, newest.route))
  useEffect(() => {
    // Somebody came back another way.
    if (isThere) dropLeft('newest')
  }, [isThere])
  if (!newest || isThere) return null
  return (
    <div className="present-back" data-testid="present-back">
      <button
        type="button"
        onClick={() => {
          dropLeft('newest')
          navigate(newest.route)
        }}
        data-testid="present-return"
      >
        <IconArrowBackUp size={18} stroke={1.8} aria-hidden />
        {t('diagramPresent.return', { name: hideText(newest.name) })}
      </button>
      <button
        type="button"
        aria-label={t('diagramPresent.endReturn')}
        title={t('diagramPresent.endReturn')}
        onClick={() => {
          dropLeft('all')
        }}
      >
        <IconX size={16} stroke={1.8} aria-hidden />
      </button>
    </div>
  )
}
