import { say, type Choice, type FieldDefinition } from './field-types.ts'
import type { Text } from '../domain/text.ts'

const choice = (value: string, en: string, es: string): Choice => ({ value, name: say(en, es) })

/** Records that belong to a customer and are counted, summed or looked at one by one. */
export interface SubjectDefinition {
  readonly id: string
  readonly name: Text
  /** One of them and several, as in "at least one order", "al menos un pedido". Spanish needs the gender. */
  readonly one: Text
  readonly many: Text
  readonly gender: 'm' | 'f'
  /** The table whose rows they are, and what else the answer hangs on. */
  readonly tables: readonly string[]
  /** The field that says when it was. */
  readonly date: string
  readonly fields: readonly FieldDefinition[]
}

const CHANNEL = (column = 'channel'): FieldDefinition => ({
  id: 'channel',
  name: say('Channel', 'Canal'),
  type: 'text',
  column,
  filter: say('by {v}', 'por {v}')
})
const DATE = (column: string, en = 'Date', es = 'Fecha'): FieldDefinition => ({
  id: 'date',
  name: say(en, es),
  type: 'date',
  column,
  isEvent: true,
  filter: say('{v}', '{v}')
})
const ORDER_STATUS: FieldDefinition = {
  id: 'status',
  name: say('State of the order', 'Estado del pedido'),
  type: 'choice',
  column: 'status',
  choices: [
    choice('completed', 'Completed', 'Completado'),
    choice('pending', 'Pending', 'Pendiente'),
    choice('cancelled', 'Cancelled', 'Cancelado')
  ]
}

