import { z } from 'zod'

/**
 * Every way the app can refuse something. Closed on purpose: each code has a sentence in both languages
 * (`i18n/es.ts`, `i18n/en.ts`, under `errors`) that says what is wrong and what to do, and the types keep them complete.
 */
export const ERROR_CODES = [
  // workspace files
  'no-workspace',
  'file-missing',
  'folder-missing',
  'file-is-folder',
  'file-empty',
  'file-no-permission',
  'file-not-ours',
  'file-newer',
  'file-damaged',
  'file-in-use',
  'file-exists',
  'disk-full',
  'write-failed',
  'file-token-unknown',
  // import
  'import-empty',
  'import-no-header',
  'import-binary',
  'import-nul-bytes',
  'import-unbalanced-quote',
  'import-encoding',
  'import-encoding-mixed',
  'import-too-many-columns',
  'import-record-too-long',
  'import-mapping-missing',
  'import-mapping-unknown',
  'import-ambiguous',
  'import-preset-unknown',
  'import-kind-unknown',
  'import-file-changed',
  'import-cancelled',
  'import-currency-mixed',
  'import-currency-other',
  'import-too-large',
  'import-too-many-rows',
  'import-workbook-old',
  'import-workbook-locked',
  'import-workbook-damaged',
  'import-workbook-entities',
  'import-archive-damaged',
  'import-archive-locked',
  'import-archive-empty',
  'import-archive-too-large',
  'import-card-damaged',
  'import-sheet-unknown',
  'import-preset-invalid',
  'import-preset-name',
  // diagram files
  'diagram-damaged',
  'diagram-too-large',
  'diagram-empty',
  'diagram-unknown-format',
  'diagram-cycle',
  'diagram-entities',
  'diagram-duplicate-ids',
  'diagram-newer',
  'diagram-library',
  'diagram-line',
  'diagram-kind',
  'organisation-cycle',
  'organisation-columns',
  'lucid-too-large',
  // the schema of another program
  'schema-empty',
  'schema-damaged',
  'schema-too-large',
  'schema-object-missing',
  // edits of a diagram
  'diagram-full',
  'diagram-container-gone',
  'diagram-inside-itself',
  // things asked for that are not there, or not allowed
  'not-found',
  'invalid-value',
  'search-cancelled',
  'merge-other',
  'merge-gone',
  'nothing-to-undo',
  'undo-blocked',
  'identities-hidden',
  'undo-import-later',
  'undo-import-used',
  'undo-import-edited',
  'model-invalid',
  'action-incomplete',
  'entry-computed',
  'entry-date',
  'statement-empty',
  'statement-last',
  'entry-empty',
  'entry-below-zero',
  'entry-out-of-range',
  'entry-parts',
  'entry-parts-differ',
  'target-no-side',
  'rule-incomplete',
  'rule-cycle',
  'segment-in-use',
  'segment-built-in',
  'segment-target-there',
  'segment-not-list',
  'segment-no-members',
  'segment-unanswered',
  'nobody-selected',
  'too-many-selected',
  'export-too-large',
  'customer-unnamed',
  'number-taken',
  'field-empty',
  'text-too-long',
  'date-wrong',
  'dates-reversed',
  'amount-wrong',
  'amount-below-zero',
  'email-wrong',
  'attribute-wrong',
  'one-at-a-time',
  'restore-there',
  'restore-parent-gone',
  'busy',
  'host-restarted',
  'internal'
] as const
export const ErrorCode = z.enum(ERROR_CODES)
export type ErrorCode = z.infer<typeof ErrorCode>

/** Values put into the sentence of an error; never customer data. */
export const ErrorDetails = z.record(z.string(), z.union([z.string(), z.number()]))
export type ErrorDetails = z.infer<typeof ErrorDetails>

/** What the sentence of a code names: whoever throws it must say these. A code that is not here has a sentence without values. */
export const SENTENCE_VALUES = {
  'file-newer': ['version'],
  'write-failed': ['reason'],
  'import-nul-bytes': ['line'],
  'import-unbalanced-quote': ['line'],
  'import-too-many-columns': ['columns', 'limit'],
  'import-record-too-long': ['line'],
  'import-mapping-missing': ['field'],
  'import-mapping-unknown': ['field'],
  'import-ambiguous': ['column'],
  'import-preset-unknown': ['preset'],
  'import-currency-other': ['currency', 'own'],
  'undo-import-later': ['file'],
  'undo-import-used': ['what', 'count'],
  'undo-import-edited': ['count'],
  'import-too-large': ['limit'],
  'export-too-large': ['rows', 'limit'],
  'import-too-many-rows': ['rows', 'limit'],
  'import-archive-too-large': ['limit'],
  'import-card-damaged': ['line'],
  'import-sheet-unknown': ['sheet'],
  'import-preset-name': ['name'],
  'diagram-too-large': ['items', 'depth', 'megabytes'],
  'diagram-newer': ['version'],
  'diagram-line': ['line'],
  'diagram-kind': ['kind'],
  'organisation-cycle': ['line', 'names'],
  'lucid-too-large': ['megabytes'],
  'schema-damaged': ['file'],
  'schema-too-large': ['fields', 'files', 'megabytes'],
  'schema-object-missing': ['names'],
  'diagram-full': ['items'],
  'entry-out-of-range': ['lowest', 'highest'],
  'text-too-long': ['longest']
} as const satisfies Partial<Record<ErrorCode, readonly string[]>>
type SentenceValues = typeof SENTENCE_VALUES

type Arguments = {
  [C in ErrorCode]: C extends keyof SentenceValues
    ? [code: C, details: ErrorDetails & Record<SentenceValues[C][number], string | number>]
    : [code: C, details?: ErrorDetails]
}[ErrorCode]

/** The one error type our own code throws. `details` fills the sentence of `code`. */
export class CauceError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails
  constructor(...[code, details = {}]: Arguments) {
    super(code)
    this.name = 'CauceError'
    this.code = code
    this.details = details
  }

  /** The same error again after it crossed to another thread or process as data. */
  static revive({ code, details }: { code: ErrorCode; details: ErrorDetails }): CauceError {
    // What crossed was made by the constructor, which held its details to the code.
    return new CauceError(...([code, details] as Arguments))
  }
}
