import { useTranslation } from 'react-i18next'
import type { DiagramEntry, DiagramSource } from '../../../../shared/contract/diagrams.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useTextMask } from '../../../stores/hidden-texts.ts'
import { navigate } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { ask } from './dialogs.ts'

type Named = Pick<DiagramEntry, 'id' | 'name'>

export interface DiagramActions {
  readonly makeNew: () => void
  /** Makes a diagram and goes there to edit it; a refusal is told in the corner. */
  readonly create: (name: string, source: DiagramSource) => Promise<void>
  readonly open: (diagram: Named) => void
  readonly edit: (diagram: Named) => void
  readonly rename: (diagram: Named) => void
  readonly duplicate: (diagram: Named) => void
  readonly remove: (diagram: Named) => void
}

/** What can be done with diagrams, for the list, the page's menu and the commands. */
export function useDiagramActions(): DiagramActions {
  const { t } = useTranslation()
  const { language } = useFormats()
  const mask = useTextMask()
  const create = async (name: string, source: DiagramSource): Promise<void> => {
    try {
      const { id } = await client.diagrams.createDiagram({ name, source, language })
      ask(null)
      navigate({ screen: 'diagrams', diagramId: id, mode: 'edit' })
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return {
    create,
    makeNew: () => {
      ask({ kind: 'new' })
    },
    open: ({ id }) => {
      navigate({ screen: 'diagrams', diagramId: id })
    },
    edit: ({ id }) => {
      navigate({ screen: 'diagrams', diagramId: id, mode: 'edit' })
    },
    rename: ({ id, name }) => {
      ask({ kind: 'rename', id, name })
    },
    duplicate: ({ id, name }) => {
      // The copy is called as what it was made of, whatever is shown of that now.
      void create(t('diagrams.copyName', { name: mask?.restore(name, undefined) ?? name }).slice(0, 200), {
        from: 'diagram',
        diagramId: id
      })
    },
    remove: ({ id, name }) => {
      ask({ kind: 'delete', id, name })
    }
  }
}
