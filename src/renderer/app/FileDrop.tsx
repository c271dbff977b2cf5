import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PickedFile } from '../../shared/contract/shell.ts'
import { client } from '../api/client.ts'
import { readError } from '../api/errors.ts'
import { tokenForFile } from '../api/shell.ts'
import { useWorkspace } from '../api/workspace.ts'
import { importDiagramFile } from '../stores/diagram-import.ts'
import { importFile, useRoute } from '../stores/route.ts'
import { importSchema } from '../stores/schema-source.ts'
import { newWorkspace, openWorkspace } from '../api/workspace-files.ts'
import { notifyError, withdrawRefusal } from '../ui/notify.tsx'

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

/** A file dropped anywhere: a workspace opens, a table, a diagram or a schema is taken in, into a new workspace when none is open. */
export function FileDrop(): ReactNode {
  const { t } = useTranslation()
  const hasWorkspace = Boolean(useWorkspace())
  const [isOver, setIsOver] = useState(false)
  useEffect(() => {
    const onDragOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setIsOver(true)
    }
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setIsOver(false)
    }
    const onDrop = (event: DragEvent): void => {
      setIsOver(false)
      const file = event.dataTransfer?.files[0]
      if (!file) return
      event.preventDefault()
      void takeFile(file, hasWorkspace)
    }
    window.addEventListener('dragover', onDragOver)
    window.addEventListener('dragleave', onDragLeave)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragover', onDragOver)
      window.removeEventListener('dragleave', onDragLeave)
      window.removeEventListener('drop', onDrop)
    }
  }, [hasWorkspace])
  if (!isOver) return null
  return (
    <div className="drop-veil">
      <div>
        {t('frame.drop.title')}
        <small>{t(hasWorkspace ? 'frame.drop.text' : 'frame.drop.closed')}</small>
      </div>
    </div>
  )
}

const makeWorkspaceFor = ({ name }: PickedFile): Promise<boolean> => newWorkspace({ suggestedName: name.replace(/\.[^.]*$/, '') })

async function takeFile(file: File, hasWorkspace: boolean): Promise<void> {
  try {
    const picked = await tokenForFile(file)
    const kind = await client.diagrams.recogniseFile({ fileToken: picked.token })
    const isAtDiagrams = hasWorkspace && useRoute.getState().route.screen === 'diagrams'
    if (kind !== null && (kind !== 'people' || isAtDiagrams)) {
      const take = kind === 'schema' ? importSchema : importDiagramFile
      if (hasWorkspace || (await makeWorkspaceFor(picked))) take(picked)
      return
    }
    const isTable = hasWorkspace ? !/\.cauce$/i.test(picked.name) : /\.(csv|tsv|tab|txt|xlsx|xlsm|vcf|zip)$/i.test(picked.name)
    // What is neither is opened all the same: the refusal says what it is.
    if (!isTable) await openWorkspace({ token: picked.token })
    else if (hasWorkspace || (await makeWorkspaceFor(picked))) importFile(picked)
    else return
    withdrawRefusal()
  } catch (error) {
    notifyError(readError(error), { file: file.name, stays: true })
  }
}
