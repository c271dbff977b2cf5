import { Button, Select, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconSchema, IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramEntry } from '../../../../shared/contract/diagrams.ts'
import type { Model } from '../../../../shared/models/model.ts'
import { Answer } from '../../../api/Answer.tsx'
import { orpc } from '../../../api/client.ts'
import { useModels } from '../../../api/models.ts'
import { useHideText } from '../../../stores/hidden-texts.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { DiagramCard } from './DiagramCard.tsx'
import { ModelStrip } from './ModelStrip.tsx'
import { DIAGRAM_ORDERS, sortDiagrams, type DiagramOrder } from './sort-diagrams.ts'
import { useCanWrite } from './use-can-write.ts'
import { useDiagramActions } from './use-diagram-actions.ts'
import './list.css'

interface DiagramListProps {
  /** A model in small. */
  drawModel: (model: Model) => ReactNode
}

/** Every diagram of the workspace: those drawn here, and the models, which are diagrams too. */
export function DiagramList({ drawModel }: DiagramListProps): ReactNode {
  const { t } = useTranslation()
  const { makeNew } = useDiagramActions()
  const canWrite = useCanWrite()
  const diagrams = useQuery(orpc.diagrams.listDiagrams.queryOptions())
  useTopBar({ title: t('frame.titles.diagrams') })
  const button = canWrite && (
    <Button leftSection={<IconPlus size={16} stroke={1.8} />} data-testid="diagram-new" onClick={makeNew}>
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
          {diagrams.data && diagrams.data.length > 0 && button}
        </header>
        <Answer query={diagrams}>
          {(list) =>
            list.length === 0 ? (
              <div className="diagrams-empty">
                <EmptyState
                  icon={<IconSchema size={40} stroke={1.2} />}
                  title={t('diagrams.emptyTitle')}
                  text={t('diagrams.emptyText')}
                  action={button}
                />
              </div>
            ) : (
              <FoundDiagrams list={list} />
            )
          }
        </Answer>
        <ModelStrip drawModel={drawModel} />
      </div>
    </div>
  )
}

function FoundDiagrams({ list }: { list: readonly DiagramEntry[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const models = useModels()
  const hideText = useHideText()
  const [search, setSearch] = useState('')
  const [order, setOrder] = useState<DiagramOrder>('changed')
  const nameOfModel = (id: string): string => {
    const model = models.data?.models.find((each) => each.id === id)
    return model ? formats.text(model.name) : id
  }
  const shown = list.map((diagram) => ({ ...diagram, name: hideText(diagram.name) }))
  const found = sortDiagrams(shown, { search, order, language: formats.language, nameOfModel })
  return (
    <section aria-label={t('diagrams.title')}>
      <div className="diagram-tools">
        <TextInput
          className="diagram-search"
          aria-label={t('diagrams.search')}
          placeholder={t('diagrams.search')}
          leftSection={<IconSearch size={16} stroke={1.6} />}
          value={search}
          data-testid="diagram-search"
          onChange={({ currentTarget: { value } }) => {
            setSearch(value)
          }}
        />
        <Select
          aria-label={t('diagrams.order')}
          data={DIAGRAM_ORDERS.map((each) => ({ value: each, label: t(`diagrams.orders.${each}`) }))}
          value={order}
          allowDeselect={false}
          data-testid="diagram-order"
          onChange={(next) => {
            setOrder(DIAGRAM_ORDERS.find((each) => each === next) ?? 'changed')
          }}
        />
        <span className="muted diagram-count" role="status">
          {t('diagrams.count', { count: found.length, formatted: formats.count(found.length) })}
        </span>
      </div>
      {found.length === 0 ? (
        <p className="muted">{t('diagrams.noneFound')}</p>
      ) : (
        <div className="diagram-cards" data-testid="diagram-cards">
          {found.map((diagram) => (
            <DiagramCard key={diagram.id} diagram={diagram} modelName={diagram.modelId === null ? null : nameOfModel(diagram.modelId)} />
          ))}
        </div>
      )}
    </section>
  )
}
