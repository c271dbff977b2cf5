import { messages } from './messages.ts'

/** The list of segments. */
export const segments = messages({
  en: {
    intro:
      'Named groups of customers, as of {{date}}. Revenue is that of the analysis window, the last {{days}} days. Choose one to see who is in it.',
    emptyTitle: 'No segments yet',
    emptyText:
      'Here your customers stand in groups with a name and an exact rule: who is new, who is loyal, who is cooling off, who brings most. All it takes is a file of orders.',
    import: 'Import a file',
    introUndated: 'Named groups of customers. Choose one to see who is in it.',
    groups: {
      base: 'The base',
      value: 'By value',
      rfm: 'RFM: recency, frequency, amount',
      lifecycle: 'By lifecycle',
      experience: 'By experience',
      data: 'By the data about them',
      own: 'Your own'
    },
    columns: {
      name: 'Segment',
      customers: 'Customers',
      share: 'Of the base',
      revenue: 'Revenue in the window',
      revenueShare: 'Of revenue'
    },
    unanswered: 'What your data cannot answer yet',
    unansweredText: 'These segments are not empty: the data they need is not here.',
    needs: 'needs {{kinds}}',
    'needs-rule': 'needs a rule of yours',
    'needs-analysis': 'comes with a later analysis',
    'too-few': 'too few data',
    'no-denominator': 'nothing to divide by',
    'needs-entry': 'to be entered by hand',
    source: 'Source: {{source}}'
  },
  es: {
    intro:
      'Grupos de clientes con nombre, al {{date}}. El ingreso es el del periodo de análisis, los últimos {{days}} días. Elija uno para ver quién está en él.',
    emptyTitle: 'Aún no hay segmentos',
    emptyText:
      'Aquí sus clientes se reúnen en grupos con nombre y regla exacta: quién es nuevo, quién es leal, quién se enfría, quién trae más. Basta un archivo de pedidos.',
    import: 'Importar un archivo',
    introUndated: 'Grupos de clientes con nombre. Elija uno para ver quién está en él.',
    groups: {
      base: 'La base',
      value: 'Por valor',
      rfm: 'RFM: recencia, frecuencia, importe',
      lifecycle: 'Por ciclo de vida',
      experience: 'Por experiencia',
      data: 'Por los datos que hay de ellos',
      own: 'Propios'
    },
    columns: {
      name: 'Segmento',
      customers: 'Clientes',
      share: 'De la base',
      revenue: 'Ingreso en el periodo',
      revenueShare: 'Del ingreso'
    },
    unanswered: 'Lo que sus datos aún no pueden responder',
    unansweredText: 'Estos segmentos no están vacíos: faltan los datos que necesitan.',
    needs: 'necesita {{kinds}}',
    'needs-rule': 'necesita una regla suya',
    'needs-analysis': 'llega con un análisis posterior',
    'too-few': 'datos insuficientes',
    'no-denominator': 'no hay entre qué dividir',
    'needs-entry': 'se anota a mano',
    source: 'Fuente: {{source}}'
  }
})
