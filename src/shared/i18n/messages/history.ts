import { messages } from './messages.ts'

/** The change log in plain words, going back, and bringing back what was deleted. */
export const history = messages({
  en: {
    title: 'Imports and changes',
    changes: 'Changes',
    deleted: 'Deleted',
    imports: 'Imports',
    intro: {
      changes: 'Every change made in this workspace, the newest first.',
      deleted: 'What was deleted and is still gone, the newest first. What has come since stays.',
      imports: 'Every file brought in, the newest first.'
    },
    when: 'When',
    what: 'What',
    rows: 'Rows',
    back: 'Undo back to here',
    backConfirm_one: 'Undo {{count}} change',
    backConfirm_other: 'Undo {{count}} changes',
    backAsk_one: 'This takes back this change. It can be redone until something else is changed.',
    backAsk_other:
      'This takes back this change and all {{count}} that came with and after it. They can be redone until something else is changed.',
    forward: 'Redo up to here',
    undoneMark: 'undone',
    restore: 'Restore',
    restored: 'Back again: {{what}}',
    wentBack_one: '{{count}} change undone',
    wentBack_other: '{{count}} changes undone',
    wentForward_one: '{{count}} change redone',
    wentForward_other: '{{count}} changes redone',
    emptyTitle: 'Nothing has been changed yet',
    emptyText: 'Edits, imports and deletions will stand here, each with the way to take it back.',
    noDeletedTitle: 'Nothing that was deleted is waiting',
    noDeletedText:
      'Customers, orders, actions, walks, segments, models and entries that are deleted will stand here and can be restored one by one.',
    noImportsTitle: 'Nothing has been imported yet',
    noImportsText: 'Each file that is brought in will stand here, with how many records it made and changed, and the way to undo it.',
    import: 'Import a file',
    file: 'File',
    made: 'Made',
    changed: 'Changed',
    unchanged: 'Unchanged',
    rejected: 'Refused',
    undoImport: 'Undo this import',
    undoImportNamed: 'Undo the import of {{file}}',
    importUndone: 'undone',
    importUndoneNow: 'The import of {{file}} was undone.',
    limits:
      'What can’t be taken back from here: opening, saving and exporting files, going through the steps of a walk, and a person’s erasure, which is meant to be final. Once something new is changed, what had been undone can no longer be redone.',
    more: 'Show more',
    shown: '{{shown}} of {{total}}'
  },
  es: {
    title: 'Importaciones y cambios',
    changes: 'Cambios',
    deleted: 'Borrado',
    imports: 'Importaciones',
    intro: {
      changes: 'Todos los cambios hechos en este espacio de trabajo, el más reciente primero.',
      deleted: 'Lo que se borró y sigue borrado, lo más reciente primero. Lo que vino después se queda.',
      imports: 'Todos los archivos traídos, el más reciente primero.'
    },
    when: 'Cuándo',
    what: 'Qué',
    rows: 'Filas',
    back: 'Deshacer hasta aquí',
    backConfirm_one: 'Deshacer {{count}} cambio',
    backConfirm_other: 'Deshacer {{count}} cambios',
    backAsk_one: 'Se deshace este cambio. Se podrá rehacer mientras no se cambie otra cosa.',
    backAsk_other:
      'Se deshacen este cambio y los que vinieron después, {{count}} en total. Se podrán rehacer mientras no se cambie otra cosa.',
    forward: 'Rehacer hasta aquí',
    undoneMark: 'deshecho',
    restore: 'Restaurar',
    restored: 'De vuelta: {{what}}',
    wentBack_one: '{{count}} cambio deshecho',
    wentBack_other: '{{count}} cambios deshechos',
    wentForward_one: '{{count}} cambio rehecho',
    wentForward_other: '{{count}} cambios rehechos',
    emptyTitle: 'Aún no se ha cambiado nada',
    emptyText: 'Aquí estarán las ediciones, las importaciones y los borrados, cada uno con la manera de deshacerlo.',
    noDeletedTitle: 'No hay nada borrado en espera',
    noDeletedText:
      'Aquí estarán los clientes, pedidos, acciones, recorridos, segmentos, modelos y registros que se borren, y se podrán restaurar uno a uno.',
    noImportsTitle: 'Aún no se ha importado nada',
    noImportsText: 'Aquí estará cada archivo que se traiga, con cuántos registros hizo y cambió, y la manera de deshacerlo.',
    import: 'Importar un archivo',
    file: 'Archivo',
    made: 'Hechos',
    changed: 'Cambiados',
    unchanged: 'Sin cambios',
    rejected: 'Rechazados',
    undoImport: 'Deshacer esta importación',
    undoImportNamed: 'Deshacer la importación de {{file}}',
    importUndone: 'deshecha',
    importUndoneNow: 'Se deshizo la importación de {{file}}.',
    limits:
      'Lo que no se deshace desde aquí: abrir, guardar y exportar archivos, avanzar por los pasos de un recorrido y la supresión de una persona, que debe ser definitiva. En cuanto se cambia algo nuevo, lo deshecho ya no se puede rehacer.',
    more: 'Mostrar más',
    shown: '{{shown}} de {{total}}'
  }
})
