import { messages } from './messages.ts'

/** Value: concentration, RFM, lifecycle. */
export const value = messages({
  en: {
    intro: 'What each customer has brought, as of {{date}}.',
    emptyTitle: 'No orders yet',
    emptyText:
      'Here you will see how concentrated your revenue is, who buys often and lately, and who is going quiet. All it takes is a file of orders.',
    import: 'Import a file',
    concentration: {
      title: 'Concentration of revenue',
      verdict: 'The top 20% of customers bring {{share}} of revenue.',
      against:
        'The saying is 80%. Published averages: 73% (packaged goods), 67% (other listed firms), 59% (subscriptions). Yours is {{place}}.',
      above: 'above all of them but the saying',
      beyond: 'beyond even the saying',
      between: 'among the published averages',
      below: 'below all of them: your revenue is spread widely',
      for80: '{{customers}} customers ({{share}}) bring 80%',
      gini: 'Gini {{gini}}',
      largest: 'The largest customer alone: {{share}}',
      axisCustomers: 'Customers, from highest to lowest',
      axisValue: 'Share of revenue',
      top20: 'top 20%: {{share}}',
      at80: '80% at {{share}}',
      columnCustomers: 'Customers',
      columnValue: 'Revenue',
      chart: 'Curve: share of revenue brought by the top customers',
      scopeAll: 'Whole history',
      scopeWindow: 'Last {{days}} days',
      few: 'With fewer than 30 customers a percentage says little.'
    },
    rfm: {
      title: 'RFM grid',
      text: 'How lately (across) and how often (up) each customer buys, in fifths. Choose a cell to see who is in it.',
      recency: 'Recency',
      frequency: 'Frequency',
      cell: 'Recency {{r}}, frequency {{f}}: {{customers}} customers, {{revenue}}, {{segment}}',
      low: 'long ago',
      high: 'lately',
      often: 'often',
      rarely: 'rarely'
    },
    named: { title: 'Named segments', segment: 'Segment', customers: 'Customers', revenue: 'Revenue' },
    lifecycle: {
      title: 'Lifecycle',
      text: 'Half of the intervals between purchases last {{median}} days or less. So: new within {{new}} days, at risk after {{risk}} without buying, lapsed after {{lapsed}}, lost after {{lost}}. Whoever has bought on four days or more is judged by their own rhythm.',
      textUnknown: 'Too few repeat orders to say how long customers usually wait.'
    }
  },
  es: {
    intro: 'Lo que ha traído cada cliente, al {{date}}.',
    emptyTitle: 'Aún no hay pedidos',
    emptyText:
      'Aquí verá cuánto se concentra su ingreso, quién compra a menudo y hace poco, y quién se está callando. Basta un archivo de pedidos.',
    import: 'Importar un archivo',
    concentration: {
      title: 'Concentración del ingreso',
      verdict: 'El 20 % superior de los clientes trae el {{share}} del ingreso.',
      against:
        'El dicho es 80 %. Promedios publicados: 73 % (consumo envasado), 67 % (otras empresas cotizadas), 59 % (suscripciones). El suyo queda {{place}}.',
      above: 'por encima de todos, sin llegar al dicho',
      beyond: 'más allá incluso del dicho',
      between: 'entre los promedios publicados',
      below: 'por debajo de todos: su ingreso está muy repartido',
      for80: '{{customers}} clientes ({{share}}) traen el 80 %',
      gini: 'Gini {{gini}}',
      largest: 'El mayor cliente, por sí solo: {{share}}',
      axisCustomers: 'Clientes, de mayor a menor',
      axisValue: 'Parte del ingreso',
      top20: '20 % superior: {{share}}',
      at80: '80 % con el {{share}}',
      columnCustomers: 'Clientes',
      columnValue: 'Ingreso',
      chart: 'Curva: parte del ingreso que traen los clientes superiores',
      scopeAll: 'Toda la historia',
      scopeWindow: 'Últimos {{days}} días',
      few: 'Con menos de 30 clientes un porcentaje dice poco.'
    },
    rfm: {
      title: 'Matriz RFM',
      text: 'Cuán reciente (horizontal) y cuán a menudo (vertical) compra cada cliente, en quintos. Elija una celda para ver quién está en ella.',
      recency: 'Recencia',
      frequency: 'Frecuencia',
      cell: 'Recencia {{r}}, frecuencia {{f}}: {{customers}} clientes, {{revenue}}, {{segment}}',
      low: 'hace mucho',
      high: 'hace poco',
      often: 'a menudo',
      rarely: 'rara vez'
    },
    named: { title: 'Segmentos con nombre', segment: 'Segmento', customers: 'Clientes', revenue: 'Ingreso' },
    lifecycle: {
      title: 'Ciclo de vida',
      text: 'La mitad de los intervalos entre compras dura {{median}} días o menos. Por eso: nuevo hasta {{new}} días, en riesgo tras {{risk}} sin comprar, inactivo tras {{lapsed}}, perdido tras {{lost}}. A quien ha comprado cuatro días o más se le juzga por su propio ritmo.',
      textUnknown: 'Hay muy pocos pedidos repetidos para decir cuánto suelen esperar los clientes.'
    }
  }
})
