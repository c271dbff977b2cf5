import { Button, Select } from '@mantine/core'
import { IconFileText, IconSchema, IconTable } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportRequest } from '../../../shared/contract/reports.ts'
import type { WalkSummary } from '../../../shared/contract/walks.ts'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { findVariant, nameView } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { saveDocument, saveTable, type DocumentKind, type TableKind } from '../../api/save-documents.ts'
import { sortByNewest } from '../../api/walks.ts'
import { useModels } from '../../api/models.ts'
import { useCommand } from '../../stores/commands.ts'
import { readView, useChosenViews } from '../../stores/views.ts'
import { goToImport } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import './reports.css'

interface ReportsPageProps {
  workspace: WorkspaceState
  walkId?: number
  modelId?: string
}

/** What leaves the app as files: report, diagram, data. */
export function ReportsPage({ workspace, walkId, modelId }: ReportsPageProps): ReactNode {
  const { t } = useTranslation()
  const models = useModels()
  const walks = useQuery(orpc.walks.listWalks.queryOptions())
  const hasData = workspace.counts.customers + workspace.counts.orders > 0
  if (!hasData && walks.data?.length === 0)
    return <EmptyPage icon={<IconFileText size={40} stroke={1.2} />} area="reports" onImport={goToImport} />
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('frame.titles.reports')}</h1>
            <p>{t('reports.intro')}</p>
          </div>
        </header>
        <Answer query={models}>
          {({ models: list }) => (
            <Answer query={walks}>
              {(walkList) => {
                const wanted = walkId ? `walk:${walkId}` : modelId ? `model:${modelId}` : null
                return <ReportChoices workspace={workspace} models={list} walks={walkList} wanted={wanted} />
              }}
            </Answer>
          )}
        </Answer>
      </div>
    </div>
  )
}

interface ReportChoicesProps {
  workspace: WorkspaceState
  models: readonly Model[]
  walks: readonly WalkSummary[]
  wanted: string | null
}

function ReportChoices({ workspace, models, walks, wanted }: ReportChoicesProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const views = useChosenViews()
  const subjects = listSubjects(models, walks)
  const [chosen, setChosen] = useState(wanted)
  const subject = subjects.find(({ value }) => value === chosen) ?? subjects[0]
  const save = useMutation({
    mutationFn: ({ kind, request, name }: { kind: DocumentKind; request: ReportRequest; name: string }) =>
      saveDocument(kind, request, name),
    onSuccess: (file) => {
      if (file !== null) notify(t('frame.savedFile'))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const write = (kind: DocumentKind) => (): void => {
    if (subject)
      save.mutate({
        kind,
        request: { ...subject.request, ...readView(subject.model.id), language: formats.language },
        name: `${workspace.name} ${formats.text(subject.model.name)}`
      })
  }
  const isReady = subject !== undefined && !save.isPending
  useCommand('report.pdf', write('pdf'), isReady)
  useCommand('report.markdown', write('markdown'), isReady)
  useCommand('report.html', write('html'), isReady)
  useCommand('diagram.svg', write('svg'), isReady)
  useCommand('diagram.png', write('png'), isReady)
  if (!subject) return <p className="muted">{t('reports.noModels')}</p>
  const viewOf = (model: Model, view: string | undefined): string => {
    const named = nameView(model, view)
    const variant = named === null ? null : findVariant(model, named)
    return variant ? ` · ${formats.text(variant.name)}` : ''
  }
  const labelOf = ({ model, walk }: Subject): string =>
    walk
      ? `${t('reports.walkOf', { model: formats.text(model.name), date: formats.date(walk.startedAt) })}${viewOf(model, walk.view ?? undefined)} · ${t(walk.finishedAt ? 'reports.finished' : 'reports.underWay')}`
      : `${t('reports.evidenceOnly', { model: formats.text(model.name) })}${viewOf(model, views[model.id])}`
  const button = (kind: DocumentKind, label: string, isMain = false): ReactNode => (
    <Button variant={isMain ? 'filled' : 'default'} disabled={!isReady} onClick={write(kind)} data-testid={`report-${kind}`}>
      {label}
    </Button>
  )
  return (
    <div className="report-cards">
      <Card className="card-roomy report-main">
        <IconFileText size={28} stroke={1.3} aria-hidden />
        <h2>{t('reports.reportTitle')}</h2>
        <p className="muted">{t('reports.reportText')}</p>
        <Select
          label={t('reports.subject')}
          allowDeselect={false}
          value={subject.value}
          data={subjects.map((each) => ({ value: each.value, label: labelOf(each) }))}
          onChange={setChosen}
          data-testid="report-subject"
        />
        <div className="file-buttons">
          {button('pdf', t('reports.pdf'), true)}
          {button('html', t('reports.html'))}
          {button('markdown', t('reports.markdown'))}
          {save.isPending && (
            <span className="muted" role="status">
              {t('reports.working')}
            </span>
          )}
        </div>
      </Card>
      <Card className="card-roomy">
        <IconSchema size={28} stroke={1.3} aria-hidden />
        <h2>{t('reports.diagramTitle')}</h2>
        <p className="muted">{t('reports.diagramText')}</p>
        <div className="file-buttons">
          {button('svg', t('reports.svg'))}
          {button('png', t('reports.png'))}
        </div>
      </Card>
      <DataCard workspace={workspace} />
    </div>
  )
}

interface Subject {
  value: string
  model: Model
  walk: WalkSummary | null
  request: Pick<ReportRequest, 'modelId' | 'walkId'>
}

/** Walks first, the newest on top; then every model's evidence alone. */
function listSubjects(models: readonly Model[], walks: readonly WalkSummary[]): Subject[] {
  const walked = sortByNewest(walks).flatMap((walk): Subject[] => {
    const model = models.find(({ id }) => id === walk.modelId)
    return model ? [{ value: `walk:${walk.id}`, model, walk, request: { modelId: model.id, walkId: walk.id } }] : []
  })
  const alone = models.map((model): Subject => ({ value: `model:${model.id}`, model, walk: null, request: { modelId: model.id } }))
  return [...walked, ...alone]
}

function DataCard({ workspace }: { workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const save = useMutation({
    mutationFn: (what: TableKind) => saveTable(what, `${workspace.name} ${t(`reports.${what}`)}`),
    onSuccess: (rows) => {
      if (rows !== null) notify(t('frame.savedRows', { count: rows, formatted: formats.count(rows) }))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  return (
    <Card className="card-roomy">
      <IconTable size={28} stroke={1.3} aria-hidden />
      <h2>{t('reports.dataTitle')}</h2>
      <p className="muted">{t('reports.dataText')}</p>
      <div className="file-buttons">
        {(['customers', 'orders', 'segments'] as const).map((what) => (
          <Button
            key={what}
            variant="default"
            disabled={save.isPending}
            onClick={() => {
              save.mutate(what)
            }}
            data-testid={`export-${what}`}
          >
            {t(`reports.${what}`)}
          </Button>
        ))}
      </div>
    </Card>
  )
}
