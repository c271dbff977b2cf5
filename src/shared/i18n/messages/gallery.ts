import { messages } from './messages.ts'

/** The gallery of models. */
export const gallery = messages({
  en: {
    title: 'Models',
    intro: 'Each model is a drawing of the textbook with your customers on it: open it, look, walk it and decide.',
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    walked: 'walked {{share}}',
    notWalked: 'not walked yet',
    later: 'Arriving later',
    laterModels: {
      qci: 'QCi: eight activities around the customer, seven dimensions',
      payne: 'Payne & Frow: five processes, four elements',
      gartner: 'Gartner: eight building blocks',
      buttle: "Buttle's value chain: five stages, five conditions"
    },
    laterText: 'These four models are drawn and walked the same way. They come with a later version.',
    problems: 'Model files left out',
    by: '{{authors}} · {{year}}'
  },
  es: {
    title: 'Modelos',
    intro: 'Cada modelo es el dibujo del libro con sus clientes dentro: ábralo, mírelo, recórralo y decida.',
    steps_one: '{{count}} paso',
    steps_other: '{{count}} pasos',
    walked: 'recorrido al {{share}}',
    notWalked: 'sin recorrer',
    later: 'Llegarán después',
    laterModels: {
      qci: 'QCi: ocho actividades en torno al cliente, siete dimensiones',
      payne: 'Payne y Frow: cinco procesos, cuatro elementos',
      gartner: 'Gartner: ocho bloques',
      buttle: 'Cadena de valor de Buttle: cinco etapas, cinco condiciones'
    },
    laterText: 'Estos cuatro modelos se dibujan y se recorren igual. Llegan con una versión posterior.',
    problems: 'Archivos de modelo que se han dejado fuera',
    by: '{{authors}} · {{year}}'
  }
})
