import { messages } from './messages.ts'

/** "Which model suits me": questions, what the data say, ranking. */
export const choose = messages({
  en: {
    title: 'Which model suits me?',
    intro:
      'Short questions. Where your data can answer, the answer is filled in with the figure it rests on; change it if you know better. The models are then ranked, with every reason.',
    short: 'Which suits me?',
    questions: 'Questions',
    question: 'Question {{number}} of {{total}}',
    fromData: 'From your data',
    yours: 'Your answer',
    unknown: 'I don’t know',
    setAside: 'What the data say is set aside',
    backToData: 'Use what the data say',
    noFigure: 'No figure can answer this; you know it.',
    favoursNone: 'Speaks for no model in particular.',
    clear: 'Forget my answers',
    copy: 'Copy as text',
    copied: 'Ranking copied',
    ranking: 'Ranking',
    none: 'Not enough said',
    noneText:
      'Answer at least one question on the left, or import data that can answer for you. Then the models appear here in order, each with its reasons.',
    basis: '{{answered}} of {{total}} questions count: {{data}} from your data, {{person}} from you.',
    thin: 'Few answers: the order can still change easily.',
    points_one: '{{formatted}} point',
    points_other: '{{formatted}} points',
    tied: 'Tied',
    tiedText: 'With the same points, the order between them means nothing.',
    speaksFor: 'Speaks for it',
    speaksAgainst: 'Speaks against it',
    nothingFor: 'No answer speaks for it.',
    nothingAgainst: 'No answer speaks against it.',
    because: 'because you answered: {{answer}}',
    becauseData: 'because your data say: {{answer}}',
    open: 'Open the model',
    compareTwo: 'Compare the first two side by side',
    rule: 'The questions, the points and the sum are ours, not any author’s: they put reasons in order, they do not decide. Behind each reason stands where it comes from.',
    copyHead: 'Which model suits us — {{title}}',
    copyDate: 'As of {{date}}',
    copyAnswers: 'Answers',
    facts: {
      company_share: {
        known: '{{share}} of the customers are companies ({{companies}} of the {{known}} whose kind is known).',
        missing: 'No customer says whether it is a person or a company: import customers with their kind.'
      },
      gap_days: {
        known: 'Days between two orders of one customer, median: {{days}} (customers with two or more: {{customers}}).',
        missing: 'Nobody has ordered on two days yet: import orders.'
      },
      customers: { known: 'Customers in this workspace: {{customers}}.', missing: 'No customers yet: import them.' },
      channels: {
        known: 'Channels in use: {{channels}} ({{names}}); each counts from {{least}} of the orders on.',
        missing: 'No order says its channel: import orders with a channel.'
      },
      complaints_per_100: {
        known: 'Complaints in the period: {{complaints}}, to {{orders}} orders: {{rate}} for every 100.',
        missing: 'No complaints are recorded; that does not mean that there are none.'
      },
      campaigns: {
        known: 'Campaigns recorded: {{campaigns}}.',
        missing: 'No campaigns are recorded.'
      },
      partner_share: {
        known: '{{share}} of the orders came through a partner ({{through}} of {{orders}}).',
        missing: 'No order names a partner; that does not mean that there are none.'
      }
    }
  },
  es: {
    title: '¿Qué modelo me conviene?',
    intro:
      'Preguntas cortas. Donde sus datos pueden responder, la respuesta aparece ya con la cifra en que se apoya; cámbiela si usted sabe más. Después, los modelos se ordenan con todas las razones.',
    short: '¿Cuál me conviene?',
    questions: 'Preguntas',
    question: 'Pregunta {{number}} de {{total}}',
    fromData: 'Según sus datos',
    yours: 'Su respuesta',
    unknown: 'No lo sé',
    setAside: 'Lo que dicen los datos queda a un lado',
    backToData: 'Usar lo que dicen los datos',
    noFigure: 'Ninguna cifra puede responder; usted lo sabe.',
    favoursNone: 'No habla a favor de ningún modelo en particular.',
    clear: 'Olvidar mis respuestas',
    copy: 'Copiar como texto',
    copied: 'Orden copiado',
    ranking: 'Orden',
    none: 'Aún no se ha dicho lo suficiente',
    noneText:
      'Responda al menos una pregunta a la izquierda, o importe datos que puedan responder por usted. Entonces los modelos aparecen aquí en orden, cada uno con sus razones.',
    basis: 'Cuentan {{answered}} de {{total}} preguntas: {{data}} según sus datos, {{person}} según usted.',
    thin: 'Pocas respuestas: el orden todavía puede cambiar fácilmente.',
    points_one: '{{formatted}} punto',
    points_other: '{{formatted}} puntos',
    tied: 'Empate',
    tiedText: 'Con los mismos puntos, el orden entre ellos no significa nada.',
    speaksFor: 'A favor',
    speaksAgainst: 'En contra',
    nothingFor: 'Ninguna respuesta habla a favor.',
    nothingAgainst: 'Ninguna respuesta habla en contra.',
    because: 'porque usted respondió: {{answer}}',
    becauseData: 'porque sus datos dicen: {{answer}}',
    open: 'Abrir el modelo',
    compareTwo: 'Comparar los dos primeros lado a lado',
    rule: 'Las preguntas, los puntos y la suma son nuestros, no de ningún autor: ordenan razones, no deciden. Detrás de cada razón consta de dónde viene.',
    copyHead: 'Qué modelo nos conviene: {{title}}',
    copyDate: 'Al {{date}}',
    copyAnswers: 'Respuestas',
    facts: {
      company_share: {
        known: 'El {{share}} de los clientes son empresas ({{companies}} de los {{known}} cuyo tipo se conoce).',
        missing: 'Ningún cliente dice si es persona o empresa: importe clientes con su tipo.'
      },
      gap_days: {
        known: 'Días entre dos pedidos de un cliente, mediana: {{days}} (clientes con dos o más: {{customers}}).',
        missing: 'Nadie ha pedido todavía en dos días distintos: importe pedidos.'
      },
      customers: { known: 'Clientes en este espacio de trabajo: {{customers}}.', missing: 'Todavía no hay clientes: impórtelos.' },
      channels: {
        known: 'Canales en uso: {{channels}} ({{names}}); cada uno cuenta desde el {{least}} de los pedidos.',
        missing: 'Ningún pedido dice su canal: importe pedidos con canal.'
      },
      complaints_per_100: {
        known: 'Quejas en el periodo: {{complaints}}, para {{orders}} pedidos: {{rate}} por cada 100.',
        missing: 'No hay quejas registradas; eso no significa que no las haya.'
      },
      campaigns: { known: 'Campañas registradas: {{campaigns}}.', missing: 'No hay campañas registradas.' },
      partner_share: {
        known: 'El {{share}} de los pedidos llegó por un socio ({{through}} de {{orders}}).',
        missing: 'Ningún pedido nombra a un socio; eso no significa que no los haya.'
      }
    }
  }
})
