import { messages } from './messages.ts'

/** Models of one's own: making, editing, importing and exporting them. */
export const editor = messages({
  en: {
    basedOn: 'Based on “{{name}}”, with changes of our own',
    basedOnBy: 'Based on “{{name}}” ({{who}}), with changes of our own'
  },
  es: {
    basedOn: 'Basado en «{{name}}», con cambios propios',
    basedOnBy: 'Basado en «{{name}}» ({{who}}), con cambios propios'
  }
})
