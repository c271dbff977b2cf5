import { z } from 'zod'
import { LANGUAGES, type Language, type Text } from '../domain/text.ts'
import { checkModel, type KnownIds } from './check-model.ts'
import { Model, ModelElement } from './model.ts'

/** A model somebody is making: the format of a model file, but it may still be without elements and without a walk. */
export const OwnModel = Model.extend({ elements: z.array(ModelElement), walk: z.array(z.string()) })
export type OwnModel = z.infer<typeof OwnModel>

export interface DraftCheck {
  /** The definition, when it can be kept. */
  draft: OwnModel | null
  /** What keeps it from being drawn or would be lost: it is not kept. */
  blocking: Text[]
  /** What a finished model file has and this one lacks: it is kept and says so. */
  unfinished: Text[]
}

/**
 * Checks a definition as `checkModel` does and tells what stands in the way from what is only not done yet: texts that are
 * still empty (names aside), figures and segments the catalogues do not know, and the first element and the walk of a new model.
 */
export function checkDraft(content: unknown, known: KnownIds): DraftCheck {
  return judge(
    content,
    known,
    repairDraft(content, (element) => keepKnown(element, known))
  )
}

/**
 * Checks the content of a model file that comes in. As `checkDraft`, but a figure or segment no catalogue knows may not wait:
 * in what is stored it can be left over from another version of the app, in a file it is a mistake.
 */
export function checkIncoming(content: unknown, known: KnownIds): DraftCheck {
  return judge(
    content,
    known,
    repairDraft(content, (element) => element)
  )
}

/** What `checkModel` still says of the repaired content stands in the way. */
function judge(content: unknown, known: KnownIds, repaired: unknown): DraftCheck {
  const blocking = checkModel(repaired, known).problems
  if (blocking.length > 0) return { draft: null, blocking, unfinished: [] }
  return { draft: OwnModel.parse(content), blocking, unfinished: checkModel(content, known).problems }
}

/** Whether the rest of the app can show it: somewhere to stand, and somewhere to walk. */
export function isDrawable(draft: OwnModel): boolean {
  return draft.elements.length > 0 && draft.walk.length > 0
}

type Fields = Readonly<Record<string, unknown>>
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const STAND_IN = '—'
/** Fields whose empty text leaves nothing to point at. */
const NEEDED = new Set(['name'])

/** The same content with everything that may wait put right: what `checkModel` still says of it may not wait. */
function repairDraft(content: unknown, repairElement: (element: unknown) => unknown): unknown {
  const filled = fillEmptyTexts(content)
  if (!isFields(filled) || typeof filled['id'] !== 'string' || !Array.isArray(filled['elements']) || !Array.isArray(filled['walk']))
    return filled
  const elements = filled['elements'].map(repairElement)
  if (elements.length === 0) {
    const standIn = { ...makeElement(filled['id'], 'first', STAND_IN_TEXT), definition: STAND_IN_TEXT }
    return { ...filled, elements: [standIn], walk: [...(filled['walk'] as unknown[]), standIn.id] }
  }
  // All of them, so that every view has a stop as long as it shows anything.
  const ids = elements.flatMap((element) => (isFields(element) && typeof element['id'] === 'string' ? [element['id']] : []))
  return { ...filled, elements, walk: filled['walk'].length === 0 ? [...new Set(ids)] : filled['walk'] }
}

const STAND_IN_TEXT: Text = { en: STAND_IN, es: STAND_IN }

function fillEmptyTexts(value: unknown, isNeeded = false): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => fillEmptyTexts(entry))
  if (!isFields(value)) return value
  if ('en' in value && 'es' in value) return isNeeded ? value : { ...value, en: fillEmpty(value['en']), es: fillEmpty(value['es']) }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, fillEmptyTexts(entry, NEEDED.has(key))]))
}

const fillEmpty = (text: unknown): unknown => (typeof text === 'string' && text.trim() === '' ? STAND_IN : text)

function keepKnown(element: unknown, known: KnownIds): unknown {
  if (!isFields(element)) return element
  const keep = (ids: unknown, catalogue: ReadonlySet<string>): unknown =>
    Array.isArray(ids) ? ids.filter((id: unknown) => typeof id !== 'string' || catalogue.has(id)) : ids
  return { ...element, kpis: keep(element['kpis'], known.kpis), segments: keep(element['segments'], known.segments) }
}

