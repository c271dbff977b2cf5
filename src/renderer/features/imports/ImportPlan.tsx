import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataKind } from '../../../shared/contract/base.ts'
import type { ImportResult, ImportSettings, Inspection } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { notify } from '../../ui/notify.tsx'
import { ColumnMapping } from './ColumnMapping.tsx'
import { Forecast } from './Forecast.tsx'
import { FoundFacts } from './FoundFacts.tsx'
import { isAnswered, listMissingFields, listQuestions, settingsOf, startDraft } from './import-draft.ts'
import type { Overrides } from './ImportPage.tsx'
import { Questions } from './Questions.tsx'
import { useImportRun } from './use-import-run.ts'

interface ImportPlanProps {
  file: PickedFile
  /** What somebody came to bring in. */
  wanted: DataKind | null
  inspection: Inspection
  overrides: Overrides
  onOverride: (overrides: Overrides) => void
  onDone: (result: ImportResult) => void
}

/** What was found and decided on the left, what it would do on the right; the forecast follows every decision. */
export function ImportPlan({ file, wanted, inspection, overrides, onOverride, onDone }: ImportPlanProps): ReactNode {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(() => startDraft(inspection))
  const forecast = useImportRun('forecast')
  const run = useImportRun('import')
  const settings = settingsOf(file.token, draft, inspection)
  const asked = JSON.stringify(settings)
  const { start, reset } = forecast
  useEffect(() => {
    const next = JSON.parse(asked) as ImportSettings | null
    if (next === null) {
      reset()
      return undefined
    }
    // A few decisions in a row make one forecast.
    const timer = setTimeout(() => {
      start(next)
    }, 200)
    return () => {
      clearTimeout(timer)
    }
  }, [asked, start, reset])
  useEffect(() => {
    if (run.state.step === 'done') onDone(run.state.result)
  }, [run.state, onDone])

  useNoticeWhenLeft(run.state.step === 'running')

  const questions = listQuestions(draft)
  return (
    <div className="import-columns">
      <div className="import-left">
        <FoundFacts inspection={inspection} wanted={wanted} overrides={overrides} onOverride={onOverride} />
        {questions.length > 0 && <Questions questions={questions} draft={draft} onChange={setDraft} />}
        <ColumnMapping inspection={inspection} draft={draft} onChange={setDraft} />
        <SampleRows inspection={inspection} />
      </div>
      <Card className="import-forecast">
        <Caption>{t('importing.forecast')}</Caption>
        <Forecast
          file={file}
          settings={settings}
          openQuestions={questions.filter((each) => !isAnswered(each)).length}
          missingFields={listMissingFields(draft, inspection)}
          onMatch={draft.onMatch}
          onMatchChange={(onMatch) => {
            setDraft({ ...draft, onMatch })
          }}
          forecast={forecast}
          run={run}
        />
      </Card>
    </div>
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
  return (
    <Card>
      <Caption>{t('importing.sample')}</Caption>
      <div className="wide-scroll" tabIndex={0} role="region" aria-label={t('importing.sample')}>
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
                {inspection.columns.map(({ index }) => (
                  <td key={index}>{row[index]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
