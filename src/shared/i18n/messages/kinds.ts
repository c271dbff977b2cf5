import { messages } from './messages.ts'

/** The kinds of data a workspace can hold, and the states of a customer's life. */
export const kinds = messages({
  en: {
    customers: 'customers',
    orders: 'orders',
    'order-lines': 'order lines',
    interactions: 'interactions',
    complaints: 'complaints',
    consents: 'consents',
    surveys: 'surveys',
    campaigns: 'campaigns',
    lifecycle: {
      prospect: 'Prospect',
      new: 'New',
      active: 'Active',
      won_back: 'Won back',
      at_risk: 'At risk',
      lapsed: 'Lapsed',
      lost: 'Lost'
    }
  },
  es: {
    customers: 'clientes',
    orders: 'pedidos',
    'order-lines': 'líneas de pedido',
    interactions: 'interacciones',
    complaints: 'quejas',
    consents: 'consentimientos',
    surveys: 'encuestas',
    campaigns: 'campañas',
    lifecycle: {
      prospect: 'Prospecto',
      new: 'Nuevo',
      active: 'Activo',
      won_back: 'Reconquistado',
      at_risk: 'En riesgo',
      lapsed: 'Inactivo',
      lost: 'Perdido'
    }
  }
})
