import { normaliseHeader } from '../values/text.ts'

/** Words of a closed set, in English and Spanish: what is stored, and how files write it (accents and case aside). */
export type WordTable = ReadonlyMap<string, string | number>

function tableOf(words: Readonly<Record<string, string>>, toValue: (value: string) => string | number = (value) => value): WordTable {
  return new Map(
    Object.entries(words).flatMap(([value, spellings]) =>
      [value, ...spellings.split('|')].map((spelling) => [normaliseHeader(spelling), toValue(value)] as const)
    )
  )
}

/** The value a word stands for; undefined when it is none of the table's. */
export function findWord(table: WordTable, text: string): string | number | undefined {
  return table.get(normaliseHeader(text))
}

export const DIRECTIONS = tableOf({
  in: 'incoming|inbound|received|entrante|entrada|recibido|recibida|recibidos|e|i',
  out: 'outgoing|outbound|sent|saliente|salida|enviado|enviada|realizado|realizada|emitida|s|o'
})

export const CONTACT_KINDS = tableOf({
  enquiry: 'inquiry|question|consulta|pregunta|informacion|solicitud de informacion|lead|call|llamada|email|correo|chat|mensaje',
  quote: 'quotation|estimate|offer|presupuesto|cotizacion|oferta|propuesta',
  visit: 'meeting|appointment|demo|visita|reunion|cita|entrevista',
  support: 'ticket|help|incident|issue|soporte|ayuda|incidencia|averia|asistencia|postventa',
  welcome: 'onboarding|bienvenida|alta',
  follow_up: 'follow up|followup|task|reminder|seguimiento|tarea|recordatorio',
  survey: 'encuesta|opinion|valoracion',
  winback: 'win back|reactivation|recovery|recuperacion|reactivacion|reconquista',
  other: 'note|nota|otro|otra|otros|otras|varios|miscellaneous'
})

/** Who begins a contact of a kind; `other` says nothing of it. */
export const DIRECTION_OF_KIND: Readonly<Record<string, 'in' | 'out'>> = {
  enquiry: 'in',
  quote: 'in',
  support: 'in',
  visit: 'out',
  welcome: 'out',
  follow_up: 'out',
  survey: 'out',
  winback: 'out'
}

export const SEVERITIES = tableOf(
  {
    1: 'low|minor|leve|baja|bajo|menor|p3|p4',
    2: 'medium|moderate|normal|media|medio|moderada|p2',
    3: 'high|severe|critical|urgent|major|alta|alto|grave|critica|critico|urgente|mayor|p1'
  },
  Number
)

export const CONSENT_STATES = tableOf({
  granted:
    'grant|given|yes|y|true|1|x|accepted|accept|opt in|optin|opted in|subscribed|confirmed|si|s|verdadero|otorgado|concedido|aceptado|acepta|aceptada|autorizado|consentido|suscrito|suscrita|alta|dado',
  denied: 'no|n|false|0|refused|rejected|declined|never|falso|denegado|rechazado|rechaza|no otorgado|no aceptado|negado|no acepta',
  withdrawn:
    'revoked|opt out|optout|opted out|unsubscribed|cleaned|retirado|retirada|revocado|revocada|baja|cancelado|anulado|dado de baja|darse de baja'
})

/** Purposes the figures ask for by name; others are kept as they are written. */
export const PURPOSES = tableOf({
  marketing:
    'publicidad|comercial|comunicaciones comerciales|promociones|newsletter|boletin|email marketing|envios comerciales|advertising|promotions|mercadotecnia',
  profiling: 'perfilado|elaboracion de perfiles|perfiles|segmentacion|personalizacion|personalisation|personalization'
})

/** Stands for "every channel" where a consent names none: whoever may be reached at all, may be reached. */
export const EVERY_CHANNEL = 'todos'
/** A person's consent to one channel is one, however the channel is written. */
export const CONSENT_CHANNELS = tableOf({
  email: 'e mail|mail|correo|correo electronico|newsletter|boletin|email address',
  teléfono: 'phone|telephone|call|calls|tel|telefono|llamada|llamadas|telefono fijo',
  sms: 'text|texto|mensaje de texto|sms movil',
  whatsapp: 'whats app|wasap',
  postal: 'post|letter|correo postal|carta|direccion postal|mailing postal',
  [EVERY_CHANNEL]: 'all|any|todas|cualquiera|todos los canales'
})

export const SURVEY_KINDS = tableOf({
  nps: 'net promoter score|net promoter|recomendacion|recommendation',
  csat: 'customer satisfaction|satisfaction|satisfaccion|satisfaccion del cliente',
  ces: 'customer effort score|effort|esfuerzo|esfuerzo del cliente'
})
/** The points a survey can give (domain 6.12). */
export const SURVEY_SCALES: Readonly<Record<string, readonly [lowest: number, highest: number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7]
}

export const GOALS = tableOf({
  acquisition: 'acquire|new customers|lead generation|captacion|adquisicion|nuevos clientes|prospeccion',
  onboarding: 'welcome|bienvenida|activacion|activation|incorporacion',
  retention: 'retain|loyalty|retencion|fidelizacion|lealtad|newsletter',
  development: 'cross sell|upsell|cross selling|growth|desarrollo|venta cruzada|crecimiento|venta adicional',
  winback: 'win back|reactivation|recuperacion|reactivacion|reconquista'
})

export const GROUPS = tableOf({
  T: 'treated|treatment|target|test|tratado|tratamiento|objetivo|prueba|enviado',
  C: 'control|holdout|hold out|grupo de control|no enviado'
})

export const YES_NO = tableOf({ 1: 'yes|y|true|x|si|s|verdadero|v|checked|on', 0: 'no|n|false|falso|f|unchecked|off' }, Number)
