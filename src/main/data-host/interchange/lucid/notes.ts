import type { Text } from '../../../../shared/domain/text.ts'

/** What Lucid's formats can't hold, or a file of them did not say. */
export const LUCID_NOTES = {
  places: {
    en: 'Lucid’s CSV holds no places, no sizes and no colours: Lucidchart arranges the shapes anew. Choose Lucid (.lucid) to keep them.',
    es: 'El CSV de Lucid no guarda posiciones, tamaños ni colores: Lucidchart ordena las formas de nuevo. Elija Lucid (.lucid) para conservarlos.'
  },
  loose: {
    en: 'Lines with a loose end were left out: in this format both ends are at a shape.',
    es: 'Se han omitido las líneas con un extremo suelto: en este formato los dos extremos están en una forma.'
  },
  ends: {
    en: 'Lines whose shapes are not in the file were left out.',
    es: 'Se han omitido las líneas cuyas formas no están en el archivo.'
  },
  forms: {
    en: 'Shapes that Lucid’s import has no form for are written as rectangles; their kind stands in their data.',
    es: 'Las formas que la importación de Lucid no tiene se escriben como rectángulos; su tipo queda en sus datos.'
  },
  images: { en: 'Images are not part of the CSV; their labels are.', es: 'Las imágenes no caben en el CSV; sus rótulos sí.' },
  webp: {
    en: 'Lucid reads no WebP images: a rectangle stands in their place.',
    es: 'Lucid no lee imágenes WebP: en su lugar queda un rectángulo.'
  },
  corners: {
    en: 'Corners set by hand that are no right angles were left out of elbow lines.',
    es: 'Se han omitido los vértices puestos a mano que no forman ángulo recto en las líneas acodadas.'
  },
  entities: {
    en: 'Entities are written as rectangles with their fields as text.',
    es: 'Las entidades se escriben como rectángulos con sus campos como texto.'
  },
  unknown: {
    en: 'Shapes of libraries Cauce does not have were read as steps; their names are kept in their data.',
    es: 'Las formas de bibliotecas que Cauce no tiene se han leído como pasos; sus nombres se conservan en sus datos.'
  }
} as const satisfies Record<string, Text>
