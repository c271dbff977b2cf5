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
  field('customer_city', 'text', 'Customer city', 'Ciudad del cliente'),
  field('customer_region', 'text', 'Customer region', 'Provincia del cliente'),
  field('customer_postal_code', 'text', 'Customer postal code', 'Código postal del cliente'),
  field('customer_country', 'text', 'Customer country', 'País del cliente')
]

const ORDER_COMMON: Field[] = [
  field('order_date', 'date', 'Order date', 'Fecha del pedido', true),
  field('amount', 'amount', 'Amount', 'Importe', true),
  field('currency', 'text', 'Currency', 'Moneda'),
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
  ]
}

/** Of these, at least one must be mapped: without it no row says whom it is about. */
export const ONE_OF: Record<ImportKind, readonly string[]> = {
  customers: ['external_id', 'name', 'last_name', 'company', 'email'],
  orders: ['customer', 'customer_id', 'customer_email', 'customer_name'],
  'order-lines': ['customer', 'customer_id', 'customer_email', 'customer_name']
}
