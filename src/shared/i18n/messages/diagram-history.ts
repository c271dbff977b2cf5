import { messages } from './messages.ts'

/** Changes of diagrams, as in "Undo: move of 2 shapes of “Sales process”". `context` of an edit: what it did. */
export const diagramHistory = messages({
  en: {
    'diagram-created': 'new diagram “{{name}}”',
    'diagram-copied': 'copy “{{name}}” of a diagram',
    'diagram-imported_one': 'import of the diagram “{{name}}”',
    'diagram-imported_other': 'import of {{count}} diagrams, “{{name}}” first',
    'diagram-edited': 'change of the diagram “{{name}}”',
    'diagram-edited_added_one': 'new shape or line in “{{name}}”',
    'diagram-edited_added_other': '{{count}} new shapes and lines in “{{name}}”',
    'diagram-edited_removed_one': 'deletion of a shape or line from “{{name}}”',
    'diagram-edited_removed_other': 'deletion of {{count}} shapes and lines from “{{name}}”',
    'diagram-edited_moved_one': 'move of a shape or line in “{{name}}”',
    'diagram-edited_moved_other': 'move of {{count}} shapes and lines in “{{name}}”',
    'diagram-edited_changed_one': 'change of a shape or line in “{{name}}”',
    'diagram-edited_changed_other': 'change of {{count}} shapes and lines in “{{name}}”',
    'diagram-edited_settings_one': 'change of the page of “{{name}}”',
    'diagram-edited_settings_other': 'change of the page of “{{name}}”',
    'diagram-renamed': 'new name “{{name}}” of a diagram',
    'diagram-deleted': 'deletion of the diagram “{{name}}”',
    'diagram-version-saved': 'version “{{version}}” of the diagram “{{name}}”',
    'diagram-version-restored': 'return of the diagram “{{name}}” to a version',
    'diagram-version-deleted': 'deletion of a version of the diagram “{{name}}”'
  },
  es: {
    'diagram-created': 'diagrama nuevo «{{name}}»',
    'diagram-copied': 'copia «{{name}}» de un diagrama',
    'diagram-imported_one': 'importación del diagrama «{{name}}»',
    'diagram-imported_other': 'importación de {{count}} diagramas, el primero «{{name}}»',
    'diagram-edited': 'cambio del diagrama «{{name}}»',
    'diagram-edited_added_one': 'forma o línea nueva en «{{name}}»',
    'diagram-edited_added_other': '{{count}} formas y líneas nuevas en «{{name}}»',
    'diagram-edited_removed_one': 'eliminación de una forma o línea de «{{name}}»',
    'diagram-edited_removed_other': 'eliminación de {{count}} formas y líneas de «{{name}}»',
    'diagram-edited_moved_one': 'movimiento de una forma o línea en «{{name}}»',
    'diagram-edited_moved_other': 'movimiento de {{count}} formas y líneas en «{{name}}»',
    'diagram-edited_changed_one': 'cambio de una forma o línea en «{{name}}»',
    'diagram-edited_changed_other': 'cambio de {{count}} formas y líneas en «{{name}}»',
    'diagram-edited_settings_one': 'cambio de la página de «{{name}}»',
    'diagram-edited_settings_other': 'cambio de la página de «{{name}}»',
    'diagram-renamed': 'nombre nuevo «{{name}}» de un diagrama',
    'diagram-deleted': 'eliminación del diagrama «{{name}}»',
    'diagram-version-saved': 'versión «{{version}}» del diagrama «{{name}}»',
    'diagram-version-restored': 'vuelta del diagrama «{{name}}» a una versión',
    'diagram-version-deleted': 'eliminación de una versión del diagrama «{{name}}»'
  }
})
