import { messages } from './messages.ts'

/** The panel that says where a number comes from. */
export const explanation = messages({
  en: {
    of: 'How “{{name}}” is computed',
    close: 'Close the explanation',
    formula: 'Formula',
    worked: 'With your numbers',
    counted: 'Counted',
    outOf: 'Out of',
    rule: 'Rule',
    window: 'Period (W)',
    asOf: 'As of (A)',
    unit: 'Unit',
    units: {
      '%': 'per cent',
      currency: 'money, {{currency}}',
      count: 'count',
      ratio: 'ratio, x to 1',
      '0–1': 'index from 0 to 1',
      hours: 'hours',
      days: 'days',
      pp: 'percentage points',
      'per 100': 'per 100',
      '−100…100': 'points, from −100 to 100',
      '0–100': 'points, from 0 to 100'
    },
    source: 'Source',
    marks: {
      V: 'Checked against a public source, or computed again',
      S: 'Said by the texts this app grew out of',
      L: 'Established literature, not checked again',
      A: 'Definition or rule made for this app, not published by others',
      U: 'Could not be verified'
    },
    customers: 'Customers behind it',
    revenue: 'Revenue in the period',
    ofRevenue: 'Of the revenue of identified customers',
    ruleOwn: 'The rule is your own.',
    notThere: 'The data cannot answer this now.'
  },
  es: {
    of: 'Cómo se calcula «{{name}}»',
    close: 'Cerrar la explicación',
    formula: 'Fórmula',
    worked: 'Con sus números',
    counted: 'Se cuentan',
    outOf: 'Sobre',
    rule: 'Regla',
    window: 'Periodo (W)',
    asOf: 'A fecha de (A)',
    unit: 'Unidad',
    units: {
      '%': 'por ciento',
      currency: 'dinero, {{currency}}',
      count: 'recuento',
      ratio: 'relación, x a 1',
      '0–1': 'índice de 0 a 1',
      hours: 'horas',
      days: 'días',
      pp: 'puntos porcentuales',
      'per 100': 'por cada 100',
      '−100…100': 'puntos, de −100 a 100',
      '0–100': 'puntos, de 0 a 100'
    },
    source: 'Fuente',
    marks: {
      V: 'Comprobado en una fuente pública o vuelto a calcular',
      S: 'Dicho en los textos de los que parte esta aplicación',
      L: 'Literatura establecida, no vuelta a comprobar',
      A: 'Definición o regla hecha para esta aplicación, no publicada por otros',
      U: 'No se ha podido comprobar'
    },
    customers: 'Clientes que hay detrás',
    revenue: 'Ingresos del periodo',
    ofRevenue: 'Del ingreso de clientes identificados',
    ruleOwn: 'La regla es propia.',
    notThere: 'Los datos no pueden responder a esto ahora.'
  }
})
