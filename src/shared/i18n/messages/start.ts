import { messages } from './messages.ts'

/** The start screen: no workspace is open. */
export const start = messages({
  en: {
    tagline: 'The CRM models of the textbooks, drawn with your own customers. Nothing leaves this computer.',
    new: 'New workspace',
    open: 'Open…',
    sampleTitle: 'Try it on a sample business',
    openSample: 'Open the sample',
    sampleFacts: '{{customers}} customers · {{orders}} orders',
    recent: 'Open recent',
    noRecent: 'Workspaces you open will be listed here.',
    missing: 'not found',
    forget: 'Remove {{name}} from the list',
    drop: 'Or drop a file anywhere on this window: a .cauce opens, a CSV or TSV starts a new workspace.',
    settings: 'Language and theme',
    language: 'Language',
    theme: 'Switch theme'
  },
  es: {
    tagline: 'Los modelos de CRM de los libros, dibujados con sus propios clientes. Nada sale de este equipo.',
    new: 'Nuevo espacio de trabajo',
    open: 'Abrir…',
    sampleTitle: 'Pruébelo con un negocio de ejemplo',
    openSample: 'Abrir el ejemplo',
    sampleFacts: '{{customers}} clientes · {{orders}} pedidos',
    recent: 'Abrir reciente',
    noRecent: 'Aquí verá los espacios de trabajo que abra.',
    missing: 'no se encuentra',
    forget: 'Quitar {{name}} de la lista',
    drop: 'O suelte un archivo en cualquier lugar de esta ventana: un .cauce se abre, un CSV o TSV empieza un nuevo espacio de trabajo.',
    settings: 'Idioma y tema',
    language: 'Idioma',
    theme: 'Cambiar de tema'
  }
})
