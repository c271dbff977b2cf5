import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Recipe } from '../../../shared/cleaning/recipe.ts'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { ImportSettings, Inspection } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { useMasked } from '../../stores/mask.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify } from '../../ui/notify.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import { Forecast } from './Forecast.tsx'
import { FoundFacts } from './FoundFacts.tsx'
import type { DoneImport } from './ImportDone.tsx'
import {
  changeColumn,
  type Draft,
  type DraftColumn,
  isAnswered,
  listColumns,
  listMissingFields,
  listQuestions,
  settingsOf,
  startDraft,
  toSettings
} from './import-draft.ts'
import { Matching } from './Matching.tsx'
import type { Overrides } from './overrides.ts'
import { Questions } from './Questions.tsx'
import { useImportRun } from './use-import-run.ts'

/** What cleaning is told of an import in the making, and how it changes it. */
interface CleaningPlace {
  recipe: Recipe
  /** The columns there are, with the recipe's own, and the fields they go to. */
  columns: readonly { name: string; field: string | null; isAdded: boolean }[]
  reports: Inspection['cleaning']
  /** Null while the file is being looked at again. */
  settings: ImportSettings | null
  isExact: boolean
  /** `fields`: where columns go from now on, by name. */
  onChange: (recipe: Recipe, fields?: Readonly<Record<string, string | null>>) => void
}
export type DrawCleaning = (place: CleaningPlace) => ReactNode

interface ImportPlanProps {
  file: PickedFile
  /** What somebody came to bring in. */
  wanted: DataKind | null
  inspection: Inspection
  /** The inspection is of an earlier recipe; the next one is on its way. */
  isBehind: boolean
  overrides: Overrides
  onOverride: (overrides: Overrides) => void
  onDone: (done: DoneImport) => void
  drawCleaning: DrawCleaning
}

const NO_RECIPE: Recipe = { steps: [] }

/** What was found and decided on the left, what it would do on the right; the forecast follows every decision. */
export function ImportPlan(props: ImportPlanProps): ReactNode {
  const { file, wanted, inspection, isBehind, overrides, onOverride, drawCleaning } = props
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => startDraft(inspection))
  const recipe = overrides.recipe ?? inspection.saved?.recipe ?? NO_RECIPE
  const columns = listColumns(draft, inspection)
  const settings = isBehind ? null : settingsOf(file.token, draft, inspection, recipe)
  const forecast = useImportRun('forecast')
  const run = useImportRun('import')
  useForecast(settings, isBehind, forecast)
  useDone(props, settings, run)
  useNoticeWhenLeft(run.state.step === 'running')

  const questions = listQuestions(columns)
  return (
    <div className="import-columns">
      <div className="import-left">
        <FoundFacts inspection={inspection} wanted={wanted} overrides={overrides} onOverride={onOverride} />
        <OtherCurrencies inspection={inspection} />
        {questions.length > 0 && <Questions questions={questions} draft={draft} onChange={setDraft} />}
        <ColumnMapping inspection={inspection} columns={columns} draft={draft} onChange={setDraft} />
        {drawCleaning({
          recipe,
          columns: columns.map(({ key, field, isAdded }) => ({ name: key, field, isAdded })),
          reports: inspection.cleaning,
          settings: isBehind ? null : toSettings(file.token, draft, inspection, recipe),
          isExact: inspection.rowsExact,
          onChange: (next, fields = {}) => {
            setDraft(mapFields(draft, columns, fields))
            onOverride({ ...overrides, recipe: next })
          }
        })}
        <Matching kind={inspection.kind} draft={draft} onChange={setDraft} />
        <SampleRows inspection={inspection} />
      </div>
      <Card className="import-forecast">
        <Caption>{t('importing.forecast')}</Caption>
        <Forecast
          file={file}
          settings={settings}
          isBehind={isBehind}
          openQuestions={questions.filter((each) => !isAnswered(each)).length}
          missingFields={listMissingFields(columns, inspection)}
          forecast={forecast}
          run={run}
        />
      </Card>
    </div>
  )
}

function mapFields(draft: Draft, columns: readonly DraftColumn[], fields: Readonly<Record<string, string | null>>): Draft {
  const taken = new Set(Object.values(fields))
  const freed = columns.filter(({ field, key }) => field !== null && taken.has(field) && !(key in fields))
  const start = freed.reduce((changed, { key }) => changeColumn(changed, key, { field: null }), draft)
  return Object.entries(fields).reduce((changed, [key, field]) => changeColumn(changed, key, { field }), start)
}

/** Forecasts what the decisions come to; a few decisions in a row make one forecast. */
function useForecast(settings: ImportSettings | null, isBehind: boolean, { start, reset }: ReturnType<typeof useImportRun>): void {
  const asked = JSON.stringify(settings)
  useEffect(() => {
    const next = JSON.parse(asked) as ImportSettings | null
    if (next === null) {
      reset()
      return undefined
    }
    const timer = setTimeout(() => {
      start(next)
    }, 200)
    return () => {
      clearTimeout(timer)
    }
  }, [asked, isBehind, start, reset])
}

/** Hands over what was made, once. */
function useDone(
  { inspection, onDone }: ImportPlanProps,
  settings: ImportSettings | null,
  { state }: ReturnType<typeof useImportRun>
): void {
  const made = useRef<DoneImport | null>(null)
  useEffect(() => {
    if (state.step !== 'done' || made.current !== null || !settings) return
    const headers = inspection.columns.slice(0, inspection.fileColumns).map(({ name }) => name)
    made.current = { result: state.result, settings, headers }
    onDone(made.current)
  }, [state, settings, inspection, onDone])
}

function OtherCurrencies({ inspection: { otherCurrencies } }: { inspection: Inspection }): ReactNode {
  const { t } = useTranslation()
  const { currency } = useFormats()
  if (otherCurrencies.length === 0) return null
  return (
    <Card className="import-questions" data-testid="import-currencies">
      <Caption>{t('importing.otherCurrency')}</Caption>
      <p>{t('importing.otherCurrencyText', { currencies: otherCurrencies.join(', '), currency })}</p>
    </Card>
  )
}

/** Leaving stops the import: whoever left is told that nothing was kept. */
function useNoticeWhenLeft(isRunning: boolean): void {
  const { t } = useTranslation()
  const latest = useRef({ isRunning, words: '' })
  useEffect(() => {
    latest.current = { isRunning, words: t('importing.cancelled') }
  })
  useEffect(
    () => () => {
      if (latest.current.isRunning) notify(latest.current.words)
    },
    []
  )
}

function SampleRows({ inspection }: { inspection: Inspection }): ReactNode {
  const { t } = useTranslation()
  const { hide } = useMasked()
  const name = t(inspection.cleaning.length > 0 ? 'importing.sampleCleaned' : 'importing.sample')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Card>
      <div className="import-found-head">
        <Caption>{name}</Caption>
        <button
          type="button"
          className="table-toggle import-fold"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen)
          }}
        >
          {t(isOpen ? 'importing.hide' : 'importing.show')}
        </button>
      </div>
      {isOpen && (
        <div className="wide-scroll" tabIndex={0} role="region" aria-label={name}>
          <table className="plain-table">
            <thead>
              <tr>
                {inspection.columns.map(({ index, name }) => (
                  <th key={index}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {inspection.sampleRows.slice(0, 6).map((row, at) => (
                // Rows of a file have no identity but their place.
                <tr key={at}>
                  {inspection.columns.map(({ index, type }) => (
                    <td key={index}>{type === 'date' || type === 'amount' ? row[index] : hide(row[index])}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  )
}
