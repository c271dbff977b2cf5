import { Button, Menu } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recipe, Step, StepReport } from '../../../shared/cleaning/recipe.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { fieldsOfStep, moveStep, placeStep, putStep, type RecipeColumn, removeStep, startStep, STEP_KINDS } from './recipe-edits.ts'
import { StepEditor } from './StepEditor.tsx'
import { StepRow } from './StepRow.tsx'
import { Suggestions } from './Suggestions.tsx'
import './cleaning.css'

interface CleaningCardProps {
  recipe: Recipe
  columns: readonly RecipeColumn[]
  /** What each step did to the rows looked at. */
  reports: readonly StepReport[]
  /** The import as decided so far; null while the file is being looked at. */
  settings: ImportSettings | null
  /** All rows were looked at, not the first ones alone. */
  isExact: boolean
  /** `fields`: where columns go from now on, by name. */
  onChange: (recipe: Recipe, fields?: Readonly<Record<string, string | null>>) => void
}

/** The cleaning of a file: what its data asks for, the steps there are with what each does, and more to add. */
export function CleaningCard({ recipe, columns, reports, settings, isExact, onChange }: CleaningCardProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [edited, setEdited] = useState<Step | null>(null)
  const put = (step: Step): void => {
    const isNew = !recipe.steps.some(({ id }) => id === step.id)
    onChange(putStep(recipe, step), isNew ? fieldsOfStep(step, columns) : {})
  }
  const { steps } = recipe
  return (
    <Card data-testid="cleaning">
      <div className="cleaning-head">
        <div>
          <Caption>{t('cleaning.title')}</Caption>
          {steps.length === 0 && <p className="muted">{t('cleaning.why')}</p>}
        </div>
        <Menu position="bottom-end" width={300}>
          <Menu.Target>
            <Button variant="default" size="compact-sm" leftSection={<IconPlus size={15} stroke={1.6} />} data-testid="cleaning-add">
              {t('cleaning.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {STEP_KINDS.map((kind) => (
              <Menu.Item
                key={kind}
                onClick={() => {
                  setEdited(
                    startStep(kind, columns, [
                      t('cleaning.into.given'),
                      t('cleaning.into.surname'),
                      t('cleaning.into.second'),
                      t('cleaning.into.joined')
                    ])
                  )
                }}
                data-testid={`cleaning-add-${kind}`}
              >
                {t(`cleaning.kinds.${kind}`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      </div>
      {steps.length > 0 && (
        <ol className="cleaning-steps" data-testid="cleaning-steps">
          {steps.map((step, at) => (
            <StepRow
              key={step.id}
              step={step}
              report={reports.find(({ id }) => id === step.id) ?? null}
              isFirst={at === 0}
              isLast={at === steps.length - 1}
              onToggle={() => {
                onChange(putStep(recipe, { ...step, on: !step.on }))
              }}
              onMove={(by) => {
                onChange(moveStep(recipe, step.id, by))
              }}
              onEdit={() => {
                setEdited(step)
              }}
              onRemove={() => {
                onChange(removeStep(recipe, step.id))
              }}
            />
          ))}
        </ol>
      )}
      {!isExact && steps.length > 0 && <p className="faint">{t('cleaning.firstRows', { rows: formats.count(100_000) })}</p>}
      <Suggestions
        settings={settings}
        onAdd={(step) => {
          onChange(placeStep(recipe, step), fieldsOfStep(step, columns))
        }}
      />
      <StepEditor
        step={edited}
        columns={columns}
        settings={settings}
        onClose={() => {
          setEdited(null)
        }}
        onSave={(step) => {
          put(step)
          setEdited(null)
        }}
      />
    </Card>
  )
}
