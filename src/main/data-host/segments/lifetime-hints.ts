import { MINIMUM_CUSTOMERS, MINIMUM_REPEAT_BUYERS, type BuyingFault } from '../../../shared/analytics/lifetime/fit-bg-nbd.ts'
import type { Text } from '../../../shared/domain/text.ts'

/** Why there is no predicted lifetime value, in plain words. */
export const LIFETIME_HINTS: Readonly<Record<BuyingFault, Text>> = {
  'too-few-customers': {
    en: `Predicting lifetime value takes at least ${MINIMUM_CUSTOMERS} customers with a valid order.`,
    es: `Para prever el valor de vida hacen falta al menos ${MINIMUM_CUSTOMERS} clientes con un pedido válido.`
  },
  'too-few-repeat-buyers': {
    en: `Predicting lifetime value takes at least ${MINIMUM_REPEAT_BUYERS} customers who bought on two days or more.`,
    es: `Para prever el valor de vida hacen falta al menos ${MINIMUM_REPEAT_BUYERS} clientes que compraran en dos días o más.`
  },
  'too-short': {
    en: 'The history is too short to predict lifetime value: half of the customers first bought less than three usual gaps between orders ago.',
    es: 'La historia es demasiado corta para prever el valor de vida: la mitad de los clientes hizo su primera compra hace menos de tres intervalos habituales entre pedidos.'
  },
  'no-convergence': {
    en: 'These orders do not follow a pattern from which lifetime value could be predicted: the calculation found no stable answer.',
    es: 'Estos pedidos no siguen un patrón del que se pueda prever el valor de vida: el cálculo no encontró una respuesta estable.'
  }
}
