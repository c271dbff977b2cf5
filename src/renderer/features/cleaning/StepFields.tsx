import { Checkbox, MultiSelect, SegmentedControl, Select, TagsInput, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LETTER_CASES, NAME_ORDERS, type Step, type StepKind, TAX_COUNTRIES } from '../../../shared/cleaning/recipe.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { useFormats } from '../../ui/formats.tsx'
import { DomainsField } from './DomainsField.tsx'
import { columnsOf, type RecipeColumn } from './recipe-edits.ts'
import { SpellingsField } from './SpellingsField.tsx'
import { sayCountry } from './step-words.ts'
import { ValuesField } from './ValuesField.tsx'

interface FieldsProps<K extends StepKind = StepKind> {
  step: Extract<Step, { kind: K }>
  columns: readonly RecipeColumn[]
  settings: ImportSettings | null
  onChange: (step: Step) => void
}

/** Where phones may be from, those of the app's languages first. */
const COUNTRIES = 'ES MX AR CO CL PE UY PY BO EC VE GT CR PA DO PR US PT FR IT DE GB IE NL BE CH AT SE NO DK PL RO MA BR CA'.split(' ')
const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const

/** The columns of a step and what is particular to its kind. */
export function StepFields(props: FieldsProps): ReactNode {
  const { step } = props
  return (
    <>
      <Columns {...props} />
      {step.kind === 'case' && <CaseFields {...props} step={step} />}
      {step.kind === 'split-name' && <SplitFields {...props} step={step} />}
      {step.kind === 'join' && <JoinFields {...props} step={step} />}
      {step.kind === 'phone' && <CountryField {...props} step={step} countries={COUNTRIES} />}
      {step.kind === 'tax-id' && <CountryField {...props} step={step} countries={TAX_COUNTRIES} />}
      {step.kind === 'email' && <DomainsField step={step} onChange={props.onChange} />}
      {step.kind === 'date' && <DateFields {...props} step={step} />}
      {step.kind === 'replace' && <ReplaceFields {...props} step={step} />}
      {step.kind === 'map' && <ValuesField {...props} step={step} />}
      {step.kind === 'merge' && <SpellingsField {...props} step={step} />}
      {step.kind === 'blank' && <BlankFields {...props} step={step} />}
    </>
  )
}

/** One column where the step works on one, several, or all of them where the step may. */
function Columns({ step, columns, onChange }: FieldsProps): ReactNode {
  const { t } = useTranslation()
  const chosen = columnsOf(step)
  const canBeAll = step.kind === 'trim' || step.kind === 'replace' || step.kind === 'blank'
  const isSingle = step.kind === 'split-name' || step.kind === 'map' || step.kind === 'merge'
  // A column that is not in this file stays named: the recipe may be meant for another.
  const names = [...new Set([...columns.map(({ name }) => name), ...(chosen === 'all' ? [] : chosen)])].filter(Boolean)
  const put = (next: string[]): void => {
    if (step.kind === 'split-name') onChange({ ...step, column: next[0] ?? '' })
    else if (canBeAll && next.length === 0) onChange({ ...step, columns: 'all' })
    else onChange({ ...step, columns: next })
  }
  if (isSingle)
    return (
      <Select
        label={t('cleaning.column')}
        data={names}
        value={chosen === 'all' ? null : (chosen[0] ?? null)}
        searchable
        allowDeselect={false}
        onChange={(value) => {
          if (value !== null) put([value])
        }}
        data-testid="step-column"
      />
    )
  return (
    <MultiSelect
      label={t('cleaning.columns')}
      data={names}
      value={chosen === 'all' ? [] : [...chosen]}
      placeholder={chosen === 'all' ? t('cleaning.allColumns') : ''}
      searchable
      onChange={put}
      data-testid="step-columns"
    />
  )
}

function CaseFields({ step, onChange }: FieldsProps<'case'>): ReactNode {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('cleaning.kinds.case')}
      value={step.to}
      data={LETTER_CASES.map((to) => ({ value: to, label: t(`cleaning.cases.${to}`) }))}
      onChange={(value) => {
        onChange({ ...step, to: LETTER_CASES.find((to) => to === value) ?? 'names' })
      }}
    />
  )
}

