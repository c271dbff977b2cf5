import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProgress, ImportSettings, Inspection } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { ProgressBar } from '../../ui/ProgressBar.tsx'
import { ImportCounts } from './ImportCounts.tsx'
import { Rejects } from './Rejects.tsx'
import type { useImportRun } from './use-import-run.ts'

type Run = ReturnType<typeof useImportRun>

interface ForecastProps {
  file: PickedFile
  settings: ImportSettings | null
  /** The file is being looked at again: what it comes to is on its way. */
  isBehind: boolean
  openQuestions: number
  missingFields: Inspection['fields']
  forecast: Run
  run: Run
}

/** What the import would do, to the row, and the button that does it. */
export function Forecast({ file, settings, isBehind, openQuestions, missingFields, forecast, run }: ForecastProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { state } = forecast
  if (run.state.step === 'running') return <Running progress={run.state.progress} onCancel={run.cancel} />
  const result = state.step === 'done' ? state.result : null
  const changes = result ? result.created + result.updated + result.customersCreated + result.campaignsCreated : 0
  return (
    <div className="forecast" data-testid="import-forecast" data-state={settings === null ? 'blocked' : state.step}>
      {openQuestions > 0 && (
        <p className="forecast-blocked">{t(openQuestions === 1 ? 'importing.answerFirst' : 'importing.answersFirst')}</p>
      )}
      {missingFields.length > 0 && (
        <p className="forecast-blocked">
          {t('importing.required', { fields: missingFields.map(({ name }) => formats.text(name)).join(', ') })}
        </p>
      )}
      {!settings && !isBehind && openQuestions === 0 && missingFields.length === 0 && (
        <p className="forecast-blocked">{t('importing.nothingMapped')}</p>
      )}
      {(settings !== null || isBehind) && (state.step === 'running' || state.step === 'idle') && (
        <Running progress={state.step === 'running' ? state.progress : null} label={t('importing.forecasting')} />
      )}
      {state.step === 'failed' && (
        <ErrorNotice
          error={state.error}
          {...(settings
            ? {
                onRetry: () => {
                  forecast.start(settings)
                }
              }
            : {})}
        />
      )}
      {result && <ImportCounts result={result} />}
      {run.state.step === 'cancelled' && (
        <p className="forecast-blocked" role="status">
          {t('importing.cancelled')}
        </p>
      )}
      {run.state.step === 'failed' && <ErrorNotice error={run.state.error} />}
      <Button
        fullWidth
        size="md"
        disabled={!settings || !result || changes === 0}
        onClick={() => {
          if (settings) run.start(settings)
        }}
        data-testid="import-run"
      >
        {result && changes === 0 ? t('importing.nothing') : t('importing.run')}
      </Button>
      {result && changes > 0 && <p className="faint forecast-undo">{t('importing.undoable')}</p>}
      {result && result.rejected > 0 && settings && <Rejects file={file} settings={settings} result={result} />}
    </div>
  )
}

function Running({ progress, label, onCancel }: { progress: ImportProgress | null; label?: string; onCancel?: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const done = progress && progress.totalBytes > 0 ? progress.bytes / progress.totalBytes : 0
  return (
    <ProgressBar
      done={done}
      label={label ?? t(`importing.phases.${progress?.phase ?? 'reading'}`)}
      detail={progress ? t('importing.rate', { rows: formats.count(progress.rows), rate: formats.count(progress.rowsPerSecond) }) : ''}
      {...(onCancel ? { onCancel } : {})}
    />
  )
}