/** Size of a new element, and of the page a new model is drawn on, in the units of the model files. */
export const NEW_ELEMENT = { width: 200, height: 130 }
const BLANK_CANVAS: [number, number] = [1200, 700]

/** An element with a name and nothing else, at the upper left. */
export function makeElement(modelId: string, key: string, name: Text): ModelElement {
  return {
    id: `${modelId}.${key}`,
    kind: 'component',
    order: null,
    parent: null,
    name,
    definition: { en: '', es: '' },
    prompt: null,
    questions: [],
    evidence: '',
    kpis: [],
    segments: [],
    sourceTerm: '',
    // Made by whoever uses the app: nobody published it.
    source: 'A',
    position: [40, 40, NEW_ELEMENT.width, NEW_ELEMENT.height],
    note: null
  }
}

/** A model with a name and an empty page. */
export function makeBlank(id: string, name: Text): OwnModel {
  return {
    id,
    revision: 1,
    name,
    authors: '',
    year: '',
    summary: { en: '', es: '' },
    profile: null,
    canvas: BLANK_CANVAS,
    elements: [],
    variants: [],
    relations: [],
    walk: [],
    confusions: [],
    sources: []
  }
}

export interface CopyMarks {
  /** `Based on IDIC model (Don Peppers & Martha Rogers, 1999); changed here.` */
  source: Text
  /** The same for the line of authors, which has one language. */
  authors: string
}

/** The model with its views under another id and name. It says what it was made from, and no longer names others as its authors. */
export function copyModel(model: OwnModel, id: string, name: Text, marks: CopyMarks): OwnModel {
  const { rank: _rank, ...copy } = renameModel(model, id)
  return {
    ...copy,
    revision: 1,
    name,
    authors: marks.authors,
    year: '',
    variants: copy.variants.map(({ authors: _authors, year: _year, ...variant }) => variant),
    profile: null,
    sources: [{ text: marks.source, mark: 'A' }, ...copy.sources]
  }
}

/** Whether an element is called, and says it is, what the other is and says. */
const saysTheSame = (a: ModelElement, b: ModelElement): boolean =>
  a.kind === b.kind &&
  LANGUAGES.every((language) => a.name[language] === b.name[language] && a.definition[language] === b.definition[language])
const keyOf = (id: string): string => id.slice(id.indexOf('.') + 1)
const OURS = 'A'
/** Of the elements a file says are published, how many must be those of a model for it to be taken as a copy of it. */
const SHARED_BY_COPY = 0.5

/**
 * A file may be a copy of one of `models` that somebody edited: an element whose name, kind or definition is no longer what
 * the source says loses the source's mark, as it does when it is edited in the app. A file that is no copy keeps its marks.
 */
export function markReworded(draft: OwnModel, models: readonly OwnModel[]): { draft: OwnModel; reworded: number } {
  const published = draft.elements.filter(({ source }) => source !== OURS)
  const sharedWith = (model: OwnModel): number => {
    const keys = new Set(model.elements.map(({ id }) => keyOf(id)))
    return published.filter(({ id }) => keys.has(keyOf(id))).length
  }
  const [source] = models.toSorted((a, b) => sharedWith(b) - sharedWith(a))
  if (!source || published.length === 0 || sharedWith(source) < published.length * SHARED_BY_COPY) return { draft, reworded: 0 }
  const originals = new Map(source.elements.map((element) => [keyOf(element.id), element]))
  const reworded = new Set(
    published.filter((element) => {
      const original = originals.get(keyOf(element.id))
      return original !== undefined && !saysTheSame(element, original)
    })
  )
  const elements = draft.elements.map((element) => (reworded.has(element) ? { ...element, source: OURS, sourceTerm: '' } : element))
  return { draft: reworded.size === 0 ? draft : { ...draft, elements }, reworded: reworded.size }
}

/** The name with the first of ` (2)`, ` (3)`... that no other model has in either language; as it is when none has it. */
export function nameApart(name: Text, taken: readonly Text[]): Text {
  const number = (value: string, count: number): string => (count === 1 ? value : `${value} (${String(count)})`)
  const isTaken = (candidate: Text): boolean => taken.some((other) => LANGUAGES.some((language) => other[language] === candidate[language]))
  for (let count = 1; ; count++) {
    const candidate = { en: number(name.en, count), es: number(name.es, count) }
    if (!isTaken(candidate)) return candidate
  }
}

