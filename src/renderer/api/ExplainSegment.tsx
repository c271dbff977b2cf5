import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { readMarks } from '../../shared/contract/explanations.ts'
import type { SegmentSummary } from '../../shared/contract/segments.ts'
import type { ValueAnalysis } from '../../shared/contract/value.ts'
import { showCustomers } from '../stores/route.ts'
import { ExplainButton } from '../ui/explanation/ExplainButton.tsx'
import { Explanation, type Explained } from '../ui/explanation/Explanation.tsx'
import { useFormats, type Formats } from '../ui/formats.tsx'
import { Answer } from './Answer.tsx'
import { orpc } from './client.ts'

/** Below this many customers a figure is shown as few data. */
const FEW_DATA = 30

/** The sign that explains a segment's size: its rule, its part of customers and revenue, and its members. */
export function ExplainSegment({ id, name }: { id: string; name: string }): ReactNode {
  return (
    <ExplainButton name={name} data-testid={`explain-${id}`}>
      {(close) => <SegmentExplanation id={id} name={name} onClose={close} />}
    </ExplainButton>
  )
}

function SegmentExplanation({ id, name, onClose }: { id: string; name: string; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const analysis = useQuery(orpc.value.getValue.queryOptions())
  const figures = useQuery(orpc.explanations.listFigures.queryOptions())
  return (
    <Answer query={segments}>
      {(list) => (
        <Answer query={analysis}>
          {(value) => {
            const segment = list.find((each) => each.id === id)
            const definition = figures.data?.find((entry) => entry.id === 'f_segment_customers')?.definition
            const all = list.find((each) => each.id === 's_all')?.customers ?? null
            const explained = segment
              ? { ...explainSegment(segment, value, all, formats, t), ...(definition ? { definition: formats.text(definition) } : {}) }
              : { name, notes: [t('explanation.notThere')] }
            return <Explanation explained={explained} onClose={onClose} />
          }}
        </Answer>
      )}
    </Answer>
  )
}

function explainSegment(
  segment: SegmentSummary,
  { window, asOf }: ValueAnalysis,
  all: number | null,
  formats: Formats,
  t: TFunction
): Explained {
  const { text, count, share, money } = formats
  const { customers, revenueMinor, revenueShare, missing } = segment
  return {
    name: text(segment.name),
    value: customers === null ? null : count(customers),
    worked:
      customers === null || all === null || segment.share === null ? null : `${count(customers)} / ${count(all)} = ${share(segment.share)}`,
    facts: [
      [t('explanation.rule'), text(segment.rule)],
      ...(revenueMinor === null ? [] : [[t('explanation.revenue'), money(revenueMinor, { exact: true })] as const]),
      ...(revenueShare === null ? [] : [[t('explanation.ofRevenue'), share(revenueShare)] as const])
    ],
    window,
    asOf,
    unit: 'count',
    fewData: customers !== null && customers < FEW_DATA,
    notes: missing ? [text(missing.hint)] : [],
    ...(segment.kind === 'own' ? { source: t('explanation.ruleOwn') } : { marks: readMarks(segment.source) }),
    customers:
      customers === null
        ? []
        : [
            {
              label: text(segment.name),
              count: customers,
              onShow: () => {
                showCustomers({ segmentId: segment.id })
              }
            }
          ]
  }
}
