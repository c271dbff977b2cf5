/**
 * What every text of every table is to a person, decided once for erasing, for handing out and for the training copy. A column
 * without a line here fails a test: whoever adds one must say what becomes of it.
 */

/** What erasing somebody does to a text in a row of theirs. */
export type OnErase =
  /** It says nothing of who they are, or the books need it. */
  | 'keep'
  /** Emptied. */
  | 'wipe'
  /** Emptied, but that there was something is still counted. */
  | 'dash'
  /** Kept but for words that name the person. */
  | 'scrub'

/** What the training copy does to a text. */
export type InTraining =
  | 'keep'
  | 'empty'
  /** Something was written here: that is counted, what it was is not needed. */
  | 'dash'
  /** The same made-up value wherever the same real one stood. */
  | 'name'
  | 'email'
  | 'phone'
  | 'taxId'
  | 'address'
  | 'postalCode'
  | 'birthDate'
  /** A number of another system: made of our id. */
  | 'number'
  /** Somebody who works here. */
  | 'staff'
  /** A heading that must not be empty: a made-up one. */
  | 'title'
  /** Own columns: figures and yes/no stay, texts and dates go. */
  | 'attributes'
  | 'day'
  | 'supplier'

export interface ColumnRule {
  readonly erase: OnErase
  readonly training: InTraining
}

/** How a table's rows belong to a person. */
export type Belongs =
  /** Rows of the person by this column. */
  | { readonly by: string }
  /** Rows of the person's orders. */
  | { readonly by: 'order_id'; readonly through: 'orders' }
  /** Kept rows as JSON, of any table. */
  | { readonly keptRows: true }
  /** Nobody's: texts people wrote, in which a person may be named. */
  | { readonly mentions: true }
  | { readonly nobody: true }

export interface TableRule {
  readonly belongs: Belongs
  /** Whole rows go when the person is erased; otherwise they stay, without the person. */
  readonly isDeleted?: true
  /** Whole rows are left out of the training copy. */
  readonly isLeftOut?: true
  /** Every text column. */
  readonly texts: Readonly<Record<string, ColumnRule>>
}

const rule = (erase: OnErase, training: InTraining): ColumnRule => ({ erase, training })
/** A code of a closed set, a key of ours, or a channel: says nothing of who somebody is. */
const CODE = rule('keep', 'keep')
const DAY = rule('keep', 'day')
/** Rows that go whole: what becomes of their texts decides nothing. */
const GONE = rule('wipe', 'empty')
const WRITTEN = rule('scrub', 'empty')
const HEADING = rule('scrub', 'title')
const STAFF = rule('keep', 'staff')

const texts = (columns: readonly string[], each: ColumnRule): Record<string, ColumnRule> =>
  Object.fromEntries(columns.map((column) => [column, each]))

const OF_CUSTOMER = { by: 'customer_id' } as const
const MENTIONS = { mentions: true } as const
const NOBODY = { nobody: true } as const

