import { messages } from '../messages.ts'

/** Value: cohorts, retention, contracts and what customers say. */
export const valueCohorts = messages({
  en: {
    cohorts: {
      title: 'Cohorts',
      none: 'No cohort has a second period yet.',
      takeaway: {
        calendar: '{{share}} buy again {{next}} their first purchase.',
        anniversary: '{{share}} buy again 30 to 59 days after their first order.',
        rolling: '{{share}} buy again {{next}} their first purchase, or later.'
      },
      takeawaySix: '{{sixth}} it is {{share}}.',
      cohort: 'First bought in',
      size: 'Customers',
      after: 'Periods after the first ({{unit}})',
      mean: 'Weighted mean',
      meanCell: 'Mean of all cohorts, {{unit}} {{column}}',
      cell: '{{cohort}}, {{unit}} {{column}}',
      of: '{{part}} of {{all}}',
      unfinished: 'This period has not ended yet',
      by: 'Grouped by',
      periods: { week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', channel: 'Channel' },
      units: { week: 'week', month: 'month', quarter: 'quarter', year: 'year', bins: '30 days' },
      next: {
        week: 'in the week after',
        month: 'in the month after',
        quarter: 'in the quarter after',
        year: 'in the year after',
        bins: ''
      },
      sixth: {
        week: 'In the sixth week',
        month: 'In the sixth month',
        quarter: 'In the sixth quarter',
        year: 'In the sixth year',
        bins: 'After six times 30 days'
      },
      grid: 'Time is cut by',
      grids: { calendar: 'Calendar', anniversary: 'Anniversary', rolling: 'Rolling' },
      gridRules: {
        calendar: 'bought in that calendar period',
        anniversary: 'bins of 30 days since the own first order',
        rolling: 'bought in that period or later'
      },
      measure: 'Shows',
      measures: {
        retention: 'Customers who bought, %',
        customers: 'Customers who bought',
        revenueRetention: 'Revenue against the first period, %',
        revenueMinor: 'Revenue',
        cumulativeMarginMinor: 'Cumulative margin per customer'
      },
      cost: 'Cost of a new customer ({{currency}})',
      payback: 'Pays back in',
      noPayback: 'Over all cohorts the margin has not reached this cost yet.',
      paysBack: 'Over all cohorts a new customer has paid back in {{unit}} {{column}}.',
      notes: {
        calendar: 'Percentages of the cohort. Hatched: the period has not ended. Column 0 is the first purchase itself.',
        anniversary: 'No calendar bias: every customer’s time starts with their own first order. Hatched: not over yet for anybody.',
        rolling: 'Falls only, as a survival curve does; the last columns are too low, because later purchases have not come yet.'
      },
      moreRows: 'The latest {{shown}} of {{rows}} cohorts; the table has them all.',
      first: 'The first cohort may hold customers who bought before the data begin.',
      firstCounts: 'The first cohort, which may hold older customers, counts too.',
      moreColumns: 'The first {{shown}} of {{columns}} columns; the table has them all.',
      older_one: '{{formatted}} older cohort is not shown.',
      older_other: '{{formatted}} older cohorts are not shown.',
      older_many: '{{formatted}} older cohorts are not shown.',
      noChannel: 'No channel'
    },
    retention: {
      title: 'Retention',
      none: 'Two whole periods are needed before anybody can have stayed.',
      takeaway_one: '{{kept}} of {{before}} buyer of the period before bought again in the latest one: {{share}}.',
      takeaway_other: '{{kept}} of {{before}} buyers of the period before bought again in the latest one: {{share}}.',
      takeaway_many: '{{kept}} of {{before}} buyers of the period before bought again in the latest one: {{share}}.',
      yearly: 'Held for a year',
      axis: 'Share kept',
      lines: { share: 'Customers kept', revenueShare: 'Revenue kept' },
      kept: 'Kept',
      fresh: 'New',
      returned: 'Came back',
      before: 'Before',
      churn: 'Churn',
      tenure: 'Expected stay (periods)',
      from: 'From',
      to: 'To',
      until: 'to {{date}}',
      period: 'Length of a period',
      periods: { month: 'Month', quarter: 'Quarter', year: 'Year', window: '{{days}} days' },
      basis: {
        month: 'month against month before',
        quarter: 'quarter against quarter before',
        year: 'year against year before',
        window: 'window against window before'
      },
      note: 'Nobody cancels here: “lost” only means not bought in the period. Compare only periods of the same length. A rise with time can come from fragile customers leaving first.'
    },
    contract: {
      title: 'Contracts: who will renew',
      forWhom:
        'For subscriptions, memberships and policies, where customers say when they leave. Not for orders without a contract, where nobody cancels: the retention above and the future value are for those.',
      survivors: 'Customers of one start still there, renewal by renewal',
      survivorsAid: 'Counts or per cent from the start on, typed or pasted, with spaces or lines between: 1000 631 468 382.',
      wrong: '“{{what}}” is no number of customers.',
      tooMany: 'At most {{most}} renewals.',
      ahead: 'Renewals to look ahead',
      examples: 'Published examples to try:',
      regular: 'Regular customers',
      highEnd: 'High-end customers',
      source:
        'Examples: per cent of two groups of customers over seven renewals, Fader and Hardie 2007, “How to Project Customer Retention”, Journal of Interactive Marketing 21(1), 76–90 (cited from memory; the parameters were worked out anew).',
      curve: 'Who will still be there',
      takeaway_one: 'After {{periods}} renewal {{share}} are expected to be left; {{first}} of those asked renew.',
      takeaway_other:
        'After {{periods}} renewals {{share}} are expected to be left. Of those asked, {{first}} renew the first time and {{last}} the last: the ones left were always likelier to stay.',
      takeaway_many:
        'After {{periods}} renewals {{share}} are expected to be left. Of those asked, {{first}} renew the first time and {{last}} the last: the ones left were always likelier to stay.',
      known: 'Typed',
      projected: 'Projected',
      renewal: 'Of those asked, renew',
      after_one: 'After {{formatted}} renewal',
      after_other: 'After {{formatted}} renewals',
      after_many: 'After {{formatted}} renewals',
      from: 'looking ahead',
      axisRenewals: 'Renewals since the start',
      axisLeft: 'Still there',
      stay: 'Expected stay within {{periods}} periods',
      typed: 'typed by hand, not from this workspace’s orders',
      typedExample: 'example “{{example}}”, Fader and Hardie 2007: not your data',
      model: 'shifted-beta-geometric (sBG)',
      note: 'Every customer is taken to renew with a probability of their own that never changes; what changes is who is left. New prices, offers or rivals are not in it, and from few renewals it is a rough guide.'
    },
    opinions: {
      title: 'What customers say',
      aid: 'For following up, above all with detractors. It foretells growth no better than other figures do.',
      none: 'No survey answers in the window. To see recommendation (NPS), satisfaction (CSAT) and effort (CES) with their margins of error, bring in a file of surveys: customer, date, kind (nps, csat or ces) and score.',
      nps: 'Recommendation (NPS)',
      csat: 'Satisfaction (CSAT)',
      ces: 'Effort (CES)',
      plusMinus: '± {{margin}} (95% range)',
      ofAnswers_one: '{{formatted}} answer',
      ofAnswers_other: '{{formatted}} answers',
      ofAnswers_many: '{{formatted}} answers',
      fewAnswers_one: 'Only {{formatted}} answer: it says little',
      fewAnswers_other: 'Only {{formatted}} answers: they say little',
      fewAnswers_many: 'Only {{formatted}} answers: they say little',
      group: 'Group or figure',
      answers: 'Answers',
      share: 'Share',
      figure: 'Figure',
      margin: '± (95%)',
      groups: {
        promoters: 'NPS: promoters (9–10)',
        passives: 'NPS: passives (7–8)',
        detractors: 'NPS: detractors (0–6)',
        satisfied: 'CSAT: satisfied (4–5 of 5)',
        others: 'CSAT: not satisfied (1–3)'
      },
      latest: 'NPS: latest answer of each customer; CSAT and CES: every answer',
      notes: {
        nps: 'NPS: promoters less detractors, from −100 to 100. NPS and Net Promoter Score are marks of their owners.',
        csat: 'CSAT: answers of 4 and 5, on a scale of 1 to 5.',
        ces: 'CES: mean on the scale of the survey.'
      }
    }
  },
  es: {
    cohorts: {
      title: 'Cohortes',
      none: 'Ninguna cohorte tiene aún un segundo periodo.',
      takeaway: {
        calendar: 'El {{share}} vuelve a comprar {{next}} a su primera compra.',
        anniversary: 'El {{share}} vuelve a comprar entre 30 y 59 días después de su primer pedido.',
        rolling: 'El {{share}} vuelve a comprar {{next}} a su primera compra o más tarde.'
      },
      takeawaySix: '{{sixth}} es el {{share}}.',
      cohort: 'Primera compra en',
      size: 'Clientes',
      after: 'Periodos después del primero ({{unit}})',
      mean: 'Media ponderada',
      meanCell: 'Media de todas las cohortes, {{unit}} {{column}}',
      cell: '{{cohort}}, {{unit}} {{column}}',
      of: '{{part}} de {{all}}',
      unfinished: 'Este periodo aún no ha terminado',
      by: 'Agrupadas por',
      periods: { week: 'Semana', month: 'Mes', quarter: 'Trimestre', year: 'Año', channel: 'Canal' },
      units: { week: 'semana', month: 'mes', quarter: 'trimestre', year: 'año', bins: '30 días' },
      next: {
        week: 'en la semana siguiente',
        month: 'en el mes siguiente',
        quarter: 'en el trimestre siguiente',
        year: 'en el año siguiente',
        bins: ''
      },
      sixth: {
        week: 'En la sexta semana',
        month: 'En el sexto mes',
        quarter: 'En el sexto trimestre',
        year: 'En el sexto año',
        bins: 'Tras seis veces 30 días'
      },
      grid: 'El tiempo se corta por',
      grids: { calendar: 'Calendario', anniversary: 'Aniversario', rolling: 'Acumulada' },
      gridRules: {
        calendar: 'compró en ese periodo del calendario',
        anniversary: 'tramos de 30 días desde el primer pedido propio',
        rolling: 'compró en ese periodo o más tarde'
      },
      measure: 'Muestra',
      measures: {
        retention: 'Clientes que compraron, %',
        customers: 'Clientes que compraron',
        revenueRetention: 'Ingreso frente al primer periodo, %',
        revenueMinor: 'Ingreso',
        cumulativeMarginMinor: 'Margen acumulado por cliente'
      },
      cost: 'Costo de un cliente nuevo ({{currency}})',
      payback: 'Se recupera en',
      noPayback: 'En el conjunto de cohortes, el margen aún no alcanza este costo.',
      paysBack: 'En el conjunto de cohortes, un cliente nuevo se ha pagado en {{unit}} {{column}}.',
      notes: {
        calendar: 'Porcentajes de la cohorte. Rayado: el periodo no ha terminado. La columna 0 es la primera compra.',
        anniversary:
          'Sin sesgo de calendario: el tiempo de cada cliente empieza con su propio primer pedido. Rayado: aún no terminado para nadie.',
        rolling: 'Solo baja, como una curva de supervivencia; las últimas columnas quedan cortas porque faltan compras por llegar.'
      },
      moreRows: 'Las últimas {{shown}} de {{rows}} cohortes; la tabla las tiene todas.',
      first: 'La primera cohorte puede incluir a quienes ya compraban antes de que empiecen los datos.',
      firstCounts: 'Cuenta también la primera cohorte, que puede incluir a clientes de antes.',
      moreColumns: 'Las primeras {{shown}} de {{columns}} columnas; la tabla las tiene todas.',
      older_one: 'No se muestra {{formatted}} cohorte más antigua.',
      older_other: 'No se muestran {{formatted}} cohortes más antiguas.',
      older_many: 'No se muestran {{formatted}} de cohortes más antiguas.',
      noChannel: 'Sin canal'
    },
    retention: {
      title: 'Retención',
      none: 'Hacen falta dos periodos completos para que alguien haya podido quedarse.',
      takeaway_one: '{{kept}} de {{before}} comprador del periodo anterior volvió a comprar en el último: el {{share}}.',
      takeaway_other: '{{kept}} de {{before}} compradores del periodo anterior volvieron a comprar en el último: el {{share}}.',
      takeaway_many: '{{kept}} de {{before}} de compradores del periodo anterior volvieron a comprar en el último: el {{share}}.',
      yearly: 'Mantenido un año',
      axis: 'Parte conservada',
      lines: { share: 'Clientes conservados', revenueShare: 'Ingreso conservado' },
      kept: 'Conservados',
      fresh: 'Nuevos',
      returned: 'Volvieron',
      before: 'Antes',
      churn: 'Abandono',
      tenure: 'Permanencia esperada (periodos)',
      from: 'Desde',
      to: 'Hasta',
      until: 'hasta {{date}}',
      period: 'Duración del periodo',
      periods: { month: 'Mes', quarter: 'Trimestre', year: 'Año', window: '{{days}} días' },
      basis: {
        month: 'mes frente al mes anterior',
        quarter: 'trimestre frente al trimestre anterior',
        year: 'año frente al año anterior',
        window: 'ventana frente a la ventana anterior'
      },
      note: 'Aquí nadie se da de baja: «perdido» solo significa que no compró en el periodo. Compare solo periodos de igual duración. Una subida con el tiempo puede deberse a que los clientes frágiles se van primero.'
    },
    contract: {
      title: 'Contratos: quién renovará',
      forWhom:
        'Para suscripciones, membresías y pólizas, donde el cliente avisa cuando se va. No es para pedidos sin contrato, donde nadie se da de baja: para esos están la retención de arriba y el valor futuro.',
      survivors: 'Clientes de un mismo inicio que siguen, renovación a renovación',
      survivorsAid: 'Recuentos o porcentajes desde el inicio, escritos o pegados, separados por espacios o líneas: 1000 631 468 382.',
      wrong: '«{{what}}» no es un número de clientes.',
      tooMany: 'Como máximo, {{most}} renovaciones.',
      ahead: 'Renovaciones por delante',
      examples: 'Ejemplos publicados para probar:',
      regular: 'Clientes corrientes',
      highEnd: 'Clientes de gama alta',
      source:
        'Ejemplos: porcentaje de dos grupos de clientes durante siete renovaciones, Fader y Hardie 2007, «How to Project Customer Retention», Journal of Interactive Marketing 21(1), 76–90 (citado de memoria; los parámetros se calcularon de nuevo).',
      curve: 'Quién seguirá',
      takeaway_one: 'Tras {{periods}} renovación se espera que siga el {{share}}; de los consultados renueva el {{first}}.',
      takeaway_other:
        'Tras {{periods}} renovaciones se espera que siga el {{share}}. De los consultados, renueva el {{first}} la primera vez y el {{last}} la última: los que quedan siempre fueron más propensos a seguir.',
      takeaway_many:
        'Tras {{periods}} de renovaciones se espera que siga el {{share}}. De los consultados, renueva el {{first}} la primera vez y el {{last}} la última: los que quedan siempre fueron más propensos a seguir.',
      known: 'Escrito',
      projected: 'Proyectado',
      renewal: 'De los consultados, renueva',
      after_one: 'Tras {{formatted}} renovación',
      after_other: 'Tras {{formatted}} renovaciones',
      after_many: 'Tras {{formatted}} de renovaciones',
      from: 'desde aquí, por delante',
      axisRenewals: 'Renovaciones desde el inicio',
      axisLeft: 'Siguen',
      stay: 'Permanencia esperada en {{periods}} periodos',
      typed: 'escrito a mano, no viene de los pedidos de este espacio',
      typedExample: 'ejemplo «{{example}}», Fader y Hardie 2007: no son sus datos',
      model: 'beta-geométrica desplazada (sBG)',
      note: 'Se supone que cada cliente renueva con una probabilidad propia que nunca cambia; lo que cambia es quién queda. No incluye precios, ofertas ni rivales nuevos, y con pocas renovaciones es solo una orientación.'
    },
    opinions: {
      title: 'Lo que dicen los clientes',
      aid: 'Sirve para dar seguimiento, sobre todo a los detractores. No predice el crecimiento mejor que otras cifras.',
      none: 'No hay respuestas de encuestas en la ventana. Para ver recomendación (NPS), satisfacción (CSAT) y esfuerzo (CES) con su margen de error, traiga un archivo de encuestas: cliente, fecha, tipo (nps, csat o ces) y puntuación.',
      nps: 'Recomendación (NPS)',
      csat: 'Satisfacción (CSAT)',
      ces: 'Esfuerzo (CES)',
      plusMinus: '± {{margin}} (rango del 95 %)',
      ofAnswers_one: '{{formatted}} respuesta',
      ofAnswers_other: '{{formatted}} respuestas',
      ofAnswers_many: '{{formatted}} de respuestas',
      fewAnswers_one: 'Solo {{formatted}} respuesta: dice poco',
      fewAnswers_other: 'Solo {{formatted}} respuestas: dicen poco',
      fewAnswers_many: 'Solo {{formatted}} de respuestas: dicen poco',
      group: 'Grupo o cifra',
      answers: 'Respuestas',
      share: 'Parte',
      figure: 'Cifra',
      margin: '± (95 %)',
      groups: {
        promoters: 'NPS: promotores (9–10)',
        passives: 'NPS: pasivos (7–8)',
        detractors: 'NPS: detractores (0–6)',
        satisfied: 'CSAT: satisfechos (4–5 de 5)',
        others: 'CSAT: no satisfechos (1–3)'
      },
      latest: 'NPS: última respuesta de cada cliente; CSAT y CES: todas las respuestas',
      notes: {
        nps: 'NPS: promotores menos detractores, de −100 a 100. NPS y Net Promoter Score son marcas de sus titulares.',
        csat: 'CSAT: respuestas de 4 y 5, en una escala de 1 a 5.',
        ces: 'CES: media en la escala de la encuesta.'
      }
    }
  }
})
