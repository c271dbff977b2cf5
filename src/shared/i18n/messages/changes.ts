import { messages } from './messages.ts'

/** Names of the kinds of change, as in "Undo: import of pedidos.csv". */
export const changes = messages({
  en: {
    import: 'import of {{file}}',
    'settings-changed': 'change of settings',
    'action-added': 'new action “{{title}}”',
    'action-changed': 'change of the action “{{title}}”',
    'action-deleted': 'deletion of the action “{{title}}”',
    'choice-answered': 'answer to “Which model suits me?”',
    'choice-forgotten': 'forgetting of answers to “Which model suits me?”',
    'own-model-created': 'new model “{{nameEn}}”',
    'own-model-copied': 'copy “{{nameEn}}” of a model',
    'own-model-edited': 'change of the model “{{nameEn}}”',
    'own-model-deleted': 'deletion of the model “{{nameEn}}”',
    'own-model-imported': 'import of the model “{{nameEn}}”',
    'own-model-replaced': 'replacement of the model “{{nameEn}}”',
    'walk-finished': 'end of the walk',
    'walk-deleted': 'deletion of the walk',
    'kpi-entered': 'figure entered by hand',
    'kpi-entry-removed': 'deletion of a figure entered by hand'
  },
  es: {
    import: 'importación de {{file}}',
    'settings-changed': 'cambio de ajustes',
    'action-added': 'nueva acción «{{title}}»',
    'action-changed': 'cambio de la acción «{{title}}»',
    'action-deleted': 'borrado de la acción «{{title}}»',
    'choice-answered': 'respuesta a «¿Qué modelo me conviene?»',
    'choice-forgotten': 'olvido de respuestas a «¿Qué modelo me conviene?»',
    'own-model-created': 'nuevo modelo «{{nameEs}}»',
    'own-model-copied': 'copia «{{nameEs}}» de un modelo',
    'own-model-edited': 'cambio del modelo «{{nameEs}}»',
    'own-model-deleted': 'borrado del modelo «{{nameEs}}»',
    'own-model-imported': 'importación del modelo «{{nameEs}}»',
    'own-model-replaced': 'sustitución del modelo «{{nameEs}}»',
    'walk-finished': 'fin del recorrido',
    'walk-deleted': 'borrado del recorrido',
    'kpi-entered': 'cifra escrita a mano',
    'kpi-entry-removed': 'borrado de una cifra escrita a mano'
  }
})
