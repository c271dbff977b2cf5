import { messages } from '../messages.ts'

/** Value: what customers may bring, and how well that was foretold. */
export const valueFuture = messages({
  en: {
    matrix: {
      title: 'Current and projected value',
      takeaway: '{{mvc}} most valuable, {{mgc}} most growable, {{belowZero}} below zero.',
      current: { margin: 'Current margin', revenue: 'Current revenue' },
      projected: 'Projected value',
      projectedShort: 'Projected value',
      horizon: 'margin of the next {{months}} months, discounted at {{discount}} a year',
      quadrant: 'Field',
      quadrants: { mvc: 'Most valuable (MVC)', mgc: 'Most growable (MGC)', maintain: 'Maintain', below_zero: 'Below zero' },
      means: {
        mvc: 'High now and later: keep',
        mgc: 'More to come than there is now: grow',
        maintain: 'Serve at a cost that fits',
        below_zero: 'Cost more than they bring: change or let go'
      },
      now: 'now {{amount}}',
      nobody: 'nobody here',
      later: 'projected ≈ {{amount}}',
      line: 'line at {{amount}}',
      cut: 'Where the lines stand',
      cuts: { top20: 'Top 20%', median: 'Median' },
      who: 'Who',
      group: 'Group of customers',
      segments: 'The segments of the same names ask more than these lines: MGC there means unrealised value, so the numbers differ.',
      binned: 'So many customers that neighbours are drawn as one: the larger the mark, the more they are.'
    },
    future: {
      guardTitle: 'No prediction here, and why',
      equity: 'Customer equity',
      orders: 'Orders to come',
      alive: 'Probably still customers',
      discount: 'Discount a year',
      range: '80% range of what really comes: {{low}} to {{high}}',
      ranging: 'Working out how sure this is…',
      ordersText: 'in the next {{weeks}} weeks, from today’s customers',
      aliveText: 'with a probability of at least one half, of {{repeaters}} who bought more than once',
      models: 'BG/NBD and spend model, 200 resamples',
      checked: 'Tried on your last weeks, the prediction erred less than both naive rules.',
      unchecked: 'Tried on your last weeks, a naive rule did as well or better: read these figures as a rough guide, not as a plan.',
      warnings: {
        'parameter-at-limit': 'A parameter of the model lies at its limit: take the figures as a rough guide.',
        'starts-disagree': 'From different starts the model ends in different places: take the figures as a rough guide.',
        'no-drop-out': 'The data hardly show anybody leaving: a model without leaving says nearly the same.',
        'spend-without-model': 'Amount and frequency go together here, so each customer’s own mean is used, drawn half-way to that of all.'
      },
      fallback: {
        retention: 'Margin a year times the share that stays, per value tier (geometric retention).',
        history: 'Historical value: the margin to date. It is no prediction.'
      },
      tier: 'Value tier',
      yearlyMargin: 'Margin a year each',
      tierValue: 'Value'
    },
    clv: {
      title: 'Lifetime value, customer by customer',
      historyTitle: 'Historical value, customer by customer',
      aid: 'A ranking aid: for a single customer ± 50% is normal. Use the order, not the amount.',
      historyText: 'Margin to date. It is what was, not a prediction.',
      search: 'Find a customer',
      aliveNote:
        '* Bought once: BG/NBD holds them for certain customers by its nature, so the more cautious MBG/NBD is shown. Heavy buyers lose probability fast when they fall silent. Seasons and campaigns are not known to the model.',
      ordersHorizon: 'orders in {{weeks}} weeks',
      columns: {
        x: 'Repeat days',
        age: 'Weeks',
        alive: 'P(still customer)',
        orders: 'Orders to come',
        spend: 'Next order',
        clv: 'Value',
        range: 'Between (± 50%)',
        margin: 'Margin to date'
      }
    },
    backTest: {
      title: 'Would it have been right?',
      working: 'Hiding the last weeks and predicting them…',
      usable: 'Usable',
      notUsable: 'Not usable',
      sentence: 'Hid your last {{weeks}} weeks: predicted {{predicted}} orders, real {{actual}}.',
      usableText: 'It erred less than both naive rules, in the mean and in the square: worth more than a rule of thumb.',
      notUsableText: 'A naive rule did as well or better in at least one error. Don’t decide by this prediction.',
      rule: 'Rule',
      model: 'The model',
      sameAgain: 'Each buys as before',
      nothing: 'Nobody buys',
      orders: 'Orders predicted',
      error: 'Error in all',
      mae: 'Error per customer',
      rmse: 'Root mean square',
      until: 'the model saw nothing after {{date}}',
      actual: 'Real',
      predicted: 'Predicted',
      tracking: 'Repeat orders, week by week',
      trackingText: 'Repeat order days added up since the first order: what was, and what the model says.',
      trackingEnd: 'In the end it says {{predicted}}; there were {{actual}}.',
      week: 'Week {{week}}',
      axisWeeks: 'Weeks since the first order of all',
      axisOrders: 'Repeat order days so far',
      hiddenFrom: 'hidden from here',
      byRepeats: 'By how often they had bought',
      byRepeatsText:
        'Orders per customer in the hidden weeks. Bar: real; diamond: predicted. They should meet, above all for those who bought once.',
      orMore: '{{count}} or more times',
      times_one: '{{count}} time again',
      times_other: '{{count}} times again',
      times_many: '{{count}} times again',
      axisRepeats: 'Repeat order days before the hidden weeks',
      axisPerCustomer: 'orders per customer'
    }
  },
  es: {
    matrix: {
      title: 'Valor actual y proyectado',
      takeaway: '{{mvc}} más valiosos, {{mgc}} con más potencial, {{belowZero}} por debajo de cero.',
      current: { margin: 'Margen actual', revenue: 'Ingreso actual' },
      projected: 'Valor proyectado',
      projectedShort: 'Valor proyectado',
      horizon: 'margen de los próximos {{months}} meses, descontado al {{discount}} anual',
      quadrant: 'Campo',
      quadrants: { mvc: 'Más valiosos (MVC)', mgc: 'Con más potencial (MGC)', maintain: 'Mantener', below_zero: 'Por debajo de cero' },
      means: {
        mvc: 'Alto hoy y mañana: conservar',
        mgc: 'Puede traer más de lo que trae: hacer crecer',
        maintain: 'Atender a un costo acorde',
        below_zero: 'Cuestan más de lo que traen: cambiar o soltar'
      },
      now: 'hoy {{amount}}',
      nobody: 'nadie aquí',
      later: 'proyectado ≈ {{amount}}',
      line: 'línea en {{amount}}',
      cut: 'Dónde están las líneas',
      cuts: { top20: '20 % superior', median: 'Mediana' },
      who: 'Quién',
      group: 'Grupo de clientes',
      segments:
        'Los segmentos del mismo nombre piden más que estas líneas: allí MGC es valor no realizado, y por eso los números difieren.',
      binned: 'Son tantos clientes que los vecinos se dibujan como uno: cuanto mayor la marca, más son.'
    },
    future: {
      guardTitle: 'Aquí no hay predicción, y por qué',
      equity: 'Capital de clientes',
      orders: 'Pedidos por venir',
      alive: 'Probablemente siguen siendo clientes',
      discount: 'Descuento anual',
      range: 'Rango del 80 % de lo que llegará de verdad: de {{low}} a {{high}}',
      ranging: 'Calculando cuán seguro es esto…',
      ordersText: 'en las próximas {{weeks}} semanas, de los clientes de hoy',
      aliveText: 'con una probabilidad de al menos un medio, de {{repeaters}} que compraron más de una vez',
      models: 'BG/NBD y modelo de gasto, 200 remuestreos',
      checked: 'Probada con sus últimas semanas, la predicción erró menos que las dos reglas ingenuas.',
      unchecked:
        'Probada con sus últimas semanas, una regla ingenua acertó igual o mejor: tome estas cifras como orientación, no como plan.',
      warnings: {
        'parameter-at-limit': 'Un parámetro del modelo está en su límite: tome las cifras como orientación.',
        'starts-disagree': 'Desde distintos comienzos el modelo acaba en sitios distintos: tome las cifras como orientación.',
        'no-drop-out': 'Los datos apenas muestran que alguien se vaya: un modelo sin abandono dice casi lo mismo.',
        'spend-without-model':
          'Aquí importe y frecuencia van juntos, así que se usa la media de cada cliente, llevada a medio camino de la de todos.'
      },
      fallback: {
        retention: 'Margen anual por la parte que se queda, por nivel de valor (retención geométrica).',
        history: 'Valor histórico: el margen hasta hoy. No es una predicción.'
      },
      tier: 'Nivel de valor',
      yearlyMargin: 'Margen anual de cada uno',
      tierValue: 'Valor'
    },
    clv: {
      title: 'Valor de vida, cliente a cliente',
      historyTitle: 'Valor histórico, cliente a cliente',
      aid: 'Ayuda para ordenar: en un cliente suelto, ± 50 % es normal. Use el orden, no el importe.',
      historyText: 'Margen hasta hoy. Es lo que hubo, no una predicción.',
      search: 'Buscar un cliente',
      aliveNote:
        '* Compró una vez: el BG/NBD lo da por cliente seguro por su naturaleza, así que se muestra el MBG/NBD, más prudente. Quien compra mucho pierde probabilidad deprisa cuando se calla. El modelo no conoce temporadas ni campañas.',
      ordersHorizon: 'pedidos en {{weeks}} semanas',
      columns: {
        x: 'Días repetidos',
        age: 'Semanas',
        alive: 'P(sigue siéndolo)',
        orders: 'Pedidos por venir',
        spend: 'Próximo pedido',
        clv: 'Valor',
        range: 'Entre (± 50 %)',
        margin: 'Margen hasta hoy'
      }
    },
    backTest: {
      title: '¿Habría acertado?',
      working: 'Escondiendo las últimas semanas y prediciéndolas…',
      usable: 'Utilizable',
      notUsable: 'No utilizable',
      sentence: 'Escondimos las últimas {{weeks}} semanas: previsto {{predicted}} pedidos, real {{actual}}.',
      usableText: 'Erró menos que las dos reglas ingenuas, en la media y en el cuadrado: vale más que un cálculo a ojo.',
      notUsableText: 'Una regla ingenua acertó igual o mejor en al menos uno de los errores. No decida por esta predicción.',
      rule: 'Regla',
      model: 'El modelo',
      sameAgain: 'Cada uno compra como antes',
      nothing: 'Nadie compra',
      orders: 'Pedidos previstos',
      error: 'Error en total',
      mae: 'Error por cliente',
      rmse: 'Raíz del error cuadrático',
      until: 'el modelo no vio nada posterior al {{date}}',
      actual: 'Real',
      predicted: 'Previsto',
      tracking: 'Pedidos repetidos, semana a semana',
      trackingText: 'Días con pedido repetido sumados desde el primero: lo que hubo y lo que dice el modelo.',
      trackingEnd: 'Al final dice {{predicted}}; hubo {{actual}}.',
      week: 'Semana {{week}}',
      axisWeeks: 'Semanas desde el primer pedido de todos',
      axisOrders: 'Días con pedido repetido hasta entonces',
      hiddenFrom: 'escondido desde aquí',
      byRepeats: 'Según cuánto habían comprado',
      byRepeatsText:
        'Pedidos por cliente en las semanas escondidas. Barra: real; rombo: previsto. Deberían coincidir, sobre todo en quienes compraron una vez.',
      orMore: '{{count}} o más veces',
      times_one: '{{count}} vez más',
      times_other: '{{count}} veces más',
      times_many: '{{count}} veces más',
      axisRepeats: 'Días con pedido repetido antes de las semanas escondidas',
      axisPerCustomer: 'pedidos por cliente'
    }
  }
})
