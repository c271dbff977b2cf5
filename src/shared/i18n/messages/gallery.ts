import { messages } from './messages.ts'

/** The gallery of models. */
export const gallery = messages({
  en: {
    title: 'Models',
    intro: 'Each model is our drawing of its authors’ model, with your customers on it: open it, look, walk it and decide.',
    steps_one: '{{count}} step',
    steps_other: '{{count}} steps',
    walked: 'walked {{share}}',
    notWalked: 'not walked yet',
    fits: 'Fits',
    strongest: 'Strongest on',
    weakest: 'Weakest on',
    ours: 'our reading',
    states: 'State on this data',
    problems: 'Model files left out',
    own: 'Own'
  },
  es: {
    title: 'Modelos',
    intro: 'Cada modelo es un dibujo nuestro del modelo de sus autores, con sus clientes dentro: ábralo, mírelo, recórralo y decida.',
    steps_one: '{{count}} paso',
    steps_other: '{{count}} pasos',
    walked: 'recorrido al {{share}}',
    notWalked: 'sin recorrer',
    fits: 'Conviene a',
    strongest: 'Más fuerte en',
    weakest: 'Más débil en',
    ours: 'lectura nuestra',
    states: 'Estado con estos datos',
    problems: 'Archivos de modelo que se han dejado fuera',
    own: 'Propio'
  }
})
