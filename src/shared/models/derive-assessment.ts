import type { Assessment, AssessedElement } from '../contract/assessments.ts'
import type { Model } from './model.ts'

/**
 * An assessment for a model that has no file of its own: the questions of the elements it walks, turned into statements. Null
 * when no element has a question.
 */
export function deriveAssessment(model: Model): Assessment | null {
  const elements = model.walk.flatMap((id): AssessedElement[] => {
    const questions = model.elements.find((element) => element.id === id)?.questions ?? []
    const statements = questions.map(({ en, es }, index) => ({
      id: `q${String(index + 1)}`,
      weight: 1,
      text: { en: `We can answer this with facts: “${en}”`, es: `Podemos responder a esto con hechos: «${es}»` }
    }))
    return statements.length > 0 ? [{ elementId: id, weight: 1, statements }] : []
  })
  if (elements.length === 0) return null
  return {
    modelId: model.id,
    revision: model.revision,
    kind: 'maturity',
    title: { en: 'How mature are we, element by element?', es: '¿Qué madurez tenemos, elemento por elemento?' },
    note: {
      en: 'Made from the model’s own questions. Each one gets two marks from 0 to 4: the intention and the reality. A reality above 2 counts only with written evidence. Scale, weights and levels are ours.',
      es: 'Hecha con las preguntas del propio modelo. Cada una lleva dos notas de 0 a 4: la intención y la realidad. Una realidad superior a 2 solo cuenta con evidencia escrita. La escala, los pesos y los niveles son nuestros.'
    },
    groups: [{ id: 'elements', name: { en: 'Elements of the model', es: 'Elementos del modelo' }, scale: 'maturity', elements }],
    stages: [],
    barriers: [],
    targets: {},
    roundNames: {},
    sources: [
      {
        mark: 'A',
        text: { en: 'Statements derived from the model’s questions.', es: 'Afirmaciones derivadas de las preguntas del modelo.' }
      }
    ]
  }
}
