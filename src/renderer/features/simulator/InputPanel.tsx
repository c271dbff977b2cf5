import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputId, SimulatorDefaults, TypedInputs } from '../../../shared/contract/simulator.ts'
import { resolveInputs, type ResolvedInputs } from '../../../shared/analytics/simulator/resolve-inputs.ts'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { leaveOut } from './draft-store.ts'
import { InputRow } from './InputRow.tsx'
import { workUnitCosts } from './work-costs.ts'

interface InputPanelProps {
  defaults: SimulatorDefaults
  typed: TypedInputs
  inputs: ResolvedInputs
  onType: (id: InputId, value: number) => void
  onSetBack: (id: InputId) => void
}

const GROUPS: readonly (readonly [group: string, ids: readonly InputId[]])[] = [
  ['question', ['amount', 'horizon', 'discount']],
  ['customers', ['margin', 'retention']],
  ['win', ['winCost', 'newRetention']],
  ['keep', ['keepCost', 'careEffect', 'customers']]
]
const COSTS: readonly InputId[] = [
  'winSpend',
  'welcomeSpend',
  'welcomePart',
  'keepSpend',
  'sharedSpend',
  'sharedPart',
  'newCustomers',
  'keptCustomers'
]
const PARTS: ReadonlySet<InputId> = new Set(['welcomePart', 'sharedPart'])

/** Everything that can be moved, in the order of the question. */
export function InputPanel(props: InputPanelProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { defaults, typed, inputs } = props
  const costs = workUnitCosts(inputs, formats)
  const draw = (id: InputId): ReactNode => (
    <InputRow
      key={id}
      id={id}
      {...props}
      without={resolveInputs(defaults, leaveOut(typed, id), 10 ** minorDigits(formats.currency))}
      worked={id === 'winCost' ? costs.win : id === 'keepCost' ? costs.keep : null}
      hasSlider={!COSTS.includes(id) || PARTS.has(id)}
    />
  )
  const isTyped = typed.winCost !== undefined || typed.keepCost !== undefined
  return (
    <Card className="sim-inputs" data-testid="sim-inputs">
      {GROUPS.map(([group, ids]) => (
        <section key={group}>
          <Caption>{t(`simulator.groups.${group}`)}</Caption>
          {ids.map(draw)}
        </section>
      ))}
      <details className="sim-costs" data-testid="sim-costs">
        <summary>
          <IconChevronRight size={15} stroke={1.8} aria-hidden />
          {t('simulator.groups.costs')}
        </summary>
        <p>{t('simulator.costsText')}</p>
        {isTyped && <p>{t('simulator.costsTyped')}</p>}
        {COSTS.map(draw)}
        {defaults.winbackMinor !== null && <p>{t('simulator.winback', { amount: formats.money(defaults.winbackMinor) })}</p>}
      </details>
    </Card>
  )
}
