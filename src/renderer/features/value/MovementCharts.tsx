import { Input, SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LifecycleState } from '../../../shared/contract/customers.ts'
import { MOVEMENT_STATES, type MovementOptions } from '../../../shared/contract/value-groups.ts'
import type { Movement } from '../../../shared/contract/value-tables.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { ExplainFigure } from '../../api/ExplainFigure.tsx'
import { showCustomers } from '../../stores/route.ts'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { layOutFlow } from '../../ui/charts/lay-out-flow.ts'
import { layOutGrid, type GridCell, type GridRow } from '../../ui/charts/lay-out-grid.ts'
import { tint, type Ink } from '../../ui/charts/marks.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { LIFECYCLE_INKS, LIFE_ORDER } from './lifecycle-inks.ts'
import { segmentInk } from './segment-ink.ts'
import { useBasis } from './use-basis.ts'
import { useSegmentName } from './use-segment-name.ts'
import { chooseValue, useValueChoices } from './value-choices.ts'

const NOBODY = 'none'
const TIER_INKS: Readonly<Record<string, Ink>> = {
  top20: 'seg-champ',
  next30: 'seg-loyal',
  rest: 'seg-pot',
  below_zero: 'seg-risk',
  inactive: 'seg-hib'
}

/** Who was what at one date, and what they are at another. */
export function MovementCharts(): ReactNode {
  const options = useValueChoices((choices) => choices.movement)
  const movement = useQuery({ ...orpc.value.getMovement.queryOptions({ input: options }), placeholderData: keepPreviousData })
  return (
    <>
      <MovementControls options={options} found={movement.data} />
      <Answer query={movement}>{(found) => <Charts movement={found} options={options} />}</Answer>
    </>
  )
}

function MovementControls({ options, found }: { options: MovementOptions; found: Movement | undefined }): ReactNode {
  const { t } = useTranslation()
  const change = (changed: Partial<MovementOptions>): void => {
    chooseValue({ movement: { ...options, ...changed } })
  }
  const [from, to] = [options.from ?? found?.from ?? '', options.to ?? found?.to ?? '']
  return (
    <div className="movement-controls value-wide">
      <div className="control-stack">
        <Input.Label>{t('value.movement.states')}</Input.Label>
        <SegmentedControl
          size="sm"
          aria-label={t('value.movement.states')}
          value={options.states}
          onChange={(value) => {
            change({ states: MOVEMENT_STATES.find((each) => each === value) ?? 'lifecycle' })
          }}
          data={MOVEMENT_STATES.map((value) => ({ value, label: t(`value.movement.kinds.${value}`) }))}
          data-testid="movement-states"
        />
      </div>
      <DateField
        label={t('value.movement.from')}
        value={from}
        onChange={(date) => {
          change({ from: date === '' ? null : date })
        }}
        data-testid="movement-from"
      />
      <DateField
        label={t('value.movement.to')}
        value={to}
        onChange={(date) => {
          change({ to: date === '' ? null : date })
        }}
        refusal={from !== '' && to !== '' && from >= to ? t('value.movement.order') : null}
        data-testid="movement-to"
      />
    </div>
  )
}

