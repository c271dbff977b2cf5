import { messages } from './messages.ts'

/** Diagrams: their list, the page of one, and the panels beside its canvas. */
export const diagrams = messages({
  en: {
    title: 'Diagrams',
    intro: 'Your processes, organisation, journeys and tables, drawn with shapes that carry live figures.',
    new: 'New diagram',
    emptyTitle: 'Draw how your business works',
    emptyText:
      'The sales process, who does what, what a customer goes through. A shape can carry a segment or a figure of your data, so the drawing stays true.',
    shapes_one: '{{formatted}} shape',
    shapes_other: '{{formatted}} shapes',
    untitled: 'Untitled diagram'
  },
  es: {
    title: 'Diagramas',
    intro: 'Sus procesos, su organización, sus recorridos de cliente y sus tablas, con formas que llevan cifras vivas.',
    new: 'Nuevo diagrama',
    emptyTitle: 'Dibuje cómo funciona su negocio',
    emptyText:
      'El proceso de venta, quién hace qué, por dónde pasa un cliente. Una forma puede llevar un segmento o una cifra de sus datos, y así el dibujo sigue siendo verdad.',
    shapes_one: '{{formatted}} forma',
    shapes_other: '{{formatted}} formas',
    untitled: 'Diagrama sin título'
  }
})
