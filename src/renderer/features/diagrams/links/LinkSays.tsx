import { Button } from '@mantine/core'
import { IconUnlink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import type { Display, Link } from '../../../../shared/diagrams/diagram.ts'
import { BringIn } from '../../../api/BringIn.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { useLinkWords } from './use-link-words.ts'

interface LinkSaysProps {
  link: Link
  /** Undefined: the answer is on its way. */
  state: LinkState | undefined
  display: Display | undefined
  /** Offers to choose again what is gone. */
  onChoose?: (() => void) | undefined
}

/** What a link says today: its figure with what stands behind it, what to bring in, or that its target is gone. */
export function LinkSays({ link, state, display, onChoose }: LinkSaysProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const words = useLinkWords()
  if (!state)
    return (
      <p className="link-quiet" role="status">
        {t('diagramLinks.waiting')}
      </p>
    )
  if (state.state === 'gone')
    return (
      <div className="link-gone" data-testid="link-gone">
        <IconUnlink size={18} stroke={1.8} aria-hidden />
        <div>
          <p>{t('diagramLinks.gone')}</p>
          <p>{t(`diagramLinks.goneWas.${link.to}`)}</p>
          {onChoose && (
            <Button size="compact-sm" variant="default" onClick={onChoose} data-testid="link-choose-again">
              {t('diagramLinks.chooseAgain')}
            </Button>
          )}
        </div>
      </div>
    )
  const name = (
    <>
      <p className="link-kind">{t(`diagramLinks.kind.${link.to}`)}</p>
      <p className="link-name" data-testid="link-name">
        {text(state.name)}
      </p>
    </>
  )
  if (state.state === 'unanswered')
    return (
      <div className="link-says" data-testid="link-unanswered">
        {name}
        <p className="link-lacking">{t('diagramLinks.missingTitle')}</p>
        <p className="link-quiet">{text(state.missing.hint)}</p>
        {state.missing.needs.length > 0 && (
          <BringIn kinds={state.missing.needs}>
            {(open, kinds) => (
              <Button size="compact-sm" variant="default" onClick={open} data-testid="link-bring">
                {kinds === null ? t('diagramLinks.bringAny') : t('diagramLinks.bring', { kinds })}
              </Button>
            )}
          </BringIn>
        )}
      </div>
    )
  const facts = words.listFacts(link, state, display?.measure)
  return (
    <div className="link-says" data-testid="link-says">
      {name}
      <p className="link-figure" data-testid="link-figure">
        {words.tellFigure(state, display?.measure)}
      </p>
      {facts.length > 0 && <p className="link-quiet">{facts.join(' · ')}</p>}
    </div>
  )
}
