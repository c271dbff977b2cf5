import type { ElementEvidence } from '../../../../shared/contract/models.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { formatFigure } from '../../../../shared/i18n/figures.ts'
import { translate } from '../../../../shared/i18n/translate.ts'
import type { Model } from '../../../../shared/models/model.ts'
import { nameKpi, nameSegment } from '../../../../shared/models/node-text.ts'
import { answered, inBoth, tellCount, unanswered, type LinkAnswer } from './link-texts.ts'

/** What an element of a model says: its first figure that has a value, else its first segment, else the state it is in. */
export function answerElement(model: Model, elementName: Text, evidence: ElementEvidence, currency: string): LinkAnswer {
  const name = inBoth((language) =>
    translate(language, 'linkStates.element', { model: model.name[language], element: elementName[language] })
  )
  const metric = evidence.metrics.find(({ value }) => value !== null)
  const segment = evidence.segments.find(({ missing }) => missing === null)
  if (!metric && !segment && evidence.state === 'no-data') {
    const missing = [...evidence.metrics, ...evidence.segments].find((each) => each.missing !== null)?.missing
    return unanswered(name, missing ?? { code: 'needs-analysis', needs: [], hint: evidence.stateReason })
  }
  const { customers = null, share = null, revenueMinor = null } = segment ?? {}
  const tellFigure = (what: Text, figure: Text): Text =>
    inBoth((language) => translate(language, 'linkStates.figure', { name: what[language], figure: figure[language] }))
  const text = metric
    ? tellFigure(
        inBoth((language) => nameKpi(metric.kpi, language)),
        inBoth((language) => formatFigure(metric.value ?? 0, metric.kpi.unit, currency, language))
      )
    : segment
      ? tellFigure(
          inBoth((language) => nameSegment(segment, language)),
          tellCount('customers', customers ?? 0)
        )
      : inBoth((language) => translate(language, `canvas.state.${evidence.state}`))
  return answered({ name, text, customers, share, revenueMinor })
}
