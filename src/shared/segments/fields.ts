import { say, type Choice, type FieldDefinition } from './field-types.ts'

const choice = (value: string, en: string, es: string): Choice => ({ value, name: say(en, es) })

const LIFECYCLE_CHOICES: readonly Choice[] = [
  choice('prospect', 'Prospect', 'Prospecto'),
  choice('new', 'New', 'Nuevo'),
  choice('active', 'Active', 'Activo'),
  choice('won_back', 'Won back', 'Reconquistado'),
  choice('at_risk', 'At risk', 'En riesgo'),
  choice('lapsed', 'Lapsed', 'Inactivo'),
  choice('lost', 'Lost', 'Perdido')
]

/** What the customer's own record says, now. */
const IDENTITY: readonly FieldDefinition[] = [
  { id: 'name', name: say('Name', 'Nombre'), type: 'text', column: 'name', whose: say('whose name', 'cuyo nombre') },
  {
    id: 'external-id',
    name: say('Customer number', 'Número de cliente'),
    type: 'text',
    column: 'external_id',
    whose: say('whose customer number', 'cuyo número de cliente')
  },
  {
    id: 'type',
    name: say('Person or company', 'Persona o empresa'),
    type: 'choice',
    column: 'type',
    choices: [choice('person', 'Person', 'Persona'), choice('company', 'Company', 'Empresa')],
    whose: say('whose type', 'cuyo tipo')
  },
  {
    id: 'email',
    name: say('E-mail', 'Correo electrónico'),
    type: 'text',
    column: 'email',
    whose: say('whose e-mail', 'cuyo correo electrónico')
  },
  { id: 'phone', name: say('Phone', 'Teléfono'), type: 'text', column: 'phone', whose: say('whose phone', 'cuyo teléfono') },
  {
    id: 'tax-id',
    name: say('Tax number', 'Número fiscal'),
    type: 'text',
    column: 'tax_id',
    whose: say('whose tax number', 'cuyo número fiscal')
  },
  { id: 'language', name: say('Language', 'Idioma'), type: 'text', column: 'language', whose: say('whose language', 'cuyo idioma') },
  {
    id: 'birth-date',
    name: say('Date of birth', 'Fecha de nacimiento'),
    type: 'date',
    column: 'birth_date',
    whose: say('whose date of birth', 'cuya fecha de nacimiento')
  },
  { id: 'notes', name: say('Notes', 'Notas'), type: 'text', column: 'notes', whose: say('whose notes', 'cuyo campo de notas') }
]

const PLACE: readonly FieldDefinition[] = [
  { id: 'address', name: say('Address', 'Dirección'), type: 'text', column: 'address', whose: say('whose address', 'cuya dirección') },
  { id: 'city', name: say('City', 'Ciudad'), type: 'text', column: 'city', whose: say('whose city', 'cuya ciudad') },
  { id: 'region', name: say('Region', 'Región'), type: 'text', column: 'region', whose: say('whose region', 'cuya región') },
  {
    id: 'postal-code',
    name: say('Postal code', 'Código postal'),
    type: 'text',
    column: 'postal_code',
    whose: say('whose postal code', 'cuyo código postal')
  },
  { id: 'country', name: say('Country', 'País'), type: 'text', column: 'country', whose: say('whose country', 'cuyo país') }
]

