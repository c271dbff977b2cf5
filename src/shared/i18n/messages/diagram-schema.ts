import { messages } from './messages.ts'

/** Reading a Salesforce schema, choosing its objects, and the diagram made of them. */
export const diagramSchema = messages({
  en: {
    notes: {
      completed: 'Standard fields the folder leaves out come from the app’s own table of the usual ones; your organisation may have more.',
      project: 'The project file (sfdx-project.json) could not be read, so the whole folder was looked through.',
      outside: 'The package folder “{{name}}” lies outside the folder you chose and was not read.',
      outsideMore: '{{more}} more package folders outside the folder you chose were not read.',
      link: '“{{name}}” is a link to another place and was not followed.',
      linkMore: '{{more}} more links were not followed.',
      closed: 'There is no permission to read the folder “{{name}}”.',
      closedMore: 'There is no permission to read {{more}} more folders.',
      large: '“{{name}}” is too large to be a field or an object, and was left out.',
      largeMore: '{{more}} more files are too large and were left out.',
      damaged: '“{{name}}” is broken, or not what Salesforce writes, and was left out.',
      damagedMore: '{{more}} more files are broken and were left out.',
      entities: '“{{name}}” holds instructions to load other content, which Salesforce never writes, and was left out.',
      entitiesMore: '{{more}} more files hold instructions to load other content and were left out.',
      unread: '“{{name}}” could not be read as text and was left out.',
      unreadMore: '{{more}} more files could not be read and were left out.',
      row: 'Row {{name}} names no object or no field and was left out.',
      rowMore: '{{more}} more rows name no object or no field and were left out.',
      cut: '{{name}} has more fields than a shape can show; the last ones are left out.',
      cutMore: '{{more}} more objects have more fields than a shape can show.',
      audit: 'Who created and last changed each record is listed as a field, without a line: every object has them.',
      unknown: 'Fields point at {{name}}, of which the schema says nothing.',
      unknownMore: 'Fields point at {{more}} more objects of which the schema says nothing.'
    },
    diagram: {
      standard: 'standard',
      custom: 'custom',
      junction: 'junction',
      completed_one: '{{count}} of the fields is not in the source: it comes from the app’s table of standard fields.',
      completed_other: '{{count}} of the fields are not in the source: they come from the app’s table of standard fields.'
    }
  },
  es: {
    notes: {
      completed:
        'Los campos estándar que faltan en la carpeta proceden de la tabla de campos habituales de la aplicación; su organización puede tener más.',
      project: 'No se pudo leer el archivo del proyecto (sfdx-project.json), así que se ha recorrido toda la carpeta.',
      outside: 'La carpeta de paquete «{{name}}» está fuera de la carpeta elegida y no se ha leído.',
      outsideMore: 'No se han leído otras {{more}} carpetas de paquete que están fuera de la carpeta elegida.',
      link: '«{{name}}» es un enlace a otro lugar y no se ha seguido.',
      linkMore: 'No se han seguido otros {{more}} enlaces.',
      closed: 'No hay permiso para leer la carpeta «{{name}}».',
      closedMore: 'No hay permiso para leer otras {{more}} carpetas.',
      large: '«{{name}}» es demasiado grande para ser un campo o un objeto y se ha omitido.',
      largeMore: 'Otros {{more}} archivos son demasiado grandes y se han omitido.',
      damaged: '«{{name}}» está dañado, o no es lo que escribe Salesforce, y se ha omitido.',
      damagedMore: 'Otros {{more}} archivos están dañados y se han omitido.',
      entities: '«{{name}}» contiene instrucciones para cargar otros contenidos, que Salesforce nunca escribe, y se ha omitido.',
      entitiesMore: 'Otros {{more}} archivos contienen instrucciones para cargar otros contenidos y se han omitido.',
      unread: '«{{name}}» no se pudo leer como texto y se ha omitido.',
      unreadMore: 'Otros {{more}} archivos no se pudieron leer y se han omitido.',
      row: 'La fila {{name}} no nombra ningún objeto o ningún campo y se ha omitido.',
      rowMore: 'Otras {{more}} filas no nombran ningún objeto o ningún campo y se han omitido.',
      cut: '{{name}} tiene más campos de los que caben en una forma; se han omitido los últimos.',
      cutMore: 'Otros {{more}} objetos tienen más campos de los que caben en una forma.',
      audit: 'Quién creó y quién modificó por última vez cada registro figura como campo, sin línea: todos los objetos lo tienen.',
      unknown: 'Hay campos que apuntan a {{name}}, del que el esquema no dice nada.',
      unknownMore: 'Hay campos que apuntan a otros {{more}} objetos de los que el esquema no dice nada.'
    },
    diagram: {
      standard: 'estándar',
      custom: 'personalizado',
      junction: 'unión',
      completed_one: '{{count}} de los campos no está en el origen: procede de la tabla de campos estándar de la aplicación.',
      completed_other: '{{count}} de los campos no están en el origen: proceden de la tabla de campos estándar de la aplicación.'
    }
  }
})
