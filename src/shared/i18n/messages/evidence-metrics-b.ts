import { messages } from './messages.ts'

/** What the two numbers of a figure count and whom its lists hold: figures entered by hand, and those of Payne, Gartner and Buttle. */
export const evidenceMetricsB = messages({
  en: {
    metrics: {
      k_objective_quality: { numerator: 'objectives with KPI, baseline, target, date and owner', denominator: 'objectives' },
      k_role_coverage: { numerator: 'with a named owner', denominator: 'priority segments and key processes' },
      k_training: { numerator: 'trained in the last 12 months', denominator: 'people who deal with customers' },
      k_adoption: { numerator: 'who recorded something in the last 7 days', denominator: 'people expected to use the CRM' },
      k_enps: { numerator: 'promoters (9–10) minus detractors (0–6)', denominator: 'employees who answered' },
      k_incentive_alignment: { numerator: 'with at least one customer measure in their targets', denominator: 'customer-facing roles' },
      k_vision_recall: { numerator: 'who can say what the vision is', denominator: 'people asked' },
      k_process_documented: { numerator: 'with a map, an owner and a time limit', denominator: 'key customer processes' },
      k_channel_feeds: { numerator: 'that reach the customer data at least weekly', denominator: 'contact channels in use' },
      k_change_support: { numerator: 'who support it with 4 or 5 of 5', denominator: 'stakeholders on the map' },
      k_env_scan_age: { numerator: 'days since the newest dated note about the environment', denominator: 'the newest note' }
    },
    missing: {
      entry: 'Enter it by hand, with its date. What is counted: {{numerator}}. Out of: {{denominator}}.',
      'entry-later': 'The value entered by hand is later than the as-of date of this workspace.'
    }
  },
  es: {
    metrics: {
      k_objective_quality: { numerator: 'objetivos con KPI, valor inicial, meta, fecha y responsable', denominator: 'objetivos' },
      k_role_coverage: { numerator: 'con un responsable nombrado', denominator: 'segmentos prioritarios y procesos clave' },
      k_training: { numerator: 'formadas en los últimos 12 meses', denominator: 'personas que tratan con clientes' },
      k_adoption: { numerator: 'que registraron algo en los últimos 7 días', denominator: 'personas que deberían usar el CRM' },
      k_enps: { numerator: 'promotores (9–10) menos detractores (0–6)', denominator: 'empleados que respondieron' },
      k_incentive_alignment: {
        numerator: 'con al menos una medida de clientes en sus metas',
        denominator: 'puestos de cara al cliente'
      },
      k_vision_recall: { numerator: 'que saben decir cuál es la visión', denominator: 'personas consultadas' },
      k_process_documented: { numerator: 'con mapa, responsable y plazo', denominator: 'procesos clave de clientes' },
      k_channel_feeds: { numerator: 'que llegan a los datos de clientes al menos cada semana', denominator: 'canales de contacto en uso' },
      k_change_support: { numerator: 'que la apoyan con 4 o 5 de 5', denominator: 'partes interesadas del mapa' },
      k_env_scan_age: { numerator: 'días desde la nota más reciente con fecha sobre el entorno', denominator: 'la nota más reciente' }
    },
    missing: {
      entry: 'Se escribe a mano, con su fecha. Qué se cuenta: {{numerator}}. De un total de: {{denominator}}.',
      'entry-later': 'El valor escrito a mano es posterior a la fecha de referencia de este espacio de trabajo.'
    }
  }
})
