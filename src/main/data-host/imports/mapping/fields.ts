import type { ImportKind } from '../../../../shared/contract/base.ts'
import type { Field } from '../../../../shared/contract/imports.ts'

function field(id: string, type: Field['type'], en: string, es: string, required = false): Field {
  return { id, type, required, name: { en, es } }
}

/** Who bought: one column that may hold an id, an e-mail or a name, or columns that say which. */
const WHO: Field[] = [
  field('customer', 'text', 'Customer (id, e-mail or name)', 'Cliente (id, correo o nombre)'),
  field('customer_id', 'text', 'Customer id', 'Id. de cliente'),
  field('customer_email', 'email', 'Customer e-mail', 'Correo del cliente'),
  field('customer_name', 'text', 'Customer name', 'Nombre del cliente'),
  field('customer_phone', 'phone', 'Customer phone', 'Teléfono del cliente'),
  field('customer_tax_id', 'text', 'Customer tax id', 'NIF del cliente'),
  field('customer_city', 'text', 'Customer city', 'Ciudad del cliente'),
  field('customer_region', 'text', 'Customer region', 'Provincia del cliente'),
  field('customer_postal_code', 'text', 'Customer postal code', 'Código postal del cliente'),
  field('customer_country', 'text', 'Customer country', 'País del cliente')
]

const CURRENCY = field('currency', 'text', 'Currency', 'Moneda')

const ORDER_COMMON: Field[] = [
  field('order_date', 'date', 'Order date', 'Fecha del pedido', true),
  field('amount', 'amount', 'Amount', 'Importe', true),
  CURRENCY,
  field('status', 'text', 'Status', 'Estado'),
  field('channel', 'text', 'Channel', 'Canal'),
  field('cost', 'amount', 'Cost', 'Coste'),
  field('profit', 'amount', 'Profit', 'Beneficio')
]

