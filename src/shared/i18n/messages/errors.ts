import { type ErrorCode } from '../../domain/errors.ts'
import { messages } from './messages.ts'

/** What is wrong and what to do, for every code; the type keeps the list complete. */
const en: Record<ErrorCode, string> = {
  'no-workspace': 'No workspace is open. Open one, or make a new one, and try again.',
  'file-missing': 'The file is not there any more. Look for it in its new place, or choose another one.',
  'folder-missing': 'The folder to save in is not there any more. Choose another one, or make it again and save once more.',
  'file-is-folder': 'That is a folder, not a file. Choose a file inside it.',
  'file-empty': 'The file is empty (0 bytes). It may not have been copied completely: copy it again from where it came from.',
  'file-no-permission':
    'There is no permission to read or write here. Choose another folder, or ask whoever looks after the computer for access.',
  'file-not-ours':
    'This file was not made by Cauce, so it was left untouched. Choose a file that ends in .cauce; spreadsheets are brought in with Import.',
  'file-newer':
    'This workspace was made by a newer version of Cauce (format {{version}}). Update Cauce to open it; the file was left untouched.',
  'file-damaged':
    'The workspace is damaged and was left untouched. Open a copy you saved earlier; keep this file, part of it may be recoverable.',
  'file-in-use': 'Another window or program has this file open. Close it there first, then try again.',
  'file-exists': 'There is a file with that name already. Choose another name, or delete the old file first.',
  'disk-full': 'The disk is full, so nothing was changed. Free some space and try again.',
  'write-failed': 'The file could not be written ({{reason}}), so nothing was changed. Check the disk, or save to another place.',
  'file-token-unknown': 'The file has to be chosen again: the permission to use it has ended.',
  'import-empty': 'The file has no rows. Check that you exported the right sheet, and choose it again.',
  'import-no-header': 'The first rows do not name the columns. Add a row of column names at the top, or say which row holds them.',
  'import-binary':
    'This is a picture, a document or a program, not a table. Choose a CSV, an Excel workbook (.xlsx), contacts (.vcf) or a ZIP of CSV files.',
  'import-nul-bytes':
    'Line {{line}} of the file contains a zero byte, which a text file cannot have. It may be cut off or damaged: export it again.',
  'import-unbalanced-quote':
    'A quotation mark opened in line {{line}} of the file is never closed. Correct it in the sheet and export it again.',
  'import-encoding': 'The file is not written in the encoding that was chosen. Choose another encoding and look at the sample rows.',
  'import-encoding-mixed':
    'The file mixes two encodings: some accents are UTF-8 and some are not, so names would come in broken. Save it again as UTF-8 where it was made, and bring in that file.',
  'import-too-many-columns': 'The file has {{columns}} columns; {{limit}} is the most that can be read. Export only the ones you need.',
  'import-record-too-long':
    'Line {{line}} of the file is too long to be one row. A quotation mark may be missing: correct it in the sheet and export it again.',
  'import-mapping-missing': 'A column that is needed has not been chosen: {{field}}. Choose it and try again.',
  'import-mapping-unknown': 'There is no field called {{field}}. Choose one of the list.',
  'import-ambiguous': 'The column {{column}} can be read in two ways. Say which decimal mark or which order of the date it uses.',
  'import-preset-unknown': 'There is no preset called {{preset}}. Choose one of the list, or none.',
  'import-kind-unknown': 'It is not clear what the file holds. Say whether it is customers, orders or something else.',
  'import-file-changed': 'The file has changed since it was looked at. Choose it again and check the columns.',
  'import-cancelled': 'The import was cancelled. Nothing was kept.',
  'import-currency-mixed': 'The file has amounts in more than one currency. Export one currency at a time.',
  'import-currency-other':
    'The amounts are in {{currency}} and the workspace counts in {{own}}. Bring in a file in {{own}}, or make a workspace for {{currency}}.',
  'import-too-large': 'The file is larger than the {{limit}} MB that can be read. Split it, or export only the rows and columns you need.',
  'import-too-many-rows':
    'The file has about {{rows}} rows; {{limit}} is the most that can be read at once. Split it and import the parts.',
  'import-workbook-old':
    'This is a spreadsheet in a format Cauce does not read (.xls, .xlsb or .ods). Open it and save it as Excel workbook (.xlsx) or CSV, and import that.',
  'import-workbook-locked':
    'The workbook is locked with a password. Open it in the program it came from, save it without password, and import that.',
  'import-workbook-damaged':
    'The workbook is damaged: its sheets can’t be read to the end. Open it in the program it came from and save it again.',
  'import-workbook-entities':
    'The workbook holds instructions to load other content, which no spreadsheet program writes. It was not opened; ask whoever sent it for a CSV.',
  'import-archive-damaged': 'The compressed file is damaged or was not copied completely. Download or copy it again.',
  'import-archive-locked': 'The compressed file is locked with a password. Unpack it yourself and import the files inside.',
  'import-archive-empty': 'There is no table in the compressed file: no CSV and no sheet. Choose the file that holds the data.',
  'import-archive-too-large':
    'Unpacked, the file grows beyond {{limit}} MB or much too fast for what it says to hold, so it was not opened. Unpack it yourself and import the part you need.',
  'import-card-damaged': 'The contact that begins at line {{line}} never ends, or holds what no contact holds. Export the contacts again.',
  'import-sheet-unknown': 'There is no sheet called {{sheet}} in the file. Choose one of the list.',
  'import-preset-invalid': 'This file is not an import preset that Cauce saved. Choose another one.',
  'import-preset-name': 'There is another preset called {{name}}. Choose another name.',
  'diagram-damaged':
    'The diagram can’t be read to the end: the file is damaged, or was not copied completely. Open it in the program it came from, save it again and import that.',
  'diagram-too-large':
    'The diagram is larger than can be opened: at most {{items}} shapes and lines, {{depth}} containers one inside another, and {{megabytes}} MB. Divide it in the program it came from and import the parts.',
  'diagram-empty': 'There is no shape and no line in the file. Choose another file, or save the diagram again in the program it came from.',
  'diagram-unknown-format':
    'This is not a diagram Cauce can read. It reads draw.io (also inside SVG, PNG and HTML), JSON Canvas, Lucidchart CSV, organisation charts in CSV, Mermaid flowcharts and its own JSON: export one of those.',
  'diagram-cycle':
    'In this diagram a container stands inside itself, so it can’t be drawn. Nothing was imported; mend it in the program it came from and save it again.',
  'diagram-entities':
    'The file holds instructions to load other content, which no diagramming program writes. It was not opened; ask whoever sent it for another copy.',
  'diagram-duplicate-ids':
    'In this diagram several shapes or lines have the same identifier, so it can’t be told which one is meant. Nothing was imported; open it in the program it came from and save it again.',
  'diagram-newer': 'This diagram was saved by a newer version of Cauce (format {{version}}). Update Cauce to open it.',
  'diagram-library':
    'This is a library of shapes, not a diagram. Put its shapes into a diagram in the program it came from and import that.',
  'diagram-line':
    'Line {{line}} can’t be read as a diagram. Correct it in a text editor, or in the program it came from, and import the file again.',
  'diagram-kind':
    'The text is a diagram of another kind ({{kind}}). Of Mermaid, Cauce reads flowcharts (flowchart, graph) and entity diagrams (erDiagram).',
  'organisation-cycle':
    'These people report to each other in a circle, so the chart has no top: {{names}} (line {{line}}). Nothing was imported; correct a manager in the table and import it again.',
  'organisation-columns':
    'The table has no column for people, or none for their managers. It needs a name (or an identifier) and a manager in each row: name the columns “Name” and “Manager”, for example.',
  'lucid-too-large':
    'Written for Lucid, the diagram takes more than the {{megabytes}} MB it reads. Divide the diagram and export the parts, or export it to draw.io, which Lucid reads too.',
  'schema-empty':
    'There is no Salesforce schema here. Choose the project folder (the one with sfdx-project.json), its objects folder, a ZIP of them, a describe in JSON, or a CSV with a column for the object and one for the field.',
  'schema-damaged': '“{{file}}” can’t be read to the end. Export or copy it again, and choose it again.',
  'schema-too-large':
    'The schema is larger than what can be read: at most {{fields}} fields, {{files}} files and {{megabytes}} MB. Choose a smaller part of it, a single package folder for example.',
  'schema-object-missing': 'The schema has no object called {{names}}. Choose objects of the list.',
  'diagram-full': 'A diagram holds at most {{items}} shapes and lines. Nothing was changed; put the rest into another diagram.',
  'diagram-container-gone':
    'The shape this one was to stand in is not in the diagram any more. Nothing was changed; place it somewhere else.',
  'diagram-inside-itself': 'A shape can’t stand inside itself, nor inside one that stands in it. Nothing was changed.',
  'not-found': 'What was asked for is not there any more. Go back and choose again.',
  'invalid-value': 'One of the values is not valid. Correct it and try again.',
  'search-cancelled': 'The search for duplicates was stopped. You can start it again.',
  'merge-other': 'That customer is merged into another already. Part them first.',
  'merge-gone': 'Those customers were parted already.',
  'nothing-to-undo': 'There is nothing to undo or redo.',
  'identities-hidden': 'Identities are hidden. Show them (Ctrl+Shift+M) and save this person’s file again.',
  'undo-blocked': 'This can’t be undone because later changes build on it. Undo those first.',
  'undo-import-later':
    'This import can’t be undone, because “{{file}}”, brought in later, changed the same records. Undo that import first.',
  'undo-import-used':
    'This import can’t be undone, because later work builds on what it brought in ($t(imports.uses.{{what}}): {{count}}). Undo or remove that first.',
  'undo-import-edited':
    'This import can’t be undone, because what it brought in was changed afterwards (changes: {{count}}). Undo those changes first.',
  'model-invalid': 'The model file has mistakes. Check the model to see each of them.',
  'action-incomplete': 'An action needs somebody who does it and a date. Fill in both.',
  'entry-computed': 'This figure is computed from your data, so it can’t be entered by hand.',
  'entry-date': 'Give the day the value is from: a day of the calendar, not later than today.',
  'statement-empty': 'Write the statement in at least one language.',
  'statement-last': 'An element keeps at least one statement: add another one before removing this one.',
  'entry-empty': 'Give the value, or the two numbers it is made of.',
  'entry-below-zero': 'This figure can’t be below 0. Correct the value.',
  'entry-out-of-range': 'This figure goes from {{lowest}} to {{highest}}. Correct the value.',
  'entry-parts': 'Give both numbers, the total above 0 and the part no larger than the total, or leave both empty.',
  'entry-parts-differ': 'The value is not what the two numbers give. Correct one of them, or leave the value empty.',
  'target-no-side': 'This figure informs and has no better side, so no target can be set for it.',
  'rule-incomplete': 'A condition of the rule is not complete. Complete it or take it out.',
  'rule-cycle': 'The rule leads back to the segment itself. Take out the condition that names it.',
  'segment-in-use': 'This segment is used elsewhere. Look at where, and confirm the deletion with that list.',
  'segment-built-in': 'Built-in segments cannot be changed. Make a copy and change that.',
  'segment-target-there': 'There is already a segment the business aims at. Change its rule, or delete it first.',
  'segment-not-list': 'The members of this segment follow from its rule. Change the rule, or make a fixed list from it.',
  'segment-no-members': 'Nobody was found for the list. Check the customer numbers or e-mail addresses.',
  'segment-unanswered': 'This segment has no answer in this workspace, so there is nothing to keep or compare.',
  'nobody-selected': 'Nobody is selected any more. Select customers in the table first.',
  'too-many-selected':
    'These are too many customers for one change that can be undone. Nothing was changed. Select fewer, with a filter for example.',
  'export-too-large': 'A workbook holds at most {{limit}} rows here, and these are {{rows}}. Choose CSV, which has no limit.',
  'customer-unnamed': 'A customer needs a name, a number or an e-mail address. Fill in one of them.',
  'number-taken': 'Another record already has this number. Give a different one, or leave it empty.',
  'field-empty': 'This field can’t be left empty. Fill it in.',
  'text-too-long': 'The text is too long: {{longest}} characters at most. Shorten it.',
  'date-wrong': 'This is not a day of the calendar. Correct the date.',
  'dates-reversed': 'The later date lies before the earlier one. Correct one of them.',
  'amount-wrong': 'This is not an amount. Write it in digits, with the decimals after the mark of your language.',
  'amount-below-zero': 'This amount can’t be below 0. Correct it.',
  'email-wrong': 'This is not a complete e-mail address. Write it as name@domain, or leave it empty.',
  'attribute-wrong': 'The value does not fit the kind of this column (text, number, date, yes or no). Correct it.',
  'restore-there': 'This is back already, or something of the same name has taken its place. Nothing was changed.',
  'restore-parent-gone': 'What this belonged to was deleted too. Restore that first, then this.',
  'one-at-a-time': 'Number, name, e-mail and tax id tell people apart, so they can be changed for one customer at a time only.',
  busy: 'The workspace is busy with something longer. Wait for it to finish and try again.',
  'host-restarted': 'The part that keeps the data had to start again. What was saved is safe: try again.',
  internal: 'Something went wrong that should not have. What was saved is safe: try again, and open the workspace anew if it happens again.'
}

