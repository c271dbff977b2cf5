import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonHoldings } from '../../../shared/contract/privacy.ts'
import { Answer } from '../../api/Answer.tsx'
import { client, orpc } from '../../api/client.ts'
import { CustomerPicker, type PickedCustomer } from '../../api/CustomerPicker.tsx'
import { refuse, shell } from '../../api/shell.ts'
import { useMasked } from '../../stores/mask.ts'
import { navigate } from '../../stores/route.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { attempt } from './attempt.ts'
import { EraseDialog } from './EraseDialog.tsx'

/** Somebody asks: what is held about them, handed out, corrected, erased. */
export function PersonSection(): ReactNode {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<PickedCustomer | null>(null)
  return (
    <Card className="card-roomy privacy-card" data-testid="privacy-person">
      <h2>{t('privacy.person.title')}</h2>
      <p className="muted privacy-text">{t('privacy.person.text')}</p>
      <div className="privacy-search">
        <CustomerPicker
          label={t('privacy.person.customer')}
          placeholder={t('privacy.person.search')}
          nobody={t('privacy.person.nobody')}
          customer={chosen}
          onPick={setChosen}
          testId="person-search"
        />
      </div>
      {chosen !== null && <Holdings key={chosen.id} id={chosen.id} />}
    </Card>
  )
}

function Holdings({ id }: { id: number }): ReactNode {
  const holdings = useQuery(orpc.privacy.getHoldings.queryOptions({ input: { id } }))
  return <Answer query={holdings}>{(found) => <HoldingsCard holdings={found} />}</Answer>
}

function HoldingsCard({ holdings }: { holdings: PersonHoldings }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const masked = useMasked()
  const [isErasing, setErasing] = useState(false)
  const { id, name, tables, merged, mentions, kept, isErased } = holdings
  const counted = (key: string, count: number): string | null =>
    count === 0 ? null : t(`privacy.person.${key}`, { count, formatted: formats.count(count) })
  const more = [counted('merged', merged), counted('mentions', mentions), counted('kept', kept)].filter((line) => line !== null)
  if (isErased) return <p className="privacy-text">{t('privacy.person.erased')}</p>
  return (
    <div className="privacy-person">
      <section>
        <h3 data-testid="person-name">{masked.name(id, name)}</h3>
        <Caption as="h3">{t('privacy.person.held')}</Caption>
        <dl className="fact-list">
          {tables.map(({ table, rows }) => (
            <div key={table}>
              <dt>{t(`privacy.tables.${table}`)}</dt>
              <dd>{t('privacy.person.rows', { count: rows, formatted: formats.count(rows) })}</dd>
            </div>
          ))}
        </dl>
        {more.map((line) => (
          <p key={line} className="muted small">
            {line}
          </p>
        ))}
      </section>
      <section className="privacy-actions">
        <Caption as="h3">{t('privacy.person.hand')}</Caption>
        <HandOut id={id} name={name} />
        <Caption as="h3">{t('privacy.person.correct')}</Caption>
        <Button
          variant="default"
          onClick={() => {
            navigate({ screen: 'customers', place: 'customer', customerId: id })
          }}
        >
          {t('privacy.person.open')}
        </Button>
        <Caption as="h3">{t('privacy.person.forget')}</Caption>
        <Button
          variant="default"
          className="privacy-danger"
          onClick={() => {
            setErasing(true)
          }}
          data-testid="person-erase"
        >
          {t('privacy.person.erase')}
        </Button>
      </section>
      {isErasing && (
        <EraseDialog
          ids={[id]}
          name={masked.name(id, name)}
          onClose={() => {
            setErasing(false)
          }}
        />
      )}
    </div>
  )
}

const KINDS = ['html', 'pdf', 'json'] as const

/** The three files a person can be given. They name the person, so they are refused while identities are hidden. */
function HandOut({ id, name }: { id: number; name: string }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const masked = useMasked()
  const save = (kind: (typeof KINDS)[number]) => (): void => {
    void attempt(async () => {
      const suggestedName = `${t('privacy.document.title', { name: masked.name(id, name) })}.${kind}`
      const file = await shell('pickFile', { purpose: `save-person-${kind}`, suggestedName })
      if (!file) return null
      if (kind === 'pdf') {
        const answer = await shell('savePersonPdf', { id, language, fileToken: file.token })
        if ('error' in answer) refuse(answer.error)
      } else await client.privacy.exportPerson({ id, format: kind, language, fileToken: file.token })
      return t('privacy.person.saved')
    })
  }
  return (
    <div className="privacy-buttons">
      {KINDS.map((kind) => (
        <Button key={kind} variant="default" disabled={masked.isOn} onClick={save(kind)} data-testid={`person-${kind}`}>
          {t(`privacy.person.${kind}`)}
        </Button>
      ))}
      {masked.isOn && <p className="faint small">{t('errors.identities-hidden')}</p>}
    </div>
  )
}
