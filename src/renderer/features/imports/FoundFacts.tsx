import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataKind, IMPORT_KINDS, isImportKind } from '../../../shared/contract/base.ts'
import { DELIMITERS, ENCODINGS, type Inspection } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import type { Overrides } from './ImportPage.tsx'

interface FoundFactsProps {
  inspection: Inspection
  /** What somebody came to bring in. */
  wanted: DataKind | null
  overrides: Overrides
  onOverride: (overrides: Overrides) => void
}

const NAMES = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const

/** How the file was read; every finding can be overruled. */
export function FoundFacts({ inspection, wanted, overrides, onOverride }: FoundFactsProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const presets = useQuery(orpc.imports.listPresets.queryOptions())
  const { dialect, kind, preset, rows, rowsExact } = inspection
  const kinds = isImportKind(kind) ? IMPORT_KINDS : [...IMPORT_KINDS, kind]
  const change = (next: Overrides): void => {
    onOverride({ ...overrides, ...next })
  }
  const changeDialect = (next: Overrides['dialect']): void => {
    change({ dialect: { ...overrides.dialect, ...next } })
  }
  return (
    <Card data-testid="import-found">
      <div className="import-found-head">
        <Caption>{t('importing.found')}</Caption>
        <span className="muted" data-testid="import-rows">
          {rowsExact
            ? t('importing.rows', { count: rows, formatted: formats.count(rows) })
            : t('importing.rowsAbout', { formatted: formats.count(rows) })}
        </span>
      </div>
      <div className="import-facts">
        <Select
          label={t('importing.kind')}
          value={kind}
          allowDeselect={false}
          data={kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
          onChange={(value) => {
            if (value !== null) onOverride({ ...(overrides.dialect ? { dialect: overrides.dialect } : {}), kind: DataKind.parse(value) })
          }}
          {...(kind === wanted && { description: t('importing.wantedHere') })}
          data-testid="import-kind"
        />
        <Select
          className="import-wide"
          label={t('importing.preset')}
          value={preset}
          placeholder={t('importing.noPreset')}
          data={(presets.data ?? []).map(({ id, name }) => ({ value: id, label: formats.text(name) }))}
          onChange={(value) => {
            if (value !== null) onOverride({ ...(overrides.dialect ? { dialect: overrides.dialect } : {}), preset: value })
          }}
          data-testid="import-preset"
        />
        <Select
          label={t('importing.encoding')}
          value={dialect.encoding}
          allowDeselect={false}
          data={ENCODINGS.map((each) => ({ value: each, label: NAMES[each] }))}
          onChange={(value) => {
            const encoding = ENCODINGS.find((each) => each === value)
            if (encoding) changeDialect({ encoding })
          }}
        />
        <Select
          label={t('importing.delimiter')}
          value={dialect.delimiter}
          allowDeselect={false}
          data={DELIMITERS.map((each) => ({ value: each, label: t(`importing.delimiters.${each}`) }))}
          onChange={(value) => {
            const delimiter = DELIMITERS.find((each) => each === value)
            if (delimiter) changeDialect({ delimiter })
          }}
        />
        <NumberInput
          label={t('importing.header')}
          min={1}
          value={dialect.headerRow + 1}
          onChange={(value) => {
            if (typeof value === 'number' && value >= 1) changeDialect({ headerRow: value - 1 })
          }}
        />
      </div>
    </Card>
  )
}
