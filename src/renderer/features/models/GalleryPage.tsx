import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useModels } from '../../api/models.ts'
import { runCommand } from '../../stores/commands.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { ModelCards, type CardMenu } from './ModelCards.tsx'

interface GalleryPageProps {
  /** What the screen adds after the last card, to each card, and below the models. */
  lastCard?: ReactNode
  menuOf?: CardMenu
  children?: ReactNode
}

/** The models found, and what a screen adds to them. */
export function GalleryPage({ lastCard, menuOf, children }: GalleryPageProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const models = useModels()
  const problems = models.data?.problems ?? []
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('gallery.title')}</h1>
            <p>{t('gallery.intro')}</p>
          </div>
          <div className="gallery-actions">
            <Button variant="default" onClick={() => runCommand('go.choose')} data-testid="gallery-choose">
              {t('choose.short')}
            </Button>
            <Button variant="default" onClick={() => runCommand('go.compare')} data-testid="gallery-compare">
              {t('menu.go.compare')}
            </Button>
          </div>
        </header>
        <ModelCards lastCard={lastCard} {...(menuOf ? { menuOf } : {})} />
        {children}
        {problems.length > 0 && (
          <Card className="gallery-problems">
            <Caption>{t('gallery.problems')}</Caption>
            {problems.map(({ file, problems: list }) => (
              <div key={file}>
                <strong>{file}</strong>
                <ul>
                  {list.map((problem) => (
                    <li key={problem.en}>{formats.text(problem)}</li>
                  ))}
                </ul>
              </div>
            ))}
          </Card>
        )}
      </div>
    </div>
  )
}
