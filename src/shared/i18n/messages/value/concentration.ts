import { messages } from '../messages.ts'

/** Value, first tab: how concentrated the revenue is, and who matters. */
export const valueConcentration = messages({
  en: {
    concentration: {
      title: 'Concentration of revenue',
      takeaway_one: 'The top 20% of customers bring {{share}} of revenue; {{customers}} customer ({{for80}}) brings 80%.',
      takeaway_other: 'The top 20% of customers bring {{share}} of revenue; {{customers}} customers ({{for80}}) bring 80%.',
      takeaway_many: 'The top 20% of customers bring {{share}} of revenue; {{customers}} customers ({{for80}}) bring 80%.',
      none: 'There is no revenue to share out yet.',
      saying: '80/20',
      scope: 'Which revenue',
      big: 'of revenue comes from the top 20% of customers',
      top20: 'top 20%: {{share}}',
      point: 'Top {{share}} of customers',
      axisCustomers: 'Customers, from highest to lowest',
      axisValue: 'Share of revenue',
      columnCustomers: 'Customers',
      columnValue: 'Share of revenue',
      top20Customers: 'Customers in the top 20%',
      gini: 'Gini',
      largest: 'Largest customer alone',
      topThree: 'Three largest',
      belowZero: 'Customers below zero',
      equals: 'As many as equal customers',
      herfindahl: 'Herfindahl index',
      sscBehind: 'Strategically significant customers',
      scopeAll: 'Whole history',
      scopeWindow: 'Last {{days}} days',
      few: 'With fewer than 30 customers a percentage says little.',
      dependent:
        'You depend on very few: the largest customer brings more than 20%, or the three largest more than half. (The alarm limits are ours.)'
    },
    abc: {
      title: 'ABC classes',
      takeaway_one:
        'Class A, {{customers}} customer ({{share}}), carries 80% of the revenue; class C, {{rest}} of the customers, carries the last 5%.',
      takeaway_other:
        'Class A, {{customers}} customers ({{share}}), carries 80% of the revenue; class C, {{rest}} of the customers, carries the last 5%.',
      takeaway_many:
        'Class A, {{customers}} customers ({{share}}), carries 80% of the revenue; class C, {{rest}} of the customers, carries the last 5%.',
      classes: { a: 'A · the first 80%', b: 'B · the next 15%', c: 'C · the last 5%' },
      class: 'Class',
      ofCustomers: 'Of the customers',
      ofRevenue: 'Of the revenue',
      unit: 'bar: customers of the class',
      note: 'A is the fewest customers who together bring 80% of the revenue, B the next up to 95%, C all others. It is common practice for dividing attention, not a verdict on a customer: a C of today may be new.'
    },
    even: {
      title: 'How much depends on few',
      takeaway: 'The revenue is as concentrated as if {{equals}} equal customers brought all of it; there are {{customers}}.',
      text: 'Several measures of the same thing. The more concentrated the revenue, the more one lost customer hurts.'
    },
    published: {
      title: 'Against 80/20 and published figures',
      yours: 'Your top 20%',
      saying: 'The saying (80/20)',
      packaged: 'Packaged goods',
      listed: 'Other listed firms',
      subscription: 'Subscriptions',
      whose: 'Whose customers',
      share: 'Brought by the top 20%',
      place0: 'Your {{share}} lies above the saying and above every published average.',
      place1: 'Your {{share}} lies below the saying and above every published average.',
      place2: 'Your {{share}} lies among the published averages, below packaged goods.',
      place3: 'Your {{share}} lies among the published averages, close to subscriptions.',
      place4: 'Your {{share}} lies below every published average: your revenue is spread widely.',
      sources:
        'Averages: McCarthy and Winer (22 categories of packaged goods, 339 other listed firms, subscriptions among them). Sharp, Romaniuk and Graham find 50–60% per brand. The longer the window, the higher the share.'
    },
    ssc: {
      title: 'Strategically significant customers',
      takeaway_one:
        '{{customers}} customer, {{share}} of the total {{measure}}: the top 20% of the active ones, and those flagged by hand.',
      takeaway_other:
        '{{customers}} customers, {{share}} of the total {{measure}}: the top 20% of the active ones, and those flagged by hand.',
      takeaway_many:
        '{{customers}} customers, {{share}} of the total {{measure}}: the top 20% of the active ones, and those flagged by hand.',
      none: 'Nobody has bought in the window, so nobody stands out by value.',
      note: 'About half of this year’s top 20% will not be in it next year (regression to the mean): look at Movement before a strategy is carved in stone.',
      open: 'Open as customers',
      empty: 'Nobody here.',
      everybody: 'All',
      excluded: 'Kept out by hand',
      choose: 'For which reason',
      columns: {
        rank: 'Place',
        id: 'Id',
        name: 'Customer',
        reasons: 'Why',
        lifecycle: 'State',
        margin: 'Margin',
        revenue: 'Revenue',
        share: 'Share',
        flags: 'Flags'
      }
    },
    reasons: {
      top_value: 'Top 20% by value',
      benchmark: 'Benchmark',
      inspiration: 'Inspiration',
      door_opener: 'Door opener',
      cost_magnet: 'Cost magnet',
      exclude: 'Kept out'
    },
    flags: {
      add: 'Flag a customer',
      customer: 'Customer',
      search: 'Name, e-mail or city',
      nobody: 'Nobody by that name',
      kind: 'Why they matter',
      reason: 'In your words (optional)',
      save: 'Flag',
      set: '{{name}}: {{flag}}',
      removed: '{{name}}: no longer {{flag}}',
      benchmark: 'Benchmark: others buy because this customer does',
      inspiration: 'Inspiration: brings ideas, better processes or lower costs',
      door_opener: 'Door opener: leads to a market or to other customers',
      cost_magnet: 'Cost magnet: carries much of the fixed cost, so that others become profitable',
      exclude: 'Keep out of the analysis (an own company, a test account)'
    }
  },
  es: {
    concentration: {
      title: 'Concentración del ingreso',
      takeaway_one: 'El 20 % superior de los clientes trae el {{share}} del ingreso; {{customers}} cliente ({{for80}}) trae el 80 %.',
      takeaway_other: 'El 20 % superior de los clientes trae el {{share}} del ingreso; {{customers}} clientes ({{for80}}) traen el 80 %.',
      takeaway_many: 'El 20 % superior de los clientes trae el {{share}} del ingreso; {{customers}} de clientes ({{for80}}) traen el 80 %.',
      none: 'Aún no hay ingreso que repartir.',
      saying: '80/20',
      scope: 'Qué ingreso',
      big: 'del ingreso viene del 20 % superior de los clientes',
      top20: '20 % superior: {{share}}',
      point: '{{share}} superior de los clientes',
      axisCustomers: 'Clientes, de mayor a menor',
      axisValue: 'Parte del ingreso',
      columnCustomers: 'Clientes',
      columnValue: 'Parte del ingreso',
      top20Customers: 'Clientes en el 20 % superior',
      gini: 'Gini',
      largest: 'El mayor cliente, por sí solo',
      topThree: 'Los tres mayores',
      belowZero: 'Clientes por debajo de cero',
      equals: 'Como tantos clientes iguales',
      herfindahl: 'Índice de Herfindahl',
      sscBehind: 'Clientes estratégicamente significativos',
      scopeAll: 'Toda la historia',
      scopeWindow: 'Últimos {{days}} días',
      few: 'Con menos de 30 clientes un porcentaje dice poco.',
      dependent:
        'Dependen de muy pocos: el mayor cliente trae más del 20 %, o los tres mayores más de la mitad. (Los límites de este aviso son nuestros.)'
    },
    abc: {
      title: 'Clases ABC',
      takeaway_one:
        'La clase A, {{customers}} cliente ({{share}}), sostiene el 80 % del ingreso; la clase C, el {{rest}} de los clientes, el último 5 %.',
      takeaway_other:
        'La clase A, {{customers}} clientes ({{share}}), sostiene el 80 % del ingreso; la clase C, el {{rest}} de los clientes, el último 5 %.',
      takeaway_many:
        'La clase A, {{customers}} de clientes ({{share}}), sostiene el 80 % del ingreso; la clase C, el {{rest}} de los clientes, el último 5 %.',
      classes: { a: 'A · el primer 80 %', b: 'B · el 15 % siguiente', c: 'C · el último 5 %' },
      class: 'Clase',
      ofCustomers: 'De los clientes',
      ofRevenue: 'Del ingreso',
      unit: 'barra: clientes de la clase',
      note: 'A son los menos clientes que juntos traen el 80 % del ingreso; B, los siguientes hasta el 95 %; C, todos los demás. Es una práctica común para repartir la atención, no un juicio sobre un cliente: un C de hoy puede ser nuevo.'
    },
    even: {
      title: 'Cuánto depende de pocos',
      takeaway: 'El ingreso está tan concentrado como si {{equals}} clientes iguales lo trajeran todo; hay {{customers}}.',
      text: 'Son varias medidas de lo mismo. Cuanto más concentrado está el ingreso, más duele perder a un cliente.'
    },
    published: {
      title: 'Frente al 80/20 y lo publicado',
      yours: 'Su 20 % superior',
      saying: 'El dicho (80/20)',
      packaged: 'Consumo envasado',
      listed: 'Otras empresas cotizadas',
      subscription: 'Suscripciones',
      whose: 'De quién son los clientes',
      share: 'Lo que trae el 20 % superior',
      place0: 'Su {{share}} queda por encima del dicho y de todo promedio publicado.',
      place1: 'Su {{share}} queda por debajo del dicho y por encima de todo promedio publicado.',
      place2: 'Su {{share}} queda entre los promedios publicados, por debajo del consumo envasado.',
      place3: 'Su {{share}} queda entre los promedios publicados, cerca de las suscripciones.',
      place4: 'Su {{share}} queda por debajo de todo promedio publicado: su ingreso está muy repartido.',
      sources:
        'Promedios: McCarthy y Winer (22 categorías de consumo envasado y 339 otras empresas cotizadas, entre ellas las de suscripción). Sharp, Romaniuk y Graham hallan 50–60 % por marca. Cuanto más larga la ventana, mayor la parte.'
    },
    ssc: {
      title: 'Clientes estratégicamente significativos',
      takeaway_one: '{{customers}} cliente, el {{share}} del total {{measure}}: el 20 % superior de los activos y los marcados a mano.',
      takeaway_other: '{{customers}} clientes, el {{share}} del total {{measure}}: el 20 % superior de los activos y los marcados a mano.',
      takeaway_many:
        '{{customers}} de clientes, el {{share}} del total {{measure}}: el 20 % superior de los activos y los marcados a mano.',
      none: 'Nadie ha comprado en la ventana, así que nadie destaca por su valor.',
      note: 'Cerca de la mitad del 20 % superior de este año no estará en él el próximo (regresión a la media): mire Movimiento antes de grabar una estrategia en piedra.',
      open: 'Abrir como clientes',
      empty: 'Nadie aquí.',
      everybody: 'Todos',
      excluded: 'Apartados a mano',
      choose: 'Por qué motivo',
      columns: {
        id: 'Id',
        rank: 'Puesto',
        name: 'Cliente',
        reasons: 'Por qué',
        lifecycle: 'Estado',
        margin: 'Margen',
        revenue: 'Ingreso',
        share: 'Parte',
        flags: 'Marcas'
      }
    },
    reasons: {
      top_value: '20 % superior por valor',
      benchmark: 'Referente',
      inspiration: 'Inspiración',
      door_opener: 'Abre puertas',
      cost_magnet: 'Imán de costos',
      exclude: 'Apartado'
    },
    flags: {
      add: 'Marcar un cliente',
      customer: 'Cliente',
      search: 'Nombre, correo o ciudad',
      nobody: 'Nadie con ese nombre',
      kind: 'Por qué importa',
      reason: 'Con sus palabras (opcional)',
      save: 'Marcar',
      set: '{{name}}: {{flag}}',
      removed: '{{name}}: ya no es {{flag}}',
      benchmark: 'Referente: otros compran porque este cliente compra',
      inspiration: 'Inspiración: aporta ideas, mejores procesos o menores costos',
      door_opener: 'Abre puertas: lleva a un mercado o a otros clientes',
      cost_magnet: 'Imán de costos: absorbe buena parte del costo fijo y hace rentables a otros',
      exclude: 'Apartar del análisis (una empresa propia, una cuenta de prueba)'
    }
  }
})
