import { evidenceMetricsA } from './evidence-metrics-a.ts'
import { evidenceMetricsB } from './evidence-metrics-b.ts'
import { messages } from './messages.ts'

/** What the two numbers of a figure count, what a figure without an answer wants, and why an element is in its state. */
export const evidence = messages({
  en: {
    metrics: {
      ...evidenceMetricsA.en.metrics,
      ...evidenceMetricsB.en.metrics,
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
        numerator:
          'bought: {{treatedBought}} of the {{treated}} treated, in the campaigns that have a control group (taken together: our choice)',
        denominator: 'bought: {{controlBought}} of the {{control}} in their control groups'
      },
      k_contactable: { numerator: 'active customers with a valid channel and consent', denominator: 'active customers' },
      k_nps: { numerator: 'promoters minus detractors ({{promoters}}\u00a0−\u00a0{{detractors}})', denominator: 'respondents' },
      k_below_zero_share: {
        numerator: 'active customers whose margin does not cover their cost to serve',
        denominator: 'active customers'
      },
      k_retention: { numerator: 'of them, active again in the window', denominator: 'customers active in the window before' },
      k_ssc_retention: {
        numerator: 'of them, active in the window',
        denominator: 'strategically significant customers of the window before'
      }
    },
    listed: {
      ...evidenceMetricsA.en.listed,
      ...evidenceMetricsB.en.listed,
      k_identified_sales: {
        numerator: 'customers behind {{amount}} of sales',
        denominator: 'customers who bought; {{rest}} of sales have no customer'
      },
      k_field_completeness: {
        numerator: 'customers with at least one field filled in and well formed',
        denominator: 'live customers'
      },
      k_duplicate_rate: { numerator: 'records beyond the oldest of each group', denominator: 'records' },
      k_top20_share: {
        numerator: 'the 20% of active customers behind {{amount}}',
        denominator: 'active customers behind {{amount}}'
      },
      k_value_diff_coverage: { numerator: 'active customers with a value tier and a needs tag', denominator: 'active customers' },
      k_unrealised_value: {
        numerator: 'customers who could bring {{amount}} more',
        denominator: 'active customers with a needs tag'
      },
      k_below_zero_share: {
        numerator: 'active customers whose margin does not cover their cost to serve',
        denominator: 'active customers'
      },
      k_interaction_learning: {
        numerator: 'customers behind {{amount}} interactions with an outcome',
        denominator: 'customers behind {{amount}} interactions'
      },
      k_response_rate: {
        numerator: 'customers who answered {{amount}} messages',
        denominator: 'customers who were sent {{amount}} messages'
      },
      k_dialogue_ratio: {
        numerator: 'customers who started {{amount}} interactions',
        denominator: 'customers behind {{amount}} interactions'
      },
      k_personalised_share: {
        numerator: 'customers who were sent {{amount}} messages aimed at a segment',
        denominator: 'customers who were sent {{amount}} messages'
      },
      k_uplift: { numerator: 'treated customers who bought', denominator: 'customers of the control groups who bought' },
      k_contactable: { numerator: 'active customers with a valid channel and consent', denominator: 'active customers' },
      k_nps: {
        numerator: 'respondents who are promoters ({{promoters}}) or detractors ({{detractors}})',
        denominator: 'respondents'
      },
      k_retention: {
        numerator: 'customers active in both windows',
        denominator: 'customers active in the window before'
      },
      k_ssc_retention: {
        numerator: 'significant customers of the window before who are active',
        denominator: 'significant customers of the window before'
      }
    },
    noTrend: {
      now: 'Not compared: it is read from how things stand now; how they stood a window ago is not kept.',
      empty: 'Not compared: the window before holds no data for it.',
      short: 'Not compared: the orders do not reach back over the whole window before.',
      forecast: 'Not compared: for the window before, another model would have to be fitted to what came before it.',
      records: 'Not compared: a record keeps only its last change, so how fresh it was a window ago can no longer be told.'
    },
    missing: {
      ...evidenceMetricsA.en.missing,
      ...evidenceMetricsB.en.missing,
      orders: 'Bring in orders with their customer, date and amount.',
      customers: 'Bring in customers.',
      interactions: 'Bring in interactions: date, channel, direction and outcome of each contact.',
      campaigns: 'Bring in campaigns and who was sent what, with the answers.',
      'campaigns-control': 'Bring in campaigns with a treatment and a control group, and which members bought.',
      costs: 'Bring in what customers cost: orders with their cost, or service costs, interactions or complaints with a cost.',
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
      targetMet: {
        up: '{{kpi}} is at {{now}}: it reaches its target of {{target}}.',
        down: '{{kpi}} is at {{now}}: it keeps within its target of {{target}}.'
      },
      targetMissed: {
        up: '{{kpi}} is at {{now}}: below its target of {{target}}.',
        down: '{{kpi}} is at {{now}}: above its target of {{target}}.'
      },
      largeSegment: '{{segment}}: {{share}} of live customers, above the {{limit}} we watch for.',
      steady:
        'Compared with the window before: {{kpis}}. None got clearly worse (by {{points}} points, or {{part}} of its value), and no watched segment is above its limit.',
      notCompared:
        'None of its figures that has a better and a worse side can be compared with the window before, and no watched segment is above its limit.',
      contained: 'From the elements inside it: {{names}}.',
      containedNone: 'None of the elements inside it has data yet.',
      part: 'It has no figures of its own: it is part of {{names}}, where the figures are.',
      segmentNoData: '“{{segment}}” can’t be told yet. {{hint}}',
      segmentsOnly:
        'It has segments and no figure, so nothing is compared with the window before, and no watched segment is above its limit.',
      nothingLinked: 'No figure and no segment is linked to it.'
    }
  },
  es: {
    metrics: {
      ...evidenceMetricsA.es.metrics,
      ...evidenceMetricsB.es.metrics,
      k_identified_sales: { numerator: 'ventas con cliente', denominator: 'todas las ventas' },
      k_field_completeness: {
        numerator: 'campos ponderados completos y con formato válido',
        denominator: 'campos ponderados de todos los clientes vigentes'
      },
      k_duplicate_rate: { numerator: 'registros de más por cliente', denominator: 'registros' },
      k_top20_share: { numerator: 'ingresos del 20 % superior', denominator: 'ingresos de los clientes activos' },
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
        numerator:
          'compró: {{treatedBought}} de los {{treated}} tratados, en las campañas que tienen grupo de control (tomadas juntas: elección nuestra)',
        denominator: 'compró: {{controlBought}} de los {{control}} de sus grupos de control'
      },
      k_contactable: { numerator: 'clientes activos con canal válido y consentimiento', denominator: 'clientes activos' },
      k_nps: { numerator: 'promotores menos detractores ({{promoters}}\u00a0−\u00a0{{detractors}})', denominator: 'encuestados' },
      k_below_zero_share: { numerator: 'clientes activos cuyo margen no cubre su costo de servir', denominator: 'clientes activos' },
      k_retention: { numerator: 'de ellos, activos también en la ventana', denominator: 'clientes activos en la ventana anterior' },
      k_ssc_retention: {
        numerator: 'de ellos, activos en la ventana',
        denominator: 'clientes estratégicamente significativos de la ventana anterior'
      }
    },
    listed: {
      ...evidenceMetricsA.es.listed,
      ...evidenceMetricsB.es.listed,
      k_identified_sales: {
        numerator: 'clientes detrás de {{amount}} de ventas',
        denominator: 'clientes que compraron; {{rest}} de ventas no tienen cliente'
      },
      k_field_completeness: {
        numerator: 'clientes con al menos un campo completo y con formato válido',
        denominator: 'clientes vigentes'
      },
      k_duplicate_rate: { numerator: 'registros de más, sin el más antiguo de cada grupo', denominator: 'registros' },
      k_top20_share: {
        numerator: 'el 20 % de los clientes activos detrás de {{amount}}',
        denominator: 'clientes activos detrás de {{amount}}'
      },
      k_value_diff_coverage: { numerator: 'clientes activos con nivel de valor y etiqueta de necesidad', denominator: 'clientes activos' },
      k_unrealised_value: {
        numerator: 'clientes que podrían aportar {{amount}} más',
        denominator: 'clientes activos con etiqueta de necesidad'
      },
      k_below_zero_share: {
        numerator: 'clientes activos cuyo margen no cubre su costo de servir',
        denominator: 'clientes activos'
      },
      k_interaction_learning: {
        numerator: 'clientes detrás de {{amount}} interacciones con resultado anotado',
        denominator: 'clientes detrás de {{amount}} interacciones'
      },
      k_response_rate: {
        numerator: 'clientes que respondieron {{amount}} mensajes',
        denominator: 'clientes que recibieron {{amount}} mensajes'
      },
      k_dialogue_ratio: {
        numerator: 'clientes que iniciaron {{amount}} interacciones',
        denominator: 'clientes detrás de {{amount}} interacciones'
      },
      k_personalised_share: {
        numerator: 'clientes que recibieron {{amount}} mensajes dirigidos a un segmento',
        denominator: 'clientes que recibieron {{amount}} mensajes'
      },
      k_uplift: { numerator: 'clientes tratados que compraron', denominator: 'clientes de los grupos de control que compraron' },
      k_contactable: { numerator: 'clientes activos con canal válido y consentimiento', denominator: 'clientes activos' },
      k_nps: {
        numerator: 'encuestados que son promotores ({{promoters}}) o detractores ({{detractors}})',
        denominator: 'encuestados'
      },
      k_retention: {
        numerator: 'clientes activos en ambas ventanas',
        denominator: 'clientes activos en la ventana anterior'
      },
      k_ssc_retention: {
        numerator: 'clientes significativos de la ventana anterior que siguen activos',
        denominator: 'clientes significativos de la ventana anterior'
      }
    },
    noTrend: {
      now: 'Sin comparación: se lee de cómo está todo ahora; no se guarda cómo estaba hace una ventana.',
      empty: 'Sin comparación: en la ventana anterior no hay datos para calcularla.',
      short: 'Sin comparación: los pedidos no llegan a cubrir toda la ventana anterior.',
      forecast: 'Sin comparación: para la ventana anterior habría que ajustar otro modelo con lo que hubo antes de ella.',
      records: 'Sin comparación: una ficha guarda solo su último cambio, así que ya no se sabe cuán vigente estaba hace una ventana.'
    },
    missing: {
      ...evidenceMetricsA.es.missing,
      ...evidenceMetricsB.es.missing,
      orders: 'Importe pedidos con su cliente, fecha e importe.',
      customers: 'Importe clientes.',
      interactions: 'Importe interacciones: fecha, canal, dirección y resultado de cada contacto.',
      campaigns: 'Importe campañas y a quién se envió cada una, con las respuestas.',
      'campaigns-control': 'Importe campañas con grupo de tratamiento y de control, y qué miembros compraron.',
      costs: 'Importe lo que cuestan los clientes: pedidos con su costo, o costos de servicio, interacciones o quejas con costo.',
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
      targetMet: {
        up: '{{kpi}} está en {{now}}: alcanza su objetivo de {{target}}.',
        down: '{{kpi}} está en {{now}}: no pasa de su objetivo de {{target}}.'
      },
      targetMissed: {
        up: '{{kpi}} está en {{now}}: por debajo de su objetivo de {{target}}.',
        down: '{{kpi}} está en {{now}}: por encima de su objetivo de {{target}}.'
      },
      largeSegment: '{{segment}}: {{share}} de los clientes vigentes, por encima del {{limit}} que vigilamos.',
      steady:
        'Comparado con la ventana anterior: {{kpis}}. Nada empeoró claramente ({{points}} puntos, o un {{part}} de su valor) y ningún segmento vigilado supera su límite.',
      notCompared:
        'Ninguna de sus cifras con un lado mejor y otro peor puede compararse con la ventana anterior y ningún segmento vigilado supera su límite.',
      contained: 'Según los elementos que contiene: {{names}}.',
      containedNone: 'Ninguno de los elementos que contiene tiene datos todavía.',
      part: 'No tiene cifras propias: forma parte de {{names}}, donde están las cifras.',
      segmentNoData: '«{{segment}}» aún no se puede saber. {{hint}}',
      segmentsOnly:
        'Tiene segmentos y ninguna cifra, así que nada se compara con la ventana anterior, y ningún segmento vigilado supera su límite.',
      nothingLinked: 'No hay ninguna cifra ni ningún segmento vinculados.'
    }
  }
})
