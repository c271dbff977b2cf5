import { messages } from './messages.ts'

/** What can be wrong with a model file or a workspace; the path into the file stands before the sentence. */
export const checks = messages({
  en: {
    model: {
      wholeFile: '(file)',
      idTwice: '“{{id}}” is used twice',
      wrongPrefix: '“{{id}}” does not start with “{{prefix}}”',
      noElement: 'there is no element “{{id}}”',
      insideItself: '“{{id}}” is inside itself',
      relationTwice: 'the same relation is there twice',
      visitedTwice: '“{{id}}” is visited twice',
      noKpi: 'there is no figure “{{id}}” in the catalogue',
      noSegment: 'there is no segment “{{id}}” in the catalogue',
      noSize: 'width and height must be above 0',
      outsideCanvas: 'lies outside the canvas of {{width}} × {{height}}',
      emptyText: 'is empty',
      tooLarge: 'is too large to be a model',
      notJson: 'is not valid JSON',
      modelTwice: 'another file already has the model “{{id}}”',
      unknownKey: 'is not part of a model',
      missing: 'is missing',
      wrongType: 'must be {{expected}}',
      tooFew: 'has too few entries, or is too short or too small: at least {{least}}',
      tooMany: 'has too many entries, or is too long or too large: at most {{most}}',
      wrongFormat: 'is not written as it must be',
      wrongValue: 'must be one of: {{values}}',
      notValid: 'is not valid',
      types: {
        string: 'a text',
        number: 'a number',
        int: 'a whole number',
        boolean: 'true or false',
        array: 'a list',
        tuple: 'a list',
        object: 'an object',
        null: 'null'
      }
    },
    workspace: {
      selfMerged: 'customers merged into themselves: {{count}}',
      impossibleDates: 'orders with a date that is not in the calendar: {{count}}',
      undoneRecords: 'records of an import that was undone: {{count}}',
      stepsOfNoWalk: 'walk steps of no walk: {{count}}',
      answersOfNoStep: 'answers of no step: {{count}}',
      walksWithoutSteps: 'walks without steps: {{count}}',
      figuresOfNobody: 'figures of customers that are gone: {{count}}',
      figuresFromTheFuture: 'figures computed from data newer than the file: {{count}}',
      undoneBelow: 'undone changes below changes that are not: {{count}}',
      file: 'the file itself is damaged: {{detail}}',
      pointsNowhere: '{{table}}: points to a row of {{parent}} that is not there',
      notMarked: 'the file is not marked as a workspace',
      otherVersion: 'the file has another version of the schema'
    }
  },
  es: {
    model: {
      wholeFile: '(archivo)',
      idTwice: '«{{id}}» se usa dos veces',
      wrongPrefix: '«{{id}}» no empieza por «{{prefix}}»',
      noElement: 'no existe el elemento «{{id}}»',
      insideItself: '«{{id}}» está dentro de sí mismo',
      relationTwice: 'la misma relación está dos veces',
      visitedTwice: '«{{id}}» se visita dos veces',
      noKpi: 'no existe la cifra «{{id}}» en el catálogo',
      noSegment: 'no existe el segmento «{{id}}» en el catálogo',
      noSize: 'el ancho y el alto deben ser mayores que 0',
      outsideCanvas: 'queda fuera del lienzo de {{width}} × {{height}}',
      emptyText: 'está vacío',
      tooLarge: 'es demasiado grande para ser un modelo',
      notJson: 'no es JSON válido',
      modelTwice: 'otro archivo ya tiene el modelo «{{id}}»',
      unknownKey: 'no forma parte de un modelo',
      missing: 'falta',
      wrongType: 'debe ser {{expected}}',
      tooFew: 'tiene muy pocas entradas, o es demasiado corto o pequeño: al menos {{least}}',
      tooMany: 'tiene demasiadas entradas, o es demasiado largo o grande: como mucho {{most}}',
      wrongFormat: 'no está escrito como debe',
      wrongValue: 'debe ser uno de estos valores: {{values}}',
      notValid: 'no es válido',
      types: {
        string: 'un texto',
        number: 'un número',
        int: 'un número entero',
        boolean: 'verdadero o falso',
        array: 'una lista',
        tuple: 'una lista',
        object: 'un objeto',
        null: 'null'
      }
    },
    workspace: {
      selfMerged: 'clientes fusionados consigo mismos: {{count}}',
      impossibleDates: 'pedidos con una fecha que no está en el calendario: {{count}}',
      undoneRecords: 'registros de una importación deshecha: {{count}}',
      stepsOfNoWalk: 'pasos de ningún recorrido: {{count}}',
      answersOfNoStep: 'respuestas de ningún paso: {{count}}',
      walksWithoutSteps: 'recorridos sin pasos: {{count}}',
      figuresOfNobody: 'cifras de clientes que ya no están: {{count}}',
      figuresFromTheFuture: 'cifras calculadas con datos más nuevos que el archivo: {{count}}',
      undoneBelow: 'cambios deshechos por debajo de otros que no lo están: {{count}}',
      file: 'el propio archivo está dañado: {{detail}}',
      pointsNowhere: '{{table}}: apunta a una fila de {{parent}} que no existe',
      notMarked: 'el archivo no está marcado como espacio de trabajo',
      otherVersion: 'el archivo tiene otra versión del esquema'
    }
  }
})
