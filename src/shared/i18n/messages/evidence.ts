import { messages } from './messages.ts'

/** What the two numbers of a figure count, what a figure without an answer wants, and why an element is in its state. */
export const evidence = messages({
  en: {
    metrics: {
      k_identified_sales: { numerator: 'sales with a customer', denominator: 'all sales' },
      k_field_completeness: {
        numerator: 'weighted fields filled in and well formed',
        denominator: 'weighted fields of all live customers'
      },
      k_duplicate_rate: { numerator: 'records beyond one per customer', denominator: 'records' },
      k_top20_share: { numerator: 'revenue of the top 20%', denominator: 'revenue of active customers' },
      k_value_diff_coverage: { numerator: 'active customers with a value tier and a needs tag', denominator: 'active customers' },
      k_unrealised_value: { numerator: 'potential beyond what they bring today', denominator: 'active customers with a needs tag' },
      k_interaction_learning: { numerator: 'interactions with an outcome written down', denominator: 'interactions' },
      k_response_rate: { numerator: 'messages answered', denominator: 'messages sent' },
      k_dialogue_ratio: { numerator: 'interactions the customer started', denominator: 'interactions' },
      k_personalised_share: { numerator: 'messages of campaigns aimed at a segment', denominator: 'campaign messages' },
      k_uplift: {
        numerator: '% of the treatment group that bought (n {{treated}}; difference {{low}} to {{high}} pp at 95%)',
        denominator: '% of the control group that bought (n {{control}})'
      },
      k_contactable: { numerator: 'active customers with a valid channel and consent', denominator: 'active customers' },
      k_nps: { numerator: 'promoters minus detractors', denominator: 'answers' },
      k_retention: { numerator: 'of them, active again in the window', denominator: 'customers active in the window before' },
      k_ssc_retention: {
        numerator: 'of them, active in the window',
        denominator: 'strategically significant customers of the window before'
      }
    },
    missing: {
      orders: 'Bring in orders with their customer, date and amount.',
      customers: 'Bring in customers.',
      interactions: 'Bring in interactions: date, channel, direction and outcome of each contact.',
      campaigns: 'Bring in campaigns and who was sent what, with the answers.',
      'campaigns-control': 'Bring in campaigns with a treatment and a control group, and which members bought.',
      consents: 'Bring in consents: who allows marketing, through which channel, and until when.',
      surveys: 'Bring in surveys with NPS answers from 0 to 10.',
      'needs-tags': 'Bring in customers with a column of needs tags: what each one comes to you for.',
      duplicates: 'Bring in customers with an e-mail, a phone or a tax id: without them duplicates can’t be told.',
      metric: 'This figure is not computed yet.',
      'empty-window': 'There is nothing to count in this window.'
    },
    state: {
      ours: 'This rule is ours, not the authors’.',
      noData: '{{kpi}} has no value yet. {{hint}}',
      worsePoints: '{{kpi}} went from {{before}} to {{now}}: worse than the window before by {{margin}} points or more.',
      worseShare: '{{kpi}} went from {{before}} to {{now}}: worse than the window before by {{margin}} or more.',
      largeSegment: '{{segment}}: {{share}} of live customers, above the {{limit}} we watch for.',
      steady: '{{kpi}} has not got clearly worse than in the window before, and no watched segment is above its limit.',
      noComparison: '{{kpi}} is {{now}}; there is no comparable window before it, and no watched segment is above its limit.',
      contained: 'From the elements inside it: {{names}}.',
      containedNone: 'None of the elements inside it has data yet.'
    }
  },
  es: {
    metrics: {
      k_identified_sales: { numerator: 'ventas con cliente', denominator: 'todas las ventas' },
      k_field_completeness: {
        numerator: 'campos ponderados completos y con formato válido',
        denominator: 'campos ponderados de todos los clientes vigentes'
      },
      k_duplicate_rate: { numerator: 'registros de más por cliente', denominator: 'registros' },
      k_top20_share: { numerator: 'ingresos del 20 % superior', denominator: 'ingresos de los clientes activos' },
      k_value_diff_coverage: { numerator: 'clientes activos con nivel de valor y etiqueta de necesidad', denominator: 'clientes activos' },
      k_unrealised_value: {
        numerator: 'potencial por encima de lo que aportan hoy',
        denominator: 'clientes activos con etiqueta de necesidad'
      },
      k_interaction_learning: { numerator: 'interacciones con un resultado anotado', denominator: 'interacciones' },
      k_response_rate: { numerator: 'mensajes respondidos', denominator: 'mensajes enviados' },
      k_dialogue_ratio: { numerator: 'interacciones que inició el cliente', denominator: 'interacciones' },
      k_personalised_share: { numerator: 'mensajes de campañas dirigidas a un segmento', denominator: 'mensajes de campaña' },
      k_uplift: {
        numerator: '% del grupo de tratamiento que compró (n {{treated}}; diferencia de {{low}} a {{high}} pp al 95 %)',
        denominator: '% del grupo de control que compró (n {{control}})'
      },
      k_contactable: { numerator: 'clientes activos con canal válido y consentimiento', denominator: 'clientes activos' },
      k_nps: { numerator: 'promotores menos detractores', denominator: 'respuestas' },
      k_retention: { numerator: 'de ellos, activos también en la ventana', denominator: 'clientes activos en la ventana anterior' },
      k_ssc_retention: {
        numerator: 'de ellos, activos en la ventana',
        denominator: 'clientes estratégicamente significativos de la ventana anterior'
      }
    },
    missing: {
      orders: 'Importe pedidos con su cliente, fecha e importe.',
      customers: 'Importe clientes.',
      interactions: 'Importe interacciones: fecha, canal, dirección y resultado de cada contacto.',
      campaigns: 'Importe campañas y a quién se envió cada una, con las respuestas.',
      'campaigns-control': 'Importe campañas con grupo de tratamiento y de control, y qué miembros compraron.',
      consents: 'Importe consentimientos: quién permite el marketing, por qué canal y hasta cuándo.',
      surveys: 'Importe encuestas con respuestas NPS de 0 a 10.',
      'needs-tags': 'Importe clientes con una columna de etiquetas de necesidad: a qué viene cada uno.',
      duplicates: 'Traiga clientes con correo, teléfono o NIF: sin ellos no se pueden reconocer los duplicados.',
      metric: 'Esta cifra todavía no se calcula.',
      'empty-window': 'No hay nada que contar en esta ventana.'
    },
    state: {
      ours: 'Esta regla es nuestra, no de los autores.',
      noData: '{{kpi}} aún no tiene valor. {{hint}}',
      worsePoints: '{{kpi}} pasó de {{before}} a {{now}}: peor que en la ventana anterior por {{margin}} puntos o más.',
      worseShare: '{{kpi}} pasó de {{before}} a {{now}}: peor que en la ventana anterior por {{margin}} o más.',
      largeSegment: '{{segment}}: {{share}} de los clientes vigentes, por encima del {{limit}} que vigilamos.',
      steady: '{{kpi}} no ha empeorado claramente frente a la ventana anterior y ningún segmento vigilado supera su límite.',
      noComparison: '{{kpi}} es {{now}}; no hay una ventana anterior comparable y ningún segmento vigilado supera su límite.',
      contained: 'Según los elementos que contiene: {{names}}.',
      containedNone: 'Ninguno de los elementos que contiene tiene datos todavía.'
    }
  }
})
