import { Button } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readError, type ReadError } from '../../api/errors.ts'
import { DOCUMENT_KINDS, saveDocument, type DocumentKind } from '../../api/save-documents.ts'
import type { Walk } from '../../../shared/contract/walks.ts'
import type { Model } from '../../../shared/models/model.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'

type Outcome = { kind: DocumentKind } & (
  { status: 'writing' } | { status: 'written'; name: string } | { status: 'failed'; error: ReadError }
)

/** The report in each format and the diagram on its own, with what became of the last one asked for. */
export function ReportButtons({ walk, model }: { walk: Walk; model: Model }): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const write = async (kind: DocumentKind): Promise<void> => {
    setOutcome({ kind, status: 'writing' })
    try {
      const name = await saveDocument(
        kind,
        { modelId: model.id, walkId: walk.id, language },
        `${text(model.name)} ${walk.startedAt.slice(0, 10)}`
      )
      setOutcome(name === null ? null : { kind, status: 'written', name })
    } catch (error) {
      setOutcome({ kind, status: 'failed', error: readError(error) })
    }
  }
  const isWriting = outcome?.status === 'writing'
  return (
    <section className="walk-report">
      <h3 className="caption">{t('walk.report')}</h3>
      <p className="walk-quiet">{t('walk.reportLead')}</p>
      <div className="report-buttons">
        {DOCUMENT_KINDS.map((kind) => (
          <Button
            key={kind}
            variant={kind === 'pdf' && walk.finishedAt !== null ? 'filled' : 'default'}
            loading={isWriting && outcome.kind === kind}
            disabled={isWriting && outcome.kind !== kind}
            onClick={() => void write(kind)}
            data-testid={`report-${kind}`}
          >
            {t(`walk.reportAs.${kind}`)}
          </Button>
        ))}
      </div>
      <p role="status" className="walk-quiet" data-testid="report-outcome">
        {outcome?.status === 'writing' && t('walk.reportSaving', { name: t(`walk.reportAs.${outcome.kind}`) })}
        {outcome?.status === 'written' && t('walk.reportSaved', { name: outcome.name })}
      </p>
      {outcome?.status === 'failed' && <ErrorNotice error={outcome.error} onRetry={() => void write(outcome.kind)} />}
    </section>
  )
}
