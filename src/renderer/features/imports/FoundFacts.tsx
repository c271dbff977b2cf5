import { NumberInput, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DataKind, IMPORT_KINDS, isImportKind } from '../../../shared/contract/base.ts'
import { DELIMITERS, ENCODINGS, type Inspection } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { OwnPresetMenu } from './OwnPresetMenu.tsx'
import type { Overrides } from './overrides.ts'

interface FoundFactsProps {
  inspection: Inspection
  /** What somebody came to bring in. */
  wanted: DataKind | null
  overrides: Overrides
  onOverride: (overrides: Overrides) => void
}

const NAMES = { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252', 'utf-16le': 'UTF-16 LE', 'utf-16be': 'UTF-16 BE' } as const
/** Asks for no preset at all. */
const NO_PRESET = 'none'

/** What the file was taken for: what its rows are, where it comes from, which table; every finding can be overruled. */
export function FoundFacts(props: FoundFactsProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const presets = useQuery(orpc.imports.listPresets.queryOptions())
  const { inspection, wanted, overrides, onOverride } = props
  const { kind, preset, rows, rowsExact, rowsLeftOut, sheets, sheet, saved } = inspection
  const kinds = isImportKind(kind) ? IMPORT_KINDS : [...IMPORT_KINDS, kind]
  const items = (own: boolean): { value: string; label: string }[] =>
    (presets.data ?? []).filter((each) => each.own === own).map(({ id, name }) => ({ value: id, label: formats.text(name) }))
  const name = presets.data?.find(({ id }) => id === preset)?.name
  const { kind: _kind, preset: _preset, ...same } = overrides
  return (
    <Card data-testid="import-found">
      <div className="import-found-head">
        <Caption>{t('importing.found')}</Caption>
        <span className="muted" data-testid="import-rows">
          {rowsExact
            ? t('importing.rows', { count: rows, formatted: formats.count(rows) })
            : t('importing.rowsAbout', { formatted: formats.count(rows) })}
          {rowsLeftOut > 0 && ` · ${t('importing.rowsLeftOut', { count: rowsLeftOut, formatted: formats.count(rowsLeftOut) })}`}
        </span>
      </div>
      {name && (
        <div className="import-source">
          <p data-testid="import-source">{t(saved ? 'importing.sourceOwn' : 'importing.source', { name: formats.text(name) })}</p>
          {saved && preset !== null && (
            <OwnPresetMenu
              id={preset}
              name={formats.text(name)}
              onDeleted={() => {
                // Read as it was, without what is no longer there.
                onOverride({ ...same, kind })
              }}
            />
          )}
        </div>
      )}
      <div className="import-facts">
        <Select
          label={t('importing.kind')}
          value={kind}
          allowDeselect={false}
          data={kinds.map((each) => ({ value: each, label: t(`kinds.${each}`) }))}
          onChange={(value) => {
            if (value !== null) onOverride({ ...same, kind: DataKind.parse(value) })
          }}
          {...(kind === wanted && { description: t('importing.wantedHere') })}
          data-testid="import-kind"
        />
        <Select
          label={t('importing.preset')}
          value={preset ?? NO_PRESET}
          allowDeselect={false}
          searchable
          data={[
            { value: NO_PRESET, label: t('importing.noPreset') },
            ...(items(true).length > 0 ? [{ group: t('importing.ownPresets'), items: items(true) }] : []),
            { group: t('importing.appPresets'), items: items(false) }
          ]}
          onChange={(value) => {
            if (value === NO_PRESET) onOverride({ ...same, kind, preset: NO_PRESET })
            else if (value !== null) onOverride({ ...same, preset: value })
          }}
          data-testid="import-preset"
        />
        {sheets.length > 1 && (
          <Select
            label={t(inspection.source === 'archive' ? 'importing.table' : 'importing.sheet')}
            value={sheet}
            allowDeselect={false}
            data={sheets.map((each) => ({
              value: each.name,
              label: t('importing.sheetRows', { name: each.name, count: each.rows, formatted: formats.count(each.rows) })
            }))}
            onChange={(value) => {
              // Another table has other columns: what was said of this one does not hold there.
              if (value !== null) onOverride({ sheet: value })
            }}
            data-testid="import-sheet"
          />
        )}
      </div>
      {inspection.source !== 'vcard' && <Dialect {...props} />}
    </Card>
  )
}

/** How the file is cut into cells, in one line; opened to be overruled. */
function Dialect({ inspection, overrides, onOverride }: FoundFactsProps): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const { dialect, source } = inspection
  const isText = source === 'delimited'
  const change = (dialectChange: Overrides['dialect']): void => {
    onOverride({ ...overrides, dialect: { ...overrides.dialect, ...dialectChange } })
  }
  const words = {
    encoding: NAMES[dialect.encoding],
    delimiter: t(`importing.delimiters.${dialect.delimiter}`),
    row: dialect.headerRow + 1
  }
  return (
    <>
      <p className="import-dialect">
        <span data-testid="import-dialect">{t(isText ? 'importing.dialect' : 'importing.dialectOther', words)}</span>{' '}
        <button
          type="button"
          className="table-toggle"
          aria-expanded={isOpen}
          onClick={() => {
            setIsOpen(!isOpen)
          }}
        >
          {t(isOpen ? 'importing.dialectFold' : 'importing.dialectChange')}
        </button>
      </p>
      {isOpen && (
        <div className="import-facts">
          {isText && (
            <>
              <Select
                label={t('importing.encoding')}
                value={dialect.encoding}
                allowDeselect={false}
                data={ENCODINGS.map((each) => ({ value: each, label: NAMES[each] }))}
                onChange={(value) => {
                  const encoding = ENCODINGS.find((each) => each === value)
                  if (encoding) change({ encoding })
                }}
              />
              <Select
                label={t('importing.delimiter')}
                value={dialect.delimiter}
                allowDeselect={false}
                data={DELIMITERS.map((each) => ({ value: each, label: t(`importing.delimiters.${each}`) }))}
                onChange={(value) => {
                  const delimiter = DELIMITERS.find((each) => each === value)
                  if (delimiter) change({ delimiter })
                }}
              />
            </>
          )}
          <NumberInput
            label={t('importing.header')}
            min={1}
            value={dialect.headerRow + 1}
            onChange={(value) => {
              if (typeof value === 'number' && value >= 1) change({ headerRow: value - 1 })
            }}
          />
        </div>
      )}
    </>
  )
}
