import { Button, Modal } from '@mantine/core'
import { useMutation, useQueries } from '@tanstack/react-query'
import { IconCamera, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnSegment } from '../../../../shared/contract/segments.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { ExplainFigure } from '../../../api/ExplainFigure.tsx'
import { useWorkspace } from '../../../api/workspace.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { CustomerList } from '../CustomerList.tsx'
import { drawLine } from './draw-line.ts'

/** How many steps back the table compares. */
const SHOWN = 12
type Part = 'entered' | 'left'
interface Step {
  readonly moment: string
  readonly before: string | null
  readonly customers: number
}

/** The segment over time: its members frozen at dates, who came in and who went between them and now. */
export function MovementCard({ segment }: { segment: OwnSegment }): ReactNode {
  const { t } = useTranslation()
  const { date, count } = useFormats()
  const asOf = useWorkspace()?.asOf ?? null
  const [listed, setListed] = useState<(Step & { part: Part }) | null>(null)
  const steps = listSteps(segment)
  const moves = useQueries({
    queries: steps.map(({ moment, before }) =>
      orpc.segments.compareSnapshots.queryOptions({
        input: { id: segment.id, before: before ?? 'now', after: moment },
        enabled: before !== null
      })
    )
  })
  const take = useMutation({ mutationFn: () => client.segments.takeSnapshot({ id: segment.id }) })
  const isList = segment.rule === null
  const canTake = segment.summary.customers !== null && asOf !== null && !isList
  return (
    <Card className="segment-movement" data-testid="segment-movement">
      <div className="segment-card-head">
        <div className="explained">
          <Caption>{t('segments.movement.title')}</Caption>
          {steps.length > 0 && (
            <ExplainFigure
              id="f_segment_steps"
              name={t('segments.movement.title')}
              facts={steps.map(({ moment, customers }) => [moment === 'now' ? t('segments.movement.now') : date(moment), count(customers)])}
              unit="count"
            />
          )}
        </div>
        {canTake && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconCamera size={15} stroke={1.7} />}
            loading={take.isPending}
            onClick={() => {
              take.mutate()
            }}
            data-testid="snapshot-take"
          >
            {t('segments.movement.take', { date: date(asOf) })}
          </Button>
        )}
      </div>
      {take.error && <ErrorNotice error={readError(take.error)} />}
      {segment.snapshots.length === 0 ? (
        <p className="muted">{t('segments.movement.none')}</p>
      ) : (
        <>
          <LineDrawing steps={steps} />
          <table className="plain-table segment-steps">
            <thead>
              <tr>
                <th>{t('segments.movement.moment')}</th>
                <th className="num">{t('segments.columns.customers')}</th>
                <th className="num">{t('segments.movement.entered')}</th>
                <th className="num">{t('segments.movement.left')}</th>
                <th aria-label={t('common.remove')} />
              </tr>
            </thead>
            <tbody>
              {steps.toReversed().map((step) => (
                <StepRow
                  key={step.moment}
                  segmentId={segment.id}
                  step={step}
                  isFixed={isList}
                  move={moves[steps.indexOf(step)]?.data}
                  onList={(part) => {
                    setListed({ ...step, part })
                  }}
                />
              ))}
            </tbody>
          </table>
        </>
      )}
      {listed?.before != null && (
        <Modal
          opened
          size="xl"
          onClose={() => {
            setListed(null)
          }}
          title={t(`segments.movement.list.${listed.part}`, {
            from: date(listed.before),
            to: listed.moment === 'now' ? t('segments.movement.now') : date(listed.moment)
          })}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <CustomerList
            label={t(`segments.movement.${listed.part}`)}
            listKey={JSON.stringify([segment.id, listed])}
            ask={(page) =>
              client.segments.listMovement({
                ...page,
                id: segment.id,
                before: listed.before ?? 'now',
                after: listed.moment,
                part: listed.part
              })
            }
          />
        </Modal>
      )}
    </Card>
  )
}