const es: Record<ErrorCode, string> = {
  'no-workspace': 'No hay ningún espacio de trabajo abierto. Abra uno o cree uno nuevo y vuelva a intentarlo.',
  'file-missing': 'El archivo ya no está ahí. Búsquelo en su nuevo lugar o elija otro.',
  'folder-missing': 'La carpeta donde guardar ya no está. Elija otra o vuelva a crearla y guarde de nuevo.',
  'file-is-folder': 'Eso es una carpeta, no un archivo. Elija un archivo de dentro.',
  'file-empty': 'El archivo está vacío (0 bytes). Quizá no se copió entero: cópielo de nuevo desde su origen.',
  'file-no-permission': 'No hay permiso para leer o escribir aquí. Elija otra carpeta o pida acceso a quien administra el equipo.',
  'file-not-ours':
    'Este archivo no lo hizo Cauce, así que no se ha tocado. Elija un archivo que termine en .cauce; las hojas de cálculo se traen con Importar.',
  'file-newer':
    'Este espacio de trabajo lo hizo una versión más nueva de Cauce (formato {{version}}). Actualice Cauce para abrirlo; el archivo no se ha tocado.',
  'file-damaged':
    'El espacio de trabajo está dañado y no se ha tocado. Abra una copia guardada antes; conserve este archivo, quizá se pueda recuperar una parte.',
  'file-in-use': 'Otra ventana u otro programa tiene abierto este archivo. Ciérrelo allí primero y vuelva a intentarlo.',
  'file-exists': 'Ya hay un archivo con ese nombre. Elija otro nombre o borre antes el archivo anterior.',
  'disk-full': 'El disco está lleno, así que no se ha cambiado nada. Libere espacio y vuelva a intentarlo.',
  'write-failed': 'No se pudo escribir el archivo ({{reason}}), así que no se ha cambiado nada. Revise el disco o guarde en otro lugar.',
  'file-token-unknown': 'Hay que elegir el archivo de nuevo: el permiso para usarlo ha terminado.',
  'import-empty': 'El archivo no tiene filas. Compruebe que exportó la hoja correcta y elíjalo otra vez.',
  'import-no-header': 'Las primeras filas no dan nombre a las columnas. Añada arriba una fila con los nombres o indique en qué fila están.',
  'import-binary':
    'Es una imagen, un documento o un programa, no una tabla. Elija un CSV, un libro de Excel (.xlsx), contactos (.vcf) o un ZIP con archivos CSV.',
  'import-nul-bytes':
    'La línea {{line}} del archivo contiene un byte nulo, que un texto no puede tener. Puede estar cortado o dañado: expórtelo de nuevo.',
  'import-unbalanced-quote':
    'Unas comillas abiertas en la línea {{line}} del archivo no se cierran nunca. Corríjalas en la hoja y expórtela de nuevo.',
  'import-encoding': 'El archivo no está escrito en la codificación elegida. Elija otra y mire las filas de muestra.',
  'import-encoding-mixed':
    'El archivo mezcla dos codificaciones: unos acentos son UTF-8 y otros no, y los nombres entrarían rotos. Guárdelo de nuevo como UTF-8 donde se hizo y traiga ese archivo.',
  'import-too-many-columns': 'El archivo tiene {{columns}} columnas; se pueden leer {{limit}} como mucho. Exporte solo las que necesite.',
  'import-record-too-long':
    'La línea {{line}} del archivo es demasiado larga para ser una sola fila. Quizá falten unas comillas: corríjalas en la hoja y expórtela de nuevo.',
  'import-mapping-missing': 'Falta elegir una columna necesaria: {{field}}. Elíjala y vuelva a intentarlo.',
  'import-mapping-unknown': 'No hay ningún campo llamado {{field}}. Elija uno de la lista.',
  'import-ambiguous': 'La columna {{column}} se puede leer de dos maneras. Indique qué signo decimal o qué orden de fecha usa.',
  'import-preset-unknown': 'No hay ninguna plantilla llamada {{preset}}. Elija una de la lista o ninguna.',
  'import-kind-unknown': 'No está claro qué contiene el archivo. Indique si son clientes, pedidos u otra cosa.',
  'import-file-changed': 'El archivo ha cambiado desde que se examinó. Elíjalo otra vez y revise las columnas.',
  'import-cancelled': 'La importación se canceló. No se ha guardado nada.',
  'import-currency-mixed': 'El archivo tiene importes en más de una moneda. Exporte una moneda cada vez.',
  'import-currency-other':
    'Los importes están en {{currency}} y el espacio de trabajo cuenta en {{own}}. Importe un archivo en {{own}} o cree un espacio de trabajo en {{currency}}.',
  'import-too-large': 'El archivo pasa de los {{limit}} MB que se pueden leer. Divídalo o exporte solo las filas y columnas que necesite.',
  'import-too-many-rows': 'El archivo tiene unas {{rows}} filas; se pueden leer {{limit}} de una vez. Divídalo e importe las partes.',
  'import-workbook-old':
    'Es una hoja de cálculo en un formato que Cauce no lee (.xls, .xlsb u .ods). Ábrala, guárdela como libro de Excel (.xlsx) o CSV e importe ese archivo.',
  'import-workbook-locked':
    'El libro está protegido con contraseña. Ábralo en el programa de origen, guárdelo sin contraseña e importe ese archivo.',
  'import-workbook-damaged':
    'El libro está dañado: sus hojas no se pueden leer hasta el final. Ábralo en el programa de origen y guárdelo otra vez.',
  'import-workbook-entities':
    'El libro lleva órdenes de cargar otros contenidos, cosa que ningún programa de hojas de cálculo escribe. No se ha abierto; pida un CSV a quien lo envió.',
  'import-archive-damaged': 'El archivo comprimido está dañado o no se copió entero. Descárguelo o cópielo otra vez.',
  'import-archive-locked': 'El archivo comprimido está protegido con contraseña. Descomprímalo e importe los archivos que contiene.',
  'import-archive-empty': 'En el archivo comprimido no hay ninguna tabla: ni CSV ni hojas. Elija el archivo que contiene los datos.',
  'import-archive-too-large':
    'Al descomprimirlo, el archivo pasa de {{limit}} MB o crece demasiado para lo que dice contener, así que no se ha abierto. Descomprímalo e importe la parte que necesite.',
  'import-card-damaged':
    'El contacto que empieza en la línea {{line}} no termina o contiene lo que ningún contacto contiene. Exporte los contactos otra vez.',
  'import-sheet-unknown': 'En el archivo no hay ninguna hoja llamada {{sheet}}. Elija una de la lista.',
  'import-preset-invalid': 'Este archivo no es una plantilla de importación guardada por Cauce. Elija otro.',
  'import-preset-name': 'Ya hay otra plantilla llamada {{name}}. Elija otro nombre.',
  'diagram-damaged':
    'El diagrama no se puede leer hasta el final: el archivo está dañado o no se copió entero. Ábralo en el programa de origen, guárdelo otra vez e importe ese archivo.',
  'diagram-too-large':
    'El diagrama es más grande de lo que se puede abrir: como máximo {{items}} formas y líneas, {{depth}} contenedores uno dentro de otro y {{megabytes}} MB. Divídalo en el programa de origen e importe las partes.',
  'diagram-empty':
    'En el archivo no hay ninguna forma ni línea. Elija otro archivo o guarde otra vez el diagrama en el programa de origen.',
  'diagram-unknown-format':
    'No es un diagrama que Cauce sepa leer. Lee draw.io (también dentro de SVG, PNG y HTML), JSON Canvas, CSV de Lucidchart, organigramas en CSV, diagramas de flujo de Mermaid y su propio JSON: exporte uno de ellos.',
  'diagram-cycle':
    'En este diagrama un contenedor está dentro de sí mismo, así que no se puede dibujar. No se ha importado nada; corríjalo en el programa de origen y guárdelo otra vez.',
  'diagram-entities':
    'El archivo lleva órdenes de cargar otros contenidos, cosa que ningún programa de diagramas escribe. No se ha abierto; pida otra copia a quien lo envió.',
  'diagram-duplicate-ids':
    'En este diagrama varias formas o líneas tienen el mismo identificador, así que no se sabe a cuál se refiere cada una. No se ha importado nada; ábralo en el programa de origen y guárdelo otra vez.',
  'diagram-newer': 'Este diagrama se guardó con una versión más nueva de Cauce (formato {{version}}). Actualice Cauce para abrirlo.',
  'diagram-library':
    'Es una biblioteca de formas, no un diagrama. Ponga sus formas en un diagrama en el programa de origen e importe ese archivo.',
  'diagram-line':
    'La línea {{line}} no se puede leer como diagrama. Corríjala en un editor de texto o en el programa de origen e importe el archivo otra vez.',
  'diagram-kind':
    'El texto es un diagrama de otro tipo ({{kind}}). De Mermaid, Cauce lee diagramas de flujo (flowchart, graph) y de entidades (erDiagram).',
  'organisation-cycle':
    'Estas personas dependen unas de otras en círculo, así que el organigrama no tiene cabeza: {{names}} (línea {{line}}). No se ha importado nada; corrija un responsable en la tabla e impórtela otra vez.',
  'organisation-columns':
    'La tabla no tiene una columna con las personas o con sus responsables. Cada fila necesita un nombre (o un identificador) y un responsable: llame a las columnas «Nombre» y «Responsable», por ejemplo.',
  'lucid-too-large':
    'Escrito para Lucid, el diagrama ocupa más de los {{megabytes}} MB que lee. Divida el diagrama y exporte las partes, o expórtelo a draw.io, que Lucid también lee.',
  'schema-empty':
    'Aquí no hay ningún esquema de Salesforce. Elija la carpeta del proyecto (la que contiene sfdx-project.json), su carpeta objects, un ZIP de ellas, un describe en JSON o un CSV con una columna para el objeto y otra para el campo.',
  'schema-damaged': '«{{file}}» no se puede leer hasta el final. Vuelva a exportarlo o copiarlo y elíjalo otra vez.',
  'schema-too-large':
    'El esquema supera lo que se puede leer: {{fields}} campos, {{files}} archivos y {{megabytes}} MB como máximo. Elija una parte más pequeña, por ejemplo la carpeta de un solo paquete.',
  'schema-object-missing': 'El esquema no tiene ningún objeto llamado {{names}}. Elija objetos de la lista.',
  'diagram-full': 'Un diagrama admite como máximo {{items}} formas y líneas. No se ha cambiado nada; ponga el resto en otro diagrama.',
  'diagram-container-gone':
    'La forma en la que debía quedar esta ya no está en el diagrama. No se ha cambiado nada; colóquela en otro sitio.',
  'diagram-inside-itself': 'Una forma no puede estar dentro de sí misma ni dentro de otra que ya está en ella. No se ha cambiado nada.',
  'not-found': 'Lo que se pidió ya no está. Vuelva atrás y elija de nuevo.',
  'invalid-value': 'Uno de los valores no es válido. Corríjalo y vuelva a intentarlo.',
  'search-cancelled': 'Se ha detenido la búsqueda de duplicados. Puede empezarla de nuevo.',
  'merge-other': 'Ese cliente ya está fusionado en otro. Separe antes esa fusión.',
  'merge-gone': 'Esa fusión ya se había separado.',
  'nothing-to-undo': 'No hay nada que deshacer ni que rehacer.',
  'identities-hidden': 'Las identidades están ocultas. Muéstrelas (Ctrl+Mayús+M) y guarde de nuevo el archivo de esta persona.',
  'undo-blocked': 'Esto no se puede deshacer porque hay cambios posteriores que dependen de ello. Deshaga antes esos cambios.',
  'undo-import-later':
    'Esta importación no se puede deshacer porque «{{file}}», importado después, cambió los mismos registros. Deshaga antes esa importación.',
  'undo-import-used':
    'Esta importación no se puede deshacer porque hay trabajo posterior que depende de ella ($t(imports.uses.{{what}}): {{count}}). Deshágalo o quítelo antes.',
  'undo-import-edited':
    'Esta importación no se puede deshacer porque lo que trajo se cambió después (cambios: {{count}}). Deshaga antes esos cambios.',
  'model-invalid': 'El archivo del modelo tiene errores. Compruebe el modelo para verlos uno a uno.',
  'action-incomplete': 'Una acción necesita un responsable y una fecha. Complete ambos.',
  'entry-computed': 'Esta cifra se calcula con sus datos, así que no se puede anotar a mano.',
  'entry-date': 'Indique de qué día es el valor: un día del calendario que no sea posterior a hoy.',
  'statement-empty': 'Escriba la afirmación al menos en un idioma.',
  'statement-last': 'Un elemento conserva al menos una afirmación: añada otra antes de quitar esta.',
  'entry-empty': 'Indique el valor o los dos números de los que sale.',
  'entry-below-zero': 'Esta cifra no puede ser menor que 0. Corrija el valor.',
  'entry-out-of-range': 'Esta cifra va de {{lowest}} a {{highest}}. Corrija el valor.',
  'entry-parts': 'Indique los dos números, con el total mayor que 0 y la parte no mayor que el total, o deje vacíos los dos.',
  'entry-parts-differ': 'El valor no es el que dan los dos números. Corrija uno de ellos o deje vacío el valor.',
  'target-no-side': 'Esta cifra es informativa y no tiene un lado mejor, así que no admite objetivo.',
  'rule-incomplete': 'Una condición de la regla no está completa. Complétela o quítela.',
  'rule-cycle': 'La regla vuelve al propio segmento. Quite la condición que lo nombra.',
  'segment-in-use': 'Este segmento se usa en otros lugares. Vea dónde y confirme el borrado con esa lista.',
  'segment-built-in': 'Los segmentos incluidos no se pueden cambiar. Haga una copia y cambie la copia.',
  'segment-target-there': 'Ya hay un segmento objetivo. Cambie su regla o bórrelo antes.',
  'segment-not-list': 'Los miembros de este segmento resultan de su regla. Cambie la regla o haga con ella una lista fija.',
  'segment-no-members': 'No se encontró a nadie para la lista. Revise los números de cliente o los correos.',
  'segment-unanswered': 'Este segmento no tiene respuesta en este espacio de trabajo, así que no hay nada que guardar ni comparar.',
  'nobody-selected': 'Ya no hay nadie seleccionado. Seleccione primero clientes en la tabla.',
  'too-many-selected':
    'Son demasiados clientes para un solo cambio que se pueda deshacer. No se cambió nada. Seleccione menos, por ejemplo con un filtro.',
  'export-too-large': 'Un libro de Excel admite aquí {{limit}} filas como mucho y estas son {{rows}}. Elija CSV, que no tiene límite.',
  'customer-unnamed': 'Un cliente necesita un nombre, un número o un correo. Complete uno de ellos.',
  'number-taken': 'Otro registro ya tiene este número. Indique uno distinto o déjelo vacío.',
  'field-empty': 'Este campo no puede quedar vacío. Complételo.',
  'text-too-long': 'El texto es demasiado largo: {{longest}} caracteres como mucho. Acórtelo.',
  'date-wrong': 'No es un día del calendario. Corrija la fecha.',
  'dates-reversed': 'La fecha posterior es anterior a la primera. Corrija una de ellas.',
  'amount-wrong': 'No es un importe. Escríbalo con cifras y con los decimales tras el signo de su idioma.',
  'amount-below-zero': 'Este importe no puede ser menor que 0. Corríjalo.',
  'email-wrong': 'No es una dirección de correo completa. Escríbala como nombre@dominio o déjela vacía.',
  'attribute-wrong': 'El valor no corresponde al tipo de esta columna (texto, número, fecha, sí o no). Corríjalo.',
  'restore-there': 'Esto ya está de vuelta, o algo con el mismo nombre ocupa su lugar. No se ha cambiado nada.',
  'restore-parent-gone': 'Aquello a lo que pertenecía también se borró. Restáurelo antes y después esto.',
  'one-at-a-time': 'El número, el nombre, el correo y el NIF distinguen a las personas, así que solo se cambian de cliente en cliente.',
  busy: 'El espacio de trabajo está ocupado con una tarea más larga. Espere a que termine y vuelva a intentarlo.',
  'host-restarted': 'La parte que guarda los datos tuvo que arrancar de nuevo. Lo guardado está a salvo: vuelva a intentarlo.',
  internal:
    'Ha fallado algo que no debía fallar. Lo guardado está a salvo: vuelva a intentarlo y, si se repite, abra de nuevo el espacio de trabajo.'
}

export const errors = messages({ en, es })
