import { messages } from './messages.ts'

/** Consents, a person's rights, erasure, retention, and hiding identities. */
export const privacy = messages({
  en: {
    mask: {
      customer: 'Customer {{number}}',
      badge: 'Identities hidden',
      badgeHint: 'Names, e-mails, phones, addresses, tax ids and notes are hidden on screen and in the files you save. Click to show them.',
      on: 'Identities are hidden, on screen and in what you save.',
      off: 'Identities are shown again.'
    }
  },
  es: {
    mask: {
      customer: 'Cliente {{number}}',
      badge: 'Identidades ocultas',
      badgeHint:
        'Nombres, correos, teléfonos, direcciones, NIF y notas están ocultos en pantalla y en los archivos que guarde. Pulse para mostrarlos.',
      on: 'Las identidades están ocultas, en pantalla y en lo que guarde.',
      off: 'Las identidades se muestran de nuevo.'
    }
  }
})
