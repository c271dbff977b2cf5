import { findColumn, MASKED_COLUMNS } from '../../../shared/contract/customer-columns.ts'
import type { CellValue } from '../../../shared/contract/customers.ts'
import type { Language, Text } from '../../../shared/domain/text.ts'
import { HIDDEN, maskName } from '../../../shared/i18n/mask.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { FieldDefinition } from '../../../shared/segments/field-types.ts'
import { parseAttributeField } from '../../../shared/segments/find-field.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { pauseForOthers } from '../pause.ts'
import { readCells } from '../repositories/customer-cells.ts'
import { formatPlain, type Mask } from './data-sheets.ts'
import type { Sheet, SheetCell } from './sheet.ts'

const PAGE = 1000

export interface ShownTable {
  readonly positions: Int32Array
  readonly columns: readonly string[]
  readonly currency: string
  readonly language: Language
  readonly mask: Mask
  /** Names of segments, for the column of the RFM segment. */
  readonly nameSegment: (id: string) => Text | null
}

/** The table as it is shown: its columns in their order, under the names they have on screen. */
export function makeShownSheet(workspace: OpenWorkspace, figures: Figures, shown: ShownTable): Sheet {
  const { positions, language } = shown
  const columns = shown.columns.flatMap((id) => findColumn(id) ?? [])
  const ids = columns.map(({ id }) => id)
  async function* readRows(): AsyncGenerator<readonly SheetCell[]> {
    for (let first = 0; first < positions.length; first += PAGE) {
      const page = positions.subarray(first, first + PAGE)
      const cells = await readCells(workspace.read, figures, page, ids)
      for (const [row, line] of cells.entries()) {
        const id = figures.customerIds[page[row] ?? 0] ?? 0
        yield columns.map((column, place) => writeShown(column, line[place] ?? null, id, shown))
      }
      await pauseForOthers()
    }
  }
  const types = columns.map((column) => ({ title: column.name[language], type: sheetType(column, shown.mask.isOn) }))
  return { name: translate(language, 'customers.table'), columns: types, rows: readRows() }
}

const CODES: ReadonlySet<string> = new Set(['external-id', 'tax-id', 'phone', 'postal-code', 'partner'])
const NUMBERS: ReadonlySet<FieldDefinition['type']> = new Set(['number', 'count', 'days', 'amount', 'share', 'score'])

function sheetType({ id, type }: FieldDefinition, isMasked: boolean): 'text' | 'code' | 'number' | 'date' {
  if (isMasked && isIdentity(id)) return 'text'
  if (type === 'date') return 'date'
  if (NUMBERS.has(type)) return 'number'
  return CODES.has(id) ? 'code' : 'text'
}

const isIdentity = (id: string): boolean => MASKED_COLUMNS.has(id) || parseAttributeField(id) !== null

function writeShown({ id, type, choices }: FieldDefinition, value: CellValue, customer: number, shown: ShownTable): SheetCell {
  const { mask, language, currency } = shown
  if (value === null || value === '') return null
  if (mask.isOn && id === 'name') return maskName(customer, mask.language)
  if (mask.isOn && isIdentity(id)) return HIDDEN
  if (type === 'amount' && typeof value === 'number') return formatPlain(value, currency)
  if (type === 'boolean') return translate(language, value === 1 ? 'customers.yes' : 'customers.no')
  if (id === 'rfm') return shown.nameSegment(String(value))?.[language] ?? value
  return choices?.find((choice) => choice.value === value)?.name[language] ?? value
}