/** The same model under another id: element ids begin with it, so they change wherever they stand in the definition. */
export function renameModel(model: OwnModel, id: string): OwnModel {
  const ids = new Map(model.elements.map((element) => [element.id, `${id}.${element.id.slice(element.id.indexOf('.') + 1)}`]))
  return OwnModel.parse({ ...(replaceIds(model, ids) as Fields), id })
}

function replaceIds(value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return ids.get(value) ?? value
  if (Array.isArray(value)) return value.map((entry: unknown) => replaceIds(entry, ids))
  if (!isFields(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [ids.get(key) ?? key, replaceIds(entry, ids)]))
}

/**
 * A definition as it is kept: a text written in one language stands for both, and what was left empty altogether is not
 * there (a question, a confusion, a source; a prompt, a note or a label becomes null).
 */
export function tidyDraft(content: unknown): unknown {
  if (Array.isArray(content)) return content.map(tidyDraft).filter((entry) => !isEmptyEntry(entry))
  if (!isFields(content)) return content
  const text = readText(content)
  if (text) return completeText(text)
  return Object.fromEntries(Object.entries(content).map(([key, entry]) => [key, tidyField(key, entry)]))
}

function tidyField(key: string, entry: unknown): unknown {
  if (key === 'variants' && Array.isArray(entry)) return entry.map(tidyView)
  return MAY_BE_NULL.has(key) && isEmptyText(entry) ? null : tidyDraft(entry)
}

/** A view says who says so: its note may be empty yet, but it is always there. */
function tidyView(view: unknown): unknown {
  const tidied = tidyDraft(view)
  return isFields(tidied) && tidied['note'] === null ? { ...tidied, note: { en: '', es: '' } } : tidied
}

const MAY_BE_NULL = new Set(['prompt', 'note', 'label', 'shortLabel'])

/** A text in both languages, or in one: what a file leaves out of the other is empty. Null for what is no text. */
function readText(value: unknown): Text | null {
  if (!isFields(value)) return null
  const { en = '', es = '', ...others } = value
  const isOne = Object.keys(value).length > 0 && Object.keys(others).length === 0
  return isOne && typeof en === 'string' && typeof es === 'string' ? { en, es } : null
}

const isEmptyText = (value: unknown): boolean => {
  const text = readText(value)
  return text !== null && text.en.trim() === '' && text.es.trim() === ''
}
/** A list of texts, or of texts with their mark. */
const isEmptyEntry = (entry: unknown): boolean => isEmptyText(entry) || (isFields(entry) && isEmptyText(entry['text']))

/** One language is enough: what it says stands for both. Mere spaces say nothing. */
export function completeText({ en, es }: Text): Text {
  const [english, spanish] = [en, es].map((text) => (text.trim() === '' ? '' : text)) as [string, string]
  return { en: english || spanish, es: spanish || english }
}

/** Whether the other language says nothing of its own: it is empty, or the same. */
export function isUntranslated(text: Text, language: Language): boolean {
  const other = otherLanguage(language)
  return text[other].trim() === '' || text[other] === text[language]
}

export const otherLanguage = (language: Language): Language => (language === 'es' ? 'en' : 'es')

/** The text in the language somebody works in; the other follows until it says something of its own. */
export function editText(text: Text, language: Language, value: string): Text {
  return { ...text, [language]: value, ...(isUntranslated(text, language) ? { [otherLanguage(language)]: value } : {}) }
}

/** The other language's text; emptied, it follows again. `language`: the one somebody works in. */
export function translateText(text: Text, language: Language, value: string): Text {
  return { ...text, [otherLanguage(language)]: value.trim() === '' ? text[language] : value }
}

/** `Mi modelo de 4 pasos` becomes `mi-modelo-de-4-pasos`; the first of `-2`, `-3`... that is free. `separator`: `_` for elements. */
export function makeId(name: string, taken: ReadonlySet<string>, fallback: string, separator: '-' | '_' = '-'): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, separator)
    .slice(0, 40)
    .replace(/^[-_]+|[-_]+$/g, '')
  const stem = plain === '' ? fallback : plain
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}${separator}${String(number)}`
    if (!taken.has(id)) return id
  }
}
