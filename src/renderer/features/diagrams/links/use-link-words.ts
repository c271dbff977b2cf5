import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { LinkState } from '../../../../shared/contract/diagrams.ts'
import type { Display, Link } from '../../../../shared/diagrams/diagram.ts'
import { useFormats } from '../../../ui/formats.tsx'

type Answered = Extract<LinkState, { state: 'answered' }>

interface LinkWords {
  /** The figure asked for, in words: `214 customers`; what the link says by itself where it has no such figure. */
  readonly tellFigure: (state: Answered, measure?: Display['measure']) => string
  /** What the link says besides that figure, shortest first. */
  readonly listFacts: (link: Link, state: Answered, measure?: Display['measure']) => string[]
}

/** What the state of a link is called on screen and by a screen reader. */
export function useLinkWords(): LinkWords {
  const { t } = useTranslation()
  const { text, count, share, money } = useFormats()
  return useMemo(() => {
    const tell: Readonly<Record<Display['measure'], (state: Answered) => string | null>> = {
      customers: ({ customers }) =>
        customers === null ? null : t('diagramLinks.figure.customers', { count: customers, formatted: count(customers) }),
      share: (state) => (state.share === null ? null : t('diagramLinks.figure.ofCustomers', { share: share(state.share) })),
      revenue: ({ revenueMinor }) => (revenueMinor === null ? null : t('diagramLinks.figure.revenue', { money: money(revenueMinor) })),
      value: (state) => (state.value === null ? null : text(state.text))
    }
    const tellFigure: LinkWords['tellFigure'] = (state, measure) => (measure && tell[measure](state)) ?? text(state.text)
    return {
      tellFigure,
      listFacts: (link, state, measure) => {
        // An element's people are those of its first segment: said beside its figure they would seem to be behind that.
        if (link.to === 'element') return []
        const figure = tellFigure(state, measure)
        return (['customers', 'share', 'revenue'] as const).flatMap((each) => {
          const fact = each === measure ? null : tell[each](state)
          return fact === null || fact === figure ? [] : [fact]
        })
      }
    }
  }, [t, text, count, share, money])
}
