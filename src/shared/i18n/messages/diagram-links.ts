import { messages } from './messages.ts'

/** What a shape of a diagram stands for: choosing it, showing it, going to it. */
export const diagramLinks = messages({
  en: {
    title: 'Live link',
    none: 'Link this shape to a segment, a metric, customers, an action, another diagram or an element of a model: it then shows what your data say.',
    link: 'Link…',
    change: 'Change',
    remove: 'Remove link',
    chooseAgain: 'Choose again',
    gone: 'What this shape was linked to is no longer there.',
    goneWas: {
      segment: 'The segment was deleted.',
      metric: 'The metric is no longer in the catalogue.',
      customers: 'None of these customers is there any more.',
      action: 'The action was deleted.',
      diagram: 'The diagram was deleted.',
      element: 'The model, or this element of it, is no longer there.'
    },
    waiting: 'Asking the data…',
    go: {
      action: 'Open the plan',
      diagram: 'Open the diagram',
      element: 'Open the element'
    },
    segmentPage: 'Open the segment',
    kind: {
      segment: 'Segment',
      metric: 'Metric',
      customers: 'Customers',
      action: 'Action',
      diagram: 'Diagram',
      element: 'Element of a model'
    },
    kinds: {
      all: 'All',
      segment: 'Segments',
      metric: 'Metrics',
      customers: 'Customers',
      action: 'Actions',
      diagram: 'Diagrams',
      element: 'Models'
    },
    picker: {
      title: 'Link “{{label}}”',
      untitled: 'Link the shape',
      search: 'What this shape stands for',
      placeholder: 'Search segments, metrics, customers, actions, diagrams, elements…',
      filter: 'Show only',
      results: 'What can be linked',
      nothing: 'Nothing is called that. Search in either language, or choose another kind.',
      nothingYet: {
        action: 'There are no actions yet. Make the first one here.',
        diagram: 'There is no other diagram yet.',
        customers: 'No customer answers to that.'
      },
      more_one: '{{formatted}} more: type to narrow it down.',
      more_other: '{{formatted}} more: type to narrow it down.',
      more_many: '{{formatted}} more: type to narrow it down.',
      chosen: 'Chosen',
      choose: 'Enter chooses, Ctrl+Enter links',
      customersHint: 'Choose one or several; the list stays as it is until you change it.',
      members_one: 'The customer in {{segment}} today, as a fixed list',
      members_other: 'The {{formatted}} customers in {{segment}} today, as a fixed list',
      members_many: 'The {{formatted}} customers in {{segment}} today, as a fixed list',
      tooMany:
        'A list on a shape holds at most {{most}} customers; {{segment}} has {{formatted}}. Link the segment itself: it stays up to date.',
      selected_one: '{{formatted}} customer chosen',
      selected_other: '{{formatted}} customers chosen',
      selected_many: '{{formatted}} customers chosen',
      dropCustomer: 'Take {{name}} out',
      clear: 'Choose nobody',
      newAction: 'New action…',
      newActionTitle: 'New action',
      actionLacks: 'An action needs a text, an owner and a date.',
      apply: 'Link',
      missing: 'no figure yet',
      status: { open: 'open', done: 'done', dropped: 'dropped' }
    },
    show: {
      title: 'How it shows',
      measure: 'Figure',
      measures: { customers: 'Customers', share: 'Share of customers', revenue: 'Revenue in the window', value: 'Value' },
      as: 'Shown as',
      ways: { badge: 'Badge', colour: 'Colour', size: 'Size' },
      quiet: 'Nothing shows on the shape; the link is still there.'
    },
    preview: {
      title: 'What it will say',
      empty: 'Choose something above to see it here.'
    },
    figure: {
      customers_one: '{{formatted}} customer',
      customers_other: '{{formatted}} customers',
      customers_many: '{{formatted}} customers',
      ofCustomers: '{{share}} of customers',
      revenue: '{{money}} in the window'
    },
    missingTitle: 'The data cannot say yet',
    bring: 'Bring in {{kinds}}',
    bringAny: 'Bring in data',
    legend: 'Legend',
    explore: {
      title: 'Shape',
      line: 'Relation',
      notes: 'Notes',
      noNotes: 'No notes.',
      definition: 'What it means',
      people: 'The customers behind it',
      nobody: 'Nobody is in it today.',
      all_one: 'Show the customer',
      all_other: 'Show all {{formatted}} customers',
      all_many: 'Show all {{formatted}} customers',
      relations: 'Relations',
      in: 'from',
      out: 'to',
      travel: 'Go to {{name}}',
      inside: 'Inside',
      contains: 'Holds',
      fields_one: '{{formatted}} field',
      fields_other: '{{formatted}} fields',
      fields_many: '{{formatted}} fields',
      address: 'Address (not opened)',
      backTo: 'Back to {{name}}',
      owner: 'Owner',
      due: 'Due',
      status: 'Status',
      rule: 'Rule',
      formula: 'Formula',
      noLink: 'This shape is not linked to your data.'
    }
  },
  es: {
    title: 'Vínculo vivo',
    none: 'Vincule esta forma a un segmento, una métrica, clientes, una acción, otro diagrama o un elemento de un modelo: mostrará lo que dicen sus datos.',
    link: 'Vincular…',
    change: 'Cambiar',
    remove: 'Quitar vínculo',
    chooseAgain: 'Elegir de nuevo',
    gone: 'Aquello a lo que estaba vinculada esta forma ya no existe.',
    goneWas: {
      segment: 'El segmento se borró.',
      metric: 'La métrica ya no está en el catálogo.',
      customers: 'Ya no está ninguno de esos clientes.',
      action: 'La acción se borró.',
      diagram: 'El diagrama se borró.',
      element: 'El modelo, o este elemento suyo, ya no está.'
    },
    waiting: 'Preguntando a los datos…',
    go: {
      action: 'Abrir el plan',
      diagram: 'Abrir el diagrama',
      element: 'Abrir el elemento'
    },
    segmentPage: 'Abrir el segmento',
    kind: {
      segment: 'Segmento',
      metric: 'Métrica',
      customers: 'Clientes',
      action: 'Acción',
      diagram: 'Diagrama',
      element: 'Elemento de un modelo'
    },
    kinds: {
      all: 'Todo',
      segment: 'Segmentos',
      metric: 'Métricas',
      customers: 'Clientes',
      action: 'Acciones',
      diagram: 'Diagramas',
      element: 'Modelos'
    },
    picker: {
      title: 'Vincular «{{label}}»',
      untitled: 'Vincular la forma',
      search: 'Qué representa esta forma',
      placeholder: 'Buscar segmentos, métricas, clientes, acciones, diagramas, elementos…',
      filter: 'Mostrar solo',
      results: 'Lo que se puede vincular',
      nothing: 'Nada se llama así. Busque en cualquiera de los dos idiomas o elija otra clase.',
      nothingYet: {
        action: 'Aún no hay acciones. Cree aquí la primera.',
        diagram: 'Aún no hay otro diagrama.',
        customers: 'Ningún cliente responde a eso.'
      },
      more_one: '{{formatted}} más: escriba para acotar.',
      more_other: '{{formatted}} más: escriba para acotar.',
      more_many: '{{formatted}} más: escriba para acotar.',
      chosen: 'Elegido',
      choose: 'Intro elige, Ctrl+Intro vincula',
      customersHint: 'Elija uno o varios; la lista queda como está hasta que usted la cambie.',
      members_one: 'El cliente que hoy está en {{segment}}, como lista fija',
      members_other: 'Los {{formatted}} clientes que hoy están en {{segment}}, como lista fija',
      members_many: 'Los {{formatted}} clientes que hoy están en {{segment}}, como lista fija',
      tooMany:
        'La lista de una forma admite {{most}} clientes como máximo; {{segment}} tiene {{formatted}}. Vincule el segmento mismo: se mantiene al día.',
      selected_one: '{{formatted}} cliente elegido',
      selected_other: '{{formatted}} clientes elegidos',
      selected_many: '{{formatted}} clientes elegidos',
      dropCustomer: 'Sacar a {{name}}',
      clear: 'No elegir a nadie',
      newAction: 'Nueva acción…',
      newActionTitle: 'Nueva acción',
      actionLacks: 'Una acción necesita un texto, un responsable y una fecha.',
      apply: 'Vincular',
      missing: 'aún sin cifra',
      status: { open: 'abierta', done: 'hecha', dropped: 'descartada' }
    },
    show: {
      title: 'Cómo se muestra',
      measure: 'Cifra',
      measures: { customers: 'Clientes', share: 'Parte de los clientes', revenue: 'Ingresos de la ventana', value: 'Valor' },
      as: 'Se muestra como',
      ways: { badge: 'Etiqueta', colour: 'Color', size: 'Tamaño' },
      quiet: 'Nada se ve en la forma; el vínculo sigue ahí.'
    },
    preview: {
      title: 'Lo que dirá',
      empty: 'Elija algo arriba para verlo aquí.'
    },
    figure: {
      customers_one: '{{formatted}} cliente',
      customers_other: '{{formatted}} clientes',
      customers_many: '{{formatted}} clientes',
      ofCustomers: '{{share}} de los clientes',
      revenue: '{{money}} en la ventana'
    },
    missingTitle: 'Los datos aún no pueden decirlo',
    bring: 'Traer {{kinds}}',
    bringAny: 'Traer datos',
    legend: 'Leyenda',
    explore: {
      title: 'Forma',
      line: 'Relación',
      notes: 'Notas',
      noNotes: 'Sin notas.',
      definition: 'Qué significa',
      people: 'Los clientes que hay detrás',
      nobody: 'Hoy no hay nadie.',
      all_one: 'Ver al cliente',
      all_other: 'Ver los {{formatted}} clientes',
      all_many: 'Ver los {{formatted}} clientes',
      relations: 'Relaciones',
      in: 'desde',
      out: 'hacia',
      travel: 'Ir a {{name}}',
      inside: 'Dentro de',
      contains: 'Contiene',
      fields_one: '{{formatted}} campo',
      fields_other: '{{formatted}} campos',
      fields_many: '{{formatted}} campos',
      address: 'Dirección (no se abre)',
      backTo: 'Volver a {{name}}',
      owner: 'Responsable',
      due: 'Vence',
      status: 'Estado',
      rule: 'Regla',
      formula: 'Fórmula',
      noLink: 'Esta forma no está vinculada a sus datos.'
    }
  }
})
