import { messages } from './messages.ts'

/** How a table of people with departments is drawn. */
export const diagramTeams = messages({
  en: {
    title: 'Organisation chart',
    text: '“{{name}}” says the department of each person. Draw who reports to whom as a tree, or put the people of each department in a frame too? Either way the department stays with the person.',
    tree: 'Tree alone',
    frames: 'With a frame for each department'
  },
  es: {
    title: 'Organigrama',
    text: '«{{name}}» indica el departamento de cada persona. ¿Dibujar quién depende de quién en un árbol, o poner además un marco alrededor de las personas de cada departamento? En ambos casos el departamento queda con la persona.',
    tree: 'Solo el árbol',
    frames: 'Con un marco por departamento'
  }
})
