import { Button } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { useDiagram } from '../store/use-diagram.ts'
import { DisplayFields } from './DisplayFields.tsx'
import { chooseDisplay, putLink } from './link-choice.ts'
import { openLinkPicker } from './link-picker-store.ts'
import { LinkSays } from './LinkSays.tsx'
import { useLinkStates } from './use-link-states.ts'
import './links.css'

/** The live link of one shape in the inspector: what it says, how that shows, and the way to change it. */
export function LinkSection({ shape }: { shape: DiagramShape }): ReactNode {
  const { t } = useTranslation()
  const edit = useDiagram((diagram) => diagram.edit)
  const { byId } = useLinkStates()
  const { id, link } = shape
  const choose = (): void => {
    openLinkPicker(id)
  }
  return (
    <section className="link-section" aria-label={t('diagramLinks.title')} data-testid="link-section">
      <h3>{t('diagramLinks.title')}</h3>
      {link ? (
        <>
          <LinkSays link={link} state={byId.get(id)} display={shape.display} onChoose={choose} />
          <DisplayFields
            to={link.to}
            display={chooseDisplay(link.to, shape.display)}
            onChange={(display) => {
              edit(`display ${id}`, { put: [putLink(shape, link, display)] })
            }}
          />
          <div className="link-buttons">
            <Button size="xs" variant="default" onClick={choose} data-testid="link-change">
              {t('diagramLinks.change')}
            </Button>
            <Button
              size="xs"
              variant="subtle"
              onClick={() => {
                edit(`unlink ${id}`, { put: [putLink(shape, null)] })
              }}
              data-testid="link-remove"
            >
              {t('diagramLinks.remove')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="link-quiet">{t('diagramLinks.none')}</p>
          <Button size="xs" variant="default" leftSection={<IconLink size={15} stroke={1.8} />} onClick={choose} data-testid="link-open">
            {t('diagramLinks.link')}
          </Button>
        </>
      )}
    </section>
  )
}
