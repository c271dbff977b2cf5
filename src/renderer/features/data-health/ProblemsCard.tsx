import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DataHealth, HealthFix, HealthProblem, Offender } from '../../../shared/contract/data-health.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useMasked } from '../../stores/mask.ts'
import { goToImport, navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'
import { FixDialog } from './FixDialog.tsx'
import { useOffenders } from './use-offenders.ts'

const GROUPS = [
  { id: 'records', holds: ['incomplete', 'duplicate', 'stale'] },
  { id: 'form', holds: ['invalid-email', 'invalid-phone', 'invalid-taxId', 'placeholder'] },
  { id: 'consistency', holds: ['acquired-late', 'phone-country', 'consent-unreachable'] },
  {
    id: 'fields',
    holds: [
      'missing-name',
      'missing-email',
      'missing-phone',
      'missing-address',
      'missing-city',
      'missing-acquisitionChannel',
      'missing-language',
      'missing-taxId'
    ]
  }
] as const satisfies readonly { id: string; holds: readonly HealthProblem[] }[]

/** What a machine can do about a problem. */
const FIX_OF: Readonly<Partial<Record<HealthProblem, HealthFix>>> = {
  'invalid-email': 'email',
  'invalid-phone': 'phone',
  'phone-country': 'phone',
  placeholder: 'placeholder',
  'invalid-taxId': 'taxId'
}

interface ProblemsCardProps {
  health: DataHealth
  problem: HealthProblem | null
  onChoose: (problem: HealthProblem) => void
}

/** Every problem with how many have it; the chosen one with its list and what can be done. */
export function ProblemsCard({ health, problem, onChoose }: ProblemsCardProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const countOf = (id: HealthProblem): number => health.problems.find((each) => each.id === id)?.count ?? 0
  const groups = GROUPS.map(({ id, holds }) => ({ id, problems: holds.filter((each) => countOf(each) > 0 || each === problem) }))
  return (
    <Card className="card-roomy health-wide" data-testid="health-problems">
      <header className="health-head">
        <h2>{t('dataHealth.problems.title')}</h2>
        <FixButtons />
      </header>
      {problem === null ? (
        <p className="health-fine">
          <IconCircleCheck size={20} stroke={1.6} aria-hidden /> {t('dataHealth.problems.none')}
        </p>
      ) : (
        <div className="health-problems">
          <nav aria-label={t('dataHealth.problems.title')}>
            {groups
              .filter(({ problems }) => problems.length > 0)
              .map(({ id, problems }) => (
                <div key={id}>
                  <div className="caption">{t(`dataHealth.groups.${id}`)}</div>
                  {problems.map((each) => (
                    <button
                      key={each}
                      type="button"
                      className="health-problem"
                      aria-current={each === problem ? 'true' : undefined}
                      onClick={() => {
                        onChoose(each)
                      }}
                      data-testid={`problem-${each}`}
                    >
                      <span>{t(`dataHealth.problems.${each}`)}</span>
                      <strong>{formats.count(countOf(each))}</strong>
                    </button>
                  ))}
                </div>
              ))}
          </nav>
          <OffenderList key={problem} problem={problem} total={countOf(problem)} />
        </div>
      )}
    </Card>
  )
}

/** The fixes are offered whatever list is open: a phone may be right and still not be written the one way. */
function FixButtons(): ReactNode {
  const { t } = useTranslation()
  const [fix, setFix] = useState<HealthFix | null>(null)
  return (
    <div className="health-actions">
      {(['email', 'phone', 'taxId', 'placeholder'] as const).map((each) => (
        <Button
          key={each}
          variant="default"
          size="compact-sm"
          onClick={() => {
            setFix(each)
          }}
          data-testid={`fix-${each}`}
        >
          {t(`dataHealth.do.${each}`)}
        </Button>
      ))}
      {fix !== null && (
        <FixDialog
          fix={fix}
          onClose={() => {
            setFix(null)
          }}
        />
      )}
    </div>
  )
}

function OffenderList({ problem, total }: { problem: HealthProblem; total: number }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const offenders = useOffenders(problem)
  const columns = useOffenderColumns(problem)
  if (offenders.error) return <ErrorNotice error={readError(offenders.error)} onRetry={offenders.refetch} />
  return (
    <section aria-label={t(`dataHealth.problems.${problem}`)} className="health-list">
      <div className="health-list-head">
        <strong data-testid="offender-total" data-count={total}>
          {t('dataHealth.records', { count: total, formatted: formats.count(total) })}
        </strong>
        <ProblemButton problem={problem} />
      </div>
      {total === 0 ? (
        <p className="muted">{t('dataHealth.problems.noneOf')}</p>
      ) : (
        <DataTable
          label={t(`dataHealth.problems.${problem}`)}
          total={total}
          columns={columns}
          rowAt={offenders.rowAt}
          sort={{ by: 'id', descending: false }}
          onSort={() => undefined}
          onOpen={({ id }) => {
            navigate({ screen: 'customers', place: 'customer', customerId: id })
          }}
          onRange={offenders.onRange}
          onCopy={(text) => {
            shell('copyText', { text }).then(
              () => {
                notify(t('common.copied'))
              },
              (error: unknown) => {
                notifyError(readError(error))
              }
            )
          }}
        />
      )}
    </section>
  )
}

/** The one thing to do about the list that is open, beside opening each customer. */
function ProblemButton({ problem }: { problem: HealthProblem }): ReactNode {
  const { t } = useTranslation()
  const [isFixing, setFixing] = useState(false)
  const fix = FIX_OF[problem]
  if (problem === 'duplicate')
    return (
      <Button
        size="compact-sm"
        onClick={() => {
          navigate({ screen: 'customers', place: 'duplicates' })
        }}
        data-testid="health-duplicates"
      >
        {t('dataHealth.do.duplicates')}
      </Button>
    )
  if (problem.startsWith('missing-') || problem === 'incomplete' || problem === 'consent-unreachable')
    return (
      <Button variant="default" size="compact-sm" onClick={goToImport}>
        {t('dataHealth.do.bringIn')}
      </Button>
    )
  if (!fix) return null
  return (
    <>
      <Button
        size="compact-sm"
        onClick={() => {
          setFixing(true)
        }}
        data-testid="problem-fix"
      >
        {t(`dataHealth.do.${fix}`)}
      </Button>
      {isFixing && (
        <FixDialog
          fix={fix}
          onClose={() => {
            setFixing(false)
          }}
        />
      )}
    </>
  )
}

function useOffenderColumns(problem: HealthProblem): readonly DataColumn<Offender, 'id'>[] {
  const { t } = useTranslation()
  const masked = useMasked()
  const hasValue = problem.startsWith('invalid-') || problem === 'phone-country'
  return [
    {
      id: 'name',
      header: t('dataHealth.problems.columns.name'),
      width: 'minmax(150px, 1.6fr)',
      render: ({ id, name }) => <span className="customer-name">{masked.name(id, name)}</span>
    },
    ...(hasValue
      ? [
          {
            id: 'value',
            header: t('dataHealth.problems.columns.value'),
            width: 'minmax(140px, 1.6fr)',
            render: ({ value }: Offender) => masked.hide(value)
          }
        ]
      : []),
    { id: 'city', header: t('dataHealth.problems.columns.city'), width: 'minmax(100px, 1fr)', render: ({ city }) => city ?? '' }
  ]
}
