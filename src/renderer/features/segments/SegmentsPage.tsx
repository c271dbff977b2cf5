import { Button, TextInput } from '@mantine/core'
import { IconChartCircles, IconChartPie2, IconListDetails, IconPlus, IconSearch, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup, type SegmentSummary } from '../../../shared/contract/segments.ts'
import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import { segmentColor } from '../../../shared/domain/segment-colors.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainSegment } from '../../api/ExplainSegment.tsx'
import { useWorkspace } from '../../api/workspace.ts'
import { goToImport, navigate, showCustomers } from '../../stores/route.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { SegmentDot, StatePill } from '../../ui/StatePill.tsx'
import { dropDraft, nameDraft, useHasDraft } from './builder/use-draft.ts'
import { NewListDialog } from './page/NewListDialog.tsx'
import { ShareBar } from './ShareBar.tsx'
import './segments.css'

/** Own segments come before the built-in ones. */
const GROUPS: readonly SegmentGroup[] = ['own', ...SegmentGroup.options.filter((group) => group !== 'own')]

/** Every segment by group; below, the ones the data can't answer, with what to bring in. */
export function SegmentsPage(): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const [search, setSearch] = useState('')
  const isEmpty = workspace != null && workspace.counts.customers + workspace.counts.orders === 0
  useTopBar({
    title: t('frame.titles.segments'),
    action: isEmpty ? undefined : (
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        onClick={() => {
          navigate({ screen: 'segments', view: 'build' })
        }}
        data-testid="segment-new"
      >
        {t('segments.new')}
      </Button>
    )
  })
  if (isEmpty) return <EmptyPage icon={<IconChartPie2 size={40} stroke={1.2} />} area="segments" onImport={goToImport} />
  const words = normaliseForSearch(search).split(/\s+/).filter(Boolean)
  const isFound = ({ name, rule }: SegmentSummary): boolean => {
    const key = normaliseForSearch(`${formats.text(name)} ${formats.text(rule)}`)
    return words.every((word) => key.includes(word))
  }
  return (
    <div className="page">
      <div className="page-inner">
        <header className="page-head">
          <div>
            <h1>{t('frame.titles.segments')}</h1>
            <p>
              {workspace?.asOf
                ? t('segments.intro', { date: formats.date(workspace.asOf), days: workspace.settings.windowDays })
                : t('segments.introUndated')}
            </p>
          </div>
        </header>
        <ListTools search={search} onSearch={setSearch} />
        {workspace && <OpenDraft owner={workspace.name} />}
        <Answer query={segments}>
          {(list) => {
            const found = list.filter(isFound)
            return (
              <div className="segment-groups">
                {words.length === 0 && !list.some(({ kind }) => kind === 'own') && <OwnHint />}
                {GROUPS.map((group) => (
                  <Group key={group} group={group} segments={found.filter((segment) => segment.group === group && isShown(segment))} />
                ))}
                <Unanswered segments={found.filter((segment) => !isShown(segment))} />
                {found.length === 0 && (
                  <p className="muted" role="status">
                    {t('segments.noMatch', { search: search.trim() })}
                  </p>
                )}
              </div>
            )
          }}
        </Answer>
      </div>
    </div>
  )
}

/** Own segments stay with the own ones, whatever they lack: they can be mended there. */
const isShown = ({ missing, kind }: SegmentSummary): boolean => missing === null || kind === 'own'

function ListTools({ search, onSearch }: { search: string; onSearch: (search: string) => void }): ReactNode {
  const { t } = useTranslation()
  const [isListing, setIsListing] = useState(false)
  return (
    <div className="segment-tools">
      <TextInput
        className="segment-search"
        aria-label={t('segments.searchLabel')}
        placeholder={t('segments.search')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={search}
        onChange={({ currentTarget }) => {
          onSearch(currentTarget.value)
        }}
        data-testid="segment-search"
      />
      <Button
        variant="default"
        leftSection={<IconListDetails size={16} stroke={1.6} />}
        onClick={() => {
          setIsListing(true)
        }}
        data-testid="segment-new-list"
      >
        {t('segments.newList')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconChartCircles size={16} stroke={1.6} />}
        onClick={() => {
          navigate({ screen: 'segments', view: 'overlap' })
        }}
        data-testid="segment-overlaps"
      >
        {t('segments.compare')}
      </Button>
      {isListing && (
        <NewListDialog
          onClose={() => {
            setIsListing(false)
          }}
        />
      )}
    </div>
  )
}

/** A new segment that was begun and not saved. */
function OpenDraft({ owner }: { owner: string }): ReactNode {
  const { t } = useTranslation()
  const key = nameDraft(owner)
  if (!useHasDraft(key)) return null
  return (
    <div className="segment-draft" data-testid="segment-draft">
      <span>{t('segments.draft')}</span>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          navigate({ screen: 'segments', view: 'build' })
        }}
      >
        {t('segments.draftGoOn')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        onClick={() => {
          dropDraft(key)
        }}
      >
        {t('segments.draftDrop')}
      </Button>
    </div>
  )
}

