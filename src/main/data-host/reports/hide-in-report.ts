import type { HostContext } from '../context.ts'
import { hideNames } from '../repositories/names/hide-names.ts'
import type { Report } from './collect-report.ts'

/** What people wrote in a walk and its actions, without the names of customers where identities are hidden. */
export async function hideInReport(context: HostContext, report: Report): Promise<Report> {
  const { walk, actions, places, language } = report
  if (!context.mask.isOn || !walk) return report
  const written = walk.stepList.flatMap(({ justification, decision, notes, answers }) => [justification, decision, notes, ...answers])
  const planned = actions.flatMap(({ title, owner }) => [title, owner])
  const drawn = places.flatMap(({ diagram, label }) => [diagram, label])
  const hidden = await hideNames(context.workspace(), [walk.participants, ...written, ...planned, ...drawn], language)
  const hide = (text: string): string => hidden.get(text)?.shown ?? text
  return {
    ...report,
    actions: actions.map((action) => ({ ...action, title: hide(action.title), owner: hide(action.owner) })),
    places: places.map((place) => ({ ...place, diagram: hide(place.diagram), label: hide(place.label) })),
    walk: {
      ...walk,
      participants: hide(walk.participants),
      stepList: walk.stepList.map((step) => ({
        ...step,
        justification: hide(step.justification),
        decision: hide(step.decision),
        notes: hide(step.notes),
        answers: step.answers.map(hide)
      }))
    }
  }
}
