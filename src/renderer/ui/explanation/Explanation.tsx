import { CloseButton } from '@mantine/core'
import { IconUsers } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Window } from '../../../shared/contract/base.ts'
import type { SourceMark } from '../../../shared/contract/explanations.ts'
import type { Kpi } from '../../../shared/contract/models.ts'
import { describeWindow } from '../../../shared/i18n/windows.ts'
import { useFormats } from '../formats.tsx'

/** A list of customers that stands behind a figure. */
export interface CustomersBehind {
  /** Whom it holds: `active customers`. */
  readonly label: string
  readonly count?: number
  readonly onShow: () => void
}

/** Everything said of a figure; what is left out is not shown. Texts are already in the person's language. */
export interface Explained {
  readonly name: string
  /** As it stands on the screen: `30.8%`. */
  readonly value?: string | null
  /** What the number says, in a sentence. */
  readonly definition?: string
  readonly formula?: string
  /** The formula with its numbers put in: `1,204 / 3,910 = 30.8%`. */
  readonly worked?: string | null
  /** More of it: a name and a value each. */
  readonly facts?: readonly (readonly [name: string, value: string])[]
  readonly window?: Window | null
  readonly asOf?: string | null
  readonly unit?: Kpi['unit']
  readonly marks?: readonly SourceMark[]
  /** Who said it; or, without marks, in what words its origin is told. */
  readonly source?: string
  readonly fewData?: boolean
  /** What to know before reading it. */
  readonly notes?: readonly string[]
  readonly customers?: readonly CustomersBehind[]
}

/** The one panel that explains any number: what it says, how it was computed, from when it is, who said so, and who is behind it. */
export function Explanation({ explained, onClose }: { explained: Explained; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { name, value, definition, formula, worked, fewData, notes = [], customers = [] } = explained
  return (
    <>
      <header className="explanation-head">
        <div>
          <h3>{name}</h3>
          {value != null && <strong>{value}</strong>}
        </div>
        <CloseButton size="sm" aria-label={t('explanation.close')} onClick={onClose} data-testid="explanation-close" />
      </header>
      <div className="explanation-body" role="region" aria-label={name} tabIndex={0}>
        {definition !== undefined && <p>{definition}</p>}
        {worked != null && (
          <div className="explanation-worked">
            <span>{t('explanation.worked')}</span>
            <code data-testid="explanation-worked">{worked}</code>
          </div>
        )}
        {fewData && <p className="explanation-few">{t('canvas.panel.fewDataWhy')}</p>}
        {notes.map((note) => (
          <p key={note} className="explanation-note">
            {note}
          </p>
        ))}
        <dl>
          {formula !== undefined && <Row name={t('explanation.formula')}>{formula}</Row>}
          <Facts explained={explained} />
        </dl>
        {customers.length > 0 && <Behind customers={customers} onClose={onClose} />}
      </div>
    </>
  )
}

function Facts({ explained }: { explained: Explained }): ReactNode {
  const { t } = useTranslation()
  const { language, currency, date } = useFormats()
  const { facts = [], window, asOf, unit, marks = [], source } = explained
  return (
    <>
      {facts.map(([name, value]) => (
        <Row key={name} name={name}>
          {value}
        </Row>
      ))}
      {window && <Row name={t('explanation.window')}>{describeWindow(window, language)}</Row>}
      {asOf != null && <Row name={t('explanation.asOf')}>{date(asOf)}</Row>}
      {unit && <Row name={t('explanation.unit')}>{t(`explanation.units.${unit}`, { currency })}</Row>}
      {(marks.length > 0 || source !== undefined) && (
        <Row name={t('explanation.source')}>
          {source}
          {marks.map((mark) => (
            <small key={mark}>{t(`explanation.marks.${mark}`)}</small>
          ))}
        </Row>
      )}
    </>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Behind({ customers, onClose }: { customers: readonly CustomersBehind[]; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  return (
    <section className="explanation-behind">
      <h4>{t('explanation.customers')}</h4>
      {customers.map((list) => (
        <button
          key={list.label}
          type="button"
          onClick={() => {
            onClose()
            list.onShow()
          }}
          data-testid="explanation-customers"
        >
          <IconUsers size={15} stroke={1.6} aria-hidden />
          <span>{list.label}</span>
          {list.count !== undefined && <b>{count(list.count)}</b>}
        </button>
      ))}
    </section>
  )
}
