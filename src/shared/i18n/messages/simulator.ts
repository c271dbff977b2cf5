import { messages } from './messages.ts'

/** The keep-or-win simulator. */
export const simulator = messages({
  en: {
    title: 'Keep or win',
    intro: 'The same amount, spent once: on winning new customers, or on keeping those there are. Move a value and see what is left.',
    open: 'Keep or win?',
    groups: {
      question: 'Amount and time',
      customers: 'Customers',
      win: 'Winning',
      keep: 'Keeping',
      costs: 'Where the two costs come from'
    },
    costsText:
      'Spends of the period and whom they served. What served both is shared out by the parts you set; count salaries if you want comparable figures.',
    costsTyped: 'You typed a cost yourself: it counts, whatever stands here.',
    winback: 'Win-back campaigns ({{amount}}) count as neither.',
    inputs: {
      amount: { name: 'Amount to spend', hint: 'What is spent once, today, on the one or on the other.' },
      winCost: { name: 'Cost to win a customer', hint: 'CAC: what was spent on winning, divided by the new customers it brought.' },
      keepCost: {
        name: 'Cost to keep a customer',
        hint: 'CRC: what was spent on keeping, divided by the customers kept. Here: what it costs to look after one customer for a year.'
      },
      retention: {
        name: 'Customers who stay a year',
        hint: 'Of those who bought in the period before, the share that bought again in this one. Without a contract nobody says goodbye: whoever does not buy counts as gone.'
      },
      newRetention: {
        name: 'New ones who stay a year',
        hint: 'Often fewer than of the others. Nothing in the data says it for customers you have not won yet, so the usual retention is assumed.'
      },
      careEffect: {
        name: 'Who stays because of it',
        hint: 'How many points more stay for the year when looked after. No past data tells it: only a group left alone on purpose would. 5 points is an assumption of ours to start from.'
      },
      margin: {
        name: 'Margin of a customer, a year',
        hint: 'Margin less cost to serve of the period, per active customer, as much as falls on a year.'
      },
      discount: {
        name: 'Discount rate, a year',
        hint: 'How much less money is worth that comes a year later. 15% is the rate Fader, Hardie and Lee use in their papers on lifetime value.'
      },
      horizon: { name: 'Months looked ahead', hint: 'How far ahead the result is counted.' },
      customers: { name: 'Customers to keep', hint: 'Customers active in the period: no more than these can be looked after.' },
      winSpend: { name: 'Spent on winning', hint: 'What campaigns with the goal acquisition cost that began in the period.' },
      welcomeSpend: {
        name: 'Spent on welcoming',
        hint: 'What campaigns with the goal onboarding cost. Usually counted as keeping; some count it as winning.'
      },
      keepSpend: {
        name: 'Spent on keeping',
        hint: 'What campaigns with the goals retention and development cost that began in the period.'
      },
      sharedSpend: { name: 'Spent on both', hint: 'Salaries, brand, tools: what serves new and old customers alike.' },
      welcomePart: { name: 'Part of the welcome that is winning', hint: 'The rest counts as keeping.' },
      sharedPart: { name: 'Part of the shared that is winning', hint: 'The rest counts as keeping.' },
      newCustomers: { name: 'New customers', hint: 'First valid order in the period.' },
      keptCustomers: { name: 'Customers kept', hint: 'Bought in the period before and in this one.' }
    },
    units: { share: '%', points: 'points', count: '', months: 'months' },
    origins: {
      data: 'From the data',
      typed: 'Typed',
      assumed: 'Assumed',
      computed: 'From what you typed below',
      asked: 'Please type a value'
    },
    originsOf: { newRetention: 'Assumed: as the others' },
    marginAssumed: 'From the data, with the assumed gross margin of {{margin}}',
    setBack: 'Back to {{value}}',
    setBackPlain: 'Take back',
    setBackLabel: '{{name}}: back to {{value}}',
    slider: '{{name}}, slider',
    origin: 'Where it comes from',
    wrong: 'Not a number of this kind',
    wrongRange: 'A number from {{min}} to {{max}}',
    left: 'left',
    backIn: 'back in',
    why: {
      few: 'fewer than 30 customers to tell it from',
      campaigns: 'no campaign of this goal has a cost',
      orders: 'there are not enough orders',
      costs: 'no campaign with a cost says it',
      unknown: 'the data does not say it'
    },
    askedTitle_one: 'One value is missing',
    askedTitle_other: '{{count}} values are missing',
    askedText: 'The data cannot say them. Type what you know or suppose, and the result appears.',
    askedItem: '{{name}}: {{why}}',
    supposes:
      'This supposes that the next customers cost as much as the ones before, however much is spent, and that every month the same share leaves.',
    onlyCampaigns:
      'The costs are only those of the campaigns recorded. With no salaries or discounts in them they come out too low, and what is left and CLV ÷ CAC too high: type your whole costs on the left.',
    verdict: {
      win: 'Within {{months}} months, {{amount}} leaves {{difference}} more spent on winning than on keeping.',
      keep: 'Within {{months}} months, {{amount}} leaves {{difference}} more spent on keeping than on winning.',
      even: 'Within {{months}} months, {{amount}} leaves the same either way.',
      neither: 'Within {{months}} months, neither brings back the {{amount}}.'
    },
    win: 'Winning',
    keep: 'Keeping',
    profit: 'Left after {{months}} months',
    payback: 'Back in month {{month}}',
    noPayback: 'Does not come back within {{months}} months',
    won: '{{count}} customers won',
    kept: '{{count}} customers looked after, {{stay}} stay because of it',
    unspent: 'Only {{spent}} can be spent: there are no more customers to keep.',
    ratioClv: 'CLV ÷ CAC',
    valueNew: 'Worth of a new customer, no end date',
    valueExisting: 'Worth of one you have, no end date',
    endless: 'No end: everybody stays and nothing is discounted.',
    even: {
      title: 'Break-even',
      text: 'Each for itself, with all other values unchanged.',
      winCost: 'Winning pays as long as a customer costs no more than {{value}} to win.',
      winCostNever: 'Winning does not pay, however little a customer costs to win.',
      newRetention: 'It takes {{value}} of the new customers to stay each year.',
      newRetentionAny: 'Winning pays even if no new customer stays.',
      newRetentionNever: 'Not even if all new customers stayed would winning pay.',
      keepCost: 'Keeping pays as long as looking after a customer costs no more than {{value}} a year.',
      keepCostNever: 'Keeping does not pay, however little it costs: nobody stays because of it.',
      careEffect: 'Of every 100 customers looked after, {{value}} more must stay because of it.',
      careEffectNever: 'Not even if all stayed would keeping pay.',
      evenWinCost: 'At a cost of {{value}} to win a customer, both leave the same.'
    },
    chart: {
      title: 'What is left, month by month',
      x: 'Months from today',
      y: 'Cumulative result, in today’s money',
      month: 'Month {{month}}',
      column: 'Month',
      basis: 'Our simulation: one amount spent once, monthly margin, customers leaving at a steady rate, discounted. {{asOf}}',
      asOf: 'Data as of {{date}}, {{days}} days.',
      noData: 'Typed values.'
    },
    claim: {
      title: '“Winning costs five times as much as keeping”',
      yours: 'Your ratio is {{ratio}} : 1',
      range: '(from {{low}} to {{high}} under other cost allocations)',
      noRange: 'Nothing you entered could be shared out otherwise, so there is no range.',
      typed: 'From the costs as they stand; typed ones have no other allocation to try.',
      unknown: 'Your own ratio needs both costs.',
      weak: 'The saying itself has no firm source, and the figure differs by trade.',
      place: {
        over: 'More than the saying claims.',
        near: 'Close to what the saying claims.',
        under: 'Less than the saying claims.',
        open: 'It depends on how costs are shared out: your range holds the five of the saying.',
        inverse: 'For you, winning costs no more than keeping.'
      },
      note: 'A cheap customer kept is not yet a profit: most of them would have stayed anyway. What decides is who stays because of it, above.',
      story: 'The story of the claim',
      parts: {
        origin:
          'The earliest trace leads to Technical Assistance Research Programs (TARP), Washington, in the late 1980s; other consultancies said the same at that time.',
        spread:
          'Tom Peters repeated it, and Hart, Heskett and Sasser made it famous in “The Profitable Art of Service Recovery” (Harvard Business Review, July–August 1990).',
        doubt:
          'The authors of Loyalty Myths (Keiningham, Vavra, Aksoy and Wallard), who had repeated it themselves, call it unsupported as a general rule: costs are misallocated, and customers kept are not automatically cheaper or more loyal.',
        hbr: 'Gallo (Harvard Business Review, 2014) says “5 to 25 times, depending on study and industry”.',
        reichheld:
          'Related but different: Reichheld and Sasser (1990), 5 points more retention went with 25 to 85% more profit in nine service firms.',
        counter: 'Against it: Reinartz and Kumar (2002) found loyal customers not always the profitable ones.',
        penetration: 'The Ehrenberg-Bass school holds that brands grow mainly by winning buyers (double jeopardy).'
      }
    },
    scenarios: {
      title: 'Scenarios',
      none: 'Not saved',
      data: 'Only the data',
      choose: 'Scenario',
      save: 'Save scenario',
      saveAs: 'Save as new',
      saveChanges: 'Save changes',
      name: 'Name of the scenario',
      namePlaceholder: 'Careful, bold, last year…',
      remove: 'Delete scenario “{{name}}”',
      startOver: 'Set all back',
      compare: 'Compare with',
      compareNone: 'Nothing',
      compareEnd: 'Compare no more',
      saved: 'Scenario “{{name}}” saved',
      current: 'This one',
      figure: 'Figure',
      value: 'Value',
      incomplete: 'That scenario misses values the data cannot say.',
      difference: 'Difference',
      inputsDiffer: 'Values that differ',
      same: 'Both have the same values.'
    }
  },
  es: {
    title: 'Conservar o captar',
    intro: 'La misma cantidad, gastada una vez: en captar clientes nuevos o en conservar a los que hay. Mueva un valor y vea lo que queda.',
    open: '¿Conservar o captar?',
    groups: {
      question: 'Cantidad y plazo',
      customers: 'Clientes',
      win: 'Captar',
      keep: 'Conservar',
      costs: 'De dónde salen los dos costos'
    },
    costsText:
      'Gastos del periodo y a quién sirvieron. Lo que sirvió a ambos se reparte según las partes que usted fije; cuente los salarios si quiere cifras comparables.',
    costsTyped: 'Usted escribió un costo: cuenta ese, diga lo que diga lo de aquí.',
    winback: 'Las campañas de reconquista ({{amount}}) no cuentan en ninguno.',
    inputs: {
      amount: { name: 'Cantidad que se gasta', hint: 'Lo que se gasta una vez, hoy, en lo uno o en lo otro.' },
      winCost: { name: 'Costo de captar un cliente', hint: 'CAC: lo gastado en captar, dividido entre los clientes nuevos que trajo.' },
      keepCost: {
        name: 'Costo de conservar un cliente',
        hint: 'CRC: lo gastado en conservar, dividido entre los clientes retenidos. Aquí: lo que cuesta cuidar a un cliente durante un año.'
      },
      retention: {
        name: 'Clientes que siguen al año',
        hint: 'De quienes compraron en el periodo anterior, la parte que volvió a comprar en este. Sin contrato nadie se despide: quien no compra cuenta como perdido.'
      },
      newRetention: {
        name: 'Nuevos que siguen al año',
        hint: 'A menudo menos que los demás. Nada en los datos lo dice de clientes aún no captados, así que se supone la retención habitual.'
      },
      careEffect: {
        name: 'Quienes siguen gracias a ello',
        hint: 'Cuántos puntos más siguen al cabo del año si se les cuida. Ningún dato pasado lo dice: solo un grupo al que se dejara aparte a propósito. 5 puntos es un supuesto nuestro para empezar.'
      },
      margin: {
        name: 'Margen de un cliente al año',
        hint: 'Margen menos costo de servir del periodo, por cliente activo, en la parte que toca a un año.'
      },
      discount: {
        name: 'Tasa de descuento anual',
        hint: 'Cuánto menos vale el dinero que llega un año después. El 15 % es la tasa que usan Fader, Hardie y Lee en sus artículos sobre el valor de vida.'
      },
      horizon: { name: 'Meses que se miran', hint: 'Hasta cuándo se cuenta el resultado.' },
      customers: { name: 'Clientes que conservar', hint: 'Clientes activos en el periodo: no se puede cuidar a más.' },
      winSpend: { name: 'Gastado en captar', hint: 'Lo que costaron las campañas de captación que empezaron en el periodo.' },
      welcomeSpend: {
        name: 'Gastado en dar la bienvenida',
        hint: 'Lo que costaron las campañas de bienvenida. Suele contarse como conservar; hay quien lo cuenta como captar.'
      },
      keepSpend: {
        name: 'Gastado en conservar',
        hint: 'Lo que costaron las campañas de retención y de desarrollo que empezaron en el periodo.'
      },
      sharedSpend: {
        name: 'Gastado en ambos',
        hint: 'Salarios, marca, herramientas: lo que sirve por igual a clientes nuevos y antiguos.'
      },
      welcomePart: { name: 'Parte de la bienvenida que es captar', hint: 'El resto cuenta como conservar.' },
      sharedPart: { name: 'Parte de lo común que es captar', hint: 'El resto cuenta como conservar.' },
      newCustomers: { name: 'Clientes nuevos', hint: 'Primer pedido válido en el periodo.' },
      keptCustomers: { name: 'Clientes retenidos', hint: 'Compraron en el periodo anterior y en este.' }
    },
    units: { share: '%', points: 'puntos', count: '', months: 'meses' },
    origins: {
      data: 'De los datos',
      typed: 'Escrito',
      assumed: 'Supuesto',
      computed: 'De lo que usted escribió abajo',
      asked: 'Escriba un valor'
    },
    originsOf: { newRetention: 'Supuesto: como los demás' },
    marginAssumed: 'De los datos, con el margen bruto supuesto del {{margin}}',
    setBack: 'Volver a {{value}}',
    setBackPlain: 'Quitar',
    setBackLabel: '{{name}}: volver a {{value}}',
    slider: '{{name}}, control deslizante',
    origin: 'De dónde viene',
    wrong: 'No es un número de esta clase',
    wrongRange: 'Un número de {{min}} a {{max}}',
    left: 'queda',
    backIn: 'se recupera',
    why: {
      few: 'hay menos de 30 clientes para saberlo',
      campaigns: 'ninguna campaña con este objetivo tiene costo',
      orders: 'no hay pedidos suficientes',
      costs: 'ninguna campaña con costo lo dice',
      unknown: 'los datos no lo dicen'
    },
    askedTitle_one: 'Falta un valor',
    askedTitle_other: 'Faltan {{count}} valores',
    askedText: 'Los datos no pueden decirlos. Escriba lo que sepa o suponga, y aparecerá el resultado.',
    askedItem: '{{name}}: {{why}}',
    supposes:
      'Esto supone que los siguientes clientes cuestan lo mismo que los anteriores, se gaste lo que se gaste, y que cada mes se va la misma parte.',
    onlyCampaigns:
      'Los costos son solo los de las campañas anotadas. Sin salarios ni descuentos salen demasiado bajos, y lo que queda y el CLV ÷ CAC, demasiado altos: escriba a la izquierda sus costos completos.',
    verdict: {
      win: 'En {{months}} meses, {{amount}} dejan {{difference}} más si se gastan en captar que en conservar.',
      keep: 'En {{months}} meses, {{amount}} dejan {{difference}} más si se gastan en conservar que en captar.',
      even: 'En {{months}} meses, {{amount}} dejan lo mismo de ambas maneras.',
      neither: 'En {{months}} meses, ninguna de las dos devuelve los {{amount}}.'
    },
    win: 'Captar',
    keep: 'Conservar',
    profit: 'Queda tras {{months}} meses',
    payback: 'Recuperado en el mes {{month}}',
    noPayback: 'No se recupera en {{months}} meses',
    won: '{{count}} clientes captados',
    kept: '{{count}} clientes cuidados, {{stay}} siguen gracias a ello',
    unspent: 'Solo se pueden gastar {{spent}}: no hay más clientes que conservar.',
    ratioClv: 'CLV ÷ CAC',
    valueNew: 'Valor de un cliente nuevo, sin plazo',
    valueExisting: 'Valor de uno que ya tiene, sin plazo',
    endless: 'Sin fin: todos siguen y nada se descuenta.',
    even: {
      title: 'Punto de equilibrio',
      text: 'Cada uno por su lado, sin cambiar los demás valores.',
      winCost: 'Captar compensa mientras captar un cliente no cueste más de {{value}}.',
      winCostNever: 'Captar no compensa, por poco que cueste captar un cliente.',
      newRetention: 'Hace falta que siga cada año el {{value}} de los clientes nuevos.',
      newRetentionAny: 'Captar compensa aunque no siga ningún cliente nuevo.',
      newRetentionNever: 'Ni aunque siguieran todos los clientes nuevos compensaría captar.',
      keepCost: 'Conservar compensa mientras cuidar a un cliente no cueste más de {{value}} al año.',
      keepCostNever: 'Conservar no compensa, por poco que cueste: nadie sigue gracias a ello.',
      careEffect: 'De cada 100 clientes cuidados, deben seguir {{value}} más gracias a ello.',
      careEffectNever: 'Ni aunque siguieran todos compensaría conservar.',
      evenWinCost: 'Si captar un cliente cuesta {{value}}, ambas cosas dejan lo mismo.'
    },
    chart: {
      title: 'Lo que queda, mes a mes',
      x: 'Meses desde hoy',
      y: 'Resultado acumulado, en dinero de hoy',
      month: 'Mes {{month}}',
      column: 'Mes',
      basis:
        'Simulación nuestra: una cantidad gastada una vez, margen mensual, clientes que se van a ritmo constante, descontado. {{asOf}}',
      asOf: 'Datos al {{date}}, {{days}} días.',
      noData: 'Valores escritos.'
    },
    claim: {
      title: '«Captar cuesta cinco veces más que conservar»',
      yours: 'Su relación es {{ratio}} : 1',
      range: '(de {{low}} a {{high}} con otros repartos del costo)',
      noRange: 'Nada de lo anotado se puede repartir de otro modo: no hay rango.',
      typed: 'Según los costos tal como están; los escritos no tienen otro reparto que probar.',
      unknown: 'Para su propia relación hacen falta los dos costos.',
      weak: 'El dicho mismo no tiene una fuente firme, y la cifra varía según el sector.',
      place: {
        over: 'Más de lo que afirma el dicho.',
        near: 'Cerca de lo que afirma el dicho.',
        under: 'Menos de lo que afirma el dicho.',
        open: 'Depende de cómo se repartan los costos: su intervalo contiene el cinco del dicho.',
        inverse: 'En su caso, captar no cuesta más que conservar.'
      },
      note: 'Que conservar sea barato aún no es ganancia: la mayoría habría seguido igual. Lo que decide es quién sigue gracias a ello, arriba.',
      story: 'La historia de la afirmación',
      parts: {
        origin:
          'El rastro más antiguo lleva a Technical Assistance Research Programs (TARP), Washington, a finales de los años ochenta; otras consultoras decían lo mismo por entonces.',
        spread:
          'La repitió Tom Peters, y Hart, Heskett y Sasser la hicieron famosa en «The Profitable Art of Service Recovery» (Harvard Business Review, julio–agosto de 1990).',
        doubt:
          'Los autores de Loyalty Myths (Keiningham, Vavra, Aksoy y Wallard), que la habían repetido ellos mismos, la juzgan sin respaldo como regla general: los costos se reparten mal y los clientes retenidos no son sin más ni más baratos ni más leales.',
        hbr: 'Gallo (Harvard Business Review, 2014) dice «de 5 a 25 veces, según el estudio y el sector».',
        reichheld:
          'Parecido pero distinto: Reichheld y Sasser (1990), 5 puntos más de retención iban con entre 25 y 85 % más de beneficio en nueve empresas de servicios.',
        counter: 'En contra: Reinartz y Kumar (2002) hallaron que los clientes leales no siempre son los rentables.',
        penetration: 'La escuela de Ehrenberg-Bass sostiene que las marcas crecen sobre todo ganando compradores (doble penalización).'
      }
    },
    scenarios: {
      title: 'Escenarios',
      none: 'Sin guardar',
      data: 'Solo los datos',
      choose: 'Escenario',
      save: 'Guardar escenario',
      saveAs: 'Guardar como nuevo',
      saveChanges: 'Guardar cambios',
      name: 'Nombre del escenario',
      namePlaceholder: 'Prudente, atrevido, el año pasado…',
      remove: 'Borrar el escenario «{{name}}»',
      startOver: 'Restablecer todo',
      compare: 'Comparar con',
      compareNone: 'Nada',
      compareEnd: 'Dejar de comparar',
      saved: 'Escenario «{{name}}» guardado',
      current: 'Este',
      figure: 'Cifra',
      value: 'Valor',
      incomplete: 'A ese escenario le faltan valores que los datos no pueden decir.',
      difference: 'Diferencia',
      inputsDiffer: 'Valores distintos',
      same: 'Ambos tienen los mismos valores.'
    }
  }
})
