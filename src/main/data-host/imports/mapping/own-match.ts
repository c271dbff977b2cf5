import type { KeptSettings } from '../../../../shared/contract/imports.ts'
import type { OwnPreset } from '../../repositories/own-presets.ts'
import { normaliseHeader } from '../values/text.ts'

/** An own preset fitted to a file: its settings, with the columns where they stand now. */
interface OwnMatch {
  preset: OwnPreset
  settings: KeptSettings
}

/**
 * The columns of a preset found by name in another file; a column that a recipe adds comes after those of the file, as it
 * did. Columns that are no longer there are left out.
 */
export function fitSettings({ headers: before, settings }: OwnPreset, headers: readonly string[]): KeptSettings {
  const compared = headers.map(normaliseHeader)
  const old = before.map(normaliseHeader)
  const columns = settings.columns.flatMap((column) => {
    if (column.index >= before.length) return [{ ...column, index: column.index - before.length + headers.length }]
    const name = old[column.index] ?? ''
    // The second `Teléfono` stays the second.
    const nth = old.slice(0, column.index).filter((each) => each === name).length
    const index = compared.map((each, at) => (each === name ? at : -1)).filter((at) => at >= 0)[nth]
    return index === undefined ? [] : [{ ...column, index }]
  })
  return { ...settings, columns }
}

/** The own preset all of whose columns are in the file; the one with most of them wins, then the one whose sheet has the name. */
export function matchOwnPreset(own: readonly OwnPreset[], headers: readonly string[], sheet: string | null): OwnMatch | null {
  const present = new Set(headers.map(normaliseHeader))
  const fitting = own.filter((preset) => preset.headers.every((name) => present.has(normaliseHeader(name))))
  const isSheet = ({ settings }: OwnPreset): number => Number((settings.sheet ?? null) === sheet)
  const best = fitting.sort((a, b) => b.headers.length - a.headers.length || isSheet(b) - isSheet(a))[0]
  return best ? { preset: best, settings: fitSettings(best, headers) } : null
}
