import { IconFlag } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Metric } from '../../../shared/contract/models.ts'
import { formatFigure } from '../../../shared/i18n/figures.ts'
import { writeFigure } from '../../../shared/i18n/read-figure.ts'
import { readTarget } from '../../../shared/models/element-state.ts'
import { client } from '../../api/client.ts'
import type { ReadError } from '../../api/errors.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { isAboutEntry, readRefusal } from './attempt-edit.ts'
import { FigureField } from './FigureField.tsx'
import { TargetMark } from './TargetMark.tsx'

/** What a figure should be, and whether it is: read, and changed in place. A figure that only informs has no target. */
export function MetricTarget({ metric }: { metric: Metric }): ReactNode {
  const { t } = useTranslation()
  const { text, currency, language } = useFormats()
  const { kpi, target } = metric
  const [draft, setDraft] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<ReadError | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  if (kpi.better === 'info') return null
  const close = (): void => {
    setDraft(null)
    setRefusal(null)
    // The keyboard goes on from where it came.
    requestAnimationFrame(() => opener.current?.focus())
  }
  const save = async (value: number | null): Promise<void> => {
    const refused = value === target ? null : await readRefusal(() => client.models.setKpiTarget({ kpiId: kpi.id, target: value }))
    if (refused === null) close()
    else if (isAboutEntry(refused)) setRefusal(refused)
    else notifyError(refused)
  }
  if (draft !== null)
    return (
      <div className="target-edit" data-editing>
        <span className="target-words">
          {t('evidenceEdit.target')} {t(`evidenceEdit.better.${kpi.better}`)}
        </span>
        <FigureField
          unit={kpi.unit}
          label={t('evidenceEdit.targetOf', { kpi: text(kpi.name) })}
          isLabelHidden
          isFocused
          draft={draft}
          onDraft={(value) => {
            setRefusal(null)
            setDraft(value)
          }}
          refusal={refusal && t(`errors.${refusal.code}`, refusal.details)}
          onEnter={(value) => void save(value)}
          onEscape={close}
          data-testid={`target-field-${kpi.id}`}
        />
        {target !== null && (
          <button type="button" className="quiet-link" onClick={() => void save(null)} data-testid={`target-remove-${kpi.id}`}>
            {t('evidenceEdit.removeTarget')}
          </button>
        )}
        <small className="element-quiet target-help">{t('evidenceEdit.targetHelp')}</small>
      </div>
    )
  const judged = readTarget(metric)
  return (
    <button
      ref={opener}
      type="button"
      className={`target-line ${judged ? `target-${judged}` : ''}`}
      title={t(target === null ? 'evidenceEdit.setTarget' : 'evidenceEdit.changeTarget')}
      onClick={() => {
        setDraft(target === null ? '' : writeFigure(target, kpi.unit, currency, language))
      }}
      data-testid={`target-${kpi.id}`}
    >
      {judged ? <TargetMark target={judged} /> : <IconFlag size={15} stroke={1.7} aria-hidden />}
      {target === null ? (
        t('evidenceEdit.setTarget')
      ) : (
        <>
          {t('evidenceEdit.target')} {t(`evidenceEdit.better.${kpi.better}`)} {formatFigure(target, kpi.unit, currency, language)}
          {judged && <span aria-hidden> · {t(`evidenceEdit.${judged}`)}</span>}
        </>
      )}
    </button>
  )
}
