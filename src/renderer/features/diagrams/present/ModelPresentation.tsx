import { useQuery } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { useView } from '../../../stores/views.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { DiagramProvider } from '../store/DiagramProvider.tsx'
import { PresentPage } from './PresentPage.tsx'

interface ModelPresentationProps {
  modelId: string
  itemId?: string | undefined
}

/** A model presented as its canvas has it, in the view chosen of it; kept as no diagram. */
export function ModelPresentation({ modelId, itemId }: ModelPresentationProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const view = useView(modelId)
  const subject = { modelId, ...(view === undefined ? {} : { view }) }
  const model = useQuery(orpc.models.getModel.queryOptions({ input: { id: modelId } }))
  const content = useQuery(orpc.diagrams.drawModel.queryOptions({ input: { ...subject, language } }))
  const leave = useCallback(
    (elementId: string | null) => {
      navigate({ screen: 'models', modelId, ...(elementId === null ? {} : { elementId }) })
    },
    [modelId]
  )
  return (
    <Answer query={model}>
      {({ name }) => (
        <Answer query={content}>
          {(drawn) => (
            <DiagramProvider key={`${modelId} ${language} ${view ?? ''}`} content={drawn} name={text(name)} modelId={modelId}>
              <PresentPage
                startId={itemId}
                onLeave={leave}
                onCopy={(at) => {
                  client.diagrams
                    .createDiagram({
                      name: t('diagramPresent.model.copyName', { name: text(name) }),
                      source: { from: 'model', ...subject },
                      language
                    })
                    .then(({ id }) => {
                      navigate({ screen: 'diagrams', diagramId: id, mode: 'present', ...(at === null ? {} : { itemId: at }) })
                      notify(t('diagramPresent.model.copied'))
                    })
                    .catch((error: unknown) => {
                      notifyError(readError(error))
                    })
                }}
              />
            </DiagramProvider>
          )}
        </Answer>
      )}
    </Answer>
  )
}
