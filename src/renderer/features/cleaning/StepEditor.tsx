import { Button, Modal } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step } from '../../../shared/cleaning/recipe.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { isComplete, type RecipeColumn } from './recipe-edits.ts'
import { StepFields } from './StepFields.tsx'

interface StepEditorProps {
  /** Null: nothing is being edited. */
  step: Step | null
  columns: readonly RecipeColumn[]
  settings: ImportSettings | null
  onClose: () => void
  onSave: (step: Step) => void
}

/** A step in a window of its own: its columns and what it is to do with them. */
export function StepEditor({ step, columns, settings, onClose, onSave }: StepEditorProps): ReactNode {
  const { t } = useTranslation()
  return (
    <Modal
      opened={step !== null}
      onClose={onClose}
      title={step ? t(`cleaning.kinds.${step.kind}`) : ''}
      size={620}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {step && <Draft key={step.id} step={step} columns={columns} settings={settings} onSave={onSave} />}
    </Modal>
  )
}

function Draft({ step, columns, settings, onSave }: Omit<StepEditorProps, 'step' | 'onClose'> & { step: Step }): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(step)
  return (
    <form
      className="cleaning-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete(draft)) onSave(draft)
      }}
    >
      <p className="muted">{t(`cleaning.explains.${draft.kind}`)}</p>
      <StepFields step={draft} columns={columns} settings={settings} onChange={setDraft} />
      <div className="cleaning-form-end">
        <Button type="submit" disabled={!isComplete(draft)} data-testid="step-save">
          {t('cleaning.save')}
        </Button>
      </div>
    </form>
  )
}
