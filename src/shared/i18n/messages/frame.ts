import { messages } from './messages.ts'

/** The window's frame: rail, top bar, palette, notices. */
export const frame = messages({
  en: {
    navigation: 'Places',
    panel: 'Context',
    closePanel: 'Close the panel',
    saved: '{{file}} · saved {{time}}',
    search: 'Search customers, segments, steps…',
    asOfHint: 'Every figure is computed as of this date. Change it in Settings.',
    reconnecting: 'Reconnecting…',
    undone: 'Undone: {{what}}',
    redone: 'Done again: {{what}}',
    outside: {
      undo: 'Nothing more to undo in this diagram. Before it: {{what}}.',
      undoIt: 'Undo that',
      redo: 'Nothing more to redo in this diagram. After it: {{what}}.',
      redoIt: 'Redo that'
    },
    savedCopy: 'Copy saved',
    savedFile: 'File saved',
    savedRows_one: '{{formatted}} row saved',
    savedRows_other: '{{formatted}} rows saved',
    skip: 'Skip to the content',
    titles: {
      home: 'Home',
      customers: 'Customers',
      import: 'Import',
      segments: 'Segments',
      value: 'Value',
      simulator: 'Keep or win',
      models: 'Models',
      diagrams: 'Diagrams',
      editor: 'Own model',
      compare: 'Compare models',
      choose: 'Which model suits me?',
      walk: 'Walk',
      plan: 'Plan',
      reports: 'Reports',
      settings: 'Settings'
    },
    palette: {
      commands: 'Go to or do',
      customers: 'Customers',
      segments: 'Segments',
      elements: 'Steps of the models',
      diagrams: 'Diagrams',
      nothing: 'Nothing by that name'
    },
    drop: {
      title: 'Drop it here',
      text: 'A .cauce file opens; a CSV or TSV file is read and shown before anything is imported.',
      closed: 'A .cauce file opens. For a CSV or TSV file, you choose where to keep a new workspace and then see what would be imported.'
    },
    walkNotThere: 'This walk is no longer there'
  },
  es: {
    navigation: 'Lugares',
    panel: 'Contexto',
    closePanel: 'Cerrar el panel',
    saved: '{{file}} · guardado {{time}}',
    search: 'Buscar clientes, segmentos, pasos…',
    asOfHint: 'Todas las cifras se calculan a esta fecha. Se cambia en Ajustes.',
    reconnecting: 'Reconectando…',
    undone: 'Deshecho: {{what}}',
    redone: 'Rehecho: {{what}}',
    outside: {
      undo: 'No queda nada por deshacer en este diagrama. Antes de eso: {{what}}.',
      undoIt: 'Deshacerlo',
      redo: 'No queda nada por rehacer en este diagrama. Después viene: {{what}}.',
      redoIt: 'Rehacerlo'
    },
    savedCopy: 'Copia guardada',
    savedFile: 'Archivo guardado',
    savedRows_one: '{{formatted}} fila guardada',
    savedRows_other: '{{formatted}} filas guardadas',
    skip: 'Saltar al contenido',
    titles: {
      home: 'Inicio',
      customers: 'Clientes',
      import: 'Importar',
      segments: 'Segmentos',
      value: 'Valor',
      simulator: 'Conservar o captar',
      models: 'Modelos',
      diagrams: 'Diagramas',
      editor: 'Modelo propio',
      compare: 'Comparar modelos',
      choose: '¿Qué modelo me conviene?',
      walk: 'Recorrido',
      plan: 'Plan',
      reports: 'Informes',
      settings: 'Ajustes'
    },
    palette: {
      commands: 'Ir a o hacer',
      customers: 'Clientes',
      segments: 'Segmentos',
      elements: 'Pasos de los modelos',
      diagrams: 'Diagramas',
      nothing: 'No hay nada con ese nombre'
    },
    drop: {
      title: 'Suéltelo aquí',
      text: 'Un archivo .cauce se abre; un CSV o TSV se lee y se muestra antes de importar nada.',
      closed: 'Un archivo .cauce se abre. Con un CSV o TSV, usted elige dónde guardar un nuevo espacio de trabajo y ve qué se importaría.'
    },
    walkNotThere: 'Este recorrido ya no está'
  }
})
