import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EMPTY_ACTION, keepDraft, listLacking } from '../../../../src/renderer/features/walk/action-draft.ts'
import { chooseCards, listByHand, listMissing } from '../../../../src/renderer/features/walk/evidence-cards.ts'
import { findNeighbour, findNextOpen, isAtStart, listPlaces } from '../../../../src/renderer/features/walk/walk-order.ts'
import type { ElementEvidence, Metric, SegmentEvidence } from '../../../../src/shared/contract/models.ts'
import type { Walk } from '../../../../src/shared/contract/walks.ts'
import { isStepWritten, listGiven } from '../../../../src/shared/domain/written-step.ts'
import { viewModel } from '../../../../src/shared/models/apply-variant.ts'
import { Model } from '../../../../src/shared/models/model.ts'

const idic = Model.parse(JSON.parse(readFileSync('resources/models/idic.json', 'utf8')))
const step = (elementId: string): Walk['stepList'][number] => ({
  elementId,
  status: 'open',
  score: null,
  justification: '',
  decision: '',
  notes: '',
  answers: [],
  actionDraft: null,
  evidence: null
})
const walk: Walk = {
  id: 1,
  modelId: 'idic',
  modelRevision: 1,
  view: null,
  startedAt: '',
  updatedAt: '',
  finishedAt: null,
  currentElementId: null,
  participants: '',
  asOf: null,
  doneSteps: 0,
  steps: 4,
  stepList: [...idic.walk, 'idic.gone'].map(step)
}
const places = listPlaces(walk, viewModel(idic, undefined))

describe('order of a walk', () => {
  it('visits the elements the model still has, numbered as they are visited', () => {
    expect(places.map(({ element, number }) => [element.id, number])).toEqual(idic.walk.map((id, index) => [id, index + 1]))
  })
  it('goes past the last to the closing page and from there back to the last', () => {
    expect(findNeighbour(places, 'idic.identify', 1)).toBe('idic.differentiate')
    expect(findNeighbour(places, 'idic.customize', 1)).toBeNull()
    expect(findNeighbour(places, null, -1)).toBe('idic.customize')
    expect(findNeighbour(places, 'idic.identify', -1)).toBeNull()
    expect(findNeighbour(places, null, 1)).toBeNull()
  })
  it('goes on to the next open element and round again where there is no order', () => {
    const marked = places.map((place, index) => ({ ...place, status: index === 1 || index === 3 ? ('done' as const) : place.status }))
    expect(findNextOpen(marked, 'idic.identify')).toBe('idic.interact')
    expect(findNextOpen(marked, 'idic.interact')).toBe('idic.identify')
    expect(findNextOpen(marked, null)).toBe('idic.identify')
    expect(
      findNextOpen(
        places.map((place) => ({ ...place, status: 'done' as const })),
        'idic.identify'
      )
    ).toBeNull()
  })
  it('begins at its first element with nothing answered; without an order, at any', () => {
    expect(isAtStart(places, 'idic.identify', false)).toBe(true)
    expect(isAtStart(places, 'idic.interact', false)).toBe(false)
    expect(isAtStart(places, 'idic.interact', true)).toBe(true)
    expect(
      isAtStart(
        places.map((place, index) => ({ ...place, status: index === 2 ? ('done' as const) : place.status })),
        'idic.identify',
        true
      )
    ).toBe(false)
  })
})

describe('an action', () => {
  it('lacks what nobody filled in; spaces are nothing', () => {
    expect(listLacking(EMPTY_ACTION)).toEqual(['title', 'owner', 'dueDate'])
    expect(listLacking({ title: 'Call', owner: '  ', dueDate: '2026-11-14', segmentId: '' })).toEqual(['owner'])
    expect(listLacking({ title: 'Call', owner: 'Ana', dueDate: '2026-11-14', segmentId: '' })).toEqual([])
  })
})

describe('the draft of an action', () => {
  it('is kept once anything stands in the form', () => {
    expect(keepDraft(EMPTY_ACTION)).toBeNull()
    for (const part of [{ title: 'C' }, { owner: 'A' }, { dueDate: '2026-11-14' }, { segmentId: 's_ssc' }])
      expect(keepDraft({ ...EMPTY_ACTION, ...part })).toEqual({ ...EMPTY_ACTION, ...part })
  })
})