const RELATION: readonly FieldDefinition[] = [
  { id: 'segment', name: say('Segment', 'Segmento'), type: 'segment', column: '' },
  { id: 'tags', name: say('Needs tags', 'Etiquetas de necesidad'), type: 'tags', column: 'needs_tags' },
  {
    id: 'flags',
    name: say('Flags set by hand', 'Marcas puestas a mano'),
    type: 'tags',
    column: 'flags',
    choices: [
      choice('benchmark', 'Benchmark', 'Referente'),
      choice('inspiration', 'Inspiration', 'Inspirador'),
      choice('door_opener', 'Door opener', 'Abrepuertas'),
      choice('cost_magnet', 'Cost magnet', 'Imán de costos'),
      choice('exclude', 'Kept out of the strategic ones', 'Excluido de los estratégicos')
    ]
  },
  {
    id: 'status',
    name: say('State of the record', 'Estado de la ficha'),
    type: 'choice',
    column: 'status',
    choices: [choice('prospect', 'Prospect', 'Prospecto'), choice('customer', 'Customer', 'Cliente'), choice('lost', 'Lost', 'Perdido')],
    whose: say('whose record’s state', 'cuyo estado en la ficha')
  },
  {
    id: 'lost-reason',
    name: say('Reason of the loss', 'Motivo de la pérdida'),
    type: 'choice',
    column: 'lost_reason',
    choices: [
      choice('competitor', 'Competitor', 'Competencia'),
      choice('price', 'Price', 'Precio'),
      choice('service', 'Service', 'Servicio'),
      choice('moved_away', 'Moved away', 'Se mudó'),
      choice('closed', 'Closed', 'Cerró'),
      choice('deceased', 'Deceased', 'Falleció'),
      choice('no_need', 'No need any more', 'Ya no lo necesita'),
      choice('unknown', 'Unknown', 'Desconocido')
    ],
    whose: say('whose reason of loss', 'cuyo motivo de pérdida')
  },
  {
    id: 'acquired',
    name: say('Customer since', 'Cliente desde'),
    type: 'date',
    column: 'acquisition_date',
    isEvent: true,
    whose: say('whose start as a customer', 'cuya alta como cliente')
  },
  {
    id: 'acquisition-channel',
    name: say('Came through', 'Llegó por'),
    type: 'text',
    column: 'acquisition_channel',
    whose: say('whose channel of arrival', 'cuyo canal de llegada')
  },
  {
    id: 'acquisition-campaign',
    name: say('Came with the campaign', 'Llegó con la campaña'),
    type: 'choice',
    column: 'acquisition_campaign_id',
    whose: say('whose campaign of arrival', 'cuya campaña de llegada')
  },
  { id: 'partner', name: say('Partner', 'Socio'), type: 'text', column: 'partner_id', whose: say('whose partner', 'cuyo socio') },
  {
    id: 'owner',
    name: say('Looked after by', 'Responsable'),
    type: 'text',
    column: 'owner_user',
    whose: say('whose person in charge', 'cuyo responsable')
  },
  {
    id: 'wallet',
    name: say('Estimated total spend', 'Gasto total estimado'),
    type: 'amount',
    column: 'wallet_estimate_minor',
    whose: say('whose estimated total spend', 'cuyo gasto total estimado')
  },
  {
    id: 'created',
    name: say('Record made', 'Ficha creada'),
    type: 'date',
    column: 'created_at',
    isEvent: true,
    whose: say('whose record', 'cuya ficha')
  },
  {
    id: 'updated',
    name: say('Record last changed', 'Ficha cambiada por última vez'),
    type: 'date',
    column: 'updated_at',
    isEvent: true,
    whose: say('whose record’s last change', 'cuyo último cambio en la ficha')
  }
]

/** What figures say of the customer at the as-of date: columns of `customer_metrics`. */
const BUYING: readonly FieldDefinition[] = [
  {
    id: 'orders',
    name: say('Orders, all time', 'Pedidos, histórico'),
    type: 'count',
    column: 'orders',
    whose: say('whose number of orders', 'cuyo número de pedidos')
  },
  {
    id: 'order-days',
    name: say('Days with an order', 'Días con pedido'),
    type: 'count',
    column: 'order_days',
    whose: say('whose number of days with an order', 'cuyo número de días con pedido')
  },
  {
    id: 'first-order',
    name: say('First order', 'Primera compra'),
    type: 'date',
    column: 'first_order_date',
    isEvent: true,
    whose: say('whose first order', 'cuya primera compra')
  },
  {
    id: 'last-order',
    name: say('Last order', 'Última compra'),
    type: 'date',
    column: 'last_order_date',
    isEvent: true,
    whose: say('whose last order', 'cuya última compra')
  },
  {
    id: 'recency',
    name: say('Days since the last order', 'Días desde la última compra'),
    type: 'days',
    column: 'recency_days',
    whose: say('whose time since the last order', 'cuyo tiempo desde la última compra')
  }
]