/** Every kind of record. Only what had happened by the as-of date counts. */
export const SUBJECTS: readonly SubjectDefinition[] = [
  {
    id: 'orders',
    name: say('Orders', 'Pedidos'),
    one: say('order', 'pedido'),
    many: say('orders', 'pedidos'),
    gender: 'm',
    tables: ['orders'],
    date: 'date',
    fields: [
      DATE('order_date'),
      { id: 'amount', name: say('Amount', 'Importe'), type: 'amount', column: 'net_minor' },
      CHANNEL(),
      ORDER_STATUS,
      { id: 'discount', name: say('Discount', 'Descuento'), type: 'amount', column: 'discount_minor' },
      {
        id: 'campaign',
        name: say('Campaign', 'Campaña'),
        type: 'choice',
        column: 'campaign_id',
        filter: say('from the campaign {v}', 'de la campaña {v}')
      },
      {
        id: 'partner',
        name: say('Partner', 'Socio'),
        type: 'text',
        column: 'partner_id',
        filter: say('through the partner {v}', 'a través del socio {v}')
      },
      {
        id: 'late',
        name: say('Delivered late', 'Entregado tarde'),
        type: 'boolean',
        column: 'is_late',
        yes: say('delivered late', 'entregados tarde'),
        no: say('not delivered late', 'no entregados tarde')
      }
    ]
  },
  {
    id: 'products',
    name: say('Products bought', 'Productos comprados'),
    one: say('purchase', 'compra'),
    many: say('purchases', 'compras'),
    gender: 'f',
    tables: ['order_lines', 'orders'],
    date: 'date',
    fields: [
      { id: 'product', name: say('Product', 'Producto'), type: 'text', column: 'product', filter: say('of {v}', 'de {v}') },
      {
        id: 'category',
        name: say('Category', 'Categoría'),
        type: 'text',
        column: 'category',
        filter: say('in the category {v}', 'de la categoría {v}')
      },
      { id: 'quantity', name: say('Quantity', 'Cantidad'), type: 'number', column: 'quantity' },
      DATE('order_date'),
      CHANNEL(),
      ORDER_STATUS
    ]
  },
  {
    id: 'interactions',
    name: say('Interactions', 'Interacciones'),
    one: say('interaction', 'interacción'),
    many: say('interactions', 'interacciones'),
    gender: 'f',
    tables: ['interactions'],
    date: 'date',
    fields: [
      DATE('at'),
      {
        id: 'kind',
        name: say('Kind', 'Tipo'),
        type: 'choice',
        column: 'kind',
        choices: [
          choice('enquiry', 'Enquiry', 'Consulta'),
          choice('quote', 'Quote', 'Presupuesto'),
          choice('visit', 'Visit', 'Visita'),
          choice('support', 'Support', 'Soporte'),
          choice('welcome', 'Welcome', 'Bienvenida'),
          choice('follow_up', 'Follow-up', 'Seguimiento'),
          choice('survey', 'Survey', 'Encuesta'),
          choice('winback', 'Win-back', 'Reconquista'),
          choice('other', 'Other', 'Otro')
        ],
        filter: say('of the kind {v}', 'de tipo {v}')
      },
      CHANNEL(),
      {
        id: 'direction',
        name: say('Direction', 'Dirección'),
        type: 'choice',
        column: 'direction',
        choices: [choice('in', 'From the customer', 'Del cliente'), choice('out', 'From us', 'De nuestra parte')],
        filter: say('{v}', '{v}')
      },
      { id: 'about', name: say('Subject', 'Asunto'), type: 'text', column: 'subject' },
      { id: 'outcome', name: say('Outcome', 'Resultado'), type: 'text', column: 'outcome' },
      { id: 'handled-by', name: say('Handled by', 'Atendida por'), type: 'text', column: 'handled_by' },
      { id: 'cost', name: say('Cost', 'Costo'), type: 'amount', column: 'cost_minor' }
    ]
  },
  {
    id: 'complaints',
    name: say('Complaints', 'Quejas'),
    one: say('complaint', 'queja'),
    many: say('complaints', 'quejas'),
    gender: 'f',
    tables: ['complaints'],
    date: 'date',
    fields: [
      {
        id: 'state',
        name: say('State', 'Estado'),
        type: 'choice',
        column: 'state',
        choices: [choice('open', 'Open', 'Abierta'), choice('resolved', 'Resolved', 'Resuelta')],
        filter: say('that is {v}', '{v}')
      },
      DATE('opened_at', 'Opened on', 'Abierta el'),
      { id: 'days', name: say('Time open', 'Tiempo abierta'), type: 'days', column: 'days' },
      { id: 'category', name: say('Category', 'Categoría'), type: 'text', column: 'category', filter: say('about {v}', 'sobre {v}') },
      { id: 'severity', name: say('Severity (1 to 3)', 'Gravedad (1 a 3)'), type: 'score', column: 'severity' },
      CHANNEL(),
      { id: 'satisfaction', name: say('Satisfaction (1 to 5)', 'Satisfacción (1 a 5)'), type: 'score', column: 'satisfaction' },
      { id: 'compensation', name: say('Compensation', 'Compensación'), type: 'amount', column: 'compensation_minor' },
      {
        id: 'reopened',
        name: say('Opened again', 'Reabierta'),
        type: 'boolean',
        column: 'reopened',
        yes: say('opened again', 'reabiertas'),
        no: say('not opened again', 'no reabiertas')
      }
    ]
  },
  {
    id: 'consents',
    name: say('Consents', 'Consentimientos'),
    one: say('consent', 'consentimiento'),
    many: say('consents', 'consentimientos'),
    gender: 'm',
    tables: ['consents'],
    date: 'date',
    fields: [
      {
        id: 'state',
        name: say('State', 'Estado'),
        type: 'choice',
        column: 'state',
        choices: [
          choice('granted', 'Granted', 'Concedido'),
          choice('denied', 'Denied', 'Denegado'),
          choice('withdrawn', 'Withdrawn', 'Retirado'),
          choice('expired', 'Expired', 'Caducado')
        ],
        filter: say('that is {v}', '{v}')
      },
      CHANNEL(),
      { id: 'purpose', name: say('Purpose', 'Finalidad'), type: 'text', column: 'purpose', filter: say('for {v}', 'para {v}') },
      DATE('at', 'Given or changed on', 'Dado o cambiado el'),
      { id: 'source', name: say('Source', 'Origen'), type: 'text', column: 'source' }
    ]
  },
  {
    id: 'surveys',
    name: say('Survey answers', 'Respuestas a encuestas'),
    one: say('survey answer', 'respuesta a encuestas'),
    many: say('survey answers', 'respuestas a encuestas'),
    gender: 'f',
    tables: ['surveys'],
    date: 'date',
    fields: [
      {
        id: 'kind',
        name: say('Kind', 'Tipo'),
        type: 'choice',
        column: 'kind',
        choices: [choice('nps', 'NPS', 'NPS'), choice('csat', 'CSAT', 'CSAT'), choice('ces', 'CES', 'CES')],
        filter: say('of {v}', 'de {v}')
      },
      { id: 'score', name: say('Score', 'Puntuación'), type: 'score', column: 'score' },
      DATE('at'),
      CHANNEL(),
      { id: 'comment', name: say('Comment', 'Comentario'), type: 'text', column: 'comment' },
      {
        id: 'competitor-score',
        name: say('Score of a competitor', 'Puntuación de un competidor'),
        type: 'score',
        column: 'competitor_score'
      }
    ]
  },
  {
    id: 'campaigns',
    name: say('Campaigns', 'Campañas'),
    one: say('campaign', 'campaña'),
    many: say('campaigns', 'campañas'),
    gender: 'f',
    tables: ['campaign_members', 'campaigns'],
    date: 'date',
    fields: [
      { id: 'campaign', name: say('Campaign', 'Campaña'), type: 'choice', column: 'campaign_id', filter: say('called {v}', 'llamada {v}') },
      {
        id: 'goal',
        name: say('Goal', 'Objetivo'),
        type: 'choice',
        column: 'goal',
        choices: [
          choice('acquisition', 'Acquisition', 'Captación'),
          choice('onboarding', 'Onboarding', 'Bienvenida'),
          choice('retention', 'Retention', 'Retención'),
          choice('development', 'Development', 'Desarrollo'),
          choice('winback', 'Win-back', 'Reconquista')
        ],
        filter: say('for {v}', 'de {v}')
      },
      CHANNEL(),
      {
        id: 'group',
        name: say('Group', 'Grupo'),
        type: 'choice',
        column: 'member_group',
        choices: [choice('T', 'Contacted', 'Contactado'), choice('C', 'Control', 'Control')]
      },
      DATE('sent_on', 'Sent on', 'Enviada el'),
      {
        id: 'responded',
        name: say('Responded', 'Respondió'),
        type: 'boolean',
        column: 'responded',
        yes: say('answered', 'con respuesta'),
        no: say('not answered', 'sin respuesta')
      },
      {
        id: 'converted',
        name: say('Bought', 'Compró'),
        type: 'boolean',
        column: 'converted',
        yes: say('with a purchase', 'con compra'),
        no: say('without a purchase', 'sin compra')
      }
    ]
  }
]
