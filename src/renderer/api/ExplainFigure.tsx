import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Window } from '../../shared/contract/base.ts'
import type { CustomerFilter } from '../../shared/contract/customers.ts'
import type { FigureEntry } from '../../shared/contract/explanations.ts'
import type { Kpi } from '../../shared/contract/models.ts'
import { showCustomers } from '../stores/route.ts'
import { ExplainButton } from '../ui/explanation/ExplainButton.tsx'
import { Explanation, type Explained } from '../ui/explanation/Explanation.tsx'
import { useFormats, type Formats } from '../ui/formats.tsx'
import { Answer } from './Answer.tsx'
import { orpc } from './client.ts'

export interface ExplainFigureProps {
  /** Of `resources/catalogue/figures.json`. */
  id: string
  /** What it is called on the screen, where that is not the catalogue's name. */
  name: string
  /** As it stands on the screen; null: no answer. */
  value?: string | null
  /** The formula with its numbers put in: `1,204 / 3,910 = 30.8%`. */
  worked?: string | null
  facts?: readonly (readonly [name: string, value: string])[]
  /** Null: the whole history. */
  window?: Window | null
  asOf?: string | null
  unit?: Kpi['unit']
  /** Fewer than 30 cases in the base. */
  fewData?: boolean
  notes?: readonly string[]
  /** The lists behind it: whom each holds, how many, and the filter of the customers table that shows them. */
  customers?: readonly { readonly label: string; readonly count?: number; readonly filter: CustomerFilter }[]
}

/**
 * The sign that explains a figure of the catalogue. Put it beside the number, never inside a button (a `Card` that leads
 * somewhere takes it as `corner`):
 *
 *     <ExplainFigure id="f_revenue" name={t('home.revenue')} value={formats.money(revenueMinor)} unit="currency"
 *       worked={`${formats.money(now)} / ${formats.money(before)} − 1 = ${formats.share(change)}`}
 *       window={analysis.window} asOf={analysis.asOf} fewData={customers < 30}
 *       customers={[{ label: t('…'), count: customers, filter: { segmentId: 's_active' } }]} />
 *
 * What it is, its formula and its source come from `resources/catalogue/figures.json` (both languages; marks V, S, L, A, U as
 * founded): a new figure is one more entry there. Three more signs: `<ExplainMetric metric />` for a KPI whose evidence is at
 * hand, `<ExplainKpi id name />` for one that is asked for when opened, `<ExplainSegment id name />` for a segment's size.
 */
export function ExplainFigure(props: ExplainFigureProps): ReactNode {
  return (
    <ExplainButton name={props.name} data-testid={`explain-${props.id}`}>
      {(close) => <FigureExplanation {...props} onClose={close} />}
    </ExplainButton>
  )
}

function FigureExplanation({ onClose, ...props }: ExplainFigureProps & { onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const figures = useQuery(orpc.explanations.listFigures.queryOptions())
  return (
    <Answer query={figures}>
      {(entries) => {
        const entry = entries.find(({ id }) => id === props.id)
        const { id: _id, customers = [], facts = [], ...said } = props
        const isWhole = said.window === null && said.asOf != null
        return (
          <Explanation
            onClose={onClose}
            explained={{
              ...(entry ? describeEntry(entry, formats) : {}),
              ...said,
              facts: isWhole ? [...facts, [t('explanation.window'), t('value.wholeHistory')]] : facts,
              customers: customers.map(({ filter, ...list }) => ({
                ...list,
                onShow: () => {
                  showCustomers(filter)
                }
              }))
            }}
          />
        )
      }}
    </Answer>
  )
}

function describeEntry(
  { definition, formula, mark, source }: FigureEntry,
  { text }: Formats
): Pick<Explained, 'definition' | 'formula' | 'marks' | 'source'> {
  return { definition: text(definition), formula: text(formula), marks: [mark], ...(source ? { source: text(source) } : {}) }
}
