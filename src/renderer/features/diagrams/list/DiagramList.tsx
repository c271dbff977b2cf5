import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconPlus, IconSchema } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramEntry } from '../../../../shared/contract/diagrams.ts'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import './list.css'

/** Every diagram of the workspace. */
export function DiagramList(): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const diagrams = useQuery(orpc.diagrams.listDiagrams.queryOptions())
  const create = useMutation({
    mutationFn: () => client.diagrams.createDiagram({ name: t('diagrams.untitled'), source: { from: 'blank' }, language }),
    onSuccess: ({ id }) => {
      navigate({ screen: 'diagrams', diagramId: id, mode: 'edit' })
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const button = (
    <Button
      leftSection={<IconPlus size={16} stroke={1.8} />}
      data-testid="diagram-new"
      onClick={() => {
        create.mutate()
      }}
    >
      {t('diagrams.new')}
    </Button>
  )
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('diagrams.title')}</h1>
            <p>{t('diagrams.intro')}</p>
          </div>
          {button}
        </header>
        <Answer query={diagrams}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState icon={<IconSchema size={40} stroke={1.2} />} title={t('diagrams.emptyTitle')} text={t('diagrams.emptyText')} />
            ) : (
              <div className="diagram-cards">
                {list.map((diagram) => (
                  <DiagramCard key={diagram.id} diagram={diagram} />
                ))}
              </div>
            )
          }
        </Answer>
      </div>
    </div>
  )
}

function DiagramCard({ diagram }: { diagram: DiagramEntry }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Card
      className="diagram-card"
      data-testid={`diagram-card-${diagram.id}`}
      onClick={() => {
        navigate({ screen: 'diagrams', diagramId: diagram.id })
      }}
    >
      <h3>{diagram.name}</h3>
      <span className="muted">{t('diagrams.shapes', { count: diagram.shapes, formatted: formats.count(diagram.shapes) })}</span>
    </Card>
  )
}
