import { messages } from './messages.ts'

/** What the import says of single rows; the screen's own texts are elsewhere. */
export const imports = messages({
  en: {
    reason: 'Reason',
    rejects: {
      'amount-missing': 'There is no amount.',
      'amount-format': 'The amount can’t be read as a number.',
      'amount-ambiguous': 'The amount can be read two ways: choose the decimal mark.',
      'amount-too-large': 'The amount is too large to be true.',
      'amount-negative': 'The amount is below zero. Refunds are not imported as orders.',
      'currency-other': 'The amount is in another currency than the workspace.',
      'date-missing': 'There is no date.',
      'date-format': 'The date can’t be read.',
      'date-impossible': 'There is no such day.',
      'date-ambiguous': 'The date can be read two ways: choose the order of day and month.',
      'date-range': 'The date is before 1900 or after 2200.',
      'status-unknown': 'The status is not a word the import knows.',
      'duplicate-order-number': 'The same order number stands in row {{row}}.',
      'order-exists': 'An order with this number is already there.',
      'customer-exists': 'A customer with this id is already there.',
      'order-number-missing': 'There is no order number.',
      'customer-unnamed': 'There is no id, name or e-mail.',
      'text-too-long': 'The text is too long.',
      'too-many-cells': 'The row has more cells than the header.',
      'order-refused': 'Row {{row}} of the same order was refused.'
    }
  },
  es: {
    reason: 'Motivo',
    rejects: {
      'amount-missing': 'Falta el importe.',
      'amount-format': 'El importe no se puede leer como número.',
      'amount-ambiguous': 'El importe se puede leer de dos maneras: elija el separador decimal.',
      'amount-too-large': 'El importe es demasiado grande para ser cierto.',
      'amount-negative': 'El importe es menor que cero. Las devoluciones no se importan como pedidos.',
      'currency-other': 'El importe está en una moneda distinta de la del espacio de trabajo.',
      'date-missing': 'Falta la fecha.',
      'date-format': 'La fecha no se puede leer.',
      'date-impossible': 'Ese día no existe.',
      'date-ambiguous': 'La fecha se puede leer de dos maneras: elija el orden de día y mes.',
      'date-range': 'La fecha es anterior a 1900 o posterior a 2200.',
      'status-unknown': 'El estado no es una palabra que la importación conozca.',
      'duplicate-order-number': 'El mismo número de pedido está en la fila {{row}}.',
      'order-exists': 'Ya existe un pedido con ese número.',
      'customer-exists': 'Ya existe un cliente con ese identificador.',
      'order-number-missing': 'Falta el número de pedido.',
      'customer-unnamed': 'Faltan el identificador, el nombre y el correo.',
      'text-too-long': 'El texto es demasiado largo.',
      'too-many-cells': 'La fila tiene más celdas que el encabezado.',
      'order-refused': 'La fila {{row}} del mismo pedido se ha rechazado.'
    }
  }
})
