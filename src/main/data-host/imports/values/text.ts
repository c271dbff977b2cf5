/** Marks a spreadsheet, or our own export, puts before what must stay text (`'7210448301122`, `'=SUM(A1)`). */
const CODE_MARK = /^'(?='*[\d=+@＝＋－＠-])/
/** The same before a text: one that starts with a number keeps its apostrophe (`'68`). */
const TEXT_MARK = /^'(?='*[=+@＝＋－＠-])/

/** An identifier, phone or postal code: text, without the spreadsheet's mark. */
export function readCode(text: string): string {
  const code = text.charCodeAt(0) === 39 ? text.replace(CODE_MARK, '') : text
  const first = code.charCodeAt(0)
  const last = code.charCodeAt(code.length - 1)
  // Trimmed only when needed: this runs once per row.
  return first <= 32 || last <= 32 || first >= 0xa0 || last >= 0xa0 ? code.trim() : code
}

/** A name, an address, a note: text, without the mark our own export puts before what looks like a formula. */
export function readText(text: string): string {
  return (text.charCodeAt(0) === 39 ? text.replace(TEXT_MARK, '') : text).trim()
}

export function readEmail(text: string): string {
  return readText(text).toLowerCase()
}

const ORDER_STATES = {
  completed:
    'paid|received|approved|succeeded|recibido|recibida|aprobado|aprobada|confirmado|confirmada|completed|complete|fulfilled|shipped|delivered|closed|partially_refunded|partially refunded|pagado|pagada|completado|completada|entregado|entregada|enviado|enviada|finalizado|finalizada|cerrado|cerrada|cobrado|cobrada|facturado|facturada',
  pending:
    'pending|processing|on-hold|on hold|open|unpaid|unfulfilled|authorized|partially_paid|partially paid|draft|pendiente|en proceso|procesando|en espera|abierto|abierta|borrador|reservado',
  cancelled: 'cancelled|canceled|voided|failed|expired|cancelado|cancelada|anulado|anulada|rechazado|rechazada|fallido|fallida',
  refunded: 'refunded|returned|reembolsado|reembolsada|devuelto|devuelta'
} as const
export type OrderState = 'completed' | 'pending' | 'cancelled'
type StateWord = keyof typeof ORDER_STATES
const STATE_BY_WORD = new Map<string, StateWord>(
  (Object.keys(ORDER_STATES) as StateWord[]).flatMap((state) => ORDER_STATES[state].split('|').map((word) => [word, state] as const))
)

/**
 * The state of an order as shops write it, in English or Spanish; null when the word is not known. Blank: completed.
 * A refund is an adjustment of its order (domain conventions): where the sheet says how much went back, a refunded order
 * stays with what is left of it; where it doesn't, nothing of it can be counted.
 */
export function readOrderState(text: string, isRefundSubtracted: boolean): OrderState | null {
  const word = text.trim().toLowerCase()
  if (word === '') return 'completed'
  const state = STATE_BY_WORD.get(word.startsWith('wc-') ? word.slice(3) : word) ?? null
  if (state !== 'refunded') return state
  return isRefundSubtracted ? 'completed' : 'cancelled'
}

/** Letters and digits only, lower case, without accents: how headers are compared. */
export function normaliseHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim()
}
