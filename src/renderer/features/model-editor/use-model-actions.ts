import { useTranslation } from 'react-i18next'
import type { Text } from '../../../shared/domain/text.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { ask } from './dialogs.ts'
import { exportModel, importModel, type Imported } from './model-files.ts'

export interface NamedModel {
  readonly id: string
  readonly name: Text
}
export interface ModelActions {
  readonly makeNew: () => void
  readonly copy: (model: NamedModel) => void
  readonly edit: (model: NamedModel) => void
  readonly save: (model: NamedModel) => void
  readonly remove: (model: NamedModel) => void
  readonly bringIn: () => void
  readonly tellImported: (imported: Imported) => void
}

/** What can be done with models, for the gallery's menu, the commands and the dialogs. A refusal is told in the corner. */
export function useModelActions(): ModelActions {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const attempt = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
  const edit = ({ id }: NamedModel): void => {
    navigate({ screen: 'editor', modelId: id })
  }
  const tellImported = (imported: Imported): void => {
    const name = text(imported.name)
    const count = new Set(imported.unfinished.map((problem) => problem[language])).size
    const told = [
      count === 0 ? t('editor.imported', { name }) : t('editor.importedUnfinished', { name, count }),
      ...(imported.reworded > 0 ? [t('editor.reworded', { count: imported.reworded })] : [])
    ]
    notify(told.join('. '), {
      label: t('editor.editShort'),
      run: () => {
        edit(imported)
      }
    })
  }
  return {
    edit,
    tellImported,
    makeNew: () => {
      ask({ kind: 'name', from: null })
    },
    copy: ({ id, name }) => {
      ask({ kind: 'name', from: { id, name } })
    },
    remove: ({ id, name }) => {
      ask({ kind: 'delete', id, name })
    },
    save: ({ id, name }) => {
      attempt(async () => {
        const file = await exportModel(id, name, language)
        if (file !== null) notify(t('frame.savedFile'))
      })
    },
    bringIn: () => {
      attempt(async () => {
        const imported = await importModel()
        if (imported) tellImported(imported)
      })
    }
  }
}