export const TABLES: Readonly<Record<string, TableRule>> = {
  customers: {
    belongs: { by: 'id' },
    texts: {
      ...texts(['type', 'status', 'lost_reason', 'language', 'acquisition_channel', 'partner_id', 'country'], CODE),
      ...texts(['acquisition_date', 'created_at', 'updated_at'], DAY),
      external_id: rule('wipe', 'number'),
      name: rule('wipe', 'name'),
      search_key: rule('wipe', 'empty'),
      tax_id: rule('wipe', 'taxId'),
      email: rule('wipe', 'email'),
      phone: rule('wipe', 'phone'),
      address: rule('wipe', 'address'),
      city: rule('wipe', 'keep'),
      region: rule('wipe', 'keep'),
      postal_code: rule('wipe', 'postalCode'),
      birth_date: rule('wipe', 'birthDate'),
      owner_user: rule('wipe', 'staff'),
      needs_tags: rule('wipe', 'keep'),
      notes: rule('wipe', 'empty'),
      attributes: rule('wipe', 'attributes')
    }
  },
  customer_flags: { belongs: OF_CUSTOMER, isDeleted: true, texts: { kind: CODE, reason: rule('wipe', 'empty'), at: DAY } },
  orders: {
    belongs: OF_CUSTOMER,
    // The number of an order is part of the books, and the same file brought in again must find it.
    texts: {
      ...texts(['channel', 'status', 'partner_id'], CODE),
      ...texts(['order_date', 'promised_date', 'delivered_date'], DAY),
      external_id: rule('keep', 'number'),
      delay_cause: rule('scrub', 'supplier')
    }
  },
  order_lines: {
    belongs: { by: 'order_id', through: 'orders' },
    texts: { ...texts(['line_key', 'category', 'net_exact'], CODE), product: rule('scrub', 'keep') }
  },
  interactions: {
    belongs: OF_CUSTOMER,
    texts: {
      ...texts(['channel', 'direction', 'kind', 'handled_by_role'], CODE),
      ...texts(['at', 'first_response_at', 'next_action_at'], DAY),
      external_id: rule('keep', 'number'),
      subject: rule('wipe', 'empty'),
      outcome: rule('dash', 'dash'),
      handled_by: STAFF
    }
  },
  complaints: {
    belongs: OF_CUSTOMER,
    texts: {
      ...texts(['category', 'channel'], CODE),
      ...texts(['opened_at', 'first_response_at', 'resolved_at'], DAY),
      external_id: rule('keep', 'number'),
      resolution: rule('dash', 'dash')
    }
  },
  consents: {
    belongs: OF_CUSTOMER,
    isDeleted: true,
    texts: { ...texts(['purpose', 'channel', 'status'], CODE), ...texts(['at', 'expires_at'], DAY), source: rule('wipe', 'empty') }
  },
  surveys: {
    belongs: OF_CUSTOMER,
    texts: { ...texts(['kind', 'channel'], CODE), at: DAY, external_id: rule('keep', 'number'), comment: rule('wipe', 'empty') }
  },
  campaign_members: { belongs: OF_CUSTOMER, texts: { member_group: CODE, sent_at: DAY, responded_at: DAY } },
  segment_members: { belongs: OF_CUSTOMER, isDeleted: true, texts: { segment_id: CODE, as_of: CODE } },
  accuracy_checks: { belongs: OF_CUSTOMER, isDeleted: true, isLeftOut: true, texts: { field: CODE, at: DAY } },
  customer_metrics: {
    belongs: OF_CUSTOMER,
    isDeleted: true,
    isLeftOut: true,
    texts: texts(['first_order_date', 'last_order_date', 'rfm_segment', 'lifecycle'], CODE)
  },
  merges: {
    belongs: { by: 'kept_id' },
    isDeleted: true,
    isLeftOut: true,
    texts: texts(['at', 'reasons', 'kept_before', 'kept_after', 'merged_before', 'moved', 'undone_at'], GONE)
  },
  distinct_pairs: { belongs: { by: 'low_id' }, isDeleted: true, texts: { at: DAY } },
  import_before: { belongs: { keptRows: true }, isDeleted: true, isLeftOut: true, texts: { table_name: CODE, before: GONE } },
  import_after: { belongs: { keptRows: true }, isDeleted: true, isLeftOut: true, texts: { table_name: CODE, after: GONE } },
  // Its rows hold whole rows of other tables: those of the person are taken out, the words that name them as well.
  changes: { belongs: MENTIONS, isLeftOut: true, texts: { ...texts(['at', 'kind'], CODE), details: WRITTEN, rows: WRITTEN } },
  import_batches: {
    belongs: MENTIONS,
    isLeftOut: true,
    texts: { ...texts(['kind', 'preset', 'file_sha256', 'at', 'undone_at'], CODE), file_name: WRITTEN, settings: WRITTEN }
  },
  erasures: { belongs: NOBODY, isLeftOut: true, texts: texts(['hashes', 'at', 'reason'], CODE) },
  figure_cache: { belongs: NOBODY, isDeleted: true, isLeftOut: true, texts: { key: CODE } },
  settings: { belongs: MENTIONS, texts: { key: CODE, value: rule('scrub', 'keep') } },
  campaigns: {
    belongs: MENTIONS,
    texts: {
      ...texts(['goal', 'segment_id', 'channel'], CODE),
      ...texts(['start_date', 'end_date'], DAY),
      external_id: rule('keep', 'number'),
      name: HEADING
    }
  },
  segments: {
    belongs: MENTIONS,
    texts: {
      ...texts(['id'], CODE),
      ...texts(['name_en', 'name_es'], HEADING),
      rule: rule('scrub', 'keep'),
      owner: STAFF,
      proposition: rule('scrub', 'dash'),
      reviewed_at: DAY
    }
  },
  element_segments: { belongs: NOBODY, texts: texts(['model_id', 'element_id', 'segment_id', 'state'], CODE) },
  kpi_targets: { belongs: NOBODY, texts: { kpi_id: CODE } },
  kpi_entries: { belongs: MENTIONS, texts: { kpi_id: CODE, at: DAY, note: WRITTEN } },
  own_models: { belongs: MENTIONS, texts: { id: CODE, definition: rule('scrub', 'keep'), updated_at: DAY } },
  diagrams: { belongs: MENTIONS, isLeftOut: true, texts: { ...texts(['model_id', 'updated_at'], CODE), name: WRITTEN, content: WRITTEN } },
  // The id may be a name where another program made it of one: erased by itself, since lines lead to it.
  diagram_items: { belongs: MENTIONS, isLeftOut: true, texts: { ...texts(['content', 'place'], WRITTEN), id: CODE } },
  diagram_images: { belongs: NOBODY, isLeftOut: true, texts: texts(['hash', 'data'], CODE) },
  diagram_versions: { belongs: MENTIONS, isLeftOut: true, texts: { made_at: CODE, name: WRITTEN, content: WRITTEN } },
  walks: {
    belongs: MENTIONS,
    texts: {
      ...texts(['model_id', 'current_element_id'], CODE),
      ...texts(['started_at', 'updated_at', 'finished_at', 'as_of'], DAY),
      participants: WRITTEN
    }
  },
  walk_steps: {
    belongs: MENTIONS,
    texts: {
      ...texts(['element_id', 'status'], CODE),
      ...texts(['justification', 'decision', 'notes', 'evidence', 'action_draft'], WRITTEN)
    }
  },
  walk_answers: { belongs: MENTIONS, texts: { element_id: CODE, text: WRITTEN } },
  assessments: {
    belongs: MENTIONS,
    texts: {
      ...texts(['model_id', 'element_id', 'statement_id'], CODE),
      at: DAY,
      participant: rule('scrub', 'staff'),
      evidence_text: rule('scrub', 'dash')
    }
  },
  actions: {
    belongs: MENTIONS,
    texts: {
      ...texts(['model_id', 'element_id', 'segment_id', 'status', 'kpi_id'], CODE),
      ...texts(['due_date', 'created_at', 'completed_at'], DAY),
      title: HEADING,
      owner: rule('scrub', 'staff')
    }
  },
  own_presets: { belongs: MENTIONS, isLeftOut: true, texts: { id: CODE, definition: WRITTEN, updated_at: CODE } },
  attributes: { belongs: MENTIONS, texts: { id: CODE, name: rule('scrub', 'keep'), type: CODE } },
  customer_views: { belongs: MENTIONS, isLeftOut: true, texts: { id: CODE, name: WRITTEN, definition: WRITTEN } },
  revision: { belongs: NOBODY, texts: { saved_at: DAY } }
}

export const quoteName = (name: string): string => `"${name.replaceAll('"', '""')}"`
