import { Button, Checkbox, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueCustomer } from '../../../shared/contract/privacy.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate } from '../../stores/route.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { attempt } from './attempt.ts'
import { EraseDialog } from './EraseDialog.tsx'

const SHOWN = 200

/** After how many years without activity somebody is due for review, and who is. Nothing is erased by itself. */
export function RetentionSection(): ReactNode {
  const { t } = useTranslation()
  const rule = useQuery(orpc.privacy.getRetention.queryOptions())
  return (
    <Card className="card-roomy privacy-card" data-testid="privacy-retention">
      <h2>{t('privacy.retention.title')}</h2>
      <p className="muted privacy-text">{t('privacy.retention.text')}</p>
      <Answer query={rule}>
        {({ years }) => (
          <>
            <RuleForm key={String(years)} years={years} />
            {years !== null && <DueList />}
          </>
        )}
      </Answer>
    </Card>
  )
}

function RuleForm({ years }: { years: number | null }): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<number | ''>(years ?? '')
  const set = (next: number | null): void => {
    void attempt(async () => {
      await client.privacy.setRetention({ years: next })
      return null
    })
  }
  return (
    <form
      className="privacy-rule"
      onSubmit={(event) => {
        event.preventDefault()
        set(typed === '' ? null : typed)
      }}
    >
      <NumberInput
        label={t('privacy.retention.years')}
        placeholder={t('privacy.retention.none')}
        value={typed}
        min={1}
        max={50}
        allowDecimal={false}
        onChange={(value) => {
          const number = Number(value)
          setTyped(value === '' || number < 1 ? '' : Math.min(50, number))
        }}
        data-testid="retention-years"
      />
      <Button type="submit" disabled={typed === (years ?? '')} data-testid="retention-set">
        {t('privacy.retention.set')}
      </Button>
      {years !== null && (
        <Button
          variant="default"
          onClick={() => {
            set(null)
          }}
        >
          {t('privacy.retention.none')}
        </Button>
      )}
    </form>
  )
}

function DueList(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const due = useQuery(orpc.privacy.listDue.queryOptions({ input: { limit: SHOWN } }))
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [isErasing, setErasing] = useState(false)
  return (
    <Answer query={due}>
      {({ total, rows, before }) => {
        const ids = rows.map(({ id }) => id).filter((id) => chosen.has(id))
        if (total === 0) return <p className="privacy-text">{t('privacy.retention.nobody')}</p>
        return (
          <>
            <div className="privacy-due-head">
              <p data-testid="due-total" data-count={total}>
                {t('privacy.retention.due', { count: total, formatted: formats.count(total), date: formats.date(before ?? '') })}
              </p>
              <Button
                variant="default"
                className="privacy-danger"
                disabled={ids.length === 0}
                onClick={() => {
                  setErasing(true)
                }}
                data-testid="due-erase"
              >
                {t('privacy.retention.erase', { count: ids.length, formatted: formats.count(ids.length) })}
              </Button>
            </div>
            <DueTable rows={rows} chosen={chosen} onChoose={setChosen} />
            {rows.length < total && <p className="faint small">{t('privacy.retention.shown', { shown: formats.count(rows.length) })}</p>}
            {isErasing && (
              <EraseDialog
                ids={ids}
                onClose={() => {
                  setErasing(false)
                }}
                onDone={() => {
                  setChosen(new Set())
                }}
              />
            )}
          </>
        )
      }}
    </Answer>
  )
}

interface DueTableProps {
  rows: readonly DueCustomer[]
  chosen: ReadonlySet<number>
  onChoose: (chosen: ReadonlySet<number>) => void
}

function DueTable({ rows, chosen, onChoose }: DueTableProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const isAll = rows.every(({ id }) => chosen.has(id))
  return (
    <table className="privacy-plain">
      <thead>
        <tr>
          <th>
            <Checkbox
              size="xs"
              checked={isAll}
              aria-label={t('privacy.retention.all')}
              onChange={() => {
                onChoose(new Set(isAll ? [] : rows.map(({ id }) => id)))
              }}
            />
          </th>
          <th>{t('privacy.retention.columns.name')}</th>
          <th>{t('privacy.retention.columns.last')}</th>
          <th className="privacy-end">{t('privacy.retention.columns.years')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name, lastActivity, years }) => (
          <tr key={id}>
            <td>
              <Checkbox
                size="xs"
                checked={chosen.has(id)}
                aria-label={t('privacy.retention.choose', { name: masked.name(id, name) })}
                onChange={() => {
                  const next = new Set(chosen)
                  if (!next.delete(id)) next.add(id)
                  onChoose(next)
                }}
              />
            </td>
            <td>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  navigate({ screen: 'customers', place: 'customer', customerId: id })
                }}
              >
                {masked.name(id, name)}
              </button>
            </td>
            <td>{formats.date(lastActivity)}</td>
            <td className="privacy-end">{formats.count(years, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
