import { messages } from './messages.ts'

/** Diagrams to and from files of other programs. */
export const diagramExchange = messages({
  en: {
    notes: {
      hidden_one: 'One hidden layer or shape was left out.',
      hidden_many: '{{count}} hidden layers or shapes were left out.',
      hidden_other: '{{count}} hidden layers or shapes were left out.',
      layers_one: 'The layers were put together into one.',
      layers_many: 'The layers were put together into one.',
      layers_other: 'The layers were put together into one.',
      turned_one: 'One turned shape stands upright here.',
      turned_many: '{{count}} turned shapes stand upright here.',
      turned_other: '{{count}} turned shapes stand upright here.',
      nearestShapes_one: 'One shape of another library is shown as the nearest one there is; exported to draw.io it looks as before.',
      nearestShapes_many:
        '{{count}} shapes of other libraries are shown as the nearest ones there are; exported to draw.io they look as before.',
      nearestShapes_other:
        '{{count}} shapes of other libraries are shown as the nearest ones there are; exported to draw.io they look as before.',
      pictures_one: 'One picture is vector art or lies outside the file, so it was not taken over.',
      pictures_many: '{{count}} pictures are vector art or lie outside the file, so they were not taken over.',
      pictures_other: '{{count}} pictures are vector art or lie outside the file, so they were not taken over.',
      beyondPage_one: 'One place lay beyond the page and was brought back to its edge.',
      beyondPage_many: '{{count}} places lay beyond the page and were brought back to its edge.',
      beyondPage_other: '{{count}} places lay beyond the page and were brought back to its edge.',
      longTexts_one: 'One text was longer than a label can be and was shortened.',
      longTexts_many: '{{count}} texts were longer than a label can be and were shortened.',
      longTexts_other: '{{count}} texts were longer than a label can be and were shortened.',
      joinedLabels_one: 'One line with several labels has them as one now.',
      joinedLabels_many: '{{count}} lines with several labels have them as one now.',
      joinedLabels_other: '{{count}} lines with several labels have them as one now.',
      lineToLine_one: 'One end of a line was tied to another line; it ends loose in its middle now.',
      lineToLine_many: '{{count}} ends of lines were tied to other lines; they end loose in their middle now.',
      lineToLine_other: '{{count}} ends of lines were tied to other lines; they end loose in their middle now.',
      fieldLines_one: 'One end of a line was tied to a single field; it leads to the whole entity now.',
      fieldLines_many: '{{count}} ends of lines were tied to single fields; they lead to the whole entity now.',
      fieldLines_other: '{{count}} ends of lines were tied to single fields; they lead to the whole entity now.',
      leadNowhere_one: 'One line that leads nowhere was left out.',
      leadNowhere_many: '{{count}} lines that lead nowhere were left out.',
      leadNowhere_other: '{{count}} lines that lead nowhere were left out.',
      folded_one: 'One container that was folded away is open here.',
      folded_many: '{{count}} containers that were folded away are open here.',
      folded_other: '{{count}} containers that were folded away are open here.',
      liveLinks_one: 'One shape has a live link. It stays written in the file, but only Cauce shows its figure.',
      liveLinks_many: '{{count}} shapes have live links. They stay written in the file, but only Cauce shows their figures.',
      liveLinks_other: '{{count}} shapes have live links. They stay written in the file, but only Cauce shows their figures.',
      cardsOnly_one: 'JSON Canvas knows cards and groups only: other programs show every shape as a card. Cauce opens the file as it was.',
      cardsOnly_many: 'JSON Canvas knows cards and groups only: other programs show every shape as a card. Cauce opens the file as it was.',
      cardsOnly_other: 'JSON Canvas knows cards and groups only: other programs show every shape as a card. Cauce opens the file as it was.'
    }
  },
  es: {
    notes: {
      hidden_one: 'Se ha dejado fuera una capa o forma oculta.',
      hidden_many: 'Se han dejado fuera {{count}} capas o formas ocultas.',
      hidden_other: 'Se han dejado fuera {{count}} capas o formas ocultas.',
      layers_one: 'Las capas se han reunido en una.',
      layers_many: 'Las capas se han reunido en una.',
      layers_other: 'Las capas se han reunido en una.',
      turned_one: 'Una forma girada está aquí derecha.',
      turned_many: '{{count}} formas giradas están aquí derechas.',
      turned_other: '{{count}} formas giradas están aquí derechas.',
      nearestShapes_one: 'Una forma de otra biblioteca se muestra como la más parecida que hay; al exportarla a draw.io se ve como antes.',
      nearestShapes_many:
        '{{count}} formas de otras bibliotecas se muestran como las más parecidas que hay; al exportarlas a draw.io se ven como antes.',
      nearestShapes_other:
        '{{count}} formas de otras bibliotecas se muestran como las más parecidas que hay; al exportarlas a draw.io se ven como antes.',
      pictures_one: 'Una imagen es vectorial o está fuera del archivo, así que no se ha traído.',
      pictures_many: '{{count}} imágenes son vectoriales o están fuera del archivo, así que no se han traído.',
      pictures_other: '{{count}} imágenes son vectoriales o están fuera del archivo, así que no se han traído.',
      beyondPage_one: 'Un punto quedaba fuera de la página y se ha traído a su borde.',
      beyondPage_many: '{{count}} puntos quedaban fuera de la página y se han traído a su borde.',
      beyondPage_other: '{{count}} puntos quedaban fuera de la página y se han traído a su borde.',
      longTexts_one: 'Un texto era más largo de lo que cabe en una etiqueta y se ha acortado.',
      longTexts_many: '{{count}} textos eran más largos de lo que cabe en una etiqueta y se han acortado.',
      longTexts_other: '{{count}} textos eran más largos de lo que cabe en una etiqueta y se han acortado.',
      joinedLabels_one: 'Una línea con varias etiquetas las tiene ahora en una.',
      joinedLabels_many: '{{count}} líneas con varias etiquetas las tienen ahora en una.',
      joinedLabels_other: '{{count}} líneas con varias etiquetas las tienen ahora en una.',
      lineToLine_one: 'Un extremo de línea estaba unido a otra línea; ahora termina suelto en su mitad.',
      lineToLine_many: '{{count}} extremos de línea estaban unidos a otras líneas; ahora terminan sueltos en su mitad.',
      lineToLine_other: '{{count}} extremos de línea estaban unidos a otras líneas; ahora terminan sueltos en su mitad.',
      fieldLines_one: 'Un extremo de línea estaba unido a un solo campo; ahora lleva a la entidad entera.',
      fieldLines_many: '{{count}} extremos de línea estaban unidos a campos sueltos; ahora llevan a la entidad entera.',
      fieldLines_other: '{{count}} extremos de línea estaban unidos a campos sueltos; ahora llevan a la entidad entera.',
      leadNowhere_one: 'Se ha dejado fuera una línea que no lleva a ninguna parte.',
      leadNowhere_many: 'Se han dejado fuera {{count}} líneas que no llevan a ninguna parte.',
      leadNowhere_other: 'Se han dejado fuera {{count}} líneas que no llevan a ninguna parte.',
      folded_one: 'Un contenedor que estaba plegado está aquí abierto.',
      folded_many: '{{count}} contenedores que estaban plegados están aquí abiertos.',
      folded_other: '{{count}} contenedores que estaban plegados están aquí abiertos.',
      liveLinks_one: 'Una forma tiene un enlace vivo. Queda escrito en el archivo, pero solo Cauce muestra su cifra.',
      liveLinks_many: '{{count}} formas tienen enlaces vivos. Quedan escritos en el archivo, pero solo Cauce muestra sus cifras.',
      liveLinks_other: '{{count}} formas tienen enlaces vivos. Quedan escritos en el archivo, pero solo Cauce muestra sus cifras.',
      cardsOnly_one:
        'JSON Canvas solo conoce tarjetas y grupos: otros programas muestran cada forma como tarjeta. Cauce abre el archivo tal como era.',
      cardsOnly_many:
        'JSON Canvas solo conoce tarjetas y grupos: otros programas muestran cada forma como tarjeta. Cauce abre el archivo tal como era.',
      cardsOnly_other:
        'JSON Canvas solo conoce tarjetas y grupos: otros programas muestran cada forma como tarjeta. Cauce abre el archivo tal como era.'
    }
  }
})
