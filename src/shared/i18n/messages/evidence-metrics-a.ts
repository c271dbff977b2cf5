import { messages } from './messages.ts'

/** What the two numbers of a figure count, whom its lists hold, and what it wants: the figures of QCi. */
export const evidenceMetricsA = messages({
  en: {
    metrics: {
      k_single_view: { numerator: 'orders and interactions with a customer', denominator: 'orders and interactions' },
      k_forecast_error: {
        numerator: 'repeat orders missed or predicted in excess ({{predicted}} predicted)',
        denominator: 'repeat orders in the window, which the model did not see'
      },
      k_first_response: { numerator: 'answered', denominator: 'complaints and enquiries opened' },
      k_channel_consistency: {
        numerator: 'satisfied in the best channel, {{best}} ({{bestAnswers}} answers)',
        denominator: 'in the worst, {{worst}} ({{worstAnswers}} answers)'
      },
      k_lead_conversion: { numerator: 'of them, bought within 90 days', denominator: 'prospects put on record, with 90 days to follow' },
      k_target_hit: { numerator: 'new customers in the target segment', denominator: 'new customers' },
      k_cac: { numerator: 'cost of acquisition campaigns begun in the window', denominator: 'new customers' },
      k_cac_crc: {
        numerator: 'to win one customer ({{won}} new)',
        denominator: 'to keep one ({{kept}} retained)'
      },
      k_welcome_coverage: { numerator: 'of them, welcomed within 7 days of the first order', denominator: 'new customers' },
      k_second_purchase: {
        numerator: 'of them, bought on a second day within 90 days',
        denominator: 'new customers with 90 days to follow'
      },
      k_on_time: { numerator: 'delivered on or before the promised date', denominator: 'orders with both dates' },
      k_complaint_rate: { numerator: 'complaints opened', denominator: 'valid orders' },
      k_resolution_sla: {
        numerator: 'resolved within 72 hours',
        denominator: 'complaints resolved, or open for more than 72 hours'
      },
      k_recovery_sat: { numerator: 'satisfied with the solution (4 or 5 of 5)', denominator: 'resolved complaints with a mark' },
      k_post_complaint_ret: {
        numerator: 'of them, bought in the 180 days after',
        denominator: 'customers whose complaint was resolved 180 days ago or earlier'
      },
      k_csat: { numerator: 'answers of 4 or 5 of 5', denominator: 'satisfaction answers' },
      k_churn: { numerator: 'of them, not active in the window', denominator: 'customers active in the window before' },
      k_cross_category: { numerator: 'categories bought, added up over customers', denominator: 'active customers' },
      k_arpc_growth: {
        numerator: 'revenue of the customers active in both windows',
        denominator: 'their revenue in the window before'
      },
      k_winback_rate: {
        numerator: 'of them, bought within 60 days of the message',
        denominator: 'lapsed or lost customers sent a winback message'
      },
      k_winback_roi: {
        numerator: 'margin of the {{returned}} who came back, in the 180 days from their return, less the cost',
        denominator: 'cost of the winback campaigns ({{contacted}} lapsed or lost customers contacted)'
      },
      k_campaign_roi: {
        numerator: 'margin beyond the control groups’, less the cost, over {{campaigns}} campaigns (taken together: our choice)',
        denominator: 'cost of those campaigns ({{treated}} treated, {{control}} in control groups)'
      },
      k_prop_coverage: {
        numerator: 'with an owner and a proposition, reviewed in the last 12 months',
        denominator: 'segments of your own (taken for the priority ones: our choice)'
      },
      k_prop_fit: {
        numerator: 'satisfied in the target segment ({{targetAnswers}} answers)',
        denominator: 'among all other respondents ({{otherAnswers}} answers)'
      },
      k_segment_plan: { numerator: 'revenue of segments with an open action', denominator: 'all revenue' },
      k_competitor_losses: { numerator: 'went to a competitor', denominator: 'lost customers whose reason is known' },
      k_kpi_coverage: { numerator: 'with at least one figure that has a value', denominator: 'elements of the model' },
      k_maturity: { numerator: 'statements answered in the newest round', denominator: 'statements' }
    },
    listed: {
      k_single_view: {
        numerator: 'customers behind {{amount}} orders and interactions',
        denominator: 'customers with an order or an interaction; {{rest}} have no customer'
      },
      k_forecast_error: {
        numerator: 'customers of before who bought again in the window',
        denominator: 'customers who had bought before the window'
      },
      k_first_response: {
        numerator: 'customers behind {{amount}} answered',
        denominator: 'customers behind {{amount}} complaints and enquiries'
      },
      k_channel_consistency: {
        numerator: 'customers who answered in {{best}}',
        denominator: 'customers who answered in {{worst}}'
      },
      k_lead_conversion: { numerator: 'prospects who bought within 90 days', denominator: 'prospects put on record' },
      k_target_hit: { numerator: 'new customers in the target segment', denominator: 'new customers' },
      k_cac: { numerator: 'new customers', denominator: 'new customers' },
      k_cac_crc: { numerator: 'new customers', denominator: 'customers retained' },
      k_welcome_coverage: { numerator: 'new customers welcomed within 7 days', denominator: 'new customers' },
      k_second_purchase: {
        numerator: 'new customers who bought on a second day within 90 days',
        denominator: 'new customers with 90 days to follow'
      },
      k_on_time: {
        numerator: 'customers behind {{amount}} deliveries on time',
        denominator: 'customers behind {{amount}} deliveries with both dates'
      },
      k_complaint_rate: { numerator: 'customers behind {{amount}} complaints', denominator: 'active customers' },
      k_resolution_sla: {
        numerator: 'customers behind {{amount}} complaints resolved within 72 hours',
        denominator: 'customers behind {{amount}} complaints resolved, or open for more than 72 hours'
      },
      k_recovery_sat: {
        numerator: 'customers behind {{amount}} complaints solved to their satisfaction',
        denominator: 'customers behind {{amount}} resolved complaints with a mark'
      },
      k_post_complaint_ret: {
        numerator: 'customers who bought in the 180 days after their complaint was resolved',
        denominator: 'customers whose complaint was resolved 180 days ago or earlier'
      },
      k_csat: { numerator: 'customers behind {{amount}} answers of 4 or 5', denominator: 'customers behind {{amount}} answers' },
      k_churn: {
        numerator: 'customers of the window before who are not active',
        denominator: 'customers active in the window before'
      },
      k_cross_category: { numerator: 'active customers who bought in some category', denominator: 'active customers' },
      k_arpc_growth: { numerator: 'customers active in both windows', denominator: 'customers active in both windows' },
      k_winback_rate: {
        numerator: 'customers who came back within 60 days of the message',
        denominator: 'lapsed or lost customers sent a winback message'
      },
      k_winback_roi: {
        numerator: 'customers who came back within 60 days of the message',
        denominator: 'lapsed or lost customers sent a winback message'
      },
      k_campaign_roi: {
        numerator: 'treated customers who bought',
        denominator: 'members of those campaigns, treated and control'
      },
      k_prop_coverage: { numerator: 'segments with a proposition', denominator: 'segments of your own' },
      k_prop_fit: {
        numerator: 'customers of the target segment who answered',
        denominator: 'other customers who answered'
      },
      k_segment_plan: {
        numerator: 'customers of segments with an open action, behind {{amount}}',
        denominator: 'active customers'
      },
      k_competitor_losses: {
        numerator: 'lost customers who went to a competitor',
        denominator: 'lost customers whose reason is known'
      },
      k_kpi_coverage: { numerator: 'elements with a figure', denominator: 'elements of the model' },
      k_maturity: { numerator: 'statements answered', denominator: 'statements' }
    },
    missing: {
      complaints: 'Bring in complaints: who complained, when, and when it was answered and resolved.',
      'order-lines': 'Bring in order lines with the category of each product.',
      csat: 'Bring in satisfaction surveys (CSAT) with answers from 1 to 5.',
      'csat-channels': 'Bring in satisfaction surveys (CSAT) with the channel each answer is about.',
      'csat-two-channels': 'Comparing channels takes at least two with 10 satisfaction answers each in the window.',
      'complaint-satisfaction': 'Bring in resolved complaints with how satisfied each customer was, from 1 to 5.',
      enquiries: 'Bring in complaints, or enquiries of customers, with when each one was first answered.',
      'first-response': 'Bring in when complaints and enquiries were first answered.',
      deliveries: 'Bring in orders with the promised and the delivered date.',
      'lost-reasons': 'Bring in lost customers with the reason: competitor, price, service…',
      welcomes: 'Bring in interactions of the kind “welcome”: whom you welcomed, and when.',
      prospects: 'Bring in prospects: customers with the date you first heard of them, before they bought.',
      'campaigns-acquisition':
        'Bring in campaigns with the goal “acquisition”, their start date and what they cost; none began in this window.',
      'campaigns-retention':
        'Bring in campaigns with the goal “retention”, “onboarding” or “development”, their start date and what they cost; none began in this window.',
      'campaigns-winback': 'Bring in campaigns with the goal “winback” and whom each was sent to, with the date.',
      'campaigns-winback-cost': 'Bring in campaigns with the goal “winback”, whom each was sent to, and what they cost.',
      'campaigns-roi': 'Bring in campaigns with what they cost, a treatment and a control group, and which members bought.',
      'target-segment': 'Save the segment you aim at under the name “target”: the figure compares it with the others.',
      propositions:
        'No segment of your own has a proposition yet. Enter the figure by hand, or keep segments with an owner, a proposition and a review date.',
      model: 'This figure is about a whole model: open it in one.',
      assessment: 'Rate the statements of this model’s assessment.'
    }
  },
  es: {
    metrics: {
      k_single_view: { numerator: 'pedidos e interacciones con cliente', denominator: 'pedidos e interacciones' },
      k_forecast_error: {
        numerator: 'pedidos de recompra de menos o de más en el pronóstico ({{predicted}} pronosticados)',
        denominator: 'pedidos de recompra en la ventana, que el modelo no vio'
      },
      k_first_response: { numerator: 'respondidas', denominator: 'quejas y consultas abiertas' },
      k_channel_consistency: {
        numerator: 'satisfechos en el mejor canal, {{best}} ({{bestAnswers}} respuestas)',
        denominator: 'en el peor, {{worst}} ({{worstAnswers}} respuestas)'
      },
      k_lead_conversion: {
        numerator: 'de ellos, compraron en 90 días',
        denominator: 'prospectos registrados, con 90 días para seguirlos'
      },
      k_target_hit: { numerator: 'clientes nuevos del segmento objetivo', denominator: 'clientes nuevos' },
      k_cac: { numerator: 'costo de las campañas de captación iniciadas en la ventana', denominator: 'clientes nuevos' },
      k_cac_crc: {
        numerator: 'por captar un cliente ({{won}} nuevos)',
        denominator: 'por conservar uno ({{kept}} retenidos)'
      },
      k_welcome_coverage: { numerator: 'de ellos, con bienvenida en los 7 días tras el primer pedido', denominator: 'clientes nuevos' },
      k_second_purchase: {
        numerator: 'de ellos, compraron un segundo día en 90 días',
        denominator: 'clientes nuevos con 90 días para seguirlos'
      },
      k_on_time: { numerator: 'entregados en la fecha prometida o antes', denominator: 'pedidos con ambas fechas' },
      k_complaint_rate: { numerator: 'quejas abiertas', denominator: 'pedidos válidos' },
      k_resolution_sla: {
        numerator: 'resueltas en 72 horas',
        denominator: 'quejas resueltas, o abiertas desde hace más de 72 horas'
      },
      k_recovery_sat: { numerator: 'satisfechos con la solución (4 o 5 de 5)', denominator: 'quejas resueltas con una nota' },
      k_post_complaint_ret: {
        numerator: 'de ellos, compraron en los 180 días siguientes',
        denominator: 'clientes cuya queja se resolvió hace 180 días o más'
      },
      k_csat: { numerator: 'respuestas de 4 o 5 sobre 5', denominator: 'respuestas de satisfacción' },
      k_churn: { numerator: 'de ellos, no activos en la ventana', denominator: 'clientes activos en la ventana anterior' },
      k_cross_category: { numerator: 'categorías compradas, sumadas por cliente', denominator: 'clientes activos' },
      k_arpc_growth: {
        numerator: 'ingresos de los clientes activos en ambas ventanas',
        denominator: 'sus ingresos en la ventana anterior'
      },
      k_winback_rate: {
        numerator: 'de ellos, compraron en los 60 días tras el mensaje',
        denominator: 'clientes inactivos o perdidos a los que se envió un mensaje de reconquista'
      },
      k_winback_roi: {
        numerator: 'margen de los {{returned}} que volvieron, en los 180 días desde su regreso, menos el costo',
        denominator: 'costo de las campañas de reconquista ({{contacted}} clientes inactivos o perdidos contactados)'
      },
      k_campaign_roi: {
        numerator:
          'margen por encima de los grupos de control, menos el costo, en {{campaigns}} campañas (tomadas juntas: elección nuestra)',
        denominator: 'costo de esas campañas ({{treated}} tratados, {{control}} en grupos de control)'
      },
      k_prop_coverage: {
        numerator: 'con responsable y propuesta, revisados en los últimos 12 meses',
        denominator: 'segmentos propios (tomados por los prioritarios: elección nuestra)'
      },
      k_prop_fit: {
        numerator: 'satisfechos en el segmento objetivo ({{targetAnswers}} respuestas)',
        denominator: 'entre los demás encuestados ({{otherAnswers}} respuestas)'
      },
      k_segment_plan: { numerator: 'ingresos de segmentos con una acción abierta', denominator: 'todos los ingresos' },
      k_competitor_losses: { numerator: 'se fueron con un competidor', denominator: 'clientes perdidos con motivo conocido' },
      k_kpi_coverage: { numerator: 'con al menos una cifra que tiene valor', denominator: 'elementos del modelo' },
      k_maturity: { numerator: 'afirmaciones respondidas en la ronda más reciente', denominator: 'afirmaciones' }
    },
    listed: {
      k_single_view: {
        numerator: 'clientes detrás de {{amount}} pedidos e interacciones',
        denominator: 'clientes con un pedido o una interacción; {{rest}} no tienen cliente'
      },
      k_forecast_error: {
        numerator: 'clientes de antes que volvieron a comprar en la ventana',
        denominator: 'clientes que habían comprado antes de la ventana'
      },
      k_first_response: {
        numerator: 'clientes detrás de {{amount}} respondidas',
        denominator: 'clientes detrás de {{amount}} quejas y consultas'
      },
      k_channel_consistency: {
        numerator: 'clientes que respondieron en {{best}}',
        denominator: 'clientes que respondieron en {{worst}}'
      },
      k_lead_conversion: { numerator: 'prospectos que compraron en 90 días', denominator: 'prospectos registrados' },
      k_target_hit: { numerator: 'clientes nuevos del segmento objetivo', denominator: 'clientes nuevos' },
      k_cac: { numerator: 'clientes nuevos', denominator: 'clientes nuevos' },
      k_cac_crc: { numerator: 'clientes nuevos', denominator: 'clientes retenidos' },
      k_welcome_coverage: { numerator: 'clientes nuevos con bienvenida en 7 días', denominator: 'clientes nuevos' },
      k_second_purchase: {
        numerator: 'clientes nuevos que compraron un segundo día en 90 días',
        denominator: 'clientes nuevos con 90 días para seguirlos'
      },
      k_on_time: {
        numerator: 'clientes detrás de {{amount}} entregas a tiempo',
        denominator: 'clientes detrás de {{amount}} entregas con ambas fechas'
      },
      k_complaint_rate: { numerator: 'clientes detrás de {{amount}} quejas', denominator: 'clientes activos' },
      k_resolution_sla: {
        numerator: 'clientes detrás de {{amount}} quejas resueltas en 72 horas',
        denominator: 'clientes detrás de {{amount}} quejas resueltas, o abiertas desde hace más de 72 horas'
      },
      k_recovery_sat: {
        numerator: 'clientes detrás de {{amount}} quejas resueltas a su satisfacción',
        denominator: 'clientes detrás de {{amount}} quejas resueltas con una nota'
      },
      k_post_complaint_ret: {
        numerator: 'clientes que compraron en los 180 días tras resolverse su queja',
        denominator: 'clientes cuya queja se resolvió hace 180 días o más'
      },
      k_csat: {
        numerator: 'clientes detrás de {{amount}} respuestas de 4 o 5',
        denominator: 'clientes detrás de {{amount}} respuestas'
      },
      k_churn: {
        numerator: 'clientes de la ventana anterior que no están activos',
        denominator: 'clientes activos en la ventana anterior'
      },
      k_cross_category: { numerator: 'clientes activos que compraron en alguna categoría', denominator: 'clientes activos' },
      k_arpc_growth: { numerator: 'clientes activos en ambas ventanas', denominator: 'clientes activos en ambas ventanas' },
      k_winback_rate: {
        numerator: 'clientes que volvieron en los 60 días tras el mensaje',
        denominator: 'clientes inactivos o perdidos a los que se envió un mensaje de reconquista'
      },
      k_winback_roi: {
        numerator: 'clientes que volvieron en los 60 días tras el mensaje',
        denominator: 'clientes inactivos o perdidos a los que se envió un mensaje de reconquista'
      },
      k_campaign_roi: {
        numerator: 'clientes tratados que compraron',
        denominator: 'miembros de esas campañas, tratados y de control'
      },
      k_prop_coverage: { numerator: 'segmentos con propuesta', denominator: 'segmentos propios' },
      k_prop_fit: {
        numerator: 'clientes del segmento objetivo que respondieron',
        denominator: 'los demás clientes que respondieron'
      },
      k_segment_plan: {
        numerator: 'clientes de segmentos con una acción abierta, detrás de {{amount}}',
        denominator: 'clientes activos'
      },
      k_competitor_losses: {
        numerator: 'clientes perdidos que se fueron con un competidor',
        denominator: 'clientes perdidos con motivo conocido'
      },
      k_kpi_coverage: { numerator: 'elementos con una cifra', denominator: 'elementos del modelo' },
      k_maturity: { numerator: 'afirmaciones respondidas', denominator: 'afirmaciones' }
    },
    missing: {
      complaints: 'Importe quejas: quién se quejó, cuándo, y cuándo se respondió y se resolvió.',
      'order-lines': 'Importe líneas de pedido con la categoría de cada producto.',
      csat: 'Importe encuestas de satisfacción (CSAT) con respuestas de 1 a 5.',
      'csat-channels': 'Importe encuestas de satisfacción (CSAT) con el canal del que trata cada respuesta.',
      'csat-two-channels': 'Para comparar canales hacen falta al menos dos con 10 respuestas de satisfacción cada uno en la ventana.',
      'complaint-satisfaction': 'Importe quejas resueltas con la satisfacción de cada cliente, de 1 a 5.',
      enquiries: 'Importe quejas, o consultas de clientes, con el momento en que se respondió cada una por primera vez.',
      'first-response': 'Importe el momento en que se respondieron por primera vez las quejas y consultas.',
      deliveries: 'Importe pedidos con la fecha prometida y la de entrega.',
      'lost-reasons': 'Importe clientes perdidos con el motivo: competencia, precio, servicio…',
      welcomes: 'Importe interacciones de tipo «bienvenida»: a quién se la dio y cuándo.',
      prospects: 'Importe prospectos: clientes con la fecha en que supo de ellos por primera vez, antes de que compraran.',
      'campaigns-acquisition':
        'Importe campañas con el objetivo «captación», su fecha de inicio y lo que costaron; ninguna empezó en esta ventana.',
      'campaigns-retention':
        'Importe campañas con el objetivo «retención», «bienvenida» o «desarrollo», su fecha de inicio y lo que costaron; ninguna empezó en esta ventana.',
      'campaigns-winback': 'Importe campañas con el objetivo «reconquista» y a quién se envió cada una, con la fecha.',
      'campaigns-winback-cost': 'Importe campañas con el objetivo «reconquista», a quién se envió cada una y lo que costaron.',
      'campaigns-roi': 'Importe campañas con lo que costaron, grupo de tratamiento y de control, y qué miembros compraron.',
      'target-segment': 'Guarde el segmento al que se dirige con el nombre «target»: la cifra lo compara con los demás.',
      propositions:
        'Ningún segmento propio tiene propuesta todavía. Anote la cifra a mano, o guarde segmentos con responsable, propuesta y fecha de revisión.',
      model: 'Esta cifra trata de un modelo entero: ábrala en uno.',
      assessment: 'Califique las afirmaciones de la evaluación de este modelo.'
    }
  }
})
