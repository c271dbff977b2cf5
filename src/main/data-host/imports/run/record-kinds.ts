import type { ImportKind } from '../../../../shared/contract/base.ts'
import {
  type CellReader,
  readCodeCell,
  readCostCell,
  readMomentCell,
  readNamedCell,
  readScaleCell,
  readTextCell,
  readWholeCell,
  readWordCell,
  readYesNoCell
} from './read-cell.ts'
import type { RejectCode } from './reject-list.ts'
import type { CellValue } from './row-writer.ts'
import {
  CONSENT_CHANNELS,
  CONSENT_STATES,
  CONTACT_KINDS,
  DIRECTION_OF_KIND,
  DIRECTIONS,
  EVERY_CHANNEL,
  findWord,
  PURPOSES,
  SEVERITIES,
  SURVEY_KINDS,
  SURVEY_SCALES
} from './words.ts'

export type RecordKind = Extract<ImportKind, 'interactions' | 'complaints' | 'consents' | 'surveys'>

interface RecordField {
  field: string
  column: string
  read: CellReader
  /** Why a row that leaves it blank is refused; absent: it may be blank. */
  missing?: RejectCode
}

/** What a row says, by column; blank is null. */
export type RecordValues = Record<string, CellValue>

export interface RecordDefinition {
  table: 'interactions' | 'complaints' | 'consents' | 'surveys'
  fields: readonly RecordField[]
  /** When it was: totals, and what a record without a number of its own is known by, with its customer. */
  date: string
  /** The same, as far as both the row and the record say it. */
  key: readonly string[]
  /** Whether somebody must be named. */
  needsCustomer: boolean
  hasNumber: boolean
  /** A field that holds the number of an order. */
  order?: { field: string; column: string }
  /** Column that must not be earlier than `date`. */
  notBefore: readonly string[]
  /** Puts in what a new record needs and the file leaves out, and checks what only the whole row can tell; the field at fault, or null. */
  complete: (values: RecordValues, header: (field: string) => string) => { field: string; code: RejectCode } | null
}

const NUMBER: RecordField = { field: 'external_id', column: 'external_id', read: readCodeCell }
const CHANNEL: RecordField = { field: 'channel', column: 'channel', read: readTextCell }

/** Which kind of survey a file is about where no column says it: the header of the score does (`NPS`). */
function completeSurvey(values: RecordValues, header: (field: string) => string): { field: string; code: RejectCode } | null {
  values['kind'] ??= findWord(SURVEY_KINDS, header('score').replace(/\b(score|puntuacion|puntuación|nota)\b/giu, ' ')) ?? null
  const scale = SURVEY_SCALES[String(values['kind'])]
  if (!scale) return { field: 'kind', code: 'word-missing' }
  for (const field of ['score', 'competitor_score']) {
    const value = values[field] ?? null
    if (value !== null && (Number(value) < scale[0] || Number(value) > scale[1])) return { field, code: 'score-range' }
  }
  return null
}

/** How each kind of record is read, recognised and checked. */
export const RECORD_KINDS: Record<RecordKind, RecordDefinition> = {
  interactions: {
    table: 'interactions',
    fields: [
      NUMBER,
      { field: 'at', column: 'at', read: readMomentCell, missing: 'date-missing' },
      CHANNEL,
      { field: 'direction', column: 'direction', read: readWordCell(DIRECTIONS) },
      { field: 'kind', column: 'kind', read: readWordCell(CONTACT_KINDS) },
      { field: 'subject', column: 'subject', read: readTextCell },
      { field: 'outcome', column: 'outcome', read: readTextCell },
      { field: 'first_response_at', column: 'first_response_at', read: readMomentCell },
      { field: 'next_action_at', column: 'next_action_at', read: readMomentCell },
      { field: 'handled_by', column: 'handled_by', read: readTextCell },
      { field: 'handled_by_role', column: 'handled_by_role', read: readTextCell },
      { field: 'cost', column: 'cost_minor', read: readCostCell }
    ],
    key: ['kind', 'direction', 'channel', 'subject'],
    date: 'at',
    needsCustomer: false,
    hasNumber: true,
    notBefore: ['first_response_at'],
    complete: (values) => {
      values['kind'] ??= 'other'
      values['direction'] ??= DIRECTION_OF_KIND[String(values['kind'])] ?? null
      return values['direction'] === null ? { field: 'direction', code: 'word-missing' } : null
    }
  },
  complaints: {
    table: 'complaints',
    fields: [
      NUMBER,
      { field: 'opened_at', column: 'opened_at', read: readMomentCell, missing: 'date-missing' },
      { field: 'category', column: 'category', read: readTextCell },
      { field: 'severity', column: 'severity', read: readWordCell(SEVERITIES) },
      CHANNEL,
      { field: 'first_response_at', column: 'first_response_at', read: readMomentCell },
      { field: 'resolved_at', column: 'resolved_at', read: readMomentCell },
      { field: 'resolution', column: 'resolution', read: readTextCell },
      { field: 'compensation', column: 'compensation_minor', read: readCostCell },
      { field: 'satisfaction', column: 'satisfaction', read: readScaleCell(1, 5) },
      { field: 'reopened', column: 'reopened', read: readYesNoCell }
    ],
    key: ['category'],
    date: 'opened_at',
    needsCustomer: true,
    hasNumber: true,
    order: { field: 'order', column: 'order_id' },
    notBefore: ['first_response_at', 'resolved_at'],
    complete: () => null
  },
  consents: {
    table: 'consents',
    fields: [
      { field: 'purpose', column: 'purpose', read: readNamedCell(PURPOSES), missing: 'word-missing' },
      { field: 'channel', column: 'channel', read: readNamedCell(CONSENT_CHANNELS) },
      { field: 'status', column: 'status', read: readWordCell(CONSENT_STATES), missing: 'word-missing' },
      { field: 'at', column: 'at', read: readMomentCell, missing: 'date-missing' },
      { field: 'expires_at', column: 'expires_at', read: readMomentCell },
      { field: 'source', column: 'source', read: readTextCell }
    ],
    key: ['purpose', 'channel', 'status'],
    date: 'at',
    needsCustomer: true,
    hasNumber: false,
    notBefore: ['expires_at'],
    complete: (values) => {
      values['channel'] ??= EVERY_CHANNEL
      return null
    }
  },
  surveys: {
    table: 'surveys',
    fields: [
      NUMBER,
      { field: 'at', column: 'at', read: readMomentCell, missing: 'date-missing' },
      { field: 'kind', column: 'kind', read: readWordCell(SURVEY_KINDS) },
      { field: 'score', column: 'score', read: readWholeCell, missing: 'word-missing' },
      CHANNEL,
      { field: 'comment', column: 'comment', read: readTextCell },
      { field: 'competitor_score', column: 'competitor_score', read: readWholeCell }
    ],
    key: ['kind'],
    date: 'at',
    needsCustomer: true,
    hasNumber: true,
    notBefore: [],
    complete: completeSurvey
  }
}
