import type { Text } from '../../../../shared/domain/text.ts'

/** What is told to whoever reads or writes Mermaid: nothing is lost silently. */
export const MERMAID_NOTES = {
  scripts: {
    en: 'What a click on a shape calls in a script was left out; addresses are kept.',
    es: 'Se ha omitido lo que un clic en una forma llama en un programa; las direcciones se conservan.'
  },
  invisible: {
    en: 'Lines that Mermaid draws invisible, to place shapes, were left out.',
    es: 'Se han omitido las líneas que Mermaid dibuja invisibles para colocar formas.'
  },
  crosses: {
    en: 'Lines that end in a cross end in a bar here.',
    es: 'Las líneas que terminan en una cruz terminan aquí en una barra.'
  },
  nearest: {
    en: 'Forms that only Mermaid has are drawn as the nearest one here, and are what they were when the diagram is written as Mermaid again.',
    es: 'Las formas que solo tiene Mermaid se dibujan aquí con la más parecida y vuelven a ser las que eran al escribir de nuevo el diagrama en Mermaid.'
  },
  places: {
    en: 'Mermaid holds no places and no sizes: whoever opens it arranges the shapes anew.',
    es: 'Mermaid no guarda posiciones ni tamaños: quien lo abra ordena las formas de nuevo.'
  },
  forms: {
    en: 'Shapes that Mermaid has no form for are written as boxes.',
    es: 'Las formas que Mermaid no tiene se escriben como cajas.'
  },
  images: { en: 'Images are not part of the text; their labels are.', es: 'Las imágenes no caben en el texto; sus rótulos sí.' },
  loose: {
    en: 'Lines with a loose end were left out: in Mermaid both ends are at a shape.',
    es: 'Se han omitido las líneas con un extremo suelto: en Mermaid los dos extremos están en una forma.'
  },
  heads: {
    en: 'Some line ends have no equal in Mermaid and are written as arrows.',
    es: 'Algunos extremos de línea no existen en Mermaid y se escriben como flechas.'
  },
  turned: {
    en: 'Lines with a head at their start alone are written from their end to their start.',
    es: 'Las líneas con punta solo en el inicio se escriben del final al inicio.'
  },
  many: {
    en: 'Programs that show Mermaid draw 500 lines and 50,000 characters at most unless they are set to draw more.',
    es: 'Los programas que muestran Mermaid dibujan como máximo 500 líneas y 50.000 caracteres, salvo que se configuren para más.'
  },
  fields: {
    en: 'That a field is required, and its formula, are not part of the text.',
    es: 'Que un campo sea obligatorio, y su fórmula, no caben en el texto.'
  },
  lost: {
    en: 'Notes, links to the data and addresses other than of web pages are not part of the text.',
    es: 'Las notas, los vínculos con los datos y las direcciones que no son de páginas web no caben en el texto.'
  }
} as const satisfies Record<string, Text>

/** Diagrams of kinds that are not read, in a file that has others. */
export const tellSkipped = (kinds: readonly string[]): Text => ({
  en: `Diagrams of other kinds were left out (${kinds.join(', ')}): flowcharts and entity diagrams are read.`,
  es: `Se han omitido diagramas de otros tipos (${kinds.join(', ')}): se leen los de flujo y los de entidades.`
})

/** Diagrams of a Markdown file that can't be read beside others that can: the lines they fail at. */
export const tellRefused = (lines: readonly (string | number)[]): Text => ({
  en: `Diagrams that can’t be read were left out; the lines they fail at: ${lines.slice(0, 10).join(', ')}.`,
  es: `Se han omitido diagramas que no se pueden leer; líneas en las que fallan: ${lines.slice(0, 10).join(', ')}.`
})