/** What own segments are for, before there is one. */
function OwnHint(): ReactNode {
  const { t } = useTranslation()
  return (
    <Card className="segment-own-hint">
      <Caption>{t('segments.groups.own')}</Caption>
      <p>{t('segments.ownHint')}</p>
    </Card>
  )
}

function Group({ group, segments }: { group: SegmentGroup; segments: readonly SegmentSummary[] }): ReactNode {
  const { t } = useTranslation()
  if (segments.length === 0) return null
  return (
    <Card>
      <Caption>{t(`segments.groups.${group}`)}</Caption>
      <table className="plain-table segment-table">
        <thead>
          <tr>
            <th>{t('segments.columns.name')}</th>
            <th className="num">{t('segments.columns.customers')}</th>
            <th className="num">{t('segments.columns.share')}</th>
            <th className="num">{t('segments.columns.revenue')}</th>
            <th className="num">{t('segments.columns.revenueShare')}</th>
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <SegmentRow key={segment.id} segment={segment} />
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function SegmentRow({ segment }: { segment: SegmentSummary }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const name = formats.text(segment.name)
  const open = (): void => {
    navigate({ screen: 'segments', view: 'segment', segmentId: segment.id })
  }
  return (
    <tr className="row-link" onClick={open} data-testid={`segment-${segment.id}`} data-count={segment.customers} data-name={name}>
      <td>
        <div className="segment-name">
          <SegmentDot color={segmentColor(segment.id)} />
          <button
            type="button"
            className="link-button"
            onClick={(event) => {
              event.stopPropagation()
              open()
            }}
          >
            {name}
          </button>
          <button
            type="button"
            className="segment-models"
            aria-label={t('compare.inModelsOf', { name })}
            title={t('compare.inModelsOf', { name })}
            data-testid={`segment-models-${segment.id}`}
            onClick={(event) => {
              event.stopPropagation()
              navigate({ screen: 'compare', view: 'homes', segmentId: segment.id })
            }}
          >
            <IconSitemap size={15} stroke={1.6} aria-hidden />
          </button>
          <ExplainSegment id={segment.id} name={name} />
        </div>
        <div className="segment-rule">{formats.text(segment.rule)}</div>
        {segment.missing && <div className="segment-rule tone-attention">{formats.text(segment.missing.hint)}</div>}
      </td>
      <td className="num segment-count">
        {segment.customers !== null && (
          <button
            type="button"
            className="link-button"
            title={t('segments.showCustomers')}
            aria-label={t('segments.showCustomersOf', { name, count: segment.customers, formatted: formats.count(segment.customers) })}
            onClick={(event) => {
              event.stopPropagation()
              showCustomers({ segmentId: segment.id })
            }}
          >
            {formats.count(segment.customers)}
          </button>
        )}
      </td>
      <td className="num muted">{segment.share === null ? '' : formats.share(segment.share, 1, true)}</td>
      <td className="num">{segment.revenueMinor === null ? '' : formats.money(segment.revenueMinor)}</td>
      <td className="num muted">
        {segment.revenueShare !== null && (
          <span className="share-cell">
            {formats.share(segment.revenueShare, 1, true)}
            <ShareBar share={segment.revenueShare} color={segmentColor(segment.id)} />
          </span>
        )}
      </td>
    </tr>
  )
}

function Unanswered({ segments }: { segments: readonly SegmentSummary[] }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  if (segments.length === 0) return null
  return (
    <Card className="unanswered">
      <Caption>{t('segments.unanswered')}</Caption>
      <p className="muted">{t('segments.unansweredText')}</p>
      <ul>
        {segments.map(({ id, name, missing }) => (
          <li key={id} data-testid={`segment-${id}`}>
            <span className="unanswered-name">{formats.text(name)}</span>
            <StatePill tone="missing">
              {missing?.code === 'needs-data'
                ? t('segments.needs', { kinds: missing.needs.map((kind) => t(`kinds.${kind}`)).join(', ') })
                : t(`segments.${missing?.code ?? 'needs-data'}`)}
            </StatePill>
            <span className="unanswered-hint">{missing && formats.text(missing.hint)}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
