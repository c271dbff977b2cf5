import { messages } from './messages.ts'

/** What the two numbers of a figure count and whom its lists hold: figures entered by hand, and those of Payne, Gartner and Buttle. */
export const evidenceMetricsB = messages({
  en: {
    metrics: {
      k_data_freshness: { numerator: 'changed or brought in, in contact or buying within 365 days', denominator: 'live customers' },
      k_gini: {
        numerator: 'half the mean difference in revenue between two active customers',
        denominator: 'mean revenue of active customers'
      },
      k_customer_equity: {
        numerator: 'future margin of all customers, 36 months at 15% a year',
        denominator: 'customers who ever bought'
      },
      k_clv_mean: { numerator: 'future margin of all customers, 36 months at 15% a year', denominator: 'customers who ever bought' },
      k_customer_equity_growth: {
        numerator: 'customer equity gained since the window before',
        denominator: 'customer equity one window earlier, with today’s parameters'
      },
      k_customer_margin: {
        numerator: 'margin in the window less cost to serve{{assumption}}',
        denominator: 'active customers',
        assumption: ' (margin assumed at {{margin}} of revenue: orders have no cost)'
      },
      k_cost_to_serve: { numerator: 'contacts, compensations and service of orders in the window', denominator: 'active customers' },
      k_multichannel_share: { numerator: 'active customers with two or more channels', denominator: 'active customers' },
      k_channel_cost: { numerator: 'cost of the contacts', denominator: 'contacts in channels with a cost ({{channels}})' },
      k_crc: {
        numerator: 'cost of onboarding, retention and development campaigns of the window',
        denominator: 'customers active in this window and the one before'
      },
      k_repeat: { numerator: 'active customers who bought on two days or more', denominator: 'active customers' },
      k_exec_contact: { numerator: 'contacts handled by whoever leads the business', denominator: 'contacts in these three months' },
      k_supplier_on_time: {
        numerator: 'not late through a supplier’s fault',
        denominator: 'orders with both delivery dates'
      },
      k_supplier_on_time_entered: { numerator: 'on or before the agreed date', denominator: 'deliveries of suppliers' },
      k_partner_share: { numerator: 'revenue through partners', denominator: 'all revenue' },
      k_partner_quality: {
        numerator: 'complaints per 100 orders through partners ({{partner}} of {{partnerOrders}})',
        denominator: 'complaints per 100 direct orders ({{direct}} of {{directOrders}})'
      },
      k_readiness: {
        numerator: 'readiness of each process times its importance, added up',
        denominator: 'importance of the processes, added up'
      },
      k_action_on_time: { numerator: 'done on or before their date', denominator: 'actions due by the as-of date' },
      k_objective_quality: { numerator: 'objectives with KPI, baseline, target, date and owner', denominator: 'objectives' },
      k_role_coverage: { numerator: 'with a named owner', denominator: 'priority segments and key processes' },
      k_training: { numerator: 'trained in the last 12 months', denominator: 'people who deal with customers' },
      k_adoption: { numerator: 'who recorded something in the last 7 days', denominator: 'people expected to use the CRM' },
      k_enps: { numerator: 'promoters (9–10) minus detractors (0–6)', denominator: 'employees who answered' },
      k_incentive_alignment: { numerator: 'with at least one customer measure in their targets', denominator: 'customer-facing roles' },
      k_vision_recall: { numerator: 'who can say what the vision is', denominator: 'people asked' },
      k_process_documented: { numerator: 'with a map, an owner and a time limit', denominator: 'key customer processes' },
      k_channel_feeds: { numerator: 'that reach the customer data at least weekly', denominator: 'contact channels in use' },
      k_change_support: { numerator: 'who support it with 4 or 5 of 5', denominator: 'stakeholders on the map' },
      k_env_scan_age: { numerator: 'days since the newest dated note about the environment', denominator: 'the newest note' }
    },
    listed: {
      k_data_freshness: {
        numerator: 'customers changed or brought in, in contact or buying within 365 days',
        denominator: 'live customers'
      },
      k_gini: { numerator: 'active customers', denominator: 'active customers' },
      k_customer_equity: { numerator: 'customers with a future margin above zero', denominator: 'customers who ever bought' },
      k_clv_mean: { numerator: 'customers with a future margin above zero', denominator: 'customers who ever bought' },
      k_customer_equity_growth: { numerator: 'customers who ever bought', denominator: 'customers who ever bought' },
      k_customer_margin: { numerator: 'customers behind {{amount}}', denominator: 'active customers' },
      k_cost_to_serve: { numerator: 'customers who cost {{amount}}', denominator: 'active customers' },
      k_multichannel_share: { numerator: 'active customers with two or more channels', denominator: 'active customers' },
      k_channel_cost: { numerator: 'customers behind {{amount}} of contacts', denominator: 'customers behind {{amount}} contacts' },
      k_crc: { numerator: 'customers active in both windows', denominator: 'customers active in both windows' },
      k_repeat: { numerator: 'active customers who bought on two days or more', denominator: 'active customers' },
      k_exec_contact: {
        numerator: 'customers in contact with whoever leads the business',
        denominator: 'customers behind {{amount}} contacts'
      },
      k_supplier_on_time: {
        numerator: 'customers with an order not late through a supplier’s fault',
        denominator: 'customers with an order that has both delivery dates'
      },
      k_partner_share: { numerator: 'customers behind {{amount}} through partners', denominator: 'active customers' },
      k_partner_quality: { numerator: 'customers who bought through a partner', denominator: 'customers who bought directly' }
    },
    missing: {
      channels: 'Bring in orders or interactions with the channel they came through.',
      'orders-two-windows': 'Bring in orders of two windows: this one and the one before.',
      'costs-to-serve':
        'Bring in what serving customers costs: interactions with their cost, complaints with their compensation, or orders with their service cost.',
      'contact-costs': 'Bring in interactions with a column of what each contact costs.',
      'retention-costs': 'Bring in this window’s onboarding, retention or development campaigns with their dates and actual cost.',
      roles:
        'Bring in interactions with the role of whoever handled each one. Whoever leads the business counts as executive, director, owner or CEO.',
      'delay-causes':
        'Bring in orders with promised date, delivery date and cause of the delay, or enter by hand how many deliveries of suppliers came on time.',
      partners: 'Bring in orders with a column of the partner they came through.',
      'complaints-of-orders': 'Bring in complaints with the number of the order they are about.',
      readiness: 'Do the readiness assessment of this model: how important each process is and how well it works.',
      actions: 'Write actions with a date in the plan: this figure counts how many are done in time.',
      'actions-due': 'No action of the plan is due by the as-of date.',
      entry: 'Enter it by hand, with its date. Total: {{denominator}}. Of them: {{numerator}}.',
      'entry-scan': 'Enter by hand the date of your newest note about the environment, with the value 0: its age then counts by itself.',
      'entry-later': 'The value entered by hand is later than the as-of date of this workspace.'
    }
  },
  es: {
    metrics: {
      k_data_freshness: {
        numerator: 'con cambios o importación, contacto o compra en los últimos 365 días',
        denominator: 'clientes vigentes'
      },
      k_gini: {
        numerator: 'la mitad de la diferencia media de ingresos entre dos clientes activos',
        denominator: 'ingreso medio de los clientes activos'
      },
      k_customer_equity: {
        numerator: 'margen futuro de todos los clientes, 36 meses al 15 % anual',
        denominator: 'clientes que alguna vez compraron'
      },
      k_clv_mean: {
        numerator: 'margen futuro de todos los clientes, 36 meses al 15 % anual',
        denominator: 'clientes que alguna vez compraron'
      },
      k_customer_equity_growth: {
        numerator: 'capital de clientes ganado desde la ventana anterior',
        denominator: 'capital de clientes una ventana antes, con los parámetros de hoy'
      },
      k_customer_margin: {
        numerator: 'margen de la ventana menos costo de servir{{assumption}}',
        denominator: 'clientes activos',
        assumption: ' (margen supuesto del {{margin}} de los ingresos: los pedidos no traen costo)'
      },
      k_cost_to_serve: {
        numerator: 'contactos, compensaciones y servicio de los pedidos de la ventana',
        denominator: 'clientes activos'
      },
      k_multichannel_share: { numerator: 'clientes activos con dos canales o más', denominator: 'clientes activos' },
      k_channel_cost: { numerator: 'costo de los contactos', denominator: 'contactos en canales con costo ({{channels}})' },
      k_crc: {
        numerator: 'costo de las campañas de bienvenida, retención y desarrollo de la ventana',
        denominator: 'clientes activos en esta ventana y en la anterior'
      },
      k_repeat: { numerator: 'clientes activos que compraron en dos días o más', denominator: 'clientes activos' },
      k_exec_contact: { numerator: 'contactos atendidos por quien dirige el negocio', denominator: 'contactos de estos tres meses' },
      k_supplier_on_time: {
        numerator: 'sin retraso por culpa de un proveedor',
        denominator: 'pedidos con las dos fechas de entrega'
      },
      k_supplier_on_time_entered: { numerator: 'en la fecha acordada o antes', denominator: 'entregas de proveedores' },
      k_partner_share: { numerator: 'ingresos a través de socios', denominator: 'todos los ingresos' },
      k_partner_quality: {
        numerator: 'quejas por cada 100 pedidos a través de socios ({{partner}} de {{partnerOrders}})',
        denominator: 'quejas por cada 100 pedidos directos ({{direct}} de {{directOrders}})'
      },
      k_readiness: {
        numerator: 'preparación de cada proceso por su importancia, sumada',
        denominator: 'importancia de los procesos, sumada'
      },
      k_action_on_time: { numerator: 'hechas en su fecha o antes', denominator: 'acciones con fecha hasta el día de referencia' },
      k_objective_quality: { numerator: 'objetivos con KPI, valor inicial, meta, fecha y responsable', denominator: 'objetivos' },
      k_role_coverage: { numerator: 'con un responsable nombrado', denominator: 'segmentos prioritarios y procesos clave' },
      k_training: { numerator: 'formadas en los últimos 12 meses', denominator: 'personas que tratan con clientes' },
      k_adoption: { numerator: 'que registraron algo en los últimos 7 días', denominator: 'personas que deberían usar el CRM' },
      k_enps: { numerator: 'promotores (9–10) menos detractores (0–6)', denominator: 'empleados que respondieron' },
      k_incentive_alignment: {
        numerator: 'con al menos una medida de clientes en sus metas',
        denominator: 'puestos de cara al cliente'
      },
      k_vision_recall: { numerator: 'que saben decir cuál es la visión', denominator: 'personas consultadas' },
      k_process_documented: { numerator: 'con mapa, responsable y plazo', denominator: 'procesos clave de clientes' },
      k_channel_feeds: { numerator: 'que llegan a los datos de clientes al menos cada semana', denominator: 'canales de contacto en uso' },
      k_change_support: { numerator: 'que la apoyan con 4 o 5 de 5', denominator: 'partes interesadas del mapa' },
      k_env_scan_age: { numerator: 'días desde la nota más reciente con fecha sobre el entorno', denominator: 'la nota más reciente' }
    },
    listed: {
      k_data_freshness: {
        numerator: 'clientes con cambios o importación, contacto o compra en los últimos 365 días',
        denominator: 'clientes vigentes'
      },
      k_gini: { numerator: 'clientes activos', denominator: 'clientes activos' },
      k_customer_equity: { numerator: 'clientes con un margen futuro mayor que cero', denominator: 'clientes que alguna vez compraron' },
      k_clv_mean: { numerator: 'clientes con un margen futuro mayor que cero', denominator: 'clientes que alguna vez compraron' },
      k_customer_equity_growth: { numerator: 'clientes que alguna vez compraron', denominator: 'clientes que alguna vez compraron' },
      k_customer_margin: { numerator: 'clientes detrás de {{amount}}', denominator: 'clientes activos' },
      k_cost_to_serve: { numerator: 'clientes que costaron {{amount}}', denominator: 'clientes activos' },
      k_multichannel_share: { numerator: 'clientes activos con dos canales o más', denominator: 'clientes activos' },
      k_channel_cost: {
        numerator: 'clientes detrás de {{amount}} de contactos',
        denominator: 'clientes detrás de {{amount}} contactos'
      },
      k_crc: { numerator: 'clientes activos en las dos ventanas', denominator: 'clientes activos en las dos ventanas' },
      k_repeat: { numerator: 'clientes activos que compraron en dos días o más', denominator: 'clientes activos' },
      k_exec_contact: {
        numerator: 'clientes en contacto con quien dirige el negocio',
        denominator: 'clientes detrás de {{amount}} contactos'
      },
      k_supplier_on_time: {
        numerator: 'clientes con un pedido sin retraso por culpa de un proveedor',
        denominator: 'clientes con un pedido que tiene las dos fechas de entrega'
      },
      k_partner_share: { numerator: 'clientes detrás de {{amount}} a través de socios', denominator: 'clientes activos' },
      k_partner_quality: { numerator: 'clientes que compraron a través de un socio', denominator: 'clientes que compraron directamente' }
    },
    missing: {
      channels: 'Importe pedidos o interacciones con el canal por el que llegaron.',
      'orders-two-windows': 'Importe pedidos de dos ventanas: esta y la anterior.',
      'costs-to-serve':
        'Importe lo que cuesta servir a los clientes: interacciones con su costo, quejas con su compensación o pedidos con su costo de servicio.',
      'contact-costs': 'Importe interacciones con una columna de lo que cuesta cada contacto.',
      'retention-costs': 'Importe las campañas de bienvenida, retención o desarrollo de esta ventana, con sus fechas y su costo real.',
      roles:
        'Importe interacciones con el puesto de quien atendió cada una. Quien dirige el negocio cuenta como dirección, director o directora, gerente, dueño o dueña.',
      'delay-causes':
        'Importe pedidos con fecha prometida, fecha de entrega y causa del retraso, o anote a mano cuántas entregas de proveedores llegaron a tiempo.',
      partners: 'Importe pedidos con una columna del socio por el que llegaron.',
      'complaints-of-orders': 'Importe quejas con el número del pedido al que se refieren.',
      readiness: 'Haga la evaluación de preparación de este modelo: cuánto importa cada proceso y qué tan bien funciona.',
      actions: 'Anote en el plan acciones con fecha: esta cifra cuenta cuántas se hacen a tiempo.',
      'actions-due': 'Ninguna acción del plan tiene fecha hasta el día de referencia.',
      entry: 'Se anota a mano, con su fecha. Total: {{denominator}}. De ese total: {{numerator}}.',
      'entry-scan':
        'Anote a mano la fecha de su nota más reciente sobre el entorno, con el valor 0: su antigüedad se cuenta sola desde entonces.',
      'entry-later': 'El valor anotado a mano es posterior a la fecha de referencia de este espacio de trabajo.'
    }
  }
})