describe('a step', () => {
  const empty = step('idic.identify')
  it.each([
    ['an answer', { answers: ['', 'Yes'] }],
    ['a score', { score: 1 }],
    ['its reason', { justification: 'Seen' }],
    ['a decision', { decision: 'Ask' }],
    ['a note', { notes: 'Later' }]
  ])('is written with %s', (_, part) => {
    expect(isStepWritten({ ...empty, ...part }, [])).toBe(true)
  })
  it('says what was given beside answers', () => {
    const scored = { ...empty, score: 3, answers: ['Yes'], decision: ' ' }
    expect(listGiven(scored, [])).toEqual(['score'])
    expect(listGiven({ ...empty, justification: 'Seen', decision: 'Ask' }, [{ elementId: 'idic.identify' }])).toEqual([
      'decision',
      'notes',
      'actions'
    ])
    expect(listGiven({ ...empty, answers: ['Yes'] }, [{ elementId: 'idic.interact' }])).toEqual([])
  })
  it('is written with an action of its own, and not with spaces or the action of another', () => {
    expect(isStepWritten(empty, [{ elementId: 'idic.identify' }])).toBe(true)
    expect(isStepWritten({ ...empty, answers: ['', ' \n'], notes: ' ' }, [{ elementId: 'idic.interact' }, { elementId: null }])).toBe(false)
  })
})

describe('evidence cards of a step', () => {
  const name = (id: string) => ({ en: id, es: id })
  const segment = (id: string, customers: number | null): SegmentEvidence => ({
    id,
    name: name(id),
    customers,
    share: null,
    revenueMinor: null,
    revenueShare: null,
    link: 'model',
    missing: null
  })
  const metric = (id: string, value: number | null, fewData = false): Metric => ({
    id,
    kpi: { id, name: name(id), formula: name(''), unit: '%', better: 'up', sources: '', origin: 'ours' },
    value,
    previous: null,
    noTrend: null,
    span: null,
    margin: null,
    listed: null,
    numerator: null,
    denominator: null,
    numeratorName: null,
    denominatorName: null,
    window: null,
    asOf: null,
    fewData,
    listable: false,
    enterable: false,
    enteredByHand: false,
    enteredAt: null,
    target: null,
    missing: null
  })
  const choose = (segments: SegmentEvidence[], metrics: Metric[]): string[] =>
    chooseCards({ id: 'idic.identify', state: 'no-data', stateReason: name(''), segments, removedSegments: [], metrics }).map((card) =>
      card.kind === 'metric' ? card.metric.id : card.segment.id
    )

  it('are a firm figure and two segments with members', () => {
    expect(
      choose(
        [segment('empty', 0), segment('s1', 3), segment('s2', 4), segment('s3', 5)],
        [metric('few', 1, true), metric('firm', 2), metric('none', null)]
      )
    ).toEqual(['firm', 's1', 's2'])
  })
  it('fill up with further figures, and are none when the data say nothing', () => {
    expect(choose([], [metric('a', 1), metric('b', 2), metric('c', 3), metric('d', 4)])).toEqual(['a', 'b', 'c'])
    expect(choose([segment('x', null)], [metric('a', null)])).toEqual([])
  })
  it('name what has no answer', () => {
    const evidence: ElementEvidence = {
      id: 'idic.identify',
      state: 'no-data',
      stateReason: name(''),
      segments: [segment('x', null), segment('y', 0)],
      removedSegments: [],
      metrics: [metric('a', null), metric('b', 1)]
    }
    expect(listMissing(evidence).map(({ en }) => en)).toEqual(['a', 'x'])
  })
  it('leave to a person what is written down: what is not there yet, and what was entered by hand', () => {
    const evidence: ElementEvidence = {
      id: 'idic.identify',
      state: 'no-data',
      stateReason: name(''),
      segments: [],
      removedSegments: [],
      metrics: [
        { ...metric('missing', null), enterable: true },
        { ...metric('written', 4), enterable: true, enteredByHand: true },
        { ...metric('computed', 4), enterable: true },
        metric('data', null)
      ]
    }
    expect(listByHand(evidence).map(({ id }) => id)).toEqual(['missing', 'written'])
    expect(listMissing(evidence).map(({ en }) => en)).toEqual(['data'])
  })
})
