import { Button, Select } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup } from '../../../../shared/contract/segments.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { ExplainFigure } from '../../../api/ExplainFigure.tsx'
import { navigate } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { askSegments } from '../builder/compose.ts'
import { useFields } from '../builder/fields.ts'
import { CustomerList } from '../CustomerList.tsx'
import { ShareBar } from '../ShareBar.tsx'
import { depthOf, nameRegion } from './name-region.ts'
import { VennDrawing } from './VennDrawing.tsx'
import './overlap.css'

type Overlap = Awaited<ReturnType<typeof client.segments.findOverlap>>

/** Two or three segments laid over each other: who is in one alone, in two, in all. */
export function OverlapPage({ ids }: { ids: readonly string[] }): ReactNode {
  const { t } = useTranslation()
  useTopBar({ title: t('frame.titles.segments'), subtitle: t('segments.overlap.title') })
  const overlap = useQuery(
    orpc.segments.findOverlap.queryOptions({ input: { ids: [...ids] }, enabled: ids.length >= 2, placeholderData: keepPreviousData })
  )
  const change = (index: number, id: string | null): void => {
    const changed = id === null ? ids.toSpliced(index, 1) : ids.toSpliced(index, 1, id)
    navigate({ screen: 'segments', view: 'overlap', ids: [...new Set(changed)] })
  }
  return (
    <div className="page" data-testid="segment-overlap">
      <div className="page-inner">
        <nav className="segment-crumb">
          <button
            type="button"
            className="table-toggle"
            onClick={() => {
              navigate({ screen: 'segments' })
            }}
          >
            ← {t('segments.toList')}
          </button>
        </nav>
        <header className="page-head">
          <div>
            <h1>{t('segments.overlap.title')}</h1>
            <p>{t('segments.overlap.intro')}</p>
          </div>
        </header>
        <div className="overlap-pickers">
          {[0, 1, 2].map((index) => (
            <SegmentChoice
              key={index}
              index={index}
              ids={ids}
              onPick={(id) => {
                change(index, id)
              }}
            />
          ))}
        </div>
        {ids.length < 2 ? (
          <p className="overlap-hint" data-testid="overlap-hint">
            {t('segments.overlap.choose')}
          </p>
        ) : (
          <Answer query={overlap}>{(found) => <Laid key={ids.join()} overlap={found} />}</Answer>
        )}
      </div>
    </div>
  )
}

function SegmentChoice({ index, ids, onPick }: { index: number; ids: readonly string[]; onPick: (id: string | null) => void }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const taken = new Set(ids.filter((_, at) => at !== index))
  const list = (segments.data ?? []).filter(({ id, missing }) => missing === null && !taken.has(id))
  return (
    <Select
      label={t('segments.overlap.segment', { number: index + 1 })}
      leftSection={<span className={`overlap-key overlap-key-${String(index)}`} aria-hidden />}
      placeholder={t(index === 2 ? 'segments.overlap.third' : 'segments.overlap.pick')}
      searchable
      clearable={ids[index] !== undefined}
      clearButtonProps={{ 'aria-label': t('common.remove') }}
      disabled={index > ids.length}
      value={ids[index] ?? null}
      data={SegmentGroup.options
        .map((group) => ({
          group: t(`segments.groups.${group}`),
          items: list.filter((segment) => segment.group === group).map(({ id, name }) => ({ value: id, label: text(name) }))
        }))
        .filter(({ items }) => items.length > 0)}
      maxDropdownHeight={320}
      onChange={onPick}
      data-testid={`overlap-${String(index)}`}
    />
  )
}

