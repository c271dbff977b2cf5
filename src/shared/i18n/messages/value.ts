import { messages } from './messages.ts'
import { valueCohorts } from './value/cohorts.ts'
import { valueConcentration } from './value/concentration.ts'
import { valueFuture } from './value/future.ts'
import { valueMovement } from './value/movement.ts'
import { valueRfm } from './value/rfm.ts'

/** Value: what its tabs have in common; every tab has its own file. */
export const value = messages({
  en: {
    intro: 'What each customer brings and may bring, as of {{date}}.',
    emptyTitle: 'No orders yet',
    emptyText:
      'Here you will see how concentrated your revenue is, who buys often and lately, and who is going quiet. All it takes is a file of orders.',
    import: 'Import a file',
    sections: 'Parts of the value screen',
    tabs: {
      concentration: 'Concentration',
      rfm: 'RFM and lifecycle',
      future: 'Future value',
      cohorts: 'Cohorts and retention',
      movement: 'Movement',
      simulator: 'Keep or win'
    },
    leads: {
      concentration: 'Who carries the business: how much the best customers bring, and who they are.',
      rfm: 'How lately, how often and for how much each customer buys, and where they stand in their life with you.',
      future: 'Who is probably still a customer, what they may bring, and how well such predictions held last time.',
      cohorts: 'Whether those who began together come back, and what share of the buyers of one period buys in the next.',
      movement: 'How customers moved from one state to another between two dates.',
      simulator: 'What winning a customer costs against keeping one, on your own numbers.'
    },
    wholeHistory: 'whole history',
    ofCustomers_one: '{{formatted}} customer',
    ofCustomers_other: '{{formatted}} customers',
    ofCustomers_many: '{{formatted}} customers',
    revenueMeasure: 'by revenue',
    behind: {
      bought: 'Customers with a valid order',
      active: 'Customers active in the period',
      alive: 'Repeat buyers probably still customers',
      stayed: 'Bought in the period before and in this one',
      before: 'Active in the period before',
      won: 'New customers of the period'
    },
    modelParameters: 'Fitted (weeks)',
    spendParameters: 'Fitted, amounts',
    measures: { margin: 'by margin', revenue: 'by revenue' },
    quarter: '{{year}} Q{{quarter}}',
    ...valueConcentration.en,
    ...valueRfm.en,
    ...valueFuture.en,
    ...valueCohorts.en,
    ...valueMovement.en
  },
  es: {
    intro: 'Lo que trae y puede traer cada cliente, al {{date}}.',
    emptyTitle: 'Aún no hay pedidos',
    emptyText:
      'Aquí verá cuánto se concentra su ingreso, quién compra a menudo y hace poco, y quién se está callando. Basta un archivo de pedidos.',
    import: 'Importar un archivo',
    sections: 'Partes de la pantalla de valor',
    tabs: {
      concentration: 'Concentración',
      rfm: 'RFM y ciclo de vida',
      future: 'Valor futuro',
      cohorts: 'Cohortes y retención',
      movement: 'Movimiento',
      simulator: 'Conservar o captar'
    },
    leads: {
      concentration: 'Quién sostiene el negocio: cuánto traen los mejores clientes y quiénes son.',
      rfm: 'Cuán reciente, cuán a menudo y por cuánto compra cada cliente, y en qué punto está de su vida con ustedes.',
      future: 'Quién sigue siendo cliente probablemente, qué puede traer y cómo acertó la última vez esta predicción.',
      cohorts: 'Si quienes empezaron juntos vuelven, y qué parte de los compradores de un periodo compra en el siguiente.',
      movement: 'Cómo pasaron los clientes de un estado a otro entre dos fechas.',
      simulator: 'Lo que cuesta captar un cliente frente a conservarlo, con sus propias cifras.'
    },
    wholeHistory: 'toda la historia',
    ofCustomers_one: '{{formatted}} cliente',
    ofCustomers_other: '{{formatted}} clientes',
    ofCustomers_many: '{{formatted}} de clientes',
    revenueMeasure: 'por ingreso',
    behind: {
      bought: 'Clientes con una compra válida',
      active: 'Clientes activos en el periodo',
      alive: 'Compradores repetidos que probablemente siguen',
      stayed: 'Compraron en el periodo anterior y en este',
      before: 'Activos en el periodo anterior',
      won: 'Clientes nuevos del periodo'
    },
    modelParameters: 'Ajustado (semanas)',
    spendParameters: 'Ajustado, importes',
    measures: { margin: 'por margen', revenue: 'por ingreso' },
    quarter: '{{year}} T{{quarter}}',
    ...valueConcentration.es,
    ...valueRfm.es,
    ...valueFuture.es,
    ...valueCohorts.es,
    ...valueMovement.es
  }
})
