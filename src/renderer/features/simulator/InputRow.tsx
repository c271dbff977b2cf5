import { Slider } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputId, SimulatorDefaults, TypedInputs } from '../../../shared/contract/simulator.ts'
import type { ResolvedInputs } from '../../../shared/analytics/simulator/resolve-inputs.ts'
import { ExplainButton } from '../../ui/explanation/ExplainButton.tsx'
import { Explanation, type Explained } from '../../ui/explanation/Explanation.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { findBehind, workRetention } from './explain-input.ts'
import { findSliderRange, unitOf, writeInput } from './input-units.ts'
import { NumberField } from './NumberField.tsx'

export interface InputRowProps {
  id: InputId
  defaults: SimulatorDefaults
  typed: TypedInputs
  inputs: ResolvedInputs
  /** The inputs as they would be with nothing typed for this one. */
  without: ResolvedInputs
  onType: (id: InputId, value: number) => void
  onSetBack: (id: InputId) => void
  /** The formula with its numbers put in, where the value follows from others. */
  worked?: string | null
  hasSlider?: boolean
}

/** One input: its exact value, a slider, where it comes from, and the way back to that. */
export function InputRow(props: InputRowProps): ReactNode {
  const { id, typed, inputs, without, onType, onSetBack, hasSlider = true } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const words = (unit: string): string => t(`simulator.units.${unit}`, { defaultValue: '' })
  const name = t(`simulator.inputs.${id}.name`)
  const input = inputs[id]
  const start = without[id]?.value ?? typed[id] ?? 0
  const range = findSliderRange(id, start)
  const back = without[id] ? writeInput(id, without[id].value, formats, words) : null
  return (
    <div className={input ? 'sim-row' : 'sim-row sim-row-asked'} data-testid={`sim-${id}`} data-origin={input?.origin ?? 'asked'}>
      <div className="sim-row-head">
        <span className="sim-name">
          {name}
          <InputExplanation {...props} />
        </span>
        <NumberField
          id={id}
          label={name}
          value={input?.value ?? null}
          onType={(value) => {
            onType(id, value)
          }}
          onClear={() => {
            onSetBack(id)
          }}
        />
      </div>
      {hasSlider && (
        <Slider
          size="sm"
          thumbLabel={t('simulator.slider', { name })}
          min={range.min}
          max={Math.max(range.max, typed[id] ?? 0)}
          step={range.step}
          value={input?.value ?? range.min}
          label={(value) => writeInput(id, value, formats, words)}
          onChange={(value) => {
            onType(id, unitOf(id).factor === 1 ? Math.round(value) : Math.round(value * 1000) / 1000)
          }}
          data-testid={`sim-slider-${id}`}
        />
      )}
      <div className="sim-origin">
        <span>{tellOrigin(props, t, formats.share)}</span>
        {typed[id] !== undefined && (
          <button
            type="button"
            className="sim-back"
            aria-label={back === null ? `${name}: ${t('simulator.setBackPlain')}` : t('simulator.setBackLabel', { name, value: back })}
            onClick={() => {
              onSetBack(id)
            }}
            data-testid={`sim-back-${id}`}
          >
            <IconArrowBackUp size={13} stroke={1.8} aria-hidden />
            {back === null ? t('simulator.setBackPlain') : t('simulator.setBack', { value: back })}
          </button>
        )}
      </div>
    </div>
  )
}

type Translate = ReturnType<typeof useTranslation>['t']

function tellOrigin({ id, inputs, defaults }: InputRowProps, t: Translate, share: (value: number) => string): string {
  const input = inputs[id]
  if (!input) return `${t('simulator.origins.asked')}: ${tellWhy(id, defaults, t)}`
  if (id === 'margin' && input.origin === 'data' && defaults.isMarginAssumed)
    return t('simulator.marginAssumed', { margin: share(defaults.grossMargin) })
  if (id === 'newRetention' && input.origin === 'assumed') return t('simulator.originsOf.newRetention')
  return t(`simulator.origins.${input.origin}`)
}

/** Why the data can't say an input. */
export function tellWhy(id: InputId, defaults: SimulatorDefaults, t: Translate): string {
  if (id === 'winCost' || id === 'keepCost') return t('simulator.why.costs')
  return t(`simulator.why.${defaults.missing[id] ?? 'unknown'}`)
}

function InputExplanation(props: InputRowProps): ReactNode {
  const { id } = props
  const { t } = useTranslation()
  const name = t(`simulator.inputs.${id}.name`)
  return (
    <ExplainButton name={name} data-testid={`explain-sim-${id}`}>
      {(close) => <OpenExplanation {...props} onClose={close} />}
    </ExplainButton>
  )
}

/** Figures of the data behind an input: what the app would compute of it elsewhere. */
function OpenExplanation({ onClose, ...props }: InputRowProps & { onClose: () => void }): ReactNode {
  const { id, inputs, defaults, worked } = props
  const { t } = useTranslation()
  const formats = useFormats()
  const input = inputs[id]
  const isTold = input?.origin === 'data'
  const explained: Explained = {
    name: t(`simulator.inputs.${id}.name`),
    value: input ? writeInput(id, input.value, formats, (unit) => t(`simulator.units.${unit}`, { defaultValue: '' })) : null,
    definition: t(`simulator.inputs.${id}.hint`),
    worked: worked ?? (isTold ? workRetention(id, defaults, formats) : null),
    facts: [[t('simulator.origin'), tellOrigin(props, t, formats.share)]],
    ...(isTold || input?.origin === 'computed' ? { window: defaults.window, asOf: defaults.asOf } : {}),
    ...(isTold ? { customers: findBehind(id, defaults, t) } : {}),
    ...(input && input.origin !== 'typed' ? { marks: [id === 'discount' ? 'L' : 'A'] } : {})
  }
  return <Explanation explained={explained} onClose={onClose} />
}