function Laid({ overlap }: { overlap: Overlap }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { segments, regions } = overlap
  const names = segments.map(({ name }) => formats.text(name))
  const [selected, setSelected] = useState<string>('1'.repeat(segments.length))
  const counts = useMemo(() => Object.fromEntries(regions.map(({ region, customers }) => [region, customers])), [regions])
  const region = regions.find((each) => each.region === selected)
  // In all first, then in two, then in one alone.
  const ordered = regions.toSorted((a, b) => depthOf(b.region) - depthOf(a.region))
  return (
    <>
      <div className="overlap-grid">
        <Card className="overlap-picture">
          <VennDrawing counts={counts} names={names} selected={selected} onSelect={setSelected} />
          <ul className="overlap-legend">
            {segments.map(({ id, customers }, index) => (
              <li key={id}>
                <span className={`overlap-key overlap-key-${String(index)}`} aria-hidden />
                {names[index]} <span className="faint">{formats.count(customers)}</span>
              </li>
            ))}
          </ul>
          <p className="faint overlap-note">{t(segments.length === 2 ? 'segments.overlap.scaleTwo' : 'segments.overlap.scaleThree')}</p>
        </Card>
        <Card>
          <div className="explained">
            <Caption>{t('segments.overlap.regions')}</Caption>
            <ExplainFigure
              id="f_overlap"
              name={t('segments.overlap.regions')}
              facts={segments.map(({ customers }, index) => [names[index] ?? '', formats.count(customers)])}
              unit="count"
            />
          </div>
          <table className="plain-table overlap-table">
            <thead>
              <tr>
                <th>{t('segments.overlap.region')}</th>
                <th className="num">{t('segments.columns.customers')}</th>
                <th className="num">{t('segments.overlap.ofAny')}</th>
                <th className="num">{t('segments.columns.revenue')}</th>
              </tr>
            </thead>
            <tbody>
              {ordered.map((each) => (
                <tr
                  key={each.region}
                  className={each.region === selected ? 'row-link overlap-selected' : 'row-link'}
                  onClick={() => {
                    setSelected(each.region)
                  }}
                >
                  <td>
                    <span className="overlap-name">
                      <span className="overlap-marks" aria-hidden>
                        {segments.map(({ id }, index) => (
                          <span
                            key={id}
                            className={`overlap-key overlap-key-${String(index)} ${each.region[index] === '1' ? '' : 'overlap-key-out'}`}
                          />
                        ))}
                      </span>
                      <button
                        type="button"
                        className="link-button"
                        aria-pressed={each.region === selected}
                        data-testid={`region-${each.region}`}
                      >
                        {nameRegion(each.region, names, t)}
                      </button>
                    </span>
                  </td>
                  <td className="num segment-count">{formats.count(each.customers)}</td>
                  <td className="num muted">
                    {each.share !== null && (
                      <span className="share-cell">
                        {formats.share(each.share, 1, true)} <ShareBar share={each.share} />
                      </span>
                    )}
                  </td>
                  <td className="num">{each.revenueMinor === null ? '' : formats.money(each.revenueMinor)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Card>
      </div>
      {region && (
        <Card className="overlap-customers">
          <div className="segment-card-head">
            <div>
              <Caption>{nameRegion(selected, names, t)}</Caption>
              <p className="muted" aria-live="polite" data-testid="region-count" data-count={region.customers}>
                {t('segmentBuilder.behind', { count: region.customers, formatted: formats.count(region.customers) })}
              </p>
            </div>
            <SaveRegion overlap={overlap} region={selected} />
          </div>
          {region.customers > 0 && (
            <CustomerList
              label={nameRegion(selected, names, t)}
              listKey={JSON.stringify([segments.map(({ id }) => id), selected])}
              ask={(page) => client.segments.listRegion({ ...page, ids: segments.map(({ id }) => id), region: selected })}
            />
          )}
        </Card>
      )}
    </>
  )
}

/** The region as a rule in the builder: in these segments, in none of those. */
function SaveRegion({ overlap, region }: { overlap: Overlap; region: string }): ReactNode {
  const { t, i18n } = useTranslation()
  const { fields } = useFields()
  const segmentField = fields?.segmentField ?? null
  if (segmentField === null) return null
  const save = (): void => {
    const ids = overlap.segments.map(({ id }) => id)
    const nameIn = (language: 'en' | 'es'): string =>
      nameRegion(
        region,
        overlap.segments.map(({ name }) => name[language]),
        i18n.getFixedT(language),
        'named'
      )
    const name: Text = { en: nameIn('en'), es: nameIn('es') }
    const rule = askSegments(
      segmentField,
      ids.filter((_, index) => region[index] === '1'),
      ids.filter((_, index) => region[index] === '0')
    )
    navigate({ screen: 'segments', view: 'build', start: { name, rule } })
  }
  return (
    <Button leftSection={<IconPlus size={16} stroke={1.7} />} onClick={save} data-testid="region-save">
      {t('segments.overlap.save')}
    </Button>
  )
}
