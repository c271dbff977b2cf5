import { messages } from '../messages.ts'

/** Value: who moved where between two dates. */
export const valueMovement = messages({
  en: {
    states: {
      value: { top20: 'Top 20%', next30: 'Next 30%', rest: 'Rest', below_zero: 'Below zero', inactive: 'Not active' }
    },
    movement: {
      states: 'Look at',
      kinds: { lifecycle: 'Lifecycle', rfm: 'RFM segments', value: 'Value tiers' },
      from: 'From',
      to: 'To',
      order: 'Must come after the first date.',
      flow: 'Movement between two dates',
      takeaway_one: 'Of {{known}} customer {{stayed}} ({{share}}) stands where they stood; came later: {{fresh}}, gone: {{gone}}.',
      takeaway_other: 'Of {{known}} customers {{stayed}} ({{share}}) stand where they stood; came later: {{fresh}}, gone: {{gone}}.',
      takeaway_many: 'Of {{known}} customers {{stayed}} ({{share}}) stand where they stood; came later: {{fresh}}, gone: {{gone}}.',
      none: 'Nobody had bought by these dates.',
      matrix: 'The same as a matrix',
      matrixText: 'From the rows to the columns, with the share of the row. The marked diagonal stayed.',
      link: '{{from}} → {{to}}',
      share: 'Of the state before',
      revenueBefore: 'Revenue in the window before',
      revenueAfter: 'Revenue in the window after',
      at: 'As of {{date}}',
      between: 'from {{from}} to {{to}}',
      new: 'Not yet customers',
      gone: 'No longer there',
      topLost: '{{share}} of the top 20% then are not in it now. About a half is usual (regression to the mean).'
    }
  },
  es: {
    states: {
      value: {
        top20: '20 % superior',
        next30: '30 % siguiente',
        rest: 'Resto',
        below_zero: 'Por debajo de cero',
        inactive: 'Sin actividad'
      }
    },
    movement: {
      states: 'Mirar',
      kinds: { lifecycle: 'Ciclo de vida', rfm: 'Segmentos RFM', value: 'Niveles de valor' },
      from: 'Desde',
      to: 'Hasta',
      order: 'Debe ser posterior a la primera fecha.',
      flow: 'Movimiento entre dos fechas',
      takeaway_one:
        'De {{known}} cliente, {{stayed}} (el {{share}}) sigue donde estaba; llegaron después: {{fresh}}, ya no están: {{gone}}.',
      takeaway_other:
        'De {{known}} clientes, {{stayed}} (el {{share}}) siguen donde estaban; llegaron después: {{fresh}}, ya no están: {{gone}}.',
      takeaway_many:
        'De {{known}} de clientes, {{stayed}} (el {{share}}) siguen donde estaban; llegaron después: {{fresh}}, ya no están: {{gone}}.',
      none: 'Nadie había comprado en estas fechas.',
      matrix: 'Lo mismo como matriz',
      matrixText: 'De las filas a las columnas, con la parte de la fila. La diagonal marcada no se movió.',
      link: '{{from}} → {{to}}',
      share: 'Del estado anterior',
      revenueBefore: 'Ingreso en la ventana anterior',
      revenueAfter: 'Ingreso en la ventana posterior',
      at: 'Al {{date}}',
      between: 'del {{from}} al {{to}}',
      new: 'Aún no clientes',
      gone: 'Ya no están',
      topLost: 'El {{share}} del 20 % superior de entonces ya no está en él. Lo habitual es cerca de la mitad (regresión a la media).'
    }
  }
})
