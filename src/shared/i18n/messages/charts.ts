import { messages } from './messages.ts'

/** What every chart has: its table, its files, its keys. */
export const charts = messages({
  en: {
    role: 'chart',
    keys: 'Arrow keys read the values one by one; Enter opens what is behind one.',
    opens: 'Enter opens the customers behind it',
    table: 'Table',
    chart: 'Chart',
    export: 'Export',
    exportData: 'Export CSV',
    collecting: 'Collecting…',
    files: { svg: 'Picture (SVG)', png: 'Picture (PNG)', csv: 'Data (CSV)' },
    saved: 'Chart saved',
    savedData: 'Data saved'
  },
  es: {
    role: 'gráfico',
    keys: 'Las flechas leen los valores uno a uno; Intro abre lo que hay detrás de uno.',
    opens: 'Intro abre los clientes que hay detrás',
    table: 'Tabla',
    chart: 'Gráfico',
    export: 'Exportar',
    exportData: 'Exportar CSV',
    collecting: 'Reuniendo…',
    files: { svg: 'Imagen (SVG)', png: 'Imagen (PNG)', csv: 'Datos (CSV)' },
    saved: 'Gráfico guardado',
    savedData: 'Datos guardados'
  }
})
