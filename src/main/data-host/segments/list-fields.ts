import { normaliseForSearch } from '../../../shared/domain/search-key.ts'
import { LIFECYCLE_STATES } from '../../../shared/contract/customers.ts'
import type { RuleField, RuleSubject } from '../../../shared/contract/segments.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { FIELD_GROUPS } from '../../../shared/segments/fields.ts'
import { OPERATORS_OF_TYPE, say, type FieldDefinition } from '../../../shared/segments/field-types.ts'
import { canMeasure, findField, operatorsOfMeasure } from '../../../shared/segments/find-field.ts'
import { MEASURES, type Measure } from '../../../shared/segments/rule.ts'
import { SUBJECTS, type SubjectDefinition } from '../../../shared/segments/subjects.ts'
import type { OpenWorkspace } from '../context.ts'
import type { Figures } from '../figures/figures.ts'
import { readDistinctTexts } from './rule-engine/distinct-texts.ts'
import { isEmptySubject } from './rule-engine/find-missing.ts'
import { readOwnColumns } from './rule-engine/own-columns.ts'
import { readRecordTexts } from './rule-engine/record-texts.ts'

type Choices = NonNullable<RuleField['choices']>
interface FieldList {
  groups: { id: string; name: Text; fields: RuleField[] }[]
  subjects: RuleSubject[]
}

/** Texts of the customer whose values repeat, so that they can be chosen from a list. */
const LISTED: ReadonlySet<string> = new Set([
  'city',
  'region',
  'country',
  'postal-code',
  'language',
  'acquisition-channel',
  'partner',
  'owner'
])
const MOST_CHOICES = 500
const OWN_COLUMNS = say('Columns of your own', 'Columnas propias')

/** Kept while the data, the settings and the segments stand. */
const kept = new WeakMap<Figures, Promise<FieldList>>()

/** Everything a rule may ask, with the values the data holds. */
export function listRuleFields(workspace: OpenWorkspace, figures: Figures): Promise<FieldList> {
  const known = kept.get(figures)
  if (known) return known
  const listing = listAll(workspace, figures)
  kept.set(figures, listing)
  listing.catch(() => kept.delete(figures))
  return listing
}

async function listAll(workspace: OpenWorkspace, figures: Figures): Promise<FieldList> {
  const texts = await readDistinctTexts(workspace, figures.attributes)
  const campaigns = listCampaigns(workspace)
  const choose = (field: FieldDefinition): Choices | null => {
    if (LISTED.has(field.id)) return listTexts(texts.get(`customers.${field.column}`) ?? null)
    if (field.id === 'tags') return listTags(texts.get('customers.needs_tags') ?? null)
    if (field.id === 'acquisition-campaign') return campaigns
    return COUNTED[field.id]?.(figures) ?? null
  }
  const groups = FIELD_GROUPS.map(({ id, name, fields }) => ({
    id,
    name,
    fields: fields.map((field) => describeField(field, choose(field)))
  }))
  const own = (await readOwnColumns(workspace, figures.attributes)).flatMap(({ fieldId, values }) => {
    const definition = findField(fieldId)?.definition
    return definition ? [describeField(definition, values && listTexts(values))] : []
  })
  const subjects: RuleSubject[] = []
  for (const subject of SUBJECTS) subjects.push(await describeSubject(workspace, figures, subject, campaigns))
  return { groups: own.length > 0 ? [...groups, { id: 'own', name: OWN_COLUMNS, fields: own }] : groups, subjects }
}

function describeField(field: FieldDefinition, listed: Choices | null): RuleField {
  const fixed = field.choices?.map(({ value, name }) => ({ value, name, customers: null })) ?? null
  const { id, name, type } = field
  return {
    id,
    name,
    type,
    operators: [...OPERATORS_OF_TYPE[type]],
    choices: listed ?? fixed,
    isOpen: type === 'text' || (type === 'tags' && !fixed)
  }
}

const byCount = (choices: Choices): Choices =>
  choices.sort((a, b) => (b.customers ?? 0) - (a.customers ?? 0) || (a.value < b.value ? -1 : 1)).slice(0, MOST_CHOICES)