const VALUE: readonly FieldDefinition[] = [
  {
    id: 'revenue',
    name: say('Revenue, all time', 'Ingresos, histórico'),
    type: 'amount',
    column: 'revenue_minor',
    whose: say('whose revenue of all time', 'cuyo ingreso histórico')
  },
  {
    id: 'revenue-window',
    name: say('Revenue in the window', 'Ingresos en la ventana'),
    type: 'amount',
    column: 'revenue_window_minor',
    whose: say('whose revenue in the window', 'cuyo ingreso en la ventana')
  },
  {
    id: 'margin-window',
    name: say('Margin in the window', 'Margen en la ventana'),
    type: 'amount',
    column: 'margin_window_minor',
    whose: say('whose margin in the window', 'cuyo margen en la ventana')
  },
  {
    id: 'average-order',
    name: say('Average order', 'Pedido medio'),
    type: 'amount',
    column: 'average_order_minor',
    whose: say('whose average order', 'cuyo pedido medio')
  },
  {
    id: 'lifetime-value',
    name: say('Lifetime value (CLV)', 'Valor de vida (CLV)'),
    type: 'amount',
    column: 'clv_minor',
    whose: say('whose lifetime value (CLV)', 'cuyo valor de vida (CLV)')
  },
  {
    id: 'strategic',
    name: say('Strategically significant', 'Estratégicamente significativo'),
    type: 'boolean',
    column: 'is_ssc',
    yes: say('who are strategically significant', 'que son estratégicamente significativos'),
    no: say('who are not strategically significant', 'que no son estratégicamente significativos')
  }
]

const SCORES: readonly FieldDefinition[] = [
  {
    id: 'lifecycle',
    name: say('Lifecycle', 'Ciclo de vida'),
    type: 'choice',
    column: 'lifecycle',
    choices: LIFECYCLE_CHOICES,
    whose: say('whose lifecycle state', 'cuyo estado del ciclo de vida')
  },
  {
    id: 'rfm',
    name: say('RFM segment', 'Segmento RFM'),
    type: 'choice',
    column: 'rfm_segment',
    whose: say('whose RFM segment', 'cuyo segmento RFM')
  },
  {
    id: 'r',
    name: say('Recency score (R)', 'Puntaje de recencia (R)'),
    type: 'score',
    column: 'r',
    whose: say('whose recency score', 'cuyo puntaje de recencia')
  },
  {
    id: 'f',
    name: say('Frequency score (F)', 'Puntaje de frecuencia (F)'),
    type: 'score',
    column: 'f',
    whose: say('whose frequency score', 'cuyo puntaje de frecuencia')
  },
  {
    id: 'm',
    name: say('Monetary score (M)', 'Puntaje monetario (M)'),
    type: 'score',
    column: 'm',
    whose: say('whose monetary score', 'cuyo puntaje monetario')
  },
  {
    id: 'alive',
    name: say('Probability of still being a customer', 'Probabilidad de seguir siendo cliente'),
    type: 'share',
    column: 'p_alive',
    whose: say('whose probability of still being a customer', 'cuya probabilidad de seguir siendo cliente')
  }
]

export interface FieldGroup {
  readonly id: string
  readonly name: FieldDefinition['name']
  /** Columns of the customer's record, or of its figures. */
  readonly table: 'customers' | 'customer_metrics'
  readonly fields: readonly FieldDefinition[]
}

/** Everything a rule may ask about the customer itself, in the order it is offered. */
export const FIELD_GROUPS: readonly FieldGroup[] = [
  { id: 'buying', name: say('Buying', 'Compras'), table: 'customer_metrics', fields: BUYING },
  { id: 'value', name: say('Value', 'Valor'), table: 'customer_metrics', fields: VALUE },
  { id: 'scores', name: say('Scores and states', 'Puntajes y estados'), table: 'customer_metrics', fields: SCORES },
  { id: 'relation', name: say('Relationship', 'Relación'), table: 'customers', fields: RELATION },
  { id: 'place', name: say('Place', 'Lugar'), table: 'customers', fields: PLACE },
  { id: 'identity', name: say('Identity', 'Identidad'), table: 'customers', fields: IDENTITY }
]
