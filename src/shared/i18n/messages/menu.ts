import { messages } from './messages.ts'

/** Names of the menus and of every command of `shared/commands.ts`, and the titles of the platform's dialogs. */
export const menu = messages({
  en: {
    titles: { file: 'File', edit: 'Edit', view: 'View', go: 'Go', help: 'Help', window: 'Window' },
    workspace: {
      new: 'New workspace…',
      open: 'Open workspace…',
      openRecent: 'Open recent…',
      sample: 'Open the sample business',
      training: 'Save a training copy…',
      saveCopy: 'Save a copy…',
      close: 'Close workspace'
    },
    import: { open: 'Import data…' },
    schema: { import: 'Import a Salesforce schema…' },
    export: { customers: 'Export customers…' },
    report: { pdf: 'Save report as PDF…', markdown: 'Save report as Markdown…', html: 'Save report as HTML…' },
    model: {
      new: 'New model…',
      copy: 'Copy the model as an own one…',
      edit: 'Edit the own model',
      import: 'Import a model…',
      export: 'Export the model…'
    },
    segment: { new: 'New segment…', edit: 'Edit the segment’s rule' },
    diagram: {
      new: 'New diagram…',
      svg: 'Save diagram as SVG…',
      png: 'Save diagram as PNG…',
      connect: 'Connect shapes…',
      group: 'Group',
      ungroup: 'Ungroup',
      lock: 'Lock or unlock',
      reroute: 'Reroute lines',
      layout: 'Arrange automatically…',
      link: 'Link the shape…',
      import: 'Import diagram…',
      export: 'Export diagram…',
      present: 'Present from the start',
      presentHere: 'Present from here',
      path: 'Order of the presentation…',
      panels: 'Hide or show both side panels',
      map: 'Show or hide the map of the page'
    },
    interaction: { log: 'Log an interaction…' },
    customer: { new: 'New customer…' },
    edit: {
      undo: 'Undo',
      undoOutside: 'Undo what was done before this diagram…',
      redo: 'Redo',
      redoOutside: 'Redo what came after this diagram…',
      cut: 'Cut',
      copy: 'Copy',
      paste: 'Paste',
      selectAll: 'Select all',
      duplicate: 'Duplicate',
      delete: 'Delete',
      find: 'Find in the diagram…'
    },
    view: {
      palette: 'Go to or do…',
      panel: 'Show or hide the panel',
      mask: 'Hide or show identities',
      theme: 'Switch theme',
      language: 'Switch language'
    },
    canvas: { fit: 'Fit diagram to window', zoomIn: 'Zoom in', zoomOut: 'Zoom out' },
    go: {
      home: 'Home',
      customers: 'Customers',
      segments: 'Segments',
      value: 'Value',
      models: 'Models',
      diagrams: 'Diagrams',
      plan: 'Plan',
      reports: 'Reports',
      settings: 'Settings',
      compare: 'Compare models',
      choose: 'Which model suits me?',
      overlap: 'Overlap of segments',
      simulator: 'Keep or win?'
    },
    assessment: { open: 'Assess this model' },
    walk: { start: 'Start or resume the walk', next: 'Next element', back: 'Back: previous step or screen' },
    help: { tour: 'Getting started', about: 'About Cauce' },
    app: { quit: 'Quit', hide: 'Hide Cauce', minimize: 'Minimise', fullScreen: 'Full screen', developer: 'Developer tools' },
    dialog: {
      open: 'Open a workspace',
      import: 'Choose the file to import',
      model: 'Choose a model file',
      schemaFolder: 'Choose the project folder with the Salesforce schema',
      schemaFile: 'Choose a file with the Salesforce schema',
      importDiagram: 'Choose the diagram to import',
      saveModel: 'Save the model',
      new: 'Where should the new workspace be kept?',
      saveCopy: 'Save a copy of the workspace',
      saveRejects: 'Save the refused rows',
      saveReport: 'Save the report',
      saveDiagram: 'Save the diagram',
      saveData: 'Save the data',
      saveChart: 'Save the chart'
    },
    replace: {
      title: 'Replace “{{name}}”?',
      body: 'A file with that name is there already. Replacing it deletes what it holds.',
      replace: 'Replace',
      cancel: 'Cancel'
    },
    fileTypes: {
      workspace: 'Cauce workspace',
      table: 'Table of text (CSV, TSV)',
      diagram: 'Diagram (draw.io, JSON Canvas, Lucidchart CSV, Mermaid…)',
      model: 'Model file',
      schema: 'Schema (ZIP, JSON, CSV)',
      any: 'Any file'
    },
    host: {
      stoppedTitle: 'Cauce had to stop working on this file',
      stoppedBody:
        'The part that keeps the file stopped three times within a minute. Everything saved so far is safe in the file. Try again, or close this window.',
      retry: 'Try again',
      close: 'Close window',
      selfTestTitle: 'Cauce cannot read workspace files on this computer',
      selfTestBody: 'The database component did not start. Install Cauce again; if that does not help, report this text: {{reason}}'
    }
  },
  es: {
    titles: { file: 'Archivo', edit: 'Editar', view: 'Ver', go: 'Ir', help: 'Ayuda', window: 'Ventana' },
    workspace: {
      new: 'Nuevo espacio de trabajo…',
      open: 'Abrir espacio de trabajo…',
      openRecent: 'Abrir reciente…',
      sample: 'Abrir el negocio de ejemplo',
      training: 'Guardar una copia de formación…',
      saveCopy: 'Guardar una copia…',
      close: 'Cerrar espacio de trabajo'
    },
    import: { open: 'Importar datos…' },
    schema: { import: 'Importar un esquema de Salesforce…' },
    export: { customers: 'Exportar clientes…' },
    report: { pdf: 'Guardar informe en PDF…', markdown: 'Guardar informe en Markdown…', html: 'Guardar informe en HTML…' },
    model: {
      new: 'Nuevo modelo…',
      copy: 'Copiar el modelo como propio…',
      edit: 'Editar el modelo propio',
      import: 'Importar un modelo…',
      export: 'Exportar el modelo…'
    },
    segment: { new: 'Nuevo segmento…', edit: 'Editar la regla del segmento' },
    diagram: {
      new: 'Nuevo diagrama…',
      svg: 'Guardar diagrama en SVG…',
      png: 'Guardar diagrama en PNG…',
      connect: 'Conectar formas…',
      group: 'Agrupar',
      ungroup: 'Desagrupar',
      lock: 'Bloquear o desbloquear',
      reroute: 'Volver a trazar las líneas',
      layout: 'Ordenar automáticamente…',
      link: 'Vincular la forma…',
      import: 'Importar diagrama…',
      export: 'Exportar diagrama…',
      present: 'Presentar desde el principio',
      presentHere: 'Presentar desde aquí',
      path: 'Orden de la presentación…',
      panels: 'Ocultar o mostrar los dos paneles laterales',
      map: 'Mostrar u ocultar el mapa de la página'
    },
    interaction: { log: 'Anotar una interacción…' },
    customer: { new: 'Nuevo cliente…' },
    edit: {
      undo: 'Deshacer',
      undoOutside: 'Deshacer lo hecho antes de este diagrama…',
      redo: 'Rehacer',
      redoOutside: 'Rehacer lo que vino después de este diagrama…',
      cut: 'Cortar',
      copy: 'Copiar',
      paste: 'Pegar',
      selectAll: 'Seleccionar todo',
      duplicate: 'Duplicar',
      delete: 'Eliminar',
      find: 'Buscar en el diagrama…'
    },
    view: {
      palette: 'Ir a o hacer…',
      panel: 'Mostrar u ocultar el panel',
      mask: 'Ocultar o mostrar identidades',
      theme: 'Cambiar de tema',
      language: 'Cambiar de idioma'
    },
    canvas: { fit: 'Ajustar el diagrama a la ventana', zoomIn: 'Acercar', zoomOut: 'Alejar' },
    go: {
      home: 'Inicio',
      customers: 'Clientes',
      segments: 'Segmentos',
      value: 'Valor',
      models: 'Modelos',
      diagrams: 'Diagramas',
      plan: 'Plan',
      reports: 'Informes',
      settings: 'Ajustes',
      compare: 'Comparar modelos',
      choose: '¿Qué modelo me conviene?',
      overlap: 'Coincidencias de segmentos',
      simulator: '¿Conservar o captar?'
    },
    assessment: { open: 'Evaluar este modelo' },
    walk: { start: 'Empezar o seguir el recorrido', next: 'Elemento siguiente', back: 'Atrás: paso o pantalla anterior' },
    help: { tour: 'Primeros pasos', about: 'Acerca de Cauce' },
    app: {
      quit: 'Salir',
      hide: 'Ocultar Cauce',
      minimize: 'Minimizar',
      fullScreen: 'Pantalla completa',
      developer: 'Herramientas de desarrollo'
    },
    dialog: {
      open: 'Abrir un espacio de trabajo',
      import: 'Elija el archivo que quiere importar',
      model: 'Elija un archivo de modelo',
      schemaFolder: 'Elija la carpeta del proyecto con el esquema de Salesforce',
      schemaFile: 'Elija un archivo con el esquema de Salesforce',
      importDiagram: 'Elija el diagrama que quiere importar',
      saveModel: 'Guardar el modelo',
      new: '¿Dónde quiere guardar el nuevo espacio de trabajo?',
      saveCopy: 'Guardar una copia del espacio de trabajo',
      saveRejects: 'Guardar las filas rechazadas',
      saveReport: 'Guardar el informe',
      saveDiagram: 'Guardar el diagrama',
      saveData: 'Guardar los datos',
      saveChart: 'Guardar el gráfico'
    },
    replace: {
      title: '¿Reemplazar «{{name}}»?',
      body: 'Ya hay un archivo con ese nombre. Si lo reemplaza, se borra lo que contiene.',
      replace: 'Reemplazar',
      cancel: 'Cancelar'
    },
    fileTypes: {
      workspace: 'Espacio de trabajo de Cauce',
      table: 'Tabla de texto (CSV, TSV)',
      diagram: 'Diagrama (draw.io, JSON Canvas, CSV de Lucidchart, Mermaid…)',
      model: 'Archivo de modelo',
      schema: 'Esquema (ZIP, JSON, CSV)',
      any: 'Cualquier archivo'
    },
    host: {
      stoppedTitle: 'Cauce ha tenido que dejar de trabajar con este archivo',
      stoppedBody:
        'La parte que guarda el archivo se ha detenido tres veces en un minuto. Todo lo guardado hasta ahora está a salvo en el archivo. Vuelva a intentarlo o cierre esta ventana.',
      retry: 'Reintentar',
      close: 'Cerrar la ventana',
      selfTestTitle: 'Cauce no puede leer espacios de trabajo en este equipo',
      selfTestBody: 'El componente de base de datos no ha arrancado. Vuelva a instalar Cauce; si no basta, comunique este texto: {{reason}}'
    }
  }
})
