import { useTranslation } from 'react-i18next'
import type { ReportRequest } from '../../shared/contract/reports.ts'
import type { Text } from '../../shared/domain/text.ts'
import { client } from '../api/client.ts'
import { readError } from '../api/errors.ts'
import { saveDocument, saveTable, type DocumentKind } from '../api/save-documents.ts'
import { resumeWalk, sortByNewest } from '../api/walks.ts'
import { useWorkspace } from '../api/workspace.ts'
import { useCommand } from '../stores/commands.ts'
import { navigate, useRoute, type Route } from '../stores/route.ts'
import { readView } from '../stores/views.ts'
import { useFormats } from '../ui/formats.tsx'
import { notify, notifyError } from '../ui/notify.tsx'

type Subject = Pick<ReportRequest, 'modelId' | 'walkId'> & { name: Text }

/** What a report made from here is about: the walk or model on screen, else the newest walk, else the first model. */
async function findSubject(route: Route): Promise<Subject | null> {
  const [walks, { models }] = await Promise.all([client.walks.listWalks(), client.models.listModels()])
  const newest = sortByNewest(walks)
  const shownModel = route.screen === 'models' ? route.modelId : undefined
  const shownWalk = route.screen === 'walk' ? route.walkId : undefined
  const walk =
    shownModel === undefined
      ? (newest.find(({ id }) => id === shownWalk) ?? newest[0])
      : newest.find(({ modelId }) => modelId === shownModel)
  const modelId = shownModel ?? walk?.modelId
  const model = models.find(({ id }) => id === modelId) ?? models[0]
  return model ? { modelId: model.id, name: model.name, ...(walk ? { walkId: walk.id } : {}) } : null
}

/** Reports, diagrams, tables and the walk from wherever the person is; the screens that choose for themselves come before these. */
export function DocumentCommands(): null {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const hasData = Boolean(workspace && workspace.counts.customers + workspace.counts.orders > 0)
  // A presentation is no place to walk off from by a key.
  const isPresenting = useRoute(({ route }) => route.screen === 'diagrams' && (route.mode === 'present' || route.modelId !== undefined))

  const attempt = async (work: () => Promise<string | null>): Promise<void> => {
    try {
      const done = await work()
      if (done !== null) notify(done)
    } catch (error) {
      notifyError(readError(error))
    }
  }
  const write = (kind: DocumentKind) => (): void => {
    void attempt(async () => {
      const subject = await findSubject(useRoute.getState().route)
      if (!subject) return t('reports.noModels')
      const { name, ...request } = subject
      const file = await saveDocument(
        kind,
        { ...request, ...readView(request.modelId), language: formats.language },
        `${workspace?.name ?? ''} ${formats.text(name)}`
      )
      return file && t('frame.savedFile')
    })
  }
  useCommand('report.pdf', write('pdf'), hasData)
  useCommand('report.markdown', write('markdown'), hasData)
  useCommand('report.html', write('html'), hasData)
  useCommand('diagram.svg', write('svg'), hasData)
  useCommand('diagram.png', write('png'), hasData)
  useCommand(
    'export.customers',
    () => {
      void attempt(async () => {
        const rows = await saveTable('customers', `${workspace?.name ?? ''} ${t('reports.customers')}`)
        return rows === null ? null : t('frame.savedRows', { count: rows, formatted: formats.count(rows) })
      })
    },
    hasData
  )
  useCommand(
    'walk.start',
    () => {
      void attempt(async () => {
        const subject = await findSubject(useRoute.getState().route)
        if (!subject) return t('reports.noModels')
        navigate({ screen: 'walk', walkId: await resumeWalk({ modelId: subject.modelId, ...readView(subject.modelId) }) })
        return null
      })
    },
    hasData && !isPresenting
  )
  return null
}