/** Spellings that are one to a rule are one choice, written as most have it. */
function listTexts(texts: ReadonlyMap<string, number> | null): Choices | null {
  if (!texts) return null
  const groups = new Map<string, { text: string; most: number; customers: number }>()
  for (const [text, customers] of texts) {
    const key = normaliseForSearch(text)
    if (key === '') continue
    const group = groups.get(key) ?? { text: text.trim(), most: 0, customers: 0 }
    groups.set(key, {
      // Of spellings as frequent as each other the one with a capital.
      text: customers > group.most || (customers === group.most && text.trim() < group.text) ? text.trim() : group.text,
      most: Math.max(customers, group.most),
      customers: group.customers + customers
    })
  }
  return byCount([...groups.values()].map(({ text, customers }) => ({ value: text, name: say(text, text), customers })))
}

function listTags(sets: ReadonlyMap<string, number> | null): Choices | null {
  if (!sets) return null
  const tags = new Map<string, number>()
  for (const [set, customers] of sets)
    for (const tag of new Set(set.split(/[,;|]/).map((each) => each.trim())))
      if (tag !== '') tags.set(tag, (tags.get(tag) ?? 0) + customers)
  return listTexts(tags)
}

function countCodes(codes: Uint8Array, code: number): number {
  return codes.reduce((sum, each) => sum + (each === code ? 1 : 0), 0)
}

/** Choices whose customers the figures count. */
const COUNTED: Readonly<Record<string, (figures: Figures) => Choices>> = {
  segment: (figures) => figures.segmentSummaries().map(({ id, name, customers }) => ({ value: id, name, customers })),
  rfm: (figures) =>
    figures
      .segmentSummaries()
      .filter(({ group }) => group === 'rfm')
      .map(({ id, name, customers }) => ({ value: id, name, customers })),
  lifecycle: ({ lifecycle }) =>
    (findField('lifecycle')?.definition.choices ?? []).map(({ value, name }) => ({
      value,
      name,
      customers: countCodes(
        lifecycle,
        LIFECYCLE_STATES.findIndex((state) => state === value)
      )
    }))
}

function listCampaigns({ read }: OpenWorkspace): Choices {
  return read
    .prepare<[], { id: number; name: string; customers: number }>(
      `SELECT c.id, c.name, (SELECT count(*) FROM campaign_members m WHERE m.campaign_id = c.id) AS customers FROM campaigns c ORDER BY c.start_date DESC, c.id DESC`
    )
    .all()
    .map(({ id, name, customers }) => ({ value: String(id), name: say(name, name), customers }))
}

const MEASURE_NAMES: Readonly<Record<Measure, Text>> = {
  count: say('How many', 'Cuántos'),
  sum: say('Total', 'Total'),
  average: say('Average', 'Media'),
  lowest: say('Lowest', 'Mínimo'),
  highest: say('Highest', 'Máximo'),
  first: say('First', 'Primero'),
  latest: say('Latest', 'Último')
}

async function describeSubject(
  workspace: OpenWorkspace,
  figures: Figures,
  subject: SubjectDefinition,
  campaigns: Choices
): Promise<RuleSubject> {
  const filters: RuleField[] = []
  for (const field of subject.fields) {
    const texts = field.type === 'text' ? await readRecordTexts(workspace, subject.id, field.column, figures.orders.net) : null
    // Rows are counted here, not customers: good for the order alone.
    const listed =
      field.id === 'campaign' ? campaigns : ((texts && listTexts(texts))?.map((choice) => ({ ...choice, customers: null })) ?? null)
    filters.push(describeField(field, listed))
  }
  const measures = MEASURES.flatMap((measure): RuleSubject['measures'] => {
    const name = MEASURE_NAMES[measure]
    if (measure === 'count') return [{ measure, name, of: null, operators: [...operatorsOfMeasure(measure, null)] }]
    const of = subject.fields.flatMap((field, place) => {
      const described = filters[place]
      return described && canMeasure(measure, field) ? [{ ...described, operators: [...operatorsOfMeasure(measure, field)] }] : []
    })
    return of.length > 0 ? [{ measure, name, of, operators: [] }] : []
  })
  return { id: subject.id, name: subject.name, filters, measures, isEmpty: isEmptySubject(workspace.read, subject) }
}