/** Oldest first; a rule's members as they are now come last, a list's newest version is what it is now. */
function listSteps({ snapshots, summary, rule }: OwnSegment): Step[] {
  const frozen = snapshots.toReversed().map(({ asOf, customers }) => ({ moment: asOf, customers }))
  const now = rule === null || summary.customers === null ? [] : [{ moment: 'now', customers: summary.customers }]
  const all = [...frozen, ...now].slice(-SHOWN - 1)
  return all.map((step, index) => ({ ...step, before: all[index - 1]?.moment ?? null }))
}

interface StepRowProps {
  segmentId: string
  step: Step
  /** A list's versions are the list: they are not taken away here. */
  isFixed: boolean
  move: { entered: number; left: number } | undefined
  onList: (part: Part) => void
}

function StepRow({ segmentId, step, isFixed, move, onList }: StepRowProps): ReactNode {
  const { t } = useTranslation()
  const { count, date } = useFormats()
  const { moment } = step
  const cell = (part: Part, sign: string): ReactNode => {
    const customers = move?.[part]
    if (step.before === null || customers === undefined) return ''
    if (customers === 0) return '0'
    return (
      <button
        type="button"
        className="link-button"
        onClick={() => {
          onList(part)
        }}
      >
        {sign}
        {count(customers)}
      </button>
    )
  }
  return (
    <tr data-testid={`step-${moment}`}>
      <td>{moment === 'now' ? t('segments.movement.now') : date(moment)}</td>
      <td className="num">{count(step.customers)}</td>
      <td className="num">{cell('entered', '+')}</td>
      <td className="num">{cell('left', '−')}</td>
      <td className="num">
        {moment !== 'now' && !isFixed && (
          <button
            type="button"
            className="rule-icon"
            aria-label={t('segments.movement.drop', { date: date(moment) })}
            title={t('segments.movement.drop', { date: date(moment) })}
            onClick={() => {
              client.segments.deleteSnapshot({ id: segmentId, asOf: moment }).catch((error: unknown) => {
                notifyError(readError(error))
              })
            }}
          >
            <IconX size={13} stroke={1.8} aria-hidden />
          </button>
        )}
      </td>
    </tr>
  )
}

const WIDTH = 640
/** Room for a number over a point. */
const PAD = 22
const HEIGHT = 104

/** The line of the sizes; the numbers stand in the table below. */
function LineDrawing({ steps }: { steps: readonly Step[] }): ReactNode {
  const { t } = useTranslation()
  const { count, date } = useFormats()
  if (steps.length < 2) return null
  const points = drawLine(
    steps.map(({ customers }) => customers),
    { width: WIDTH, height: HEIGHT, pad: PAD }
  )
  const first = steps[0]
  const last = steps.at(-1)
  return (
    <svg
      className="segment-line"
      viewBox={`0 0 ${String(WIDTH)} ${String(HEIGHT + 6)}`}
      role="img"
      aria-label={t('segments.movement.chart')}
    >
      <line className="segment-axis" x1={PAD} x2={WIDTH - PAD} y1={HEIGHT - PAD} y2={HEIGHT - PAD} />
      <polyline points={points.map(({ x, y }) => `${String(x)},${String(y)}`).join(' ')} />
      {points.map(({ x, y }, index) => {
        const step = steps[index]
        return (
          <g key={x}>
            <circle cx={x} cy={y} r={3.5}>
              <title>{step && `${step.moment === 'now' ? t('segments.movement.now') : date(step.moment)}: ${count(step.customers)}`}</title>
            </circle>
            <text className="segment-value" x={x} y={y - 9} textAnchor="middle">
              {step && count(step.customers)}
            </text>
          </g>
        )
      })}
      {first && (
        <text x={PAD} y={HEIGHT}>
          {date(first.moment)}
        </text>
      )}
      {last && (
        <text x={WIDTH - PAD} y={HEIGHT} textAnchor="end">
          {last.moment === 'now' ? t('segments.movement.now') : date(last.moment)}
        </text>
      )}
    </svg>
  )
}
