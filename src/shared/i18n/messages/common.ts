import { messages } from './messages.ts'

/** Words used on more than one screen. */
export const common = messages({
  en: {
    copyCell: 'Copy cell',
    copyRow: 'Copy row',
    copied: 'Copied',
    cancel: 'Cancel',
    close: 'Close',
    save: 'Save',
    back: 'Back',
    next: 'Next',
    add: 'Add',
    remove: 'Remove',
    retry: 'Try again',
    undo: 'Undo',
    redo: 'Redo',
    open: 'Open',
    customers: 'customers',
    orders: 'orders',
    asOf: 'as of {{date}}',
    showTable: 'As a table',
    hideTable: 'Hide the table',
    datePattern: 'mm/dd/yyyy',
    dateWrong: 'Not a date. Write it as 10/31/2026.'
  },
  es: {
    copyCell: 'Copiar celda',
    copyRow: 'Copiar fila',
    copied: 'Copiado',
    cancel: 'Cancelar',
    close: 'Cerrar',
    save: 'Guardar',
    back: 'Atrás',
    next: 'Siguiente',
    add: 'Añadir',
    remove: 'Quitar',
    retry: 'Reintentar',
    undo: 'Deshacer',
    redo: 'Rehacer',
    open: 'Abrir',
    customers: 'clientes',
    orders: 'pedidos',
    asOf: 'al {{date}}',
    showTable: 'Como tabla',
    hideTable: 'Ocultar la tabla',
    datePattern: 'dd/mm/aaaa',
    dateWrong: 'No es una fecha. Escríbala como 31/10/2026.'
  }
})
