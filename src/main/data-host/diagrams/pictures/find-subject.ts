import type { z } from 'zod'
import type { DiagramSubject } from '../../../../shared/contract/diagrams.ts'
import { type DiagramContent, type DiagramShape, isShape } from '../../../../shared/diagrams/diagram.ts'
import { drawModel } from '../../../../shared/diagrams/draw-model.ts'
import { copyItems } from '../../../../shared/diagrams/edits/copy.ts'
import { changeTexts, readTexts } from '../../../../shared/diagrams/item-texts.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { viewModel } from '../../../../shared/models/apply-variant.ts'
import type { HostContext } from '../../context.ts'
import { findAnyModel } from '../../models/workspace-models.ts'
import { hideNames } from '../../repositories/names/hide-names.ts'
import { readDiagramContent, readDiagramEntry } from '../../repositories/diagrams.ts'

export type Subject = z.infer<typeof DiagramSubject>

/** What is to be written or drawn, with its name. Throws `not-found`. */
export function findSubject(context: HostContext, subject: Subject, language: Language): { name: string; content: DiagramContent } {
  if ('modelId' in subject) {
    const { view } = viewModel(findAnyModel(context, subject.modelId), subject.view)
    return { name: view.name[language], content: drawModel(view, language) }
  }
  const { read } = context.workspace()
  const entry = readDiagramEntry(read, subject.id)
  if (!entry) throw new CauceError('not-found')
  const content = readDiagramContent(read, subject.id)
  return { name: entry.name, content: subject.itemIds ? pickItems(content, subject.itemIds) : content }
}

/** Only some items of a diagram, and the steps among them. Throws `not-found` when none is there any more. */
function pickItems({ settings, items }: DiagramContent, ids: readonly string[]): DiagramContent {
  const picked = copyItems(new Map(items.map((item) => [item.id, item])), ids)
  if (picked.length === 0) throw new CauceError('not-found')
  const kept = new Set(picked.map(({ id }) => id))
  const { path, ...others } = settings
  const steps = (path ?? []).filter((id) => kept.has(id))
  return {
    settings: { ...others, ...(steps.length > 0 ? { path: steps } : {}) },
    items: picked.map((item) => (isShape(item) && item.parentId !== undefined && !kept.has(item.parentId) ? leaveHolder(item) : item))
  }
}

const leaveHolder = ({ parentId: _gone, ...shape }: DiagramShape): DiagramShape => shape

/** The same without the names of customers somebody wrote in it, where identities are hidden or `isMasked` asks for it. */
export async function findShownSubject(
  context: HostContext,
  { subject, language, isMasked }: { subject: Subject; language: Language; isMasked: boolean }
): Promise<{ name: string; content: DiagramContent }> {
  const found = findSubject(context, subject, language)
  if (!(isMasked || context.mask.isOn) || !context.current) return found
  const { name, content } = found
  const hidden = await hideNames(context.current, [name, ...content.items.flatMap((item) => [...readTexts(item).values()])], language)
  const hide = (text: string): string => hidden.get(text)?.shown ?? text
  return { name: hide(name), content: { ...content, items: content.items.map((item) => changeTexts(item, hide)) } }
}