function SplitFields({ step, onChange }: FieldsProps<'split-name'>): ReactNode {
  const { t } = useTranslation()
  const [given, surname, second] = step.into
  const change = (into: readonly [string, string, string]): void => {
    onChange({ ...step, into: [...into] })
  }
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('cleaning.nameOrder')}
        value={step.order}
        data={NAME_ORDERS.map((order) => ({ value: order, label: t(`cleaning.nameOrders.${order}`) }))}
        onChange={(value) => {
          onChange({ ...step, order: NAME_ORDERS.find((order) => order === value) ?? 'given-first' })
        }}
      />
      <div className="cleaning-three">
        <TextInput
          label={t('cleaning.intoColumn', { nth: 1 })}
          value={given}
          onChange={(event) => {
            change([event.currentTarget.value, surname, second])
          }}
        />
        <TextInput
          label={t('cleaning.intoColumn', { nth: 2 })}
          value={surname}
          onChange={(event) => {
            change([given, event.currentTarget.value, second])
          }}
        />
        <TextInput
          label={t('cleaning.intoColumn', { nth: 3 })}
          value={second}
          onChange={(event) => {
            change([given, surname, event.currentTarget.value])
          }}
        />
      </div>
    </>
  )
}

function JoinFields({ step, onChange }: FieldsProps<'join'>): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="cleaning-two">
      <TextInput
        label={t('cleaning.separator')}
        description={t('cleaning.separatorHint')}
        value={step.separator}
        maxLength={10}
        onChange={(event) => {
          onChange({ ...step, separator: event.currentTarget.value })
        }}
      />
      <TextInput
        label={t('cleaning.newColumn')}
        value={step.into}
        onChange={(event) => {
          onChange({ ...step, into: event.currentTarget.value })
        }}
      />
    </div>
  )
}

function CountryField({ step, countries, onChange }: FieldsProps<'phone' | 'tax-id'> & { countries: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <Select
      label={t(step.kind === 'phone' ? 'cleaning.phoneCountry' : 'cleaning.taxCountry')}
      searchable
      allowDeselect={false}
      value={step.country}
      data={countries.map((code) => ({ value: code, label: sayCountry(code, formats) }))}
      onChange={(value) => {
        if (step.kind === 'phone' && value !== null) onChange({ ...step, country: value })
        const country = TAX_COUNTRIES.find((code) => code === value)
        if (step.kind === 'tax-id' && country) onChange({ ...step, country })
      }}
      data-testid="step-country"
    />
  )
}

function DateFields({ step, onChange }: FieldsProps<'date'>): ReactNode {
  const { t } = useTranslation()
  return (
    <SegmentedControl
      fullWidth
      aria-label={t('cleaning.dateOrder')}
      value={step.order ?? 'dmy'}
      data={DATE_ORDERS.map((order) => ({ value: order, label: t(`importing.${order}`) }))}
      onChange={(value) => {
        onChange({ ...step, order: DATE_ORDERS.find((order) => order === value) ?? 'dmy' })
      }}
    />
  )
}

function ReplaceFields({ step, onChange }: FieldsProps<'replace'>): ReactNode {
  const { t } = useTranslation()
  return (
    <>
      <div className="cleaning-two">
        <TextInput
          label={t('cleaning.find')}
          value={step.find}
          onChange={(event) => {
            onChange({ ...step, find: event.currentTarget.value })
          }}
          data-testid="step-find"
        />
        <TextInput
          label={t('cleaning.with')}
          value={step.with}
          placeholder={t('cleaning.nothing')}
          onChange={(event) => {
            onChange({ ...step, with: event.currentTarget.value })
          }}
          data-testid="step-with"
        />
      </div>
      <Checkbox
        label={t('cleaning.ignoreCase')}
        checked={step.ignoreCase}
        onChange={(event) => {
          onChange({ ...step, ignoreCase: event.currentTarget.checked })
        }}
      />
      <Checkbox
        label={t('cleaning.pattern')}
        description={t('cleaning.patternHint')}
        checked={step.mode === 'pattern'}
        onChange={(event) => {
          onChange({ ...step, mode: event.currentTarget.checked ? 'pattern' : 'text' })
        }}
      />
    </>
  )
}

function BlankFields({ step, onChange }: FieldsProps<'blank'>): ReactNode {
  const { t } = useTranslation()
  return (
    <TagsInput
      label={t('cleaning.words')}
      description={t('cleaning.wordsHint')}
      value={step.words}
      onChange={(words) => {
        onChange({ ...step, words })
      }}
    />
  )
}
