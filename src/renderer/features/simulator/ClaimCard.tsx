import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceMark } from '../../../shared/contract/explanations.ts'
import type { ResolvedInputs } from '../../../shared/analytics/simulator/resolve-inputs.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { findRatio } from './work-costs.ts'

/** Where the claim came from and what speaks against it, each with how far it was checked (domain 6.9). */
const STORY: readonly (readonly [part: string, mark: SourceMark])[] = [
  ['origin', 'V'],
  ['spread', 'V'],
  ['doubt', 'V'],
  ['hbr', 'L'],
  ['reichheld', 'L'],
  ['counter', 'L'],
  ['penetration', 'V']
]

const CLAIMED = 5

/** Where a ratio lies beside the claim; `open` where other cost allocations lead to the other side of it. */
function placeOf(ratio: number, range: { low: number; high: number } | null): 'over' | 'near' | 'under' | 'inverse' | 'open' {
  const isNear = ratio >= 4 && ratio <= 6
  if (range && !isNear && range.low <= CLAIMED && range.high >= CLAIMED) return 'open'
  if (ratio <= 1) return 'inverse'
  if (ratio > 6) return 'over'
  return ratio >= 4 ? 'near' : 'under'
}

/** The "five times" claim against the user's own costs, and its story. */
export function ClaimCard({ inputs }: { inputs: ResolvedInputs }): ReactNode {
  const { t } = useTranslation()
  const { count, money } = useFormats()
  const found = findRatio(inputs)
  const { winCost, keepCost } = inputs
  return (
    <Card className="card-roomy sim-claim" data-testid="sim-claim">
      <h2>{t('simulator.claim.title')}</h2>
      {found && winCost && keepCost ? (
        <>
          <p className="sim-ratio">
            <strong data-testid="sim-ratio">{t('simulator.claim.yours', { ratio: count(found.ratio, 1) })}</strong>{' '}
            {found.range && (
              <span data-testid="sim-ratio-range">
                {t('simulator.claim.range', { low: count(found.range.low, 1), high: count(found.range.high, 1) })}
              </span>
            )}
            <ExplainFigure
              id="f_sim_ratio"
              name={t('simulator.claim.title')}
              value={`${count(found.ratio, 2)} : 1`}
              unit="ratio"
              worked={`${money(winCost.value, { exact: true })} / ${money(keepCost.value, { exact: true })} = ${count(found.ratio, 2)}`}
            />
          </p>
          <p>
            {t(`simulator.claim.place.${placeOf(found.ratio, found.range)}`)} {t('simulator.claim.weak')}
          </p>
          {!found.range && <p className="muted">{t(found.isTyped ? 'simulator.claim.typed' : 'simulator.claim.noRange')}</p>}
        </>
      ) : (
        <p>{t('simulator.claim.unknown')}</p>
      )}
      <p className="muted">{t('simulator.claim.note')}</p>
      <h3>{t('simulator.claim.story')}</h3>
      <ul>
        {STORY.map(([part, mark]) => (
          <li key={part}>
            {t(`simulator.claim.parts.${part}`)} <small>{t(`explanation.marks.${mark}`)}.</small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
