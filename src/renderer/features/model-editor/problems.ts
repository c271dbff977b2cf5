import type { Language, Text } from '../../../shared/domain/text.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'

/** Where a problem is, and what: the path of the check without its brackets. */
export interface PlacedProblem {
  /** The element, or one end of the relation, it is about; null: the model itself. */
  readonly elementId: string | null
  readonly relationIndex: number | null
  /** The view it is about. */
  readonly viewId: string | null
  /** Name of the element, of the relation's ends or of the view; null: the model itself. */
  readonly place: string | null
  /** First part of the path inside: `definition`, `questions`. */
  readonly field: string
  /** What is wrong, in the language. */
  readonly what: string
}

/**
 * The problems of a check as the editor lists them: named by element instead of by path, and once for both languages, since
 * what is written in one stands for both.
 */
export function placeProblems(problems: readonly Text[], draft: OwnModel, language: Language): PlacedProblem[] {
  const placed = problems.map((problem) => placeProblem(problem[language], draft, language))
  const keys = placed.map((each) => JSON.stringify(each))
  return placed.filter((_, index) => keys.indexOf(keys[index] ?? '') === index)
}

function placeProblem(sentence: string, draft: OwnModel, language: Language): PlacedProblem {
  const cut = sentence.indexOf(': ')
  const [path, what] = cut < 0 ? ['', sentence] : [sentence.slice(0, cut), sentence.slice(cut + 2)]
  const nameOf = (id: string | undefined): string => draft.elements.find((element) => element.id === id)?.name[language] ?? id ?? ''
  const element = /^elements\[(\d+)\]\.?(.*)$/.exec(path)
  if (element) {
    const found = draft.elements[Number(element[1])]
    return { elementId: found?.id ?? null, relationIndex: null, viewId: null, place: nameOf(found?.id), field: firstPart(element[2]), what }
  }
  const relation = /^relations\[(\d+)\]\.?(.*)$/.exec(path)
  if (relation) {
    const index = Number(relation[1])
    const { from, to } = draft.relations[index] ?? {}
    return {
      elementId: null,
      relationIndex: index,
      viewId: null,
      place: `${nameOf(from)} → ${nameOf(to)}`,
      field: firstPart(relation[2]),
      what
    }
  }
  const view = /^variants\[(\d+)\]\.?(.*)$/.exec(path)
  if (view) {
    const found = draft.variants[Number(view[1])]
    return {
      elementId: null,
      relationIndex: null,
      viewId: found?.id ?? null,
      place: found?.name[language] ?? '',
      field: firstPart(view[2]),
      what
    }
  }
  return { elementId: null, relationIndex: null, viewId: null, place: null, field: firstPart(path), what }
}

const firstPart = (path = ''): string => /^[a-zA-Z]*/.exec(path)?.[0] ?? ''