function Charts({ movement, options }: { movement: Movement; options: MovementOptions }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const basis = useBasis()
  const segmentName = useSegmentName()
  const { states, flows, from, to, topLost } = movement
  const kind = options.states
  const nameOf = useCallback(
    (state: string, isBefore: boolean): string => {
      if (state === NOBODY) return t(isBefore ? 'value.movement.new' : 'value.movement.gone')
      if (kind === 'rfm') return segmentName(state)
      return kind === 'lifecycle' ? t(`kinds.lifecycle.${state}`) : t(`value.states.value.${state}`)
    },
    [kind, segmentName, t]
  )
  const inkOf = useCallback(
    (state: string): Ink => {
      if (state === NOBODY) return 'faint'
      if (kind === 'rfm') return segmentInk(state)
      const life = LifecycleState.safeParse(state)
      return life.success ? LIFECYCLE_INKS[life.data] : (TIER_INKS[state] ?? 'seg-hib')
    },
    [kind]
  )
  const open = useCallback(
    (fromState: string, toState: string) => (): void => {
      showCustomers({ value: { by: 'movement', options, fromState, toState } })
    },
    [options]
  )
  // In the order of a life, with who is new or gone at the end; a state nobody was in at either date is left out.
  const [rows, columns] = useMemo(() => {
    const place = (id: string): number =>
      (LIFE_ORDER.findIndex((state) => state === id) + 1 || states.indexOf(id) + 1) + (id === NOBODY ? 100 : 0)
    const ordered = [...new Set([...states, NOBODY])].sort((a, b) => place(a) - place(b))
    const isMet = (id: string): boolean => flows.some(({ from: one, to: other }) => one === id || other === id)
    const named = ordered.filter((id) => id !== NOBODY && isMet(id))
    return [
      [...named, ...(flows.some((link) => link.from === NOBODY && link.to !== NOBODY) ? [NOBODY] : [])],
      [...named, ...(flows.some((link) => link.to === NOBODY && link.from !== NOBODY) ? [NOBODY] : [])]
    ] as const
  }, [states, flows])
  const titles = useMemo(() => [from === null ? '' : formats.date(from), to === null ? '' : formats.date(to)] as const, [from, to, formats])
  const fresh = useMemo(
    () => flows.filter((link) => link.from === NOBODY && link.to !== NOBODY).reduce((total, { customers }) => total + customers, 0),
    [flows]
  )
  // Of those who came, who is where: whoever is a customer at neither date is nobody's share.
  const shareOf = useCallback(
    (link: Movement['flows'][number]): number => (link.from === NOBODY ? link.customers / fresh : link.share),
    [fresh]
  )
  const flow = useMemo(
    () =>
      layOutFlow({
        before: rows.map((id) => ({ id, name: nameOf(id, true), ink: inkOf(id) })),
        after: columns.map((id) => ({ id, name: nameOf(id, false), ink: inkOf(id) })),
        links: flows
          .filter((link) => !(link.from === NOBODY && link.to === NOBODY))
          .map((link) => ({
            from: link.from,
            to: link.to,
            value: link.customers,
            name: t('value.movement.link', { from: nameOf(link.from, true), to: nameOf(link.to, false) }),
            facts: [
              [t('value.named.customers'), formats.count(link.customers)],
              [t('value.movement.share'), formats.share(shareOf(link), 1, true)],
              [t('value.movement.revenueBefore'), formats.money(link.revenueFromMinor)],
              [t('value.movement.revenueAfter'), formats.money(link.revenueToMinor)]
            ],
            open: open(link.from, link.to)
          })),
        beforeTitle: titles[0],
        afterTitle: titles[1],
        write: (value) => formats.count(value),
        unit: t('value.named.customers'),
        height: Math.max(320, 60 + rows.length * 44)
      }),
    [rows, columns, flows, shareOf, nameOf, inkOf, open, titles, formats, t]
  )
  const grid = useMemo(() => {
    const drawn = rows.map((row): GridRow => ({
      name: nameOf(row, true),
      cells: columns.map((column): GridCell | null => {
        const link = flows.find((each) => each.from === row && each.to === column)
        const customers = link?.customers ?? 0
        if (row === NOBODY && column === NOBODY) return null
        return {
          id: `move-${row}-${column}`,
          name: t('value.movement.link', { from: nameOf(row, true), to: nameOf(column, false) }),
          facts: [
            [t('value.named.customers'), formats.count(customers)],
            ...(link ? [[t('value.movement.share'), formats.share(shareOf(link), 1, true)] as const] : [])
          ],
          text: customers === 0 ? '·' : formats.count(customers),
          ...(link ? { detail: formats.share(shareOf(link), 0) } : {}),
          fill: link === undefined || customers === 0 ? null : tint('accent', shareOf(link)),
          ...(row === column ? { underline: 'muted' as const } : {}),
          ...(customers === 0 ? {} : { open: open(row, column) })
        }
      })
    }))
    return layOutGrid({
      rows: drawn,
      columns: columns.map((id) => nameOf(id, false)),
      cellHeight: 50,
      widestCell: 190,
      columnTitle: t('value.movement.at', { date: titles[1] }),
      rowTitle: t('value.movement.at', { date: titles[0] })
    })
  }, [rows, columns, flows, shareOf, nameOf, open, titles, formats, t])
  const sum = (test: (link: Movement['flows'][number]) => boolean): number =>
    flows.filter(test).reduce((total, { customers }) => total + customers, 0)
  const known = sum((link) => link.from !== NOBODY)
  const stayed = sum((link) => link.from !== NOBODY && link.from === link.to)
  const gone = sum((link) => link.from !== NOBODY && link.to === NOBODY)
  const takeaway =
    known + fresh === 0
      ? t('value.movement.none')
      : t('value.movement.takeaway', {
          count: known,
          known: formats.count(known),
          stayed: formats.count(stayed),
          share: formats.share(known === 0 ? 0 : stayed / known),
          fresh: formats.count(fresh),
          gone: formats.count(gone)
        })
  const line = basis({
    asOf: null,
    more: [t('value.movement.between', { from: titles[0], to: titles[1] }), t(`value.movement.kinds.${kind}`)]
  })
  const data = {
    columns: [
      { title: t('value.movement.at', { date: titles[0] }), type: 'text' as const },
      { title: t('value.movement.at', { date: titles[1] }), type: 'text' as const },
      { title: t('value.named.customers'), type: 'count' as const },
      { title: t('value.movement.share'), type: 'share' as const },
      { title: t('value.movement.revenueBefore'), type: 'money' as const },
      { title: t('value.movement.revenueAfter'), type: 'money' as const }
    ],
    rows: flows
      .filter((link) => !(link.from === NOBODY && link.to === NOBODY))
      .map((link) => [
        nameOf(link.from, true),
        nameOf(link.to, false),
        link.customers,
        shareOf(link),
        link.revenueFromMinor,
        link.revenueToMinor
      ])
  }
  const dates = [
    [t('value.movement.from'), titles[0]],
    [t('value.movement.to'), titles[1]]
  ] as const
  const moved = flows
    .filter((link) => link.from !== NOBODY && link.to !== link.from)
    .sort((one, other) => other.customers - one.customers)
    .slice(0, 3)
    .map((link) => ({
      label: t('value.movement.link', { from: nameOf(link.from, true), to: nameOf(link.to, false) }),
      count: link.customers,
      filter: { value: { by: 'movement' as const, options, fromState: link.from, toState: link.to } }
    }))
  return (
    <>
      <ChartFrame
        id="value-flow"
        className="value-wide"
        title={t('value.movement.flow')}
        takeaway={takeaway}
        basis={line}
        layout={flow}
        data={data}
        explanation={
          <ExplainFigure
            id="f_transition"
            name={t('value.movement.flow')}
            value={known === 0 ? null : formats.share(stayed / known)}
            worked={known === 0 ? null : `${formats.count(stayed)} / ${formats.count(known)} = ${formats.share(stayed / known)}`}
            asOf={to}
            unit="%"
            fewData={known < 30}
            facts={dates}
            customers={moved}
          />
        }
        note={
          <>
            {known < 30 && <p className="tone-attention">{t('value.concentration.few')}</p>}
            {topLost !== null && <p>{t('value.movement.topLost', { share: formats.share(topLost) })}</p>}
          </>
        }
      />
      <ChartFrame
        id="value-transitions"
        className="value-wide"
        title={t('value.movement.matrix')}
        takeaway={t('value.movement.matrixText')}
        basis={line}
        layout={grid}
        data={data}
        explanation={
          <ExplainFigure
            id="f_transition"
            name={t('value.movement.matrix')}
            value={known === 0 ? null : formats.share(stayed / known)}
            worked={known === 0 ? null : `${formats.count(stayed)} / ${formats.count(known)} = ${formats.share(stayed / known)}`}
            asOf={to}
            unit="%"
            fewData={known < 30}
            facts={dates}
            customers={moved}
          />
        }
      />
    </>
  )
}
