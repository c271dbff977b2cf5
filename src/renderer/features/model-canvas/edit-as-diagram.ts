import type { Language } from '../../../shared/domain/text.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { readView } from '../../stores/views.ts'
import { notify, notifyError } from '../../ui/notify.tsx'

interface Subject {
  modelId: string
  name: string
  language: Language
}

const open = (diagramId: number): void => {
  navigate({ screen: 'diagrams', diagramId, mode: 'edit' })
}

/** Draws the model (in the view chosen of it) as a new diagram and opens that; the model stays as its authors drew it. */
async function makeDiagram({ modelId, name, language }: Subject): Promise<void> {
  const source = { from: 'model' as const, modelId, ...readView(modelId) }
  const { id } = await client.diagrams.createDiagram({
    name: translate(language, 'diagramPresent.model.copyName', { name }),
    source,
    language
  })
  open(id)
  notify(translate(language, 'diagramPresent.model.copied'))
}

/** Opens the diagram made of the model last, offering to make another; without one, makes it. Says which of the two it did. */
export async function editAsDiagram(subject: Subject): Promise<void> {
  const make = (): void => {
    makeDiagram(subject).catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
  try {
    const made = (await client.diagrams.listDiagrams()).filter(({ modelId }) => modelId === subject.modelId)
    const [newest] = made.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt))
    if (!newest) {
      make()
      return
    }
    open(newest.id)
    notify(translate(subject.language, 'diagramPresent.model.opened', { name: newest.name }), {
      label: translate(subject.language, 'diagramPresent.model.another'),
      run: make
    })
  } catch (error) {
    notifyError(readError(error))
  }
}