/** What each kind of file can be mapped to. */
export const FIELDS: Record<ImportKind, readonly Field[]> = {
  customers: [
    field('external_id', 'text', 'Customer id', 'Id. de cliente'),
    field('name', 'text', 'Name', 'Nombre'),
    field('last_name', 'text', 'Last name', 'Apellidos'),
    field('second_last_name', 'text', 'Second last name', 'Segundo apellido'),
    field('company', 'text', 'Company', 'Empresa'),
    field('type', 'text', 'Person or company', 'Persona o empresa'),
    field('email', 'email', 'E-mail', 'Correo electrónico'),
    field('phone', 'phone', 'Phone', 'Teléfono'),
    field('tax_id', 'text', 'Tax id', 'NIF'),
    field('address', 'text', 'Address', 'Dirección'),
    field('city', 'text', 'City', 'Ciudad'),
    field('region', 'text', 'Region', 'Provincia'),
    field('postal_code', 'text', 'Postal code', 'Código postal'),
    field('country', 'text', 'Country', 'País'),
    field('language', 'text', 'Language', 'Idioma'),
    field('birth_date', 'date', 'Birth date', 'Fecha de nacimiento'),
    field('acquisition_date', 'date', 'Customer since', 'Cliente desde'),
    field('acquisition_channel', 'text', 'How they found us', 'Cómo llegó'),
    field('owner_user', 'text', 'Looked after by', 'Responsable'),
    field('needs_tags', 'text', 'Tags', 'Etiquetas'),
    field('notes', 'text', 'Notes', 'Notas')
  ],
  orders: [
    field('external_id', 'text', 'Order number', 'Número de pedido'),
    ...ORDER_COMMON,
    field('refunded', 'amount', 'Refunded amount', 'Importe reembolsado'),
    field('cancelled_at', 'text', 'Cancelled at', 'Anulado el'),
    field('discount', 'amount', 'Discount', 'Descuento'),
    field('promised_date', 'date', 'Promised date', 'Fecha prometida'),
    field('delivered_date', 'date', 'Delivered date', 'Fecha de entrega'),
    ...WHO
  ],
  'order-lines': [
    field('external_id', 'text', 'Order number', 'Número de pedido', true),
    ...ORDER_COMMON,
    field('line_key', 'text', 'Line number', 'Número de línea'),
    field('product', 'text', 'Product', 'Producto'),
    field('category', 'text', 'Category', 'Categoría'),
    field('quantity', 'amount', 'Quantity', 'Cantidad'),
    ...WHO
  ],
  interactions: [
    field('external_id', 'text', 'Contact number', 'Número del contacto'),
    field('at', 'date', 'Date', 'Fecha', true),
    field('direction', 'text', 'Incoming or outgoing', 'Entrante o saliente'),
    field('kind', 'text', 'Kind of contact', 'Tipo de contacto'),
    field('channel', 'text', 'Channel', 'Canal'),
    field('subject', 'text', 'Subject', 'Asunto'),
    field('outcome', 'text', 'Outcome', 'Resultado'),
    field('first_response_at', 'date', 'First answered', 'Primera respuesta'),
    field('next_action_at', 'date', 'Next step', 'Próximo paso'),
    field('handled_by', 'text', 'Handled by', 'Atendido por'),
    field('handled_by_role', 'text', 'Their role', 'Su función'),
    field('cost', 'amount', 'Cost', 'Coste'),
    CURRENCY,
    ...WHO
  ],
  complaints: [
    field('external_id', 'text', 'Complaint number', 'Número de la queja'),
    field('opened_at', 'date', 'Opened', 'Abierta', true),
    field('category', 'text', 'Category', 'Categoría'),
    field('severity', 'text', 'Severity (1 to 3)', 'Gravedad (1 a 3)'),
    field('channel', 'text', 'Channel', 'Canal'),
    field('order', 'text', 'Order number', 'Número de pedido'),
    field('first_response_at', 'date', 'First answered', 'Primera respuesta'),
    field('resolved_at', 'date', 'Resolved', 'Resuelta'),
    field('resolution', 'text', 'Resolution', 'Solución'),
    field('compensation', 'amount', 'Compensation', 'Compensación'),
    field('satisfaction', 'text', 'Satisfaction (1 to 5)', 'Satisfacción (1 a 5)'),
    field('reopened', 'boolean', 'Opened again', 'Reabierta'),
    CURRENCY,
    ...WHO
  ],
  consents: [
    field('purpose', 'text', 'Purpose', 'Finalidad', true),
    field('status', 'text', 'Granted, denied or withdrawn', 'Otorgado, denegado o retirado', true),
    field('at', 'date', 'Date', 'Fecha', true),
    field('channel', 'text', 'Channel', 'Canal'),
    field('expires_at', 'date', 'Valid until', 'Válido hasta'),
    field('source', 'text', 'Where it was given', 'Dónde se recogió'),
    ...WHO
  ],
  surveys: [
    field('external_id', 'text', 'Answer number', 'Número de la respuesta'),
    field('at', 'date', 'Date', 'Fecha', true),
    field('score', 'text', 'Score', 'Puntuación', true),
    field('kind', 'text', 'NPS, CSAT or CES', 'NPS, CSAT o CES'),
    field('channel', 'text', 'Channel', 'Canal'),
    field('comment', 'text', 'Comment', 'Comentario'),
    field('competitor_score', 'text', 'Score of a competitor', 'Puntuación de un competidor'),
    ...WHO
  ],
  campaigns: [
    field('external_id', 'text', 'Campaign number', 'Número de campaña'),
    field('name', 'text', 'Campaign', 'Campaña'),
    field('goal', 'text', 'Goal', 'Objetivo'),
    field('channel', 'text', 'Channel', 'Canal'),
    field('start_date', 'date', 'Start', 'Inicio'),
    field('end_date', 'date', 'End', 'Fin'),
    field('budget', 'amount', 'Budget', 'Presupuesto'),
    field('actual_cost', 'amount', 'Actual cost', 'Coste real'),
    CURRENCY,
    field('member_group', 'text', 'Treated or control group', 'Grupo tratado o de control'),
    field('sent_at', 'date', 'Sent', 'Enviado'),
    field('responded_at', 'date', 'Answered', 'Respondió'),
    field('order', 'text', 'Order number it led to', 'Número del pedido conseguido'),
    ...WHO
  ]
}

/** What says who a row is about. */
const NAMES_SOMEBODY = ['customer', 'customer_id', 'customer_email', 'customer_name', 'customer_phone', 'customer_tax_id']

/** Of these, at least one must be mapped: without it no row says whom or what it is about. */
export const ONE_OF: Record<ImportKind, readonly string[]> = {
  customers: ['external_id', 'name', 'last_name', 'company', 'email', 'phone', 'tax_id'],
  orders: NAMES_SOMEBODY,
  'order-lines': NAMES_SOMEBODY,
  interactions: NAMES_SOMEBODY,
  complaints: NAMES_SOMEBODY,
  consents: NAMES_SOMEBODY,
  surveys: NAMES_SOMEBODY,
  campaigns: ['name', 'external_id']
}
